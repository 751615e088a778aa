"""A guide page over the sample, as large as in a window of 1440 x 900 with the rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.reply import Reply
from app.guide.snapshot import Guide, Row
from app.store import Store
from tests.on_desk import ASKED, Asked, shown
from tests.on_desk import dressed as dressed
from tests.playbook.beginning import begun
from widgets.guide.chapter_view import ChapterView
from widgets.guide.page import GuidePage


@dataclass
class Setup:
    """The page and its store."""

    page: GuidePage
    store: Store
    asked: Asked

    @property
    def guide(self) -> Guide:
        return self.page.bench.guide

    def view(self, key: str) -> Any:
        """Return the widget of a built chapter."""
        found = next(it for it in self.page.document.views() if it.chapter and it.chapter.key == key)
        assert isinstance(found, ChapterView)
        return found

    def row(self, scenario: str, severity: Severity) -> Row:
        """Return a row of the matrix."""
        known = next(it for it in self.guide.of(Scenario).values() if it.name == scenario)
        return Row(Escalation, next(it.id for it in self.guide.rows_of(known.id) if it.severity is severity))

    def reply(self, name: str) -> Row:
        """Return a reply."""
        return Row(Reply, next(it.id for it in self.guide.of(Reply).values() if it.name == name))

    def names(self, kind: type[Any]) -> list[str]:
        """Return what the things of a kind are called, in order."""
        return [it.name for it in Guide.read(self.store).of(kind).values()]

    def click(self, table: Any, row: Row, *, twice: bool = False) -> None:
        """Press a row of a table."""
        place = table.list.visualRect(table.list.lines.index(table.list.lines.row_of(row), 0)).center()
        press = QTest.mouseDClick if twice else QTest.mouseClick
        press(table.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def drag(self, table: Any, row: Row, onto: Row, *, below: bool = True) -> None:
        """Drag a row to the upper or lower edge of another."""
        rows, view = table.list.lines, table.list.viewport()
        begin, end = (table.list.visualRect(rows.index(rows.row_of(it), 0)) for it in (row, onto))
        to = QPoint(begin.center().x(), end.bottom() - 2 if below else end.top() + 2)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin.center())
        QTest.mouseMove(view, begin.center() + QPoint(0, 8))
        QTest.mouseMove(view, to)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)


@pytest.fixture
def sample(tmp_path) -> Store:
    return begun(tmp_path / "kestrel.sedyanka", "sample", "en")


@pytest.fixture
def setup(sample, qtbot) -> Iterator[Setup]:
    with shown(GuidePage, sample, qtbot) as page:
        yield Setup(page, sample, ASKED[id(page.desk)])
