"""A record as a sheet of fields that are written in, with rows of what it is made of."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.common.text_field import TextField
from widgets.common.words import Retranslated
from widgets.plans.bench import PlansBench

WIDTH: Final = 860
SIDE: Final = 24


class Typed(Protocol):
    """What somebody may be typing in."""

    def flush(self) -> None:
        """Give what is being typed, now."""


class Part(Retranslated):
    """One row of a sheet."""

    @property
    @abstractmethod
    def first(self) -> TextField:
        """Where the keyboard goes."""

    @abstractmethod
    def flush(self) -> None:
        """Give what is being typed, now."""


R = TypeVar("R", bound=Part)


class Sheet(Retranslated, Generic[R]):
    """Paper of a width that is read easily; what is being typed goes to the record that it was typed for."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__()
        self.bench = bench
        self.id = ""
        self.rows: dict[str, R] = {}
        self.parts = QVBoxLayout()
        self.paper = QWidget()
        self.paper.setMaximumWidth(WIDTH)
        self.column = QVBoxLayout(self.paper)
        self.column.setContentsMargins(SIDE, 16, SIDE, 24)
        self.column.setSpacing(12)
        self.area = QScrollArea()
        self.area.setWidget(self.paper)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def refresh(self) -> None:
        """Show what the snapshot holds now; what is being typed stays."""
        raise NotImplementedError

    def fields(self) -> Iterable[Typed]:
        """Return the fields that are typed in, those of the rows left out."""
        raise NotImplementedError

    def add_beside(self, *fields: tuple[QWidget, int]) -> None:
        """Put fields beside each other, each with its share of the width."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in fields:
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def show_record(self, id: str) -> None:
        """Show another record; what is being typed goes to the one before."""
        if id != self.id:
            self.flush()
            self.id = id
            self._keep(())
            self.area.verticalScrollBar().setValue(0)
        self.refresh()

    def reveal(self, part: str) -> None:
        """Put the keyboard on a row."""
        if part in self.rows:
            self.area.ensureWidgetVisible(self.rows[part])
            self.rows[part].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Give what is being typed, now."""
        typed: list[Typed] = [*self.fields(), *self.rows.values()]
        for field in typed:
            field.flush()

    def lay_rows(self, ids: Iterable[str], make: Callable[[str], R]) -> None:
        """Have just the rows of some parts, in their order."""
        wanted = list(ids)
        self._keep(wanted)
        for at, key in enumerate(wanted):
            if key not in self.rows:
                self.rows[key] = make(key)
            if self.parts.indexOf(self.rows[key]) != at:
                self.parts.insertWidget(at, self.rows[key])

    def _keep(self, ids: Iterable[str]) -> None:
        for gone in self.rows.keys() - set(ids):
            row = self.rows.pop(gone)
            self.parts.removeWidget(row)
            row.hide()
            row.deleteLater()
