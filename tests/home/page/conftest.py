"""A home page over a real file, as large as in a window of 1440 x 900 with the rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.board import Board, Note, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.purpose import PURPOSE_ID, Purpose
from app.purpose.reading import Reading
from storage.store import SqlStore
from tests.calendar.page.builders import START, fill, mar
from tests.home.builders import a_task, save
from tests.on_desk import ASKED, Asked, shown
from tests.on_desk import dressed as dressed
from widgets.home.page import HomePage
from widgets.home.painting import box_of
from widgets.home.row_list import RowList


@dataclass
class Setup:
    """The page, its store, the ids of its tasks by title, and what the desk was asked for."""

    page: HomePage
    store: SqlStore
    ids: dict[str, str]
    asked: Asked
    bot: object

    def row(self, shown: RowList, key: str) -> int:
        return next(at for at, row in enumerate(shown.rows.rows()) if row.key.startswith(key))

    def click(self, shown: RowList, key: str, *, box: bool = False) -> None:
        rect = shown.visualRect(shown.rows.index(self.row(shown, key), 0))
        place = box_of(rect).center() if box else rect.center() - QPoint(40, 0)
        self.bot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)  # type: ignore[attr-defined]


@pytest.fixture
def store(tmp_path, clock) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: clock[0])
    fill(store)
    save(
        store,
        replace(Playbook(PLAYBOOK_ID, "Kestrel Circle", start=START), capacity=8.0),
        Purpose(PURPOSE_ID, "busy team leads", "plan calmer weeks", "", ("active",)),
        Kpi("active", "Active in 14 days", unit="%", baseline=35.0, target=45.0, since=START, due=mar(29)),
        Reading("r1", "kpi", "active", mar(1), 38.0),
        Reading("r2", "kpi", "active", mar(8), 41.0),
        Board("b", "Why"),
        Note("card", "b", NoteKind.METRIC, 0, 0, 200, 100, 1, "Active", ref="active"),
    )
    yield store
    store.close()


@pytest.fixture
def setup(store, qtbot) -> Iterator[Setup]:
    days = {"Late": 5, "Today": 10, "Thursday": 11, "Later": 19}
    ids = {title: a_task(store, title, due=mar(day)) for title, day in days.items()}
    with shown(HomePage, store, qtbot) as page:
        yield Setup(page, store, ids, ASKED[id(page.desk)], qtbot)
