"""Where there is little room: filters fold, and nothing stays behind the bar over the foot."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint

from tests.tasks.builders import add
from widgets.common.shadow import MARGIN
from widgets.common.words import set_language


@pytest.fixture
def narrow(setup, qtbot):
    page = setup.page
    add(setup.store, "Tagged", tags=("swap",))
    set_language("bg")
    page.show_everything()
    page.resize(480, 700)
    qtbot.wait(1)
    yield page
    set_language("en")


def chips_of(toolbar):
    return [*toolbar.chips.values(), toolbar.late, toolbar.hide_done]


def test_filters_without_room_fold_and_none_is_cut(narrow):
    bar = narrow.toolbar
    shown = [chip for chip in chips_of(bar) if chip.isVisible()]
    assert bar.more.isVisible()
    assert bar.more.text() == str(len(bar._folded))
    assert all(chip.width() >= chip.sizeHint().width() for chip in shown)


def test_all_filters_stand_in_the_bar_again_where_there_is_room(narrow, qtbot):
    narrow.resize(1400, 700)
    qtbot.wait(1)
    assert narrow.toolbar.more.isHidden()
    assert all(chip.isVisible() for chip in narrow.toolbar._offered)


def test_the_last_row_can_be_scrolled_free_of_the_bar(setup, qtbot):
    page = setup.page
    ids = [add(setup.store, f"Task {n}", due=date(2027, 3, 12)) for n in range(30)]
    page.open_view("list")
    lines = page.list.list
    plain = lines.verticalScrollBar().maximum()
    page.select(ids[:2])
    assert page.bar.isVisible()
    lines.verticalScrollBar().setValue(lines.verticalScrollBar().maximum())
    last = lines.visualRect(lines.model().index(lines.model().rowCount() - 1, 0))
    bottom = lines.viewport().mapToGlobal(last.bottomLeft()).y()
    assert bottom <= page.bar.mapToGlobal(QPoint(0, MARGIN)).y()
    page.select(ids[:1])
    assert lines.verticalScrollBar().maximum() == plain


def test_the_number_of_late_tasks_has_room_however_large_it_is(setup):
    late = setup.page.toolbar.late
    late.show_count("Only late", 2)
    narrow = late.sizeHint().width()
    late.show_count("Only late", 120)

    assert late.sizeHint().width() >= narrow + 14  # two digits of 12 px
    assert late.accessibleName() == "Only late 120"
