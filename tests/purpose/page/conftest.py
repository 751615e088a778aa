from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from storage.store import SqlStore
from tests.calendar.page.builders import PageOnDesk, a_desk
from tests.purpose.page.board import Hands
from tests.purpose.rules.builders import NOW
from widgets.common.theme import theme
from widgets.common.words import set_language
from widgets.purpose.page import PurposePage


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
    yield store
    store.close()


@pytest.fixture
def hands(store, qtbot) -> Iterator[Hands]:
    """Return the page as large as in a window of 1440 x 900, and hands for it; boards are put in by `hands.fill`."""
    desk = a_desk()
    page = PurposePage(desk)
    page.resize(1232, 872)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield Hands(page, store, qtbot)
    page.attach(None)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert PageOnDesk.failed(desk) == []
