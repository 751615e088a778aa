"""What the page lends to its tabs: what is shown, the day, and actions on the playbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.plans import editing
from app.plans.snapshot import Plans
from app.store import Store
from app.tasks.today import today_of
from widgets.common.desk import Desk

if TYPE_CHECKING:
    from widgets.plans.page import PlansPage


class PlansBench(QObject):
    """Tabs know it and not the page."""

    def __init__(self, page: PlansPage) -> None:
        super().__init__(page)
        self._page = page
        self.plans = Plans()

    @property
    def desk(self) -> Desk:
        """What the window lends."""
        return self._page.desk

    @property
    def store(self) -> Store:
        """The open playbook."""
        return self._page.open_store()

    def is_open(self) -> bool:
        """Return whether a playbook is open."""
        return self._page.is_open()

    def today(self) -> date:
        """Return this day where the playbook is at home."""
        return today_of(self.store)

    def run(self, work: Callable[[Store], object]) -> bool:
        """Do something with the playbook; return whether it could be done, else it is said why not."""
        return self._page.run(work)

    def edit(self, kind: type[Any], id: str, **fields: Any) -> None:
        """Give fields of a thing other values."""
        self.run(lambda store: editing.edit(store, kind, id, **fields))

    def write(self, plan: str, part: str, text: str) -> None:
        """Write what a plan says in words."""
        self.run(lambda store: editing.write(store, plan, part, text))
