"""Everything about the selected branch or stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.funnel.branch import Branch
from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.hairline import hairline
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.words import tr
from widgets.funnel.canvas.faces import ROLE_ICONS, face_of
from widgets.funnel.columns import group_of
from widgets.funnel.inspector.branch_fields import BranchFields
from widgets.funnel.inspector.crossings_box import CrossingsBox
from widgets.funnel.inspector.results_box import ResultsBox
from widgets.funnel.inspector.stage_fields import StageFields
from widgets.funnel.inspector.step_box import StepBox


class Inspector(InspectorFrame):
    """Fields of branches or of one stage, what became of them, and the step to the next stage.

    Signals:
        branch_edited, stage_edited: fields have other values (name -> value).
        manage_requested: the things that a field chooses among are to be edited (side, the field).
    """

    branch_edited = Signal(object)
    stage_edited = Signal(object)
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ids: list[str] = []
        self._funnel = FunnelMap()
        self._results: Mapping[str, Sequence[Result]] = {}
        self._today = date(2027, 1, 1)
        self.branch, self.stage = BranchFields(), StageFields()
        self.crossings, self.results, self.step = CrossingsBox(), ResultsBox(), StepBox()
        self._lines = [hairline(), hairline()]
        parts = (self.branch, self.stage, self.crossings, self._lines[0], self.results, self._lines[1], self.step)
        self.fill(parts)
        self.branch.edited.connect(self.branch_edited)
        self.stage.edited.connect(self.stage_edited)
        self.branch.manage_requested.connect(self.manage_requested)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        keys = (
            ("Tab", tr("funnel.key.child")),
            ("Enter", tr("funnel.key.after")),
            ("F2", tr("funnel.action.rename")),
        )
        self.empty.set_texts(tr("funnel.inspector.empty"), keys=keys)
        self._show_head()

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show other things; what is being typed goes to the ones before."""
        if list(ids) != self.ids:
            self.flush()
            self.area.verticalScrollBar().setValue(0)
        self.ids = list(ids)
        self._show()

    def show_map(self, funnel: FunnelMap, results: Mapping[str, Sequence[Result]], today: date) -> None:
        """Show what the map holds now."""
        self._funnel, self._results, self._today = funnel, results, today
        self._show()

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.branch.flush()
        self.stage.flush()
        self.crossings.flush()

    def focus_notes(self) -> None:
        """Put the keyboard on the notes of a branch, or on the definition of a stage."""
        field = self.branch.notes.field if not self.branch.isHidden() else self.stage.definition.field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _branch_ids(self) -> list[str]:
        return [key for key in self.ids if self._funnel.branch(key)]

    def _stage_id(self) -> str:
        stages = [key for key in self.ids if key in self._funnel.stages]
        return stages[-1] if stages and not self._branch_ids() else ""

    def _show(self) -> None:
        branches, stage = self._branch_ids(), self._stage_id()
        self.show_fields(something=bool(branches or stage))
        self._show_head()
        one = len(branches) == 1
        self.branch.setVisible(bool(branches))
        self.stage.setVisible(bool(stage))
        self.results.setVisible(one)
        self._lines[0].setVisible(one)
        self.crossings.setVisible(False)
        of = stage or (self._funnel.forest.branches[branches[0]].stage if one else "")
        in_funnel = bool(of) and not self._funnel.map
        self.step.setVisible(in_funnel)
        self._lines[1].setVisible(in_funnel)
        if branches:
            some = [self._funnel.forest.branches[key] for key in branches]
            self.branch.show_branches(self._funnel, some, self._worn(some[0]) if one else "")
        if one:
            results = self._results.get(branches[0], ())
            self.branch.when.field.show_results(results, self._today)
            self.results.show_results(results, self._today)
            self.crossings.show_branch(self._funnel, branches[0])
        if stage:
            self.stage.show_things([self._funnel.stages[stage]])
        if of:
            order = list(self._funnel.stages)
            row = order.index(of) + 1
            following = self._funnel.stages[order[row]].name if row < len(order) else ""
            self.step.show_step(
                self._funnel.stages[of].name, following, self._funnel.conversions[of], self._funnel.colour(of)
            )

    def _worn(self, branch: Branch) -> str:
        """Return the icon that a branch has on the map of itself, done or not."""
        return face_of(self._funnel, self._results.get(branch.id, ()), replace(branch, done=False), self._today).icon

    def _show_head(self) -> None:
        branches, stage = self._branch_ids(), self._stage_id()
        if stage:
            what, sign = (tr("funnel.map.one"), "network") if self._funnel.map else (tr("field.stage"), "funnel")
            self.head.show_what(what, self._funnel.colour(stage), sign, active=True)
            self.head.duplicate.hide()
        elif len(branches) == 1:
            key = branches[0]
            branch = self._funnel.forest.branches[key]
            face = face_of(self._funnel, self._results.get(key, ()), branch, self._today)
            title = group_of(self._funnel, key) or tr("funnel.branch")
            sign = face.icon or ROLE_ICONS[self._funnel.role(key)]
            self.head.show_what(title, self._funnel.colour(key), sign, active=True)
        else:
            several = tr("funnel.branches", n=len(branches)) if branches else tr("funnel.branch")
            self.head.show_what(several, "ops", "git-branch", active=bool(branches))
