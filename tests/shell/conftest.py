"""A whole program in a temporary home, offscreen, with a real playbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from storage.playbooks import SqlPlaybooks
from tests.shell.program import Shell
from widgets.common.theme import theme
from widgets.common.words import set_language


@pytest.fixture(autouse=True)
def _english_and_light(qapp: QApplication) -> None:
    set_language("en")
    theme().apply("light", 1.0)


@pytest.fixture
def playbooks(tmp_path: Path) -> SqlPlaybooks:
    return SqlPlaybooks(tmp_path / "data")


@pytest.fixture
def shell(qtbot, tmp_path, playbooks):
    """Return a running program without a playbook."""
    shell = Shell(tmp_path, playbooks)
    with qtbot.waitSignal(shell.program.ready, timeout=20_000):
        shell.program.begin(None)
    yield shell
    shell.end()
    shell.frame.close_for_good()
    shell.frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def sample(shell, qtbot):
    """Return a running program with a small playbook open."""
    shell.open(shell.make("Kestrel Circle"))
    return shell
