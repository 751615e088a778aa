"""An inspector: a head, and below it the fields of what is selected, or a line while nothing is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.empty_state import EmptyState
from widgets.common.field_group import GAP
from widgets.common.inspector_head import InspectorHead
from widgets.common.steady_scroll_bar import WIDTH, steady_scroll_bar
from widgets.common.words import Retranslated

SIDE: Final = 16


class InspectorFrame(Retranslated):
    """The frame that every page's inspector fills; Esc leaves it.

    Signals:
        duplicate_requested, delete_requested, closed: the buttons at the top.
    """

    duplicate_requested = Signal()
    delete_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = InspectorHead()
        self.empty = EmptyState()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        steady_scroll_bar(self.area)  # in the margin
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.stack, 1)
        self.head.duplicate.clicked.connect(self.duplicate_requested)
        self.head.delete.clicked.connect(self.delete_requested)
        self.head.close_button.clicked.connect(self.closed)

    def fill(self, parts: Iterable[QWidget]) -> None:
        """Put groups of fields and headings below each other."""
        body = QWidget()
        body.setObjectName("surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, 10, SIDE - WIDTH, 16)
        column.setSpacing(GAP)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        self.area.setWidget(body)

    def fill_above(self, parts: Iterable[QWidget]) -> None:
        """Put further groups above those that are there, as when they are first needed."""
        body = self.area.widget()
        column = body.layout() if body else None
        assert isinstance(column, QVBoxLayout)
        for place, part in enumerate(parts):
            column.insertWidget(place, part)

    def show_fields(self, *, something: bool) -> None:
        """Show the fields, or the empty state while nothing is selected."""
        self.stack.setCurrentWidget(self.area if something else self.empty)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
