from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.store import SqlStore
from tests.calendar.page.builders import NOW, fill
from tests.on_desk import dressed as dressed
from tests.on_desk import shown
from tests.plans.builders import add_plans
from widgets.plans.page import PlansPage


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill(store)
    add_plans(store)
    yield store
    store.close()


@pytest.fixture
def page(store, qtbot) -> Iterator[PlansPage]:
    with shown(PlansPage, store, qtbot) as page:
        yield page
