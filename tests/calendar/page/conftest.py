from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.store import SqlStore
from tests.calendar.page.builders import NOW, fill
from tests.on_desk import dressed as dressed
from tests.on_desk import shown
from widgets.calendar.page import CalendarPage


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill(store)
    yield store
    store.close()


@pytest.fixture
def page(store, qtbot) -> Iterator[CalendarPage]:
    """Return the page as large as in a window of 1440 x 900 with the rail."""
    with shown(CalendarPage, store, qtbot) as page:
        page.views.current.setFocus()
        yield page
