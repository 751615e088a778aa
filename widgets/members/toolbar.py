"""The bar over the members: which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.members.filter import MemberFilter
from app.members.snapshot import Members
from app.personas.offering import offered
from widgets.common.elided_label import ElidedLabel
from widgets.common.filter_chip import FilterChip
from widgets.common.words import Retranslated, tr

NONE = "-"  # the key of "has none" in a chip


class MembersToolbar(Retranslated):
    """40 px: filters as pills, Clear while there are any.

    Signals:
        filter_chosen: only some members are to be shown (a MemberFilter).
    """

    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter, self._members = MemberFilter(), Members()
        self.setFixedHeight(41)
        self.label, self.clear, self.sum = QLabel(), QPushButton(), ElidedLabel(look="caption")
        self.label.setProperty("look", "caption")
        self.clear.setProperty("look", "link")
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.states, self.personas, self.tags = FilterChip(), FilterChip(), FilterChip()
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        for widget in (self.label, self.states, self.personas, self.tags, self.clear):
            row.addWidget(widget)
        row.addWidget(self.sum, 1)
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(line)
        self.states.chosen.connect(lambda keys: self._choose(states=_ids(keys)))
        self.personas.chosen.connect(lambda keys: self._choose(personas=_ids(keys)))
        self.tags.chosen.connect(lambda keys: self._choose(tags=frozenset(keys)))
        self.clear.clicked.connect(lambda: self.filter_chosen.emit(MemberFilter(who=self._filter.who)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label.setText(tr("members.where"))
        self.clear.setText(tr("members.clear"))
        self.clear.setAccessibleName(tr("members.clear"))
        self.states.set_caption(tr("members.filter.state"))
        self.personas.set_caption(tr("members.filter.persona"))
        self.tags.set_caption(tr("members.filter.tag"))
        self._offer()

    def show_filter(self, members: Members, chosen: MemberFilter, words: str) -> None:
        """Offer what there is to choose among, show what is chosen, and say how many that are."""
        self._members, self._filter = members, chosen
        self._offer()
        self.states.set_keys(_keys(chosen.states, members.states))
        self.personas.set_keys(_keys(chosen.personas, members.personas))
        self.tags.set_keys(sorted(chosen.tags))
        self.clear.setVisible(chosen != MemberFilter(who=chosen.who))
        self.sum.setText(words)

    def _offer(self) -> None:
        members = self._members
        states = [(it.id, it.name, f"category.{it.colour}.solid") for it in members.states.values()]
        personas = [
            (it.id, it.name, f"category.{it.colour}.solid") for it in offered(members.personas, self._filter.personas)
        ]
        self.states.set_choices([*states, (NONE, tr("members.state.none"), "")])
        self.personas.set_choices([*personas, (NONE, tr("members.persona.none"), "")])
        tags = members.words_in_use("tags")
        self.tags.set_choices([(tag, tag, "") for tag in tags])
        self.tags.setVisible(bool(tags or self._filter.tags))

    def _choose(self, **terms: object) -> None:
        self.filter_chosen.emit(replace(self._filter, **terms))  # type: ignore[arg-type]


def _ids(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset("" if key == NONE else key for key in keys)


def _keys(ids: Iterable[str], order: Iterable[str]) -> list[str]:
    chosen = set(ids)
    there = [key for key in order if key in chosen]
    return [*there, *([NONE] if "" in chosen else []), *sorted(chosen - set(there) - {""})]
