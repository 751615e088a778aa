"""What a playbook or a calendar of somebody else says is shown letter by letter: a tooltip would load its pictures."""

import pytest
from PySide6.QtCore import Qt

from app.calendar.event import ChecklistStep, Event
from app.tactics.tactic import Tactic
from widgets.calendar.side.backlog_model import BacklogModel
from widgets.calendar.side.palette_model import TACTIC_ID, PaletteModel
from widgets.common.checklist_model import ChecklistModel
from widgets.shell.undo_button import UndoButton

HOSTILE = '<img src="file:///etc/hostname"> & co'


@pytest.fixture
def tooltips(qapp):
    backlog, palette, checklist, undo = BacklogModel(), PaletteModel(), ChecklistModel(), UndoButton()
    backlog.show_events([Event("e", HOSTILE, "k")], {})
    palette.show_tactics([Tactic("t", HOSTILE, "k")], {})
    checklist.show_steps([ChecklistStep("c", "e", 0, HOSTILE)])
    undo.resize(10, 10)
    undo.show_step(HOSTILE)
    rows = [palette.index(row) for row in range(palette.rowCount())]
    tactic = next(row for row in rows if row.data(TACTIC_ID) == "t")
    shown = [index.data(Qt.ItemDataRole.ToolTipRole) for index in (backlog.index(0), tactic, checklist.index(0))]
    return [*shown, undo.toolTip()]


def test_no_tooltip_takes_a_title_for_markup(tooltips):
    assert [text.count("&lt;img") for text in tooltips if text] == [1] * len([text for text in tooltips if text])
    assert len([text for text in tooltips if text]) >= 3
    assert not any("<img" in text for text in tooltips)
