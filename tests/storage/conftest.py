"""Playbooks for the tests of storage: real files, a clock and ids that tests can see through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from storage.playbooks import SqlPlaybooks
from storage.store import SqlStore


class Clock:
    """An instant that moves only when it is told to."""

    def __init__(self) -> None:
        self.instant = datetime(2027, 3, 10, 10, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.instant

    def forward(self, **span: float) -> None:
        self.instant += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playbooks(tmp_path: Path, clock: Clock) -> SqlPlaybooks:
    numbers = count(1)
    return SqlPlaybooks(tmp_path / "data", now=clock, new_id=lambda: f"new{next(numbers)}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kestrel.sedyanka"


@pytest.fixture
def store(playbooks: SqlPlaybooks, path: Path) -> Iterator[SqlStore]:
    store = playbooks.create(path)
    assert isinstance(store, SqlStore)
    yield store
    store.close()
