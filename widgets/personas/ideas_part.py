"""Ideas for the open persona at its side: worked out when there is time for it, planned by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.personas.ideas import Idea, ideas
from app.personas.planning import plan_for
from app.playbook.rhythm import free_days
from app.tasks.today import today_of
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage

MOST: Final = 4


class IdeasPart(QObject):
    """Nothing is worked out while the side shows something else: holidays alone take a moment to read."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        page.inspector.ideas.planned.connect(self._plan)

    def refresh(self) -> None:
        """Show what is an idea now, soon."""
        page = self._page
        if page.selected or page.persona is None or page.views.compares:
            page.inspector.ideas.show_ideas("", [], [])
            self._soon.stop()
        else:
            self._soon.start(0)

    def _show(self) -> None:
        page = self._page
        if page.store is None or page.persona is None or page.selected:
            return
        quarter = page.shown.quarter
        free, today = free_days(page.plan.playbook, quarter), today_of(page.store)
        found = ideas(page.plan, page.personas, page.whose, quarter, today, free, MOST)
        page.inspector.ideas.show_ideas(tr("personas.ideas.next"), found, [page.whose])

    def _plan(self, idea: Idea) -> None:
        page = self._page
        page.run(lambda store: plan_for(store, idea.tactic.id, [page.whose], [idea.card.id], idea.day))
