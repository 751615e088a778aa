from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.store import SqlStore
from tests.on_desk import dressed as dressed
from tests.on_desk import shown
from tests.purpose.page.board import Hands
from tests.purpose.rules.builders import NOW
from widgets.purpose.page import PurposePage


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    yield store
    store.close()


@pytest.fixture
def hands(store, qtbot) -> Iterator[Hands]:
    """Return the page as large as in a window of 1440 x 900, and hands for it; boards are put in by `hands.fill`."""
    with shown(PurposePage, None, qtbot) as page:
        yield Hands(page, store, qtbot)
