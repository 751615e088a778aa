from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from app.calendar.kind import Kind
from app.message import say
from app.personas.persona import Persona
from tests.calendar.page.builders import PageOnDesk, a_desk
from widgets.common.theme import theme
from widgets.common.words import set_language
from widgets.funnel.page import FunnelPage


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
def page(store, qtbot) -> Iterator[FunnelPage]:
    """Return the page as large as in a window of 1440 x 900 with the rail."""
    with store.change(say("step.add", title="all")):
        store.of(Kind).save([Kind("live", "Live", "live", "mic", live=True), Kind("other", "Other", key="other")])
        store.of(Persona).save([Persona("new", "Newcomers", "recognition")])
    store.forget_steps()
    desk = a_desk()
    page = FunnelPage(desk)
    page.resize(1400, 872)
    page.attach(store)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.map.setFocus()
    yield page
    page.attach(None)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert PageOnDesk.failed(desk) == []
