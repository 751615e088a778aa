"""What the window asks of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.message import Message
from app.store import Store
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.words import Retranslated


class Page(Retranslated):
    """A whole content area, its header included; the rail and the status strip are the window's.

    Signals:
        actions_changed: what can be done here changed; the window asks again.
    """

    actions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.room)
        self.desk = desk

    def attach(self, store: Store | None) -> None:
        """Show an open playbook, or nothing."""

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        return ()

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """Return the keys that are no actions, such as arrows, by what they do (ids of texts)."""
        return {}

    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return things of this page for the command palette as (id, title, where)."""
        return ()

    def look_of(self, id: str) -> tuple[str, str]:
        """Return the icon and the colour category ("" for none) of a thing that `look_up` found."""
        return "calendar", ""

    def regions(self) -> Sequence[QWidget]:
        """Return the regions that F6 leads round, in their order."""
        return (self,)

    def refresh(self) -> None:
        """Take over what was changed in Settings."""

    def bring_in(self, file: Path) -> None:
        """Take in a file that was dropped on the window: one of those that the page is said to take."""

    def show_step(self, step: Message) -> None:
        """Bring into view what was just undone or redone, when it cannot be seen."""

    def show_thing(self, id: str) -> None:
        """Jump to one thing and select it."""
