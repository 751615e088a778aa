"""Maps beside the funnel on the page: they come in after a question, are chosen in the head, and become stages."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from app.exchange.outline import Outline, OutlineItem
from app.funnel.bringing_in import add_map
from app.funnel.funnel_map import FunnelMap
from app.funnel.placing import maps_in_order, stages_in_order
from app.message import say
from tests.on_desk import PageOnDesk
from widgets.common.popover import Popover
from widgets.common.words import set_language
from widgets.funnel.outline_panel import ONTO, STAGES

OUTLINE = Outline("", (OutlineItem("Return"), OutlineItem("Write", 0), OutlineItem("Stay")))


@pytest.fixture
def map_id(page, store):
    key = add_map(store, OUTLINE, "Plan B")
    page.open_map(key)
    return key


def texts(page):
    return [page.funnel.text(key) for key in page.funnel.in_order()]


def told(page):
    return [message.id for message in PageOnDesk.told(page)]


def choices(page):
    menu = page.maps.show_menu()
    named = {entry.text(): entry for entry in menu.actions() if entry.text()}
    menu.close()
    return named


def test_an_outline_is_asked_for_and_becomes_a_map_that_is_shown(page, store, tmp_path, qtbot):
    file = tmp_path / "Завръщане.md"
    file.write_text("- Return\n  - Write\n- Stay\n", encoding="utf-8")
    before = [stage.id for stage in stages_in_order(store)]
    assert page.header.maps.isHidden()

    page.bring_in(file)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Popover)), timeout=20_000)
    panel = page.window().findChildren(Popover)[-1].content
    assert (panel.about.text(), panel.name.field.text()) == ("3 lines, 2 of them at the top", "Завръщане")
    assert maps_in_order(store) == []
    panel.name.field.clear()
    panel.accept.click()
    assert panel.name.error.text() == "A map needs a name."
    panel.name.field.setText("Back")
    panel.accept.click()

    assert texts(page) == ["Back", "Return", "Write", "Stay"]
    assert page.header.maps.text() == "Back"
    assert [stage.id for stage in stages_in_order(store)] == before
    assert told(page) == ["funnel.imported"]
    store.undo()
    assert (page.funnel.map, page.header.maps.isHidden()) == ("", True)


@pytest.mark.parametrize("goes", [STAGES, ONTO])
def test_or_it_becomes_a_part_of_the_funnel(page, store, tmp_path, goes):
    page.select(["welcome"])
    panel = page.files.ask(OUTLINE, tmp_path / "m.md")
    panel.choices[goes].setChecked(True)
    assert not panel.name.isEnabled()
    panel.accept.click()

    funnel = FunnelMap.read(store)
    where = list(funnel.stages)[-2:] if goes == STAGES else funnel.forest.children("welcome")[-2:]
    assert [funnel.text(key) for key in where] == ["Return", "Stay"]
    assert maps_in_order(store) == []


def test_on_a_map_nothing_is_a_stage(page, map_id, store):
    stages = stages_in_order(store)
    page.select([map_id])
    assert not page.inspector.stage.colour.isVisible()
    assert not page.inspector.step.isVisible()
    page.deeds.add_groups()
    page.edits.ask_reading_here()
    page.commands.run("funnel_stage")
    page.map.typing.editor.setPlainText("Grow")
    page.flush()

    assert texts(page) == ["Plan B", "Return", "Write", "Stay", "Grow"]
    assert stages_in_order(store) == stages
    page.focus_on_all()
    assert page.map.shown.focus == map_id
    page.deeds.fold_all()
    assert "Write" not in [page.funnel.text(key) for key in page.map.nodes]


def test_first_branches_of_a_map_are_drawn_in_colours_of_their_own(page, map_id):
    family = {page.funnel.text(node.id): node.family for node in page.map.nodes.values()}
    assert family["Return"] == family["Write"] != family["Stay"]
    assert family["Plan B"] == "ops"


def test_outline_and_table_show_the_map_as_well(page, map_id):
    for view in ("outline", "table"):
        page.open_view(view)
        model = page.outline.tree if view == "outline" else page.table.table
        shown = [model.index(row, 0).data() for row in range(model.rowCount())]
        assert shown[0] in ("Plan B", "Return")
        assert "Awareness" not in shown


def test_what_is_found_elsewhere_opens_the_map_that_it_is_on(page, map_id):
    write = next(key for key in page.funnel.in_order() if page.funnel.text(key) == "Write")
    page.show_thing("welcome")
    assert (page.funnel.map, page.selected) == ("", ["welcome"])
    page.show_thing(write)
    assert (page.funnel.map, page.selected) == (map_id, [write])


def test_the_menu_chooses_renames_merges_and_deletes(page, map_id, store):
    assert {"Funnel", "Plan B"} < choices(page).keys()
    panel = page.maps.rename()
    panel.fields.itemAt(0).widget().field.setText("Plan C")
    panel.accept.click()
    assert page.header.maps.text() == "Plan C"

    page.maps.delete()
    assert (page.funnel.map, maps_in_order(store)) == ("", [])
    store.undo()
    page.open_map(map_id)
    before = len(stages_in_order(store))
    page.maps.merge()

    assert page.funnel.map == ""
    assert [stage.name for stage in stages_in_order(store)][before:] == ["Return", "Stay"]
    assert [page.funnel.text(key) for key in page.selected] == ["Return", "Stay"]
    assert store.next_undo() == say("funnel.step.map.merge", title="Plan C")
    assert told(page) == ["funnel.map.deleted", "funnel.map.merged"]


def test_a_map_goes_out_by_its_own_name_and_its_words_are_in_both_languages(page, map_id, tmp_path):
    page.files.save_to(tmp_path / "m.md", "md")
    assert (tmp_path / "m.md").read_text(encoding="utf-8").startswith("# Plan B\n")
    set_language("bg")
    page.open_map("")
    assert page.header.maps.text() == "Фуния"


def test_what_a_map_hangs_on_is_deleted_with_the_map(page, map_id, store):
    before = stages_in_order(store)
    page.select([map_id])
    page.commands.run("funnel_delete")

    assert (maps_in_order(store), page.funnel.map) == ([], "")
    assert stages_in_order(store) == before


def test_a_large_paste_of_short_lines_is_read_in_a_child_and_written_in_steps(page, store, qtbot):
    page.select(["welcome"])
    QGuiApplication.clipboard().setText("- a\n" * 2_500)
    page.clipboard.paste()
    assert len(page.funnel.forest.children("welcome")) < 100

    qtbot.waitUntil(lambda: len(page.funnel.forest.children("welcome")) > 2_000, timeout=30_000)
    assert len(page.selected) == 2_500
    store.undo()
    assert len(page.funnel.forest.children("welcome")) < 100
