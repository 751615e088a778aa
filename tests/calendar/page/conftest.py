from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from storage.store import SqlStore
from tests.calendar.page.builders import NOW, PageOnDesk, a_desk, fill
from widgets.calendar.page import CalendarPage
from widgets.common.theme import theme
from widgets.common.words import set_language


@pytest.fixture(autouse=True)
def dressed(qapp) -> Iterator[None]:
    theme().reduce_motion = True
    theme().apply("light", 1.0)
    set_language("en")
    yield
    QGuiApplication.clipboard().clear()
    theme().reduce_motion = False
    set_language("en")


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill(store)
    yield store
    store.close()


@pytest.fixture
def page(store, qtbot) -> Iterator[CalendarPage]:
    """Return the page as large as in a window of 1440 x 900 with the rail."""
    desk = a_desk()
    page = CalendarPage(desk)
    page.resize(1232, 872)
    page.attach(store)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.views.current.setFocus()
    yield page
    page.attach(None)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else every test dresses all pages before it
    assert PageOnDesk.failed(desk) == []
