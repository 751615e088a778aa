"""What happened with a member: incidents, and the strikes that still count."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app.guide.incident import Incident
from app.guide.striking import counting, said
from app.members.snapshot import Members
from widgets.common.link_rows import Row, Rows
from widgets.common.words import Retranslated, day, tr, words


class MemberIncidents(Retranslated):
    """A line each, the latest on top; nothing while nothing happened.

    Signals:
        pressed: one of them is to be shown (its id).
    """

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Members, str] | None = None
        self.rows = Rows(ruled=True)
        self.rows.pressed.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_member(self, members: Members, member: str) -> None:
        """Show what happened with somebody, "" for several people at once."""
        self._shown = (members, member)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._shown is None:
            return
        members, member = self._shown
        there = members.incidents.get(member, []) if member else []
        count = len(counting(there, member, members.today))
        self.rows.show_rows(
            tr("members.strikes", n=count) if count else tr("members.incidents", n=len(there)),
            [_row(members, it) for it in there],
        )
        self.setVisible(bool(there))


def _row(members: Members, it: Incident) -> Row:
    strike = said(it, members.levels.get(it.level), members.today)
    scenario = members.scenarios.get(it.scenario, "")
    when = day(it.day, "d MMM yyyy" if it.day.year != members.today.year else "d MMM")
    counts = bool(it.level) and (it.expires is None or it.expires > members.today)
    quiet = words(strike) if strike else ""
    return Row("siren", "danger" if counts else "text_muted", " · ".join(filter(None, (when, scenario))), quiet, it.id)
