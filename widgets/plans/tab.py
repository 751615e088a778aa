"""What every tab of the page has in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.text.document import Document
from widgets.common.action import Action
from widgets.common.words import Retranslated
from widgets.plans.bench import PlansBench


class Tab(Retranslated):
    """One working view of the playbook."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__()
        self.bench = bench

    def show_plans(self) -> None:
        """Show what the snapshot holds now."""

    def subtitle(self) -> str:
        """Return what the head of the page says below its title."""
        return ""

    def commands(self) -> Sequence[Action]:
        """Return what can be done here."""
        return ()

    def show_thing(self, id: str) -> bool:
        """Show a thing and return whether it is one of this tab."""
        return False

    def document(self) -> Document | None:
        """Return what goes on paper and into Markdown, None when there is nothing."""
        return None

    def flush(self) -> None:
        """Give what is being typed, now."""

    def take_keyboard(self) -> None:
        """Let the keyboard go on where it is of most use."""

    def regions(self) -> Sequence[QWidget]:
        """Return the regions that F6 leads round."""
        return (self,)
