"""A personas page over a real file, as large as in a window of 1440 x 900 with the rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from storage.store import SqlStore
from tests.on_desk import ASKED, Asked, shown
from tests.on_desk import dressed as dressed
from tests.playbook.beginning import begun
from widgets.personas.page import PersonasPage


@dataclass
class Setup:
    """The page over the sample, its store, the ids of personas by key, and what the desk was asked for."""

    page: PersonasPage
    store: SqlStore
    ids: dict[str, str]
    asked: Asked

    def card(self, text: str) -> str:
        """Return the card of the open persona that begins so."""
        return next(it.id for it in self.page.personas.cards_of(self.page.whose) if it.text.startswith(text))

    def section(self, key: str) -> str:
        """Return a section of the open document."""
        return next(it.id for it in self.page.personas.sections[self.page.whose] if it.key == key)

    def texts(self, key: str) -> list[str]:
        """Return what stands in a section of the open document."""
        return [it.text for it in self.page.personas.cards.get(self.section(key), [])]


@pytest.fixture
def setup(tmp_path, qtbot) -> Iterator[Setup]:
    store = begun(tmp_path / "kestrel.sedyanka", "sample")
    with shown(PersonasPage, store, qtbot) as page:
        ids = {it.key: it.id for it in page.personas.all.values()}
        yield Setup(page, store, ids, ASKED[id(page.desk)])
    store.close()
