"""A real playbook file with a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from storage.playbooks import SqlPlaybooks


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    numbers = count(1)
    playbooks = SqlPlaybooks(
        tmp_path / "data",
        now=lambda: datetime(2027, 3, 10, 10, 40, tzinfo=UTC),
        new_id=lambda: f"new{next(numbers):03}",
    )
    store = playbooks.create(tmp_path / "kestrel.sedyanka")
    with store.change(say("step.add", title="Kestrel Circle")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle", zone="Europe/Sofia")])
    yield store
    store.close()
