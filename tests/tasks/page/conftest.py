"""A tasks page over a real file, as large as in a window of 1440 x 900 with the rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.tasks.finishing import finish
from app.tasks.moving import move
from storage.store import SqlStore
from tests.calendar.page.builders import NOW, fill
from tests.on_desk import ASKED, Asked, shown
from tests.on_desk import dressed as dressed
from tests.tasks.builders import add, columns
from widgets.tasks.page import TasksPage


@dataclass
class Setup:
    """The page, its store, and the ids of its tasks by title."""

    page: TasksPage
    store: SqlStore
    ids: dict[str, str]
    asked: Asked


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill(store)
    yield store
    store.close()


@pytest.fixture
def setup(store, qtbot) -> Iterator[Setup]:
    ids = {
        "Late": add(store, "Late", due=date(2027, 3, 5), effort=1.0, priority=3),
        "Today": add(store, "Today", due=date(2027, 3, 10), effort=0.5),
        "Later": add(store, "Later", due=date(2027, 3, 22)),
        "Doing": add(store, "Doing"),
        "Done": add(store, "Done", due=date(2027, 3, 9)),
    }
    move(store, [ids["Doing"]], columns(store)["doing"])
    finish(store, [ids["Done"]])
    with shown(TasksPage, store, qtbot) as page:
        page.focus_tasks()
        yield Setup(page, store, ids, ASKED[id(page.desk)])


def press(qtbot, widget: QWidget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)
