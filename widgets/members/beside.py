"""What stands beside the members: the inspector of who is selected, while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.members.snapshot import Members
from widgets.common.desk import Settings
from widgets.common.page_side import PageSide

if TYPE_CHECKING:
    from widgets.members.inspector import MemberInspector


class Beside(PageSide):
    """Closed at first: the people have all the room.

    Signals:
        inspector_made: the inspector was asked for the first time; until then nobody pays for its many fields.
    """

    inspector_made = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "members")
        self._inspector: MemberInspector | None = None
        self.hide()

    @property
    def inspector(self) -> MemberInspector:
        """The inspector, made when it is asked for the first time."""
        if self._inspector is None:
            from widgets.members.inspector import MemberInspector

            self._inspector = MemberInspector()
            self.add_side(self._inspector, "inspector", "inspector")
            self.inspector_made.emit(self._inspector)
        return self._inspector

    @property
    def inspecting(self) -> bool:
        """Whether the inspector is open."""
        return self._inspector is not None and not self.isHidden()

    def open(self, members: Members, ids: Sequence[str]) -> None:
        """Show members in the inspector."""
        self.inspector.show_members(members, ids)
        self.show()
        self.open_side(self.inspector)

    def close_inspector(self) -> None:
        """Give the room back to the people."""
        self.flush()
        if self._inspector:
            self._inspector.ids = []
        self.hide()

    def show_members(self, members: Members, ids: Sequence[str]) -> None:
        """Show others where the inspector is open."""
        if self.inspecting:
            self.inspector.show_members(members, ids)

    def refresh(self, members: Members) -> None:
        """Show what the snapshot holds now."""
        if self.inspecting:
            self.inspector.refresh(members)

    def flush(self) -> None:
        """Give what is being typed, now."""
        if self._inspector:
            self._inspector.flush()
