from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.store import SqlStore
from tests.purpose.rules.builders import NOW


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    yield store
    store.close()
