from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage.store import SqlStore
from tests.home.builders import begin

NOW = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    return [NOW]


@pytest.fixture
def store(tmp_path, clock) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: clock[0])
    begin(store)
    yield store
    store.close()
