from pathlib import Path

import pytest

from tests.commands.typed import Typed


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    folder = tmp_path / "here"
    folder.mkdir()
    return Typed(folder)


@pytest.fixture
def sample(typed: Typed) -> Typed:
    assert typed("sample", "k.sedyanka", "--lang", "en") == 0
    return typed
