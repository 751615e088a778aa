"""Pages as large as in a window of 1440 x 900 with the rail, on a desk that remembers what it was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from app.message import Message
from app.store import Store
from widgets.common.desk import Desk
from widgets.common.page import Page
from widgets.common.theme import theme
from widgets.common.words import set_language
from widgets.shell.jobs import ChildJobs

Shown = TypeVar("Shown", bound=Page)


class SettingsInMemory:
    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def get(self, name: str, default: Any) -> Any:
        return self.values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        self.values[name] = value


@dataclass
class Asked:
    told: list[Any] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)


ASKED: dict[int, Asked] = {}


def a_desk() -> Desk:
    asked = Asked()

    def tell(message: Message, *, undo: bool = False) -> None:
        asked.told.append(message)

    desk = Desk(SettingsInMemory(), ChildJobs(), None, tell, asked.failed.append, lambda *to: asked.gone.append(to))  # type: ignore[arg-type]
    ASKED[id(desk)] = asked
    return desk


class PageOnDesk:
    """What the desk of a page was asked for."""

    @staticmethod
    def told(page: Page) -> list[Any]:
        return ASKED[id(page.desk)].told

    @staticmethod
    def gone(page: Page) -> list[tuple[str, str]]:
        return ASKED[id(page.desk)].gone

    @staticmethod
    def failed(desk: Desk) -> list[Exception]:
        return ASKED[id(desk)].failed


@pytest.fixture(autouse=True)
def dressed(qapp) -> Iterator[None]:
    """Wear the light theme, speak English and move nothing; a conftest that imports it has it for its whole folder."""
    theme().reduce_motion = True
    theme().apply("light", 1.0)
    set_language("en")
    yield
    QGuiApplication.clipboard().clear()
    theme().reduce_motion = False
    theme().apply("light", 1.0)
    set_language("en")


@contextmanager
def shown(page_on: Callable[[Desk], Shown], store: Store | None, qtbot, width: int = 1232) -> Iterator[Shown]:
    """Show a page, and take it away with all that is below it; nothing may have failed on it."""
    desk = a_desk()
    page = page_on(desk)
    page.resize(width, 872)
    if store is not None:
        page.attach(store)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield page
    page.desk.jobs.cancel_all()  # type: ignore[attr-defined]
    page.attach(None)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else every test dresses all pages before it
    assert PageOnDesk.failed(desk) == []
