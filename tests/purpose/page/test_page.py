"""The purpose page as a whole: boards, sentence, inspector, clipboard, pictures, search, what becomes of notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.playbook.records import save_record
from app.purpose import measuring, sentence
from app.purpose.board import Board, BoardKind, Category, Connector, GridLine, Note, NoteKind
from app.purpose.kpi import Kpi, Level
from app.purpose.reading import Reading
from app.tasks.task import Column, Task
from tests.on_desk import ASKED, PageOnDesk
from tests.purpose.rules.builders import a_frame, a_line, a_note
from widgets.common.words import set_language
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.no_board import STARTER_TEXTS

BOOK = Playbook(PLAYBOOK_ID, "Kestrel Circle", start=date(2027, 3, 1))


def a_card(id: str = "m", x: int = 400, y: int = 0, **fields) -> Note:
    return a_note(id, x, y, kind=NoteKind.METRIC, width=240, height=68, ref="k", text="Templates", **fields)


KPI = Kpi("k", "Templates", unit="templates", baseline=0.0, target=25.0, due=date(2027, 3, 31), since=date(2027, 3, 1))


def test_without_a_board_the_page_offers_some_to_start_from(hands, qtbot):
    with hands.store.change(sentence.say("purpose.step.sentence")):
        hands.store.of(Playbook).save([BOOK])
    hands.page.attach(hands.store)
    assert hands.page.stack.currentWidget() is hands.page.no_board

    qtbot.mouseClick(hands.page.no_board.starters["product-users"], Qt.MouseButton.LeftButton)

    assert hands.page.stack.currentWidget() is hands.canvas
    kinds = [note.kind for note in hands.notes()]
    assert kinds.count(NoteKind.FRAME) == 5
    assert kinds.count(NoteKind.METRIC) >= 3
    assert len(hands.lines()) >= 3
    assert hands.page.around.purpose.whom
    hands.store.undo()
    assert hands.page.stack.currentWidget() is hands.page.no_board


def test_a_journey_has_its_grid_and_notes_fall_into_its_places(hands):
    hands.fill()
    hands.page.board_questions.add_starter("journey")
    assert hands.store.of(GridLine).count() == 10
    assert hands.page.wall.board.name == "Member journey"
    hands.canvas.fit()
    hands.double(150, 60)
    hands.key(Qt.Key.Key_Escape)
    made = hands.newest()
    hands.drag((made.x + 80, made.y + 40), (made.x + 80 + 190, made.y + 40 + 128))
    landed = hands.note(made.id)
    assert landed.x >= 200
    assert landed.x + landed.width <= 370
    assert landed.y >= 138


def test_boards_are_switched_and_what_is_deleted_elsewhere_shows(hands):
    hands.fill(a_note("a"), a_note("far", board="other"))
    hands.page.open_board("other")
    assert set(hands.page.wall.notes) == {"far"}
    hands.page.board_questions.delete()
    assert hands.page.wall.board.id == "b"
    hands.store.undo()
    assert [board.name for board in hands.page.boards()] == ["Purpose", "Other"]


def test_the_sentence_and_its_chips_follow_the_store(hands):
    hands.fill(BOOK, KPI, a_card())
    bar = hands.page.sentence
    assert "Write the sentence" in bar.sentence.text()

    sentence.write_purpose(hands.store, whom="team leads", promise="plan calmer weeks")
    sentence.show_kpis(hands.store, ["k"])
    measuring.read_kpi(hands.store, "k", date(2027, 3, 9), 11)

    assert bar.sentence.text() == "Kestrel Circle helps team leads plan calmer weeks."
    assert bar.chips[0].accessibleName() == "Templates: 11 / 25 On track"


def test_the_inspector_edits_notes(hands):
    hands.fill(Stage("s", "Contribution", "challenge"), a_note("a"), a_note("c", 300), a_card(), KPI)
    hands.select("a")
    fields = hands.page.inspector.notes
    fields.text.field.setPlainText("Shares a template")
    fields.text.field.flush()
    fields.category.field.chosen.emit("behaviour")
    fields.stage.field.chosen.emit("s")
    fields.source.field.setText("6 interviews")
    fields.source.field.textEdited.emit("6 interviews")
    fields.source.field.flush()
    note = hands.note("a")
    assert (note.text, note.category, note.stage, note.source) == (
        "Shares a template", Category.BEHAVIOUR, "s", "6 interviews",
    )  # fmt: skip

    fields.outcomes.field.chosen.emit(("m",))
    assert hands.lines() == [("a", "m")]
    fields.outcomes.field.chosen.emit(())
    assert hands.lines() == []

    hands.select("a", "c")
    fields.category.field.chosen.emit("risk")
    assert {hands.note(key).category for key in ("a", "c")} == {Category.RISK}


def test_the_inspector_edits_the_kpi_of_a_card(hands):
    hands.fill(KPI, a_card())
    hands.select("m")
    card = hands.page.inspector.card
    card.now.field.entered.emit(11.0)
    card.target.field.entered.emit(30.0)
    card.level.field.chosen.emit("business")
    card.unit.field.committed.emit("%")
    card.due.field.entered.emit(date(2027, 4, 30))
    kpi = hands.store.of(Kpi).get("k")
    assert (kpi.target, kpi.level, kpi.unit, kpi.due) == (30.0, Level.BUSINESS, "%", date(2027, 4, 30))
    (reading,) = hands.store.of(Reading).all()
    assert (reading.value, reading.day) == (11.0, date(2027, 3, 10))

    card.source.field.committed.emit("Counted")
    assert next(iter(hands.store.of(Reading).all())).source == "Counted"
    card.now.field.refused.emit("many")
    assert card.now.error.text() == "That is no number"


def test_a_kpi_that_is_renamed_elsewhere_is_renamed_on_its_card(hands):
    hands.fill(KPI, a_card())
    hands.select("m")
    save_record(hands.store, replace(KPI, name="Templates that travel"))
    assert hands.page.inspector.notes.text.field.toPlainText() == "Templates that travel"
    assert [line.text.text() for line in hands.canvas.picture.faces.of(hands.note("m")).lines] == [
        "Templates that travel"
    ]
    hands.page.show_outline()
    assert hands.page.inspector.outline.outline.index(0).data() == "Templates that travel"


def test_the_inspector_edits_connectors(hands):
    hands.fill(a_note("a"), a_note("c", 300), a_line("a", "c"))
    hands.click(230, 45)
    lines = hands.page.inspector.lines
    lines.course.field.chosen.emit("elbow")
    lines.start_head.click()
    lines.colour.field.chosen.emit("live")
    line = hands.store.of(Connector).get("a-c")
    assert (line.course, line.start_head, line.colour) == ("elbow", True, "live")


def test_what_is_missing_is_listed_and_leads_there(hands, qtbot):
    hands.fill(a_note("a", category=Category.BEHAVIOUR), a_note("o", 4000, category=Category.OUTCOME))
    rows = hands.page.inspector.missing
    hands.canvas.select(Selection())
    hands.page.inspector.refresh()
    assert [button.row.quiet for button in rows.buttons] == ["Leads to no outcome", "Nothing measures it"]

    qtbot.mouseClick(rows.buttons[1], Qt.MouseButton.LeftButton)
    assert hands.selection.notes == ("o",)
    assert hands.canvas.visible_part().contains(4050, 45)


def test_fields_made_before_anything_is_selected_stay_out_of_sight(hands):
    hands.fill(a_note("a", category=Category.BEHAVIOUR))
    side = hands.page.inspector
    side.prepare()
    assert all(group.isHidden() for group in side.fields)
    assert side.missing.isVisible()


def test_a_note_shows_the_metric_that_it_leads_to_and_what_it_rests_on(hands, qtbot):
    hands.fill(
        Kpi("k", "Answers", unit="%", target=50.0),
        Reading("r1", "kpi", "k", date(2027, 3, 1), 31.0),
        Reading("r2", "kpi", "k", date(2027, 3, 8), 37.0, "dashboard"),
        a_note("a", category=Category.BEHAVIOUR),
        a_note("p", 0, 300, text="Nobody answers"),
        a_note("m", 400, kind=NoteKind.METRIC, ref="k"),
        a_line("a", "m"),
        a_line("p", "a", label="so"),
    )
    hands.select("a")
    side = hands.page.inspector
    assert not side.card.isHidden()
    rows = [(it.row.text, it.row.quiet) for it in side.evidence.buttons]
    assert rows == [("Nobody answers", "Leads here · so"), ("37%", "8 Mar · dashboard"), ("31%", "1 Mar")]

    side.card.target.field.entered.emit(60.0)
    assert hands.store.of(Kpi).get("k").target == 60
    qtbot.mouseClick(side.evidence.buttons[1], Qt.MouseButton.LeftButton)
    assert hands.selection.notes == ("a",)
    qtbot.mouseClick(side.evidence.buttons[0], Qt.MouseButton.LeftButton)
    assert hands.selection.notes == ("p",)
    assert side.card.isHidden()


def test_programs_and_events_that_serve_a_kpi_are_named_and_lead_there(hands, qtbot):
    hands.fill(
        Kpi("k", "Answered"),
        Program("p", "First week", "Nobody waits"),
        Link("l", "program", "p", "kpi", "k", "serves"),
        Event("weekly", "Office hours", "ama", date(2027, 3, 3), rrule="FREQ=WEEKLY", kpi="k"),
        Event("other", "Something else", "ama", date(2027, 3, 4)),
        a_note("a", kind=NoteKind.METRIC, ref="k"),
    )
    hands.select("a")
    side = hands.page.inspector
    assert [(it.row.text, it.row.quiet) for it in side.serving.buttons] == [
        ("First week", "Nobody waits"),
        ("Office hours", "Series from 3 Mar"),
    ]
    qtbot.mouseClick(side.serving.buttons[1], Qt.MouseButton.LeftButton)
    assert PageOnDesk.gone(hands.page) == [("calendar", "weekly")]

    with hands.store.change(sentence.say("purpose.step.sentence")):
        hands.store.of(Event).delete(["weekly"])
    assert [it.row.text for it in side.serving.buttons] == ["First week"]
    hands.select()
    assert side.serving.isHidden()


def test_notes_become_tasks_and_show_how_they_stand(hands):
    hands.fill(Column("todo", "To do"), a_note("a", text="Ask founders"), a_note("c", 300, text="And investors"))
    hands.select("c", "a")
    hands.choose("purpose_become_task")
    (task,) = hands.store.of(Task).all()
    assert (task.title, task.notes) == ("Ask founders", "- And investors")
    assert [button.row.quiet for button in hands.page.inspector.results.buttons] == []

    hands.select("a")
    (row,) = hands.page.inspector.results.buttons
    assert (row.row.text, row.row.quiet) == ("Ask founders", "To do")
    hands.choose("purpose_jump")
    assert PageOnDesk.gone(hands.page) == [("tasks", task.id)]

    with hands.store.change(sentence.say("purpose.step.sentence")):
        hands.store.of(Task).delete([task.id])
    assert hands.page.inspector.results.buttons[0].row.quiet == "Deleted"
    hands.choose("purpose_jump")
    assert ASKED[id(hands.page.desk)].told[-1].id == "purpose.became.deleted"


def test_a_note_becomes_an_event_a_program_and_a_kpi_with_a_card(hands):
    hands.fill(Kind("other", "Other", "ops", "circle"), a_note("a", text="Template swap"))
    hands.select("a")
    hands.choose("purpose_become_event")
    hands.choose("purpose_become_program")
    hands.choose("purpose_become_kpi")

    assert next(iter(hands.store.of(Event).all())).title == "Template swap"
    card = hands.newest()
    assert (card.kind, card.text, hands.lines()) == (NoteKind.METRIC, "Template swap", [("a", card.id)])
    hands.select("a")
    assert [it.row.target.to_kind for it in hands.page.inspector.results.buttons] == ["event", "program", "kpi"]


def test_notes_are_copied_within_and_between_boards_and_as_text(hands):
    hands.fill(a_note("a", text="One"), a_note("c", 300, text="Two"), a_line("a", "c"))
    hands.select("a", "c")
    hands.choose("purpose_copy")
    assert QGuiApplication.clipboard().text() == "One\n\nTwo"

    hands.choose("purpose_paste")
    assert len(hands.lines()) == 2
    hands.page.open_board("other")
    hands.choose("purpose_paste")
    assert sorted(note.text for note in hands.page.wall.notes.values()) == ["One", "Two"]
    assert len(hands.page.wall.connectors) == 1


def test_cutting_takes_away_what_pasting_brings_back(hands):
    hands.fill(a_note("a", text="One"))
    hands.select("a")
    hands.choose("purpose_cut")
    assert hands.notes() == []
    hands.choose("purpose_paste")
    assert [note.text for note in hands.notes()] == ["One"]


def test_text_becomes_notes(hands):
    hands.fill()
    QGuiApplication.clipboard().setText("First thought\n\nSecond thought\nwith a second line")
    hands.choose("purpose_paste")
    assert sorted(note.text for note in hands.notes()) == ["First thought", "Second thought\nwith a second line"]


def test_garbage_that_claims_to_be_notes_is_refused(hands):
    hands.fill()
    data = QMimeData()
    data.setData("application/x-sedyanka-notes", b'{"notes": [{"id": 3}], "connectors": []}')
    hands.page.clip.drop(data, QPointF(0, 0))
    assert [error.what.id for error in PageOnDesk.failed(hands.page.desk)] == ["error.import"]
    PageOnDesk.failed(hands.page.desk).clear()
    assert hands.notes() == []


def a_picture(path, width=64, height=48):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.setText("Author", "somebody")
    assert image.save(str(path))
    return path


def test_a_dropped_picture_is_encoded_anew(hands, tmp_path):
    hands.fill()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_picture(tmp_path / "map.png")))])
    hands.page.clip.drop(data, QPointF(100, 100))
    (note,) = hands.notes()
    assert (note.kind, note.text, note.width, note.height) == (NoteKind.IMAGE, "map", 64, 48)
    kept = hands.store.picture(note.ref)
    assert b"somebody" not in kept
    assert hands.page.canvas.picture.faces.of(note).image.width() == 64


@pytest.mark.parametrize("content", [b"no picture at all", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_what_is_no_picture_is_refused_and_nothing_changes(hands, tmp_path, content):
    hands.fill()
    file = tmp_path / "bad.png"
    file.write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    hands.page.clip.drop(data, QPointF(0, 0))
    assert [error.why.id for error in PageOnDesk.failed(hands.page.desk)] == ["purpose.image.no_picture"]
    PageOnDesk.failed(hands.page.desk).clear()
    assert hands.notes() == []


def test_a_search_centres_the_hit(hands, qtbot):
    hands.fill(a_note("a", text="Template swap"), a_note("c", 5000, 3000, text="Swap again"))
    hands.choose("purpose_find")
    bar = hands.page.finder.bar
    bar.field.setText("swap")
    bar.searched.emit("swap")
    hands.page.finder.step(1)
    assert hands.selection.notes == ("c",)
    assert (hands.canvas.visible_part().center() - QPointF(5080, 3045)).manhattanLength() < 3
    assert hands.canvas.hits == {"a", "c"}
    hands.page.finder.close()
    assert hands.canvas.hits == frozenset()


def test_the_palette_finds_notes_of_all_boards_and_leads_there(hands):
    hands.fill(a_note("a", text="Template swap"), a_note("far", board="other", text="Swap elsewhere"))
    assert sorted(hands.page.look_up("swap")) == [
        ("a", "Template swap", "Purpose"), ("far", "Swap elsewhere", "Other"),
    ]  # fmt: skip
    hands.page.show_thing("far")
    assert (hands.page.wall.board.id, hands.selection.notes) == ("other", ("far",))


def test_a_board_from_a_template_is_made_by_the_palette_as_well(hands):
    hands.fill(a_note("a"))
    before = len(hands.page.boards())
    offered = [it for it in hands.page.page_actions() if it.id.startswith("purpose_starter_")]
    assert len(offered) == len(STARTER_TEXTS)

    next(it for it in offered if it.id == "purpose_starter_journey").handler()
    assert len(hands.page.boards()) == before + 1
    assert hands.page.wall.board.kind is BoardKind.JOURNEY


def test_presenting_goes_from_the_whole_to_each_frame(hands, qtbot):
    hands.fill(a_frame(), a_frame("g", 600), a_note("a", 20, 40))
    hands.page.present()
    shown = hands.page._presenting
    assert len(shown.parts) == 3
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.at == 1
    shown.grab()
    with qtbot.waitSignal(shown.destroyed):
        qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_a_board_is_a_picture_of_all_or_of_the_selection(hands):
    from widgets.purpose.copying import copy_picture, drawn

    hands.fill(a_note("a"), a_note("c", 1000, 800))
    whole = drawn(hands.canvas.picture, None)
    part = drawn(hands.canvas.picture, frozenset({"a"}))
    assert (whole.width(), whole.height()) == (2 * 1200, 2 * 930)
    assert (part.width(), part.height()) == (2 * 200, 2 * 130)
    copy_picture(hands.page)
    assert QGuiApplication.clipboard().image().width() == 2400


def test_another_language_says_everything_anew(hands):
    hands.fill(BOOK, a_frame(), a_note("a", 20, 40))
    set_language("bg")
    QCoreApplication.sendPostedEvents()
    hands.page.grab()
    assert hands.page.header.frame.title.text() == "Смисъл"
    frame = hands.canvas.picture.faces.of(hands.note("f"))
    assert [line.text.text() for line in frame.quiet] == ["1 бележка"]


def test_everything_is_undone_and_done_again_and_the_page_shows_it(hands):
    hands.fill(a_note("a"))
    hands.double(500, 300)
    hands.type("New")
    hands.key(Qt.Key.Key_Escape)
    hands.drag((80, 45), (80, 345))
    while hands.store.next_undo() and hands.store.next_undo().id.startswith("purpose"):
        hands.store.undo()
    assert set(hands.page.wall.notes) == {"a"}
    assert hands.page.wall.notes["a"] == a_note("a")
    while hands.store.next_redo():
        hands.store.redo()
    assert sorted(note.text for note in hands.page.wall.notes.values()) == ["A", "New"]
    assert hands.store.of(Board).count() == 2
