"""A window with the import dialog over it."""

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QWidget

from tests.exchange_widgets.bringing_in import Table, a_desk, a_store
from widgets.common.theme import theme
from widgets.exchange.import_dialog import open_import


@pytest.fixture
def table():
    return Table()


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def window(qtbot):
    theme().apply("light")
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def desk(qtbot, table, tmp_path):
    desk = a_desk(table, tmp_path)
    yield desk
    desk.jobs.cancel_all()
    qtbot.waitUntil(lambda: not desk.jobs.findChildren(QProcess))


@pytest.fixture
def open_dialog(qtbot, window, desk, store):
    """Open the dialog on a file and wait until there is something to look at."""

    def opened(file):
        overlay = open_import(window, desk, store, str(file))
        overlay.open()
        dialog = overlay.panel
        qtbot.waitUntil(lambda: dialog.accept.isVisible(), timeout=20_000)
        return dialog

    return opened
