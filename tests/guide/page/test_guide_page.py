"""The guide page: chapters, rows, what edits them, and what a person types."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.guide.chapter import Chapter
from app.guide.editing import edit
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.role import GuideRole
from app.guide.snapshot import Row
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine, ToneShape
from tests.on_desk import shown
from tests.standing_clock import store as store
from widgets.guide.page import GuidePage

DATA = "Personal data posted"


def inspector(setup):
    return setup.page.side.currentWidget()


def test_every_chapter_is_listed_and_shown_with_how_far_it_is(setup):
    listed = [setup.page.left.list.rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(9)]

    assert [it.chapter.name for it in setup.page.document.views()] == [it.partition(",")[0] for it in listed]
    assert listed[0] == "Tone & voice, written"


def test_pressing_a_chapter_scrolls_to_it_and_scrolling_chooses_it(setup, qtbot):
    roles = setup.guide.chapter("roles")
    setup.page.left.list.chosen.emit(roles.id)
    qtbot.waitUntil(lambda: setup.page.left.list.key() == roles.id)

    assert setup.view("roles").title.visibleRegion().boundingRect().isValid()


def test_a_press_shows_a_row_and_a_double_press_edits_it(setup):
    table, row = setup.view("escalation").table, setup.row(DATA, Severity.HIGH)
    setup.click(table, row)

    assert setup.page.bench.chosen == row
    assert inspector(setup).name.texts["name"].field.text() == DATA

    setup.click(table, row, twice=True)

    assert inspector(setup).name.texts["name"].field.hasFocus()


def test_arrows_walk_and_enter_edits(setup):
    rows = setup.view("strikes").table.list
    rows.take_keyboard(Row(StrikeLevel, next(iter(setup.guide.of(StrikeLevel)))))
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)

    assert setup.page.bench.chosen == Row(StrikeLevel, list(setup.guide.of(StrikeLevel))[1])
    assert inspector(setup).groups[0].texts["name"].field.hasFocus()


def test_what_is_typed_is_saved_after_half_a_second(setup, qtbot):
    row = setup.row(DATA, Severity.HIGH)
    setup.page.bench.open(row)
    field = inspector(setup).action.texts["action"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Hide it now")

    assert setup.store.of(Escalation).get(row.id).action != "Hide it now"

    qtbot.waitUntil(lambda: setup.store.of(Escalation).get(row.id).action == "Hide it now", timeout=2000)


def test_a_change_from_elsewhere_leaves_what_is_being_typed(setup):
    row = setup.row(DATA, Severity.HIGH)
    setup.page.bench.open(row)
    field = inspector(setup).action.texts["action"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Hide it")
    edit(setup.store, Escalation, row.id, after_hours="Call", action="Something else")

    assert field.toPlainText() == "Hide it"
    assert inspector(setup).after.texts["after_hours"].field.toPlainText() == "Call"


def test_leaving_the_row_saves_what_was_typed_where_it_was_typed(setup):
    row, other = setup.row(DATA, Severity.HIGH), setup.row(DATA, Severity.LOW)
    setup.page.bench.open(row)
    field = inspector(setup).action.texts["action"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Hide it")
    setup.page.bench.show(other)

    assert setup.store.of(Escalation).get(row.id).action == "Hide it"
    assert setup.store.of(Escalation).get(other.id).action != "Hide it"


def test_a_severity_that_the_matrix_has_is_led_to_and_another_is_given_to_the_row(setup):
    high = setup.row(DATA, Severity.HIGH)
    setup.page.bench.open(high)
    inspector(setup).severity.severity.field.chosen.emit("low")

    assert setup.page.bench.chosen == setup.row(DATA, Severity.LOW)

    harassment = setup.row("Harassment or threat", Severity.MEDIUM)
    setup.page.bench.open(harassment)
    inspector(setup).severity.severity.field.chosen.emit("low")

    assert setup.store.of(Escalation).get(harassment.id).severity is Severity.LOW


def test_a_scenario_is_added_and_its_name_is_written(setup):
    setup.page.bench.choose(setup.row(DATA, Severity.HIGH))
    setup.page.add_row()

    assert setup.names(Scenario)[-1] == "New scenario"
    assert inspector(setup).name.texts["name"].field.hasFocus()

    setup.store.undo()

    assert "New scenario" not in setup.names(Scenario)
    assert setup.page.side.isHidden()


def test_a_scenario_is_put_in_order_by_keys_and_by_the_mouse(setup):
    table = setup.view("escalation").table
    first, second, third = setup.names(Scenario)[:3]
    row = setup.row(first, Severity.HIGH)
    table.list.take_keyboard(row)
    QTest.keyClick(table.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert setup.names(Scenario)[:3] == [second, first, third]

    setup.drag(table, setup.row(first, Severity.LOW), setup.row(third, Severity.HIGH))

    assert setup.names(Scenario)[:3] == [second, third, first]

    setup.store.undo()
    setup.store.undo()

    assert setup.names(Scenario)[:3] == [first, second, third]


def test_rows_of_the_tone_and_chapters_are_dragged(setup):
    table = setup.view("tone").tables[ToneShape.PAIR]
    pairs = [it for it in setup.guide.of(ToneLine).values() if it.shape is ToneShape.PAIR]
    setup.drag(table, Row(ToneLine, pairs[2].id), Row(ToneLine, pairs[0].id), below=False)
    now = [it.text for it in setup.guide.of(ToneLine).values() if it.shape is ToneShape.PAIR]

    assert now == [pairs[2].text, pairs[0].text, pairs[1].text]

    setup.page.left.list.setFocus()
    setup.page.left.list.choose(setup.guide.chapter("roles").id)
    QTest.keyClick(setup.page.left.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert setup.names(Chapter).index("Roles") == 2
    assert [it.chapter.name for it in setup.page.document.views()] == setup.names(Chapter)


def test_escape_lets_a_dragged_row_be(setup):
    table, before = setup.view("roles").table, setup.names(GuideRole)
    view = table.list.viewport()
    middle = table.list.visualRect(table.list.lines.index(0, 0)).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(view, middle.__class__(middle.x(), middle.y() + 90))
    QTest.keyClick(table.list, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    assert setup.names(GuideRole) == before


def test_a_row_is_deleted_and_said_and_undo_brings_it_back(setup):
    row = setup.row(DATA, Severity.HIGH)
    setup.page.bench.open(row)
    inspector(setup).head.delete.click()

    assert list(setup.store.of(Escalation).some([row.id])) == []
    assert [it.id for it in setup.asked.told] == ["guide.deleted"]
    assert setup.page.side.isHidden()

    setup.store.undo()

    assert setup.view("escalation").table.list.lines.row_of(row) >= 0


def test_words_of_ones_own_are_told_beside_people_and_roles(setup):
    row = setup.row(DATA, Severity.HIGH)
    setup.page.bench.open(row)
    before = setup.store.of(Escalation).get(row.id).told
    inspector(setup).told.tell(told=(*before, "the data protection office"))

    line = setup.view("escalation").table.list.lines.all[setup.view("escalation").table.list.lines.row_of(row)]
    assert "the data protection office" in line.cells[3].text


def test_a_message_of_a_strike_is_kept_by_language(setup):
    level = Row(StrikeLevel, next(iter(setup.guide.of(StrikeLevel))))
    setup.page.bench.open(level)
    bulgarian = inspector(setup).groups[1].texts["bg"].field
    bulgarian.setFocus()
    bulgarian.selectAll()
    QTest.keyClicks(bulgarian, "Zdravey")
    bulgarian.flush()

    assert [code for code, _ in setup.store.of(StrikeLevel).get(level.id).message] == ["en", "bg"]
    assert dict(setup.store.of(StrikeLevel).get(level.id).message)["bg"] == "Zdravey"


def test_a_free_section_is_written_in_light_markdown(setup):
    setup.page.page_actions()[1].handler()
    field = inspector(setup).groups[0].text.field
    field.setFocus()
    QTest.keyClicks(field, "**Bold** <b>not</b>")
    field.flush()
    *_, last = setup.page.document.views()

    assert last.intro.toPlainText() == "Bold <b>not</b>"


def test_a_playbook_without_a_guide_begins_with_a_ready_one_in_one_step(store, qtbot):
    with shown(GuidePage, store, qtbot) as page:
        assert page.middle.currentWidget() is page.starting
        assert len(page.starting.choices()) == 3

        page.starting.start("product-users")

        assert page.middle.currentWidget() is page.document
        assert len(list(page.document.views())) == 9

        store.undo()

        assert page.middle.currentWidget() is page.starting
