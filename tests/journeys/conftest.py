"""Journeys run where their packages are; elsewhere they are skipped and say what is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.desk import Desk, missing


@pytest.fixture
def desk(tmp_path) -> Iterator[Desk]:
    """Return a desk with an empty home."""
    if lacks := missing():
        pytest.skip(f"a journey needs {lacks}; `make test` installs it when it may")
    with Desk(tmp_path) as desk:
        yield desk
        desk.shot(tmp_path / "end.png")  # what a failed journey looked like
