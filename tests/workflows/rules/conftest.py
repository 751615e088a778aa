from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import Store
from tests.workflows.rules.builders import File


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path)


@pytest.fixture
def store(file: File) -> Iterator[Store]:
    store = file.begin()
    yield store
    store.close()
