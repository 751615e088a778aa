"""What the program is built from: locked, without addresses, and a Qt that does not abort."""

import re
import sys

import pytest
from PySide6.QtCore import QObject

from tests.house.source import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_versions_and_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([A-Za-z0-9._-]+)==\S+", text, re.MULTILINE)

    assert "://" not in text
    assert "index" not in text.lower().replace("indexed", "")
    assert len(entries) > 10
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(entries)


def test_every_package_asked_for_is_locked():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = re.findall(r'^    "([A-Za-z0-9._-]+)(?:[><=!~][^"]*)?",$', project.split("[tool.ruff]")[0], re.MULTILINE)
    locked = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").lower().replace("_", "-")

    assert len(asked) > 12
    assert [name for name in asked if f"{name.lower().replace('_', '-')}==" not in locked] == []


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: there is nothing to lose"
)
def test_calls_into_qt_that_return_nothing_keep_the_references_of_none(qapp):
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(2000):
        thing.setObjectName("a")
        qapp.processEvents()

    assert abs(sys.getrefcount(None) - before) < 50
