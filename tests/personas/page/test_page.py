"""The personas page shows, edits and puts in order what is said of personas, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event
from app.personas import cards, keeping
from app.personas.persona import Persona
from app.personas.section import PersonaSection, Shape
from app.personas.snapshot import BLANK
from widgets.common.words import set_language
from widgets.personas.card_face import CardFace
from widgets.personas.face_popover import open_faces, take_picture
from widgets.personas.program_tiles import EventTile, MissingRow

LEFT = Qt.MouseButton.LeftButton


def mouse(widget, kind, place) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    at = widget.mapFromGlobal(place)
    QApplication.sendEvent(
        widget, QMouseEvent(kind, QPointF(at), QPointF(place), button, held, Qt.KeyboardModifier.NoModifier)
    )


def drag(widget, to: QPoint) -> None:
    begin = widget.mapToGlobal(widget.rect().center())
    mouse(widget, QEvent.Type.MouseButtonPress, begin)
    for place in (begin + QPoint(0, 8), to):
        mouse(widget, QEvent.Type.MouseMove, place)
    mouse(widget, QEvent.Type.MouseButtonRelease, to)


def test_the_first_persona_is_open_with_its_sections_and_the_hours_of_the_quarter(setup):
    page = setup.page

    assert page.whose == setup.ids["managers"]
    assert [it.section.name for it in page.document.sections.values()][:3] == ["Profile", "Motivations", "Blockers"]
    assert page.document.head.hours.text().endswith(" h")
    assert page.inspector.complete.isVisible()


def test_cards_are_typed_one_after_the_other_and_a_label_is_taken_out_of_a_chip(setup, qtbot):
    view = setup.page.document.sections[setup.section("profile")]
    view.add.click()
    qtbot.keyClicks(view.line, "Shift: Night")
    qtbot.keyClick(view.line, Qt.Key.Key_Return)
    qtbot.keyClicks(view.line, "Plans on paper")
    qtbot.keyClick(view.line, Qt.Key.Key_Return)
    qtbot.keyClicks(view.line, "not meant")
    qtbot.keyClick(view.line, Qt.Key.Key_Escape)
    added = setup.page.personas.cards[setup.section("profile")][-2:]

    assert [(it.label, it.text) for it in added] == [("Shift", "Night"), ("", "Plans on paper")]
    assert view.line is None


def test_lines_that_are_pasted_are_cards_of_one_step(setup, qtbot):
    data = QMimeData()
    data.setHtml("<ul><li>No <b>time</b></li><li>No budget<img src='file:///x.png'></li></ul>")
    QGuiApplication.clipboard().setMimeData(data)
    view = setup.page.document.sections[setup.section("blockers")]
    view.open_line()
    before = setup.texts("blockers")
    qtbot.keyClick(view.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert setup.texts("blockers") == [*before, "No time", "No budget"]
    setup.store.undo()
    assert setup.texts("blockers") == before


def test_a_card_is_edited_in_the_inspector_and_a_change_elsewhere_leaves_what_is_typed(setup, qtbot):
    page, card = setup.page, setup.card("No time to read")
    page.open_card(card)
    field = page.inspector.card.text.field
    qtbot.keyClicks(field, "Busy")
    cards.edit_card(setup.store, setup.card("Afraid"), strength=1)

    assert field.toPlainText() == "Busy"
    qtbot.keyClicks(field, " all day")
    field.flush()
    assert page.personas.card[card].text == "Busy all day"


def test_how_many_said_it_is_read_and_what_is_no_number_is_refused(setup, qtbot):
    page, card = setup.page, setup.card("No time to read")
    page.select(card)
    said = page.inspector.card.said
    for text, kept, wrong in (("5 of 9", (5, 9), False), ("many", (5, 9), True), ("7/8", (7, 8), False)):
        said.field.selectAll()
        qtbot.keyClicks(said.field, text)
        said.field.flush()
        found = page.personas.card[card]
        assert ((found.said, found.asked), bool(said.error.text())) == (kept, wrong)


def test_what_answers_a_card_evidence_and_who_else_says_it_stand_in_the_inspector(setup, qtbot):
    page, card = setup.page, setup.card("No time to read")
    theirs = keeping.duplicate_persona(setup.store, setup.ids["managers"], "Twins")
    page.select(card)
    inspector = page.inspector

    assert len(inspector.evidence.rows.buttons) == 3
    assert [it.text() for it in inspector.also.chips] == ["Twins", "Curious newcomers"]  # theirs is worded otherwise
    qtbot.keyClicks(inspector.evidence.line, "Too long; did not read.")
    qtbot.keyClick(inspector.evidence.line, Qt.Key.Key_Return)
    assert [it.text for it in page.personas.evidence(card)][-1] == "Too long; did not read."
    inspector.also.chips[0].click()
    assert page.whose == theirs


def test_a_signal_is_measured_today_and_its_line_is_drawn(setup, qtbot):
    page, card = setup.page, setup.card("Returns within 7 days")
    page.select(card)
    before = len(page.personas.readings[card])
    qtbot.keyClicks(page.inspector.card.value.field, "52")
    page.inspector.card.note.click()

    assert 52 in [it.value for it in page.personas.readings[card]]
    assert len(page.personas.readings[card]) == before + 1


def test_arrows_walk_and_with_alt_they_move_cards_and_sections(setup, qtbot):
    page, card = setup.page, setup.card("No time to read")
    page.select(card, reveal=True)
    qtbot.keyClick(page.document.widget_of(card), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert setup.texts("blockers")[1].startswith("No time to read")
    qtbot.keyClick(page.document.widget_of(card), Qt.Key.Key_Left)
    assert page.selected == setup.card("Afraid")
    page.select(card, reveal=True)
    qtbot.keyClick(page.document.widget_of(card), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert setup.texts("motivations")[-1].startswith("No time to read")
    page.select(setup.section("risks"), reveal=True)
    qtbot.keyClick(page.document.widget_of(page.selected), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    keys = [it.key for it in page.personas.sections[page.whose]]
    assert keys.index("risks") == keys.index("programs") - 1


def test_a_card_is_dragged_into_another_section_and_a_section_above_another(setup):
    page, card = setup.page, setup.card("Afraid")
    target = page.document.widget_of(setup.card("A calm Monday"))
    drag(page.document.widget_of(card), target.mapToGlobal(QPoint(4, target.height() // 2)))
    assert setup.texts("motivations")[0].startswith("Afraid")
    profile = page.document.sections[setup.section("profile")].head
    drag(page.document.sections[setup.section("blockers")].head, profile.mapToGlobal(QPoint(10, -12)))

    assert page.personas.sections[page.whose][0].key == "blockers"


def test_esc_ends_a_drag_and_nothing_is_moved(setup, qtbot):
    page, card = setup.page, setup.card("Afraid")
    before, face = setup.texts("blockers"), page.document.widget_of(card)
    begin = face.mapToGlobal(face.rect().center())
    mouse(face, QEvent.Type.MouseButtonPress, begin)
    mouse(face, QEvent.Type.MouseMove, begin - QPoint(0, 100))
    qtbot.keyClick(face, Qt.Key.Key_Escape)
    mouse(face, QEvent.Type.MouseButtonRelease, begin - QPoint(0, 100))

    assert setup.texts("blockers") == before


def test_deleting_is_said_with_a_way_back_and_the_next_card_is_selected(setup):
    page = setup.page
    page.select(setup.card("No time to read"))
    page.edits.delete_selected()

    assert page.selected == setup.card("Afraid")
    assert setup.asked.told[-1].id == "personas.card.deleted"
    setup.store.undo()
    assert len(setup.texts("blockers")) == 2


def test_personas_are_put_in_order_by_drag_and_by_keys(setup, qtbot):
    page = setup.page
    rows = page.list.rows
    last = rows[setup.ids["builders"]]
    drag(rows[setup.ids["managers"]], last.mapToGlobal(QPoint(10, last.height() - 4)))
    assert [it.key for it in page.personas.current()] == ["newcomers", "builders", "managers"]
    qtbot.keyClick(page.list.rows[setup.ids["managers"]], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [it.key for it in page.personas.current()] == ["newcomers", "managers", "builders"]


def test_archived_personas_lie_under_a_fold_and_come_back(setup):
    page = setup.page
    page.open_persona(setup.ids["builders"])
    page.edits.archive()
    assert not page.list.fold.isHidden()
    assert setup.ids["builders"] in page.list.rows
    page.edits.archive()

    assert page.list.fold.isHidden()


def test_what_is_added_to_the_blank_template_every_new_persona_has(setup, qtbot):
    page = setup.page
    page.list.blank.click()
    assert page.whose == BLANK
    assert not page.document.head.face.isVisible()
    page.edits.add_section()
    qtbot.keyClicks(page.inspector.section.name.field, "Tools")
    page.flush()
    page.list.new.click()

    assert "Tools" in [it.section.name for it in page.document.sections.values()]
    assert page.document.head.name.hasFocus()


def test_a_section_of_text_shows_light_markdown_and_asks_before_it_opens_a_link(setup, qtbot):
    page = setup.page
    page.edits.add_section()
    page.edits.edit_section(page.selected, {"shape": Shape.TEXT})
    view = page.document.sections[page.selected]
    view.add.click()
    field = page.inspector.card.text.field
    assert field.hasFocus()
    data = QMimeData()
    data.setHtml("<p>Works in <b>shifts</b>, see <a href='https://example.org/x'>rota</a></p><script>x()</script>")
    field.insertFromMimeData(data)
    field.flush()
    (card,) = page.personas.cards[view.section.id]
    (text,) = view.texts.values()

    assert card.text == "Works in **shifts**, see [rota](https://example.org/x)"
    assert text.toPlainText() == "Works in shifts, see rota"
    panel = page.files.ask_about_link("https://example.org/x")
    assert panel.about.text() == "https://example.org/x"
    panel.cancel.click()


def test_pictures_named_in_a_text_are_never_loaded(setup, tmp_path, qtbot):
    red = tmp_path / "red.png"
    from PySide6.QtGui import QColor, QImage

    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 0))
    image.save(str(red))
    page = setup.page
    page.edits.add_section()
    page.edits.edit_section(page.selected, {"shape": Shape.TEXT})
    text = f"![x](file://{red}) <img src='{red}'> ![y]({red})"
    cards.add_card(setup.store, page.selected, text)
    (view,) = page.document.sections[page.selected].texts.values()
    picture = view.grab().toImage()
    pixels = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}

    assert view.toPlainText().startswith("![x]")
    assert "#ff0000" not in pixels


def test_events_that_serve_lead_to_the_calendar_and_a_stage_without_any_offers_a_tactic(setup):
    page = setup.page
    view = page.document.sections[setup.section("programs")]
    tile, row = view.findChildren(EventTile)[0], view.findChildren(MissingRow)[0]
    tile.click()
    event = setup.asked.gone[-1]
    assert event[0] == "calendar"
    assert page.whose in setup.store.of(Event).get(event[1]).personas
    menu = page.programs.ask_plan(row)
    menu.actions()[0].trigger()
    made = setup.store.of(Event).get(setup.asked.gone[-1][1])
    menu.close()

    assert (made.stage, made.personas, made.day) == (row.stage.id, (page.whose,), None)


def test_a_picture_is_encoded_anew_and_an_emoji_takes_its_place(setup, tmp_path):
    from PySide6.QtGui import QImage

    page, file = setup.page, tmp_path / "face.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.setText("Author", "somebody")
    image.save(str(file))
    take_picture(page, page.whose, file)
    kept = setup.store.picture(page.persona.picture)
    assert kept.startswith(b"\x89PNG")
    assert b"somebody" not in kept
    open_faces(page, page.document.head.face).emoji.chosen.emit("🦉")

    assert (page.persona.avatar, page.persona.picture) == ("🦉", "")


def test_what_is_no_picture_is_refused(setup, tmp_path):
    file = tmp_path / "face.png"
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    take_picture(setup.page, setup.page.whose, file)

    assert len(setup.asked.failed) == 1
    assert setup.page.persona.picture == ""
    setup.asked.failed.clear()


def test_an_older_playbook_offers_to_begin_and_writes_nothing_before(setup):
    store, page = setup.store, setup.page
    with store.change(page_step()):
        store.of(PersonaSection).delete([it.id for it in store.of(PersonaSection).all()])
    step = store.next_undo()
    page.open_persona(setup.ids["builders"])
    assert page.stack.currentWidget() is page.nothing
    assert store.next_undo() == step
    page.nothing.asked.emit()

    assert len(page.document.sections) == 8
    assert all(
        len([it for it in store.of(PersonaSection).all() if it.persona == key]) == 8 for key in setup.ids.values()
    )


def page_step():
    from app.message import say

    return say("step.begin")


def test_searching_steps_through_cards_of_all_personas_and_leads_to_them(setup, qtbot):
    page = setup.page
    page.finder.open()
    hits = page.finder.found("introduc")
    page.finder.show(hits[-1])

    assert len(hits) >= 3
    assert page.selected == hits[-1]
    assert page.whose == page.personas.persona_of(hits[-1])
    page.finder.close()


def test_the_window_leads_to_personas_and_to_cards(setup):
    page = setup.page
    (card,) = [it for it in page.personas.card.values() if it.text == "Templates shared"]
    assert (card.id, "Templates shared", "Power builders") in page.look_up("templates shared")
    page.show_thing(card.id)
    assert (page.whose, page.selected) == (setup.ids["builders"], card.id)
    page.show_thing(setup.ids["newcomers"])

    assert page.whose == setup.ids["newcomers"]


def test_everything_is_named_for_screen_readers_and_speaks_the_other_language(setup):
    page = setup.page
    faces = page.document.findChildren(CardFace)
    assert all(face.accessibleName() for face in faces)
    assert "Strong" in page.document.widget_of(setup.card("No time to read")).accessibleName()
    set_language("bg")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()

    assert page.header.title.text() == "Персони"
    assert page.list.new.text() == "Нова персона"


def test_deleting_the_open_persona_opens_another_and_undo_brings_all_back(setup):
    page, before = setup.page, len(list(setup.store.of(Persona).all()))
    page.edits.delete_persona()
    assert page.whose == setup.ids["newcomers"]
    setup.store.undo()

    assert len(page.personas.all) == before
    assert len(page.personas.sections[setup.ids["managers"]]) == 8
