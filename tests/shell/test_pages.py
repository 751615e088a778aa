"""Pages are made inside the window: nothing of them flashes up beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from tests.on_desk import a_desk
from tests.playbook.beginning import begun
from widgets.shell.pages import PAGES, PageEntry, make


class Strays(QObject):
    """Notes which widgets are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.id)
def test_a_page_shows_no_window_of_its_own_while_it_is_made(entry: PageEntry, qtbot, tmp_path):
    store = begun(tmp_path / "kestrel.sedyanka", "sample", "en")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1232, 872)
    column = QVBoxLayout(window)
    window.show()
    strays = Strays()
    QApplication.instance().installEventFilter(strays)
    page = make(entry, a_desk())
    column.addWidget(page)
    page.attach(store)
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(strays)
    page.attach(None)
    store.close()

    assert strays.found == []
