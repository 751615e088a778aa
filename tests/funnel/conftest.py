from __future__ import annotations

from pathlib import Path

import pytest

from tests.funnel.growing import a_map


@pytest.fixture
def store(tmp_path: Path):
    store = a_map(tmp_path / "kestrel.sedyanka")
    yield store
    store.close()
