"""A guide page over a real file with three roles, two promises and a holiday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from app.guide.chapter import Chapter
from app.guide.coverage import Duty, Promise
from app.guide.role import GuideRole
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.store import Store
from tests.on_desk import dressed as dressed
from tests.on_desk import shown
from widgets.guide.coverage.chapter import CoverageChapter
from widgets.guide.page import GuidePage


@dataclass
class Setup:
    """The page, its coverage and its store."""

    page: GuidePage
    view: CoverageChapter
    store: Store

    def hours(self, role: str = "lead", week: object = None) -> list[tuple[int, int, int]]:
        """Return the painted hours of a role: weekday, first minute, end."""
        rows = (it for it in self.store.of(Duty).where(role=role) if it.week == week)
        return sorted((it.weekday, it.start, it.end) for it in rows)


@pytest.fixture
def setup(store: Store, qtbot) -> Iterator[Setup]:
    with store.change(say("step.begin")):
        store.of(Playbook).save([replace(store.of(Playbook).get(PLAYBOOK_ID), holidays=("BG",))])
        store.of(Person).save([Person("mila", "Mila D."), Person("petya", "Petya R.", 1)])
        store.of(Chapter).save([Chapter("chapter", "Coverage", "coverage")])
        store.of(GuideRole).save(
            [
                GuideRole("lead", "Lead", people=("mila",)),
                GuideRole("backup", "Backup", "conversation", people=("mila", "petya"), position=1),
            ]
        )
        store.of(Promise).save([Promise("weekend", "priority threads", 120, (5, 6), 600, 1200)])
    with shown(GuidePage, store, qtbot) as page:
        (view,) = page.document.views()
        assert isinstance(view, CoverageChapter)
        yield Setup(page, view, store)
