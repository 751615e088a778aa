"""Sample replies on the page: shown, written, found, checked against the tone, copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.guide.editing import edit
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.knowledge import KnownAnswer
from app.guide.reply import Reply, ReplyText
from app.guide.replying import add_reply, text_of, write
from app.guide.snapshot import Row
from widgets.common.popover import Popover
from widgets.common.text_field import TextField
from widgets.guide.replies.pill_text import shown

BUG = "Known bug without a fix yet"


def card(setup):
    return setup.view("replies").card


def question(setup):
    (popover,) = setup.page.window().findChildren(Popover)
    return popover


def test_blanks_are_shown_as_pills_and_places_move_along(qapp):
    said = shown("Hi {name}, just try {next_step}", [(11, 15)])

    assert [said.text[begin:end].strip() for begin, end in said.pills] == ["First\u00a0name", "Next\u00a0step"]
    assert [said.text[begin:end] for begin, end in said.wrong] == ["just"]


def test_replies_are_stepped_through_and_chosen(setup):
    view = setup.view("replies")
    view.step(1)

    assert view.shown == list(setup.guide.of(Reply))[1]
    assert view.count.text() == "2 of 14"

    view.step(-2)

    assert view.count.text() == "14 of 14"


def test_a_found_text_leads_to_its_reply_variant_and_language(setup):
    reply = setup.reply(BUG)
    text = text_of(setup.guide, reply.id, "Formal", "bg")
    setup.page.show_thing(text.id)

    assert setup.page.bench.chosen == reply
    assert (card(setup).variant, card(setup).language) == ("Formal", "bg")
    assert card(setup).visibleRegion().boundingRect().isValid()


def test_copying_asks_what_cannot_be_known_fills_it_and_counts(setup):
    reply = setup.reply(BUG)
    setup.page.reveal(reply)
    card(setup).copy_button.click()
    fields = _fields(setup)
    for field, value in zip(fields, ("Luka", "unlocking Thursday", "12 March", "Petya"), strict=False):
        field.setText(value)
    QTest.keyClick(fields[0], Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text().startswith("Hi Luka, thanks for sharing this")
    assert "{" not in QGuiApplication.clipboard().text()
    assert setup.store.of(Reply).get(reply.id).used == 13
    assert [it.id for it in setup.asked.told] == ["guide.copied"]


def _fields(setup):
    return question(setup).findChildren(TextField)


def test_what_stays_empty_is_copied_as_a_blank(setup):
    setup.page.reveal(setup.reply(BUG))
    card(setup).copy_button.click()
    _fields(setup)[0].setText("Luka")
    QTest.keyClick(_fields(setup)[0], Qt.Key.Key_Return)

    assert "{next_step}" in QGuiApplication.clipboard().text()


def test_a_text_without_blanks_is_copied_at_once(setup):
    reply = add_reply(setup.store, "Plain", ("Warm",), "en")
    write(setup.store, reply, "Warm", "en", "Thank you all.")
    setup.page.reveal(Row(Reply, reply))
    card(setup).copy_button.click()

    assert QGuiApplication.clipboard().text() == "Thank you all."
    assert setup.page.window().findChildren(Popover) == []


def test_words_of_the_don_t_list_are_said(setup):
    reply = add_reply(setup.store, "Plain", ("Warm",), "en")
    write(setup.store, reply, "Warm", "en", "It is obviously just late.")
    setup.page.reveal(Row(Reply, reply))

    assert not card(setup).wrong.isHidden()

    write(setup.store, reply, "Warm", "en", "It is late.")

    assert card(setup).wrong.isHidden()


def test_a_text_is_written_in_the_inspector_by_variant_and_language(setup, qtbot):
    reply = add_reply(setup.store, "Plain", ("Short", "Warm"), "en")
    setup.page.bench.open(Row(Reply, reply))
    texts = setup.page.side.currentWidget().texts
    texts.variants.chosen.emit("Warm")
    texts.languages.chosen.emit("bg")
    texts.text.setFocus()
    QTest.keyClicks(texts.text, "Zdravey ")
    texts.text.insert_blank("name")
    qtbot.waitUntil(lambda: text_of(setup.guide, reply, "Warm", "bg") is not None, timeout=2000)

    assert text_of(setup.guide, reply, "Warm", "bg").text == "Zdravey {name}"
    assert text_of(setup.guide, reply, "Warm", "en").text == ""


def test_what_is_typed_stays_with_its_variant_when_another_one_is_looked_at(setup):
    reply = add_reply(setup.store, "Plain", ("Short", "Warm"), "en")
    setup.page.bench.open(Row(Reply, reply))
    texts = setup.page.side.currentWidget().texts
    texts.variants.chosen.emit("Short")
    texts.text.setFocus()
    QTest.keyClicks(texts.text, "Hello")
    card(setup).variants.chosen.emit("Warm")

    assert text_of(setup.guide, reply, "Short", "en").text == "Hello"
    assert text_of(setup.guide, reply, "Warm", "en").text == ""
    assert texts.text.toPlainText() == ""


def test_a_row_that_is_shown_stays_in_view_when_the_inspector_takes_room(setup, qtbot):
    row = setup.reply(BUG)
    setup.page.bench.show(row)
    document = setup.page.document
    qtbot.waitUntil(lambda: document.viewport().rect().contains(_middle(document, card(setup))))

    assert setup.page.left.list.key() == setup.guide.chapter("replies").id


def _middle(document, widget):
    return widget.mapTo(document.viewport(), widget.rect().center())


def test_a_review_that_is_due_is_said(setup):
    reply = setup.reply(BUG)
    edit(setup.store, Reply, reply.id, review=setup.page.bench.today())
    setup.page.bench.open(reply)
    fields = setup.page.side.currentWidget().groups[2]

    assert fields.review.error.text() == "Review is due"
    assert setup.view("replies").card.approval.text().count("review was due") == 1


def test_the_matrix_leads_to_the_reply_to_use(setup):
    row = setup.row("Personal data posted", Severity.HIGH)
    setup.page.bench.open(row)
    setup.page.side.currentWidget().use.click()

    assert setup.page.bench.chosen == Row(Reply, setup.store.of(Escalation).get(row.id).reply)


def test_the_find_bar_steps_from_hit_to_hit(setup, qtbot):
    setup.page.finder.open()
    setup.page.finder.bar.field.setText("Hide at once")
    qtbot.waitUntil(lambda: setup.page.bench.chosen is not None)

    assert setup.page.bench.chosen == setup.row("Personal data posted", Severity.HIGH)

    assert {row.kind for row in setup.page.finder.found("the same wall")} == {ReplyText}


def test_what_a_search_of_the_playbook_found_is_led_to(setup):
    for hit in setup.store.search("personal data"):
        setup.page.show_thing(hit.id)

        assert setup.page.bench.chosen is not None

    scenario = next(it for it in setup.guide.of(Scenario).values() if it.name == "Personal data posted")
    setup.page.show_thing(scenario.id)

    assert setup.page.bench.chosen == setup.row("Personal data posted", Severity.LOW)


def test_an_answer_is_copied(setup):
    answer = next(iter(setup.guide.of(KnownAnswer).values()))
    setup.page.bench.show(Row(KnownAnswer, answer.id))
    setup.page.side.currentWidget().copy_button.click()

    assert QGuiApplication.clipboard().text() == answer.answer


def test_the_palette_finds_rows_with_the_chapter_where_they_are(setup):
    row = setup.row("Personal data posted", Severity.HIGH)

    assert (row.id, "Personal data posted", "Escalation matrix") in setup.page.look_up("keep a copy")
