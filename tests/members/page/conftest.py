"""A members page over a real file, as large as in a window of 1440 x 900 with the rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from storage.store import SqlStore
from tests.calendar.page.builders import NOW, fill
from tests.members.builders import add, states
from tests.on_desk import ASKED, Asked, shown
from tests.on_desk import dressed as dressed
from widgets.members.page import MembersPage


@dataclass
class Setup:
    """The page, its store, and the ids of its members by name, of its states by name."""

    page: MembersPage
    store: SqlStore
    ids: dict[str, str]
    states: dict[str, str]
    asked: Asked


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill(store)
    yield store
    store.close()


@pytest.fixture
def setup(store, qtbot) -> Iterator[Setup]:
    known = states(store)
    ids = {
        "Mila D.": add(store, "Mila D.", staff=True),
        "Nadia R.": add(store, "Nadia R.", joined=date(2026, 10, 21), emails=("nadya@example.org",)),
        "Nadya R.": add(store, "Nadya R.", handles=(("slack", "nadya.r"),), state=known["Invited"], tags=("beta",)),
        "Tom H.": add(store, "Tom H.", joined=date(2027, 3, 1)),
    }
    with shown(MembersPage, store, qtbot) as page:
        page.focus_people()
        yield Setup(page, store, ids, known, ASKED[id(page.desk)])
