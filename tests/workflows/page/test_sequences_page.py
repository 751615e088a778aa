"""Sequences on the page: the time line, its editor, what is due, starting, and who is on the way."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.message import say
from app.workflows.enrolment import Sending, Way
from app.workflows.running import start
from app.workflows.sequence import Sequence, SequenceStep, Weekend
from tests.workflows.sequence_builders import WEDNESDAY, delivery, open_tasks, run, sendings
from widgets.common.overlay import Overlay
from widgets.common.words import set_language


@pytest.fixture
def part(setup):
    return setup.page.sequences


def heads(part) -> list[tuple[str, str]]:
    return [(card.pill.text(), card.step.name) for card in part.line.cards]


def step(store, id: str) -> SequenceStep:
    return store.of(SequenceStep).get(id)


def test_steps_stand_on_their_days_and_one_is_open_at_a_time(setup, part, qtbot):
    assert heads(part) == [("Day 0", "Hello"), ("Day 3", "Ask"), ("Day 7", "How was it?")]
    QTest.mouseClick(part.line.cards[0].head, Qt.MouseButton.LeftButton)
    qtbot.keyClick(part.line.cards[1].head, Qt.Key.Key_Return)

    assert [card.is_open for card in part.line.cards] == [False, True, False]
    assert part.line.editor.step.id == "ask"
    qtbot.keyClick(part.line.cards[1].head, Qt.Key.Key_Return)
    assert part.line.open_step == ""


def test_what_is_typed_is_kept_while_other_things_change_and_written_when_another_step_opens(setup, part, qtbot):
    part.line.open("hello")
    text = part.line.editor.text
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "Dear {name}")
    start(setup.store, "welcome", ["tom"], WEDNESDAY)
    assert text.toPlainText() == "Dear {name}"
    part.line.open("ask")

    assert dict(step(setup.store, "hello").texts)["en"] == "Dear {name}"
    assert text.toPlainText() == "How is it?"


def test_languages_are_tabs_and_a_missing_one_is_said(setup, part):
    part.line.open("ask")
    editor = part.line.editor
    assert editor.complete.text() == "1 language is missing"
    editor.tabs.setCurrentIndex(1)
    editor.text.setPlainText("Как върви?")
    editor.text.flush()
    assert dict(step(setup.store, "ask").texts) == {"en": "How is it?", "bg": "Как върви?"}
    assert editor.complete.text() == "all complete"
    editor.language_dropped.emit("bg")

    assert dict(step(setup.store, "ask").texts) == {"en": "How is it?"}


def test_a_blank_is_written_where_the_keyboard_is_and_the_preview_fills_it(setup, part):
    part.line.open("hello")
    editor = part.line.editor
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    editor.blanks["date"].click()
    assert editor.text.toPlainText().endswith("{link}. {date}")
    editor.text.flush()
    editor.preview.click()
    assert editor.text.isReadOnly()
    assert editor.text.toPlainText().startswith("Hi Mila, this is")
    editor.preview.click()

    assert dict(step(setup.store, "hello").texts)["en"].endswith("{date}")


def test_the_fields_of_a_step_write_what_they_say(setup, part):
    part.line.open("hello")
    editor = part.line.editor
    editor.name.field.committed.emit("Warm hello")
    editor.day.field.entered.emit(1.0)
    editor.hours.field.entered.emit(0.5)
    editor.state.field.chosen.emit("introduced")
    editor.edited.emit({"condition": (("state_before", "ambassador"),)})

    found = step(setup.store, "hello")
    assert (found.name, found.day, found.effort, found.state) == ("Warm hello", 1, 0.5, "introduced")
    assert editor.only_if.text() == "Only if not yet ambassador"
    for _ in range(5):
        setup.store.undo()
    assert step(setup.store, "hello").name == "Hello"


def test_alt_and_arrows_move_a_step_and_the_days_stay(setup, part, qtbot):
    head = part.line.cards[2].head
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert heads(part) == [("Day 0", "Hello"), ("Day 3", "How was it?"), ("Day 7", "Ask")]
    assert part.line.cards[1].head.hasFocus()


def test_a_step_is_dragged_above_another_and_esc_leaves_it(setup, part, qtbot):
    first, last = part.line.cards[0].head, part.line.cards[2].head
    goal = last.mapFromGlobal(first.mapToGlobal(QPoint(40, -20)))

    def hold():
        QTest.mousePress(last, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
        QTest.mouseMove(last, QPoint(40, 0))
        QTest.mouseMove(last, goal)

    hold()
    qtbot.keyClick(last, Qt.Key.Key_Escape)
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=goal)
    assert [name for _, name in heads(part)] == ["Hello", "Ask", "How was it?"]
    hold()
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=goal)

    assert [name for _, name in heads(part)] == ["How was it?", "Hello", "Ask"]


def test_a_step_is_added_named_at_once_and_deleted_by_key(setup, part, qtbot):
    part.add_step()
    assert heads(part)[-1] == ("Day 10", "New step")
    assert part.line.editor.name.field.hasFocus()
    head = part.line.cards[-1].head
    qtbot.keyClick(head, Qt.Key.Key_Delete)

    assert len(heads(part)) == 3
    assert setup.asked.told[-1] == say("sequences.step_deleted", name="New step")


def test_starting_for_people_shows_what_is_due_and_undo_takes_it_back(setup, part):
    dialog = part.ask_start()
    assert not dialog.accept.isEnabled()
    assert dialog.person.field.hasFocus()
    for key in ("mila", "petya", "tom"):
        dialog.person.field.chosen.emit(key)
    assert dialog.accept.text() == "Start for 3 people"
    dialog.accept.click()

    assert setup.asked.told[-1] == say("sequences.started", name="Welcome", n=3)
    assert [card.name.text() for card in part.side.cards] == ["Mila D.", "Petya S.", "Tom H."]
    assert part.side.tabs.tabText(0) == "Due today 3"
    assert setup.page.list.rows.data(setup.page.list.rows.index(1, 0), Qt.ItemDataRole.UserRole).count == "3"
    setup.store.undo()
    assert part.side.tabs.tabText(0) == "Due today 0"


def test_what_messages_leave_open_is_asked_for_once_and_proposed_the_next_time(setup, part, qtbot):
    dialog = part.ask_start()
    assert dialog.blanks.isHidden()
    dialog.take("mila")  # whose language says nothing of a link
    dialog.take("petya")
    (field,) = dialog.blanks.fields.values()
    assert field.accessibleName() == "Hello: Link"
    qtbot.keyClicks(field, "the forum")
    dialog.accept.click()

    assert "See the forum." in delivery_text(part, "petya")
    assert "{link}" not in delivery_text(part, "mila")
    dialog = part.ask_start()
    dialog.take("tom")
    assert [it.text() for it in dialog.blanks.fields.values()] == ["the forum"]


def delivery_text(part, member):
    return next(it.text for it in part.flows.due() if it.member and it.member.id == member)


def test_it_starts_for_somebody_whom_nobody_knew_yet(setup, part, qtbot):
    dialog = part.ask_start()
    for name in ("Rumi K.", "Tom H."):
        qtbot.keyClicks(dialog.person.field, name)
        qtbot.keyClick(dialog.person.field.completer().popup(), Qt.Key.Key_Return)
    assert dialog.accept.text() == "Start for 2 people"
    assert dialog.person.field.text() == ""
    dialog.accept.click()

    assert [card.name.text() for card in part.side.cards] == ["Rumi K.", "Tom H."]


def test_starting_for_a_state_leaves_out_who_is_on_the_way(setup, part, qtbot):
    start(setup.store, "welcome", ["mila"], WEDNESDAY)
    dialog = part.ask_start()
    dialog.whom.set_value("state")
    dialog.state.field.show_value("-")
    dialog.state.field.chosen.emit("-")
    assert dialog.accept.text() == "Start for 2 people"
    assert "1 are on the way" in dialog.count.text() or "1 is on the way" in dialog.count.text()
    dialog.day.field.show_day(date(2027, 3, 15))
    dialog.day.field.setFocus()
    qtbot.keyClick(dialog.day.field, Qt.Key.Key_Return)

    assert open_tasks(setup.store)["Hello · Tom H."] == date(2027, 3, 15)


def test_copy_fills_in_the_language_of_the_member_then_sent_moves_on_and_can_be_taken_back(setup, part):
    [one] = start(setup.store, "welcome", ["mila"], WEDNESDAY)
    card = part.side.first_card()
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Здравей, Mila!"
    assert card.copy_button.text() == "Copied"
    card.mark.click()

    assert sendings(setup.store, one)["hello"] is Sending.SENT
    assert part.side.first_card() is None
    assert part.side.sent_head.text() == "Sent today 1"
    part.side.undo_buttons[0].click()
    assert part.side.first_card().due.delivery.id == delivery(setup.store, one, "hello").id


def test_blanks_that_nothing_is_known_of_are_said_on_the_card(setup, part):
    start(setup.store, "welcome", ["tom"], WEDNESDAY)
    card = part.side.first_card()

    assert card.blanks.text() == "Fill in yourself: My name, Link"


def test_words_for_one_person_are_taken_in_a_small_panel(setup, part, qtbot):
    start(setup.store, "welcome", ["tom"], WEDNESDAY)
    card = part.side.first_card()
    field = part.ask_words(card.due.delivery.id)
    field.setPlainText("Only for Tom")
    panel = field.parent()
    while not hasattr(panel, "accept"):
        panel = panel.parent()
    panel.accept.click()

    assert part.side.first_card().due.text == "Only for Tom"


def test_skipping_leaves_a_message_out(setup, part):
    [one] = start(setup.store, "welcome", ["tom"], WEDNESDAY)
    part.side.first_card().skip.click()

    assert sendings(setup.store, one)["hello"] is Sending.SKIPPED
    assert setup.asked.told[-1] == say("sequences.skipped")


def test_people_are_paused_go_on_and_are_stopped_from_their_list(setup, part):
    tester = QAbstractItemModelTester(part.side.people.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ids = start(setup.store, "welcome", ["mila", "tom"], WEDNESDAY)
    part.side.show_people_tab()
    part.side.people.selectAll()
    part.side.pause.click()
    assert [run(setup.store, one).way for one in ids] == [Way.PAUSED, Way.PAUSED]
    assert len(part.side.people.selection()) == 2
    part.side.go_on.click()
    assert len(open_tasks(setup.store)) == 2
    part.side.people.selectAll()
    part.side.stop.click()

    assert tester
    assert part.side.tabs.tabText(1) == "People 0"


def test_a_sequence_rests_and_goes_on_from_its_head(setup, part):
    start(setup.store, "welcome", ["mila"], WEDNESDAY)
    part.head.rest.click()
    assert part.head.state.text() == "Paused"
    assert open_tasks(setup.store) == {}
    part.head.rest.click()

    assert open_tasks(setup.store) == {"Hello · Mila D.": WEDNESDAY}


def test_the_rules_of_a_sequence_are_chosen_in_its_head(setup, part):
    part.head.edited.emit({"weekend": Weekend.FRIDAY})
    part.head.edited.emit({"every": 7})
    part.head.edited.emit({"ends": ""})

    assert part.head.weekend.text() == "Weekend moves to Friday"
    assert part.head.rounds.text() == "Again every 7 days"
    assert part.head.ends.text() == "the last step"


def test_sequences_are_added_copied_moved_and_deleted_in_the_list(setup, part, qtbot):
    page = setup.page
    page.new.click()
    assert part.head.name.hasFocus()
    part.head.name.committed.emit("Loop")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [it.name for it in part.flows.sequences.values()] == ["Loop", "Welcome"]
    part.duplicate()
    assert part.head.name.text() == "Loop, copy"
    part.delete()

    assert sorted(it.name for it in setup.store.of(Sequence).all()) == ["Loop", "Welcome"]
    assert setup.asked.told[-1] == say("sequences.deleted", name="Loop, copy")


def test_keys_copy_and_mark_what_is_due_first(setup, part):
    [one] = start(setup.store, "welcome", ["tom"], WEDNESDAY)
    by_id = {action.id: action for action in setup.page.page_actions()}
    assert by_id["due_sent"].enabled()
    by_id["due_copy"].handler()
    by_id["due_sent"].handler()

    assert sendings(setup.store, one)["hello"] is Sending.SENT
    assert not by_id["due_sent"].enabled()


def test_search_leads_to_a_sequence_and_to_a_step(setup, part):
    page = setup.page
    assert ("welcome", "Welcome", "Campaigns") in page.look_up("welc")
    page.show_thing("ask")

    assert part.line.open_step == "ask"


def test_the_page_speaks_bulgarian_at_once(setup, part, qtbot):
    start(setup.store, "welcome", ["mila"], WEDNESDAY)
    set_language("bg")
    qtbot.waitUntil(lambda: part.line.cards[0].pill.text() == "Ден 0")

    assert part.side.tabs.tabText(0) == "За днес 1"
    assert not setup.page.findChildren(Overlay)


def test_a_playbook_without_sequences_begins_with_ready_ones(setup, part):
    part.delete()
    assert part.middle.currentWidget() is part.nothing
    part.nothing.asked.emit()

    assert part.head.name.text() == "Welcome campaign"
    assert setup.asked.told[-1] == say("sequences.ready_taken", n=4)
