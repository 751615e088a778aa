"""Personas side by side: rows aligned, one column each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.persona import Persona
from widgets.common.elided_label import ElidedLabel
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.theme import theme
from widgets.common.two_lines import TwoLines
from widgets.personas.compare.chip import CompareChip
from widgets.personas.compare.columns import Line
from widgets.personas.face import FindPicture, paint_face

HEAD: Final = 64
NAMES: Final = 112  # px of the column with the names of the rows
GAP: Final = 12  # px between columns
INSIDE: Final = 12


class CompareView(QScrollArea):
    """A table that scrolls; a press on a chip shows at the side what it is about.

    Signals:
        chosen: a chip was pressed (the persona, what the chip leads to).
    """

    chosen = Signal(str, object)

    def __init__(self, find: FindPicture) -> None:
        super().__init__()
        self._find = find
        self._shown: object = None
        self.chips: dict[tuple[str, tuple[str, str]], CompareChip] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        steady_scroll_bar(self)

    def show_lines(self, personas: Sequence[Persona], captions: Sequence[str], lines: Sequence[Line]) -> None:
        """Show other columns; the keyboard stays on what leads to the same."""
        wanted = (tuple(personas), tuple(captions), tuple(lines))
        if wanted == self._shown:
            return
        self._shown = wanted
        held = next((key for key, chip in self.chips.items() if chip.hasFocus()), None)
        ticked = next((key for key, chip in self.chips.items() if chip.isChecked()), None)
        self.chips = {}
        place = self.verticalScrollBar().value()
        self.setWidget(_Table(self, personas, captions, lines, self._find))
        self.verticalScrollBar().setValue(place)
        if ticked in self.chips:
            self.chips[ticked].setChecked(True)
        if held in self.chips:
            self.chips[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, key: tuple[str, tuple[str, str]] | None) -> None:
        """Show which chip the side is about."""
        for other, chip in self.chips.items():
            chip.setChecked(other == key)

    def hear(self, persona: str, leads: tuple[str, str], chip: CompareChip) -> None:
        """Take in a chip of a column."""
        self.chips[persona, leads] = chip
        chip.clicked.connect(lambda: self.chosen.emit(persona, leads))


class _Table(QWidget):
    """The grid; columns and lines between rows are painted behind it."""

    def __init__(
        self,
        view: CompareView,
        personas: Sequence[Persona],
        captions: Sequence[str],
        lines: Sequence[Line],
        find: FindPicture,
    ) -> None:
        super().__init__()
        self._boxes: list[QWidget] = []
        self._heads: list[QWidget] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 14, 24, 24)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, theme().wide(NAMES))
        for column, (persona, caption) in enumerate(zip(personas, captions, strict=True), start=1):
            head = _Head(persona, caption, find)
            self._heads.append(head)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, line in enumerate(lines, start=1):
            self._add(view, grid, row, line, personas)
        grid.setRowStretch(len(lines) + 1, 1)
        theme().changed.connect(self.update)

    def _add(self, view: CompareView, grid: QGridLayout, row: int, line: Line, personas: Sequence[Persona]) -> None:
        name = QLabel(line.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("look", "strong-small")
        name.setWordWrap(True)
        name.setContentsMargins(0, 14, 0, 0)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, (persona, cells) in enumerate(zip(personas, line.cells, strict=True), start=1):
            box = QWidget()
            stack = QVBoxLayout(box)
            stack.setContentsMargins(INSIDE, 10, INSIDE, 10)
            stack.setSpacing(5)
            for cell in cells:
                chip = CompareChip(cell.words, cell.note, cell.look)
                view.hear(persona.id, cell.leads, chip)
                stack.addWidget(chip)
            stack.addStretch()
            self._boxes.append(box)
            grid.addWidget(box, row, column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        assert layout is not None
        self.setMinimumHeight(layout.heightForWidth(self.width()))  # a scroll area does not ask how words wrap

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("border"), 1))
        painter.setBrush(theme().color("raised"))
        bottom = self._boxes[-1].geometry().bottom() if self._boxes else 0
        for head in self._heads:
            room = QRectF(head.x() + 0.5, head.y() + 0.5, head.width() - 1, bottom - head.y())
            painter.drawRoundedRect(room, 10, 10)
        for box in self._boxes:
            if box.x() == self._heads[0].x():
                painter.drawLine(QPointF(24, box.y() + 0.5), QPointF(box.x() - GAP, box.y() + 0.5))
            painter.drawLine(QPointF(box.x() + 1, box.y() + 0.5), QPointF(box.geometry().right(), box.y() + 0.5))


class _Head(QWidget):
    """Who the column is about."""

    def __init__(self, persona: Persona, caption: str, find: FindPicture) -> None:
        super().__init__()
        self._persona, self._find = persona, find
        self.setFixedHeight(theme().wide(HEAD))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name, about = TwoLines(persona.name, look="strong"), ElidedLabel(caption, look="caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(name)
        words.addWidget(about)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE + 50, 0, INSIDE, 0)
        row.addLayout(words, 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, theme().wide(HEAD))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self.rect().adjusted(INSIDE, 0, 0, 0)
        circle.setWidth(40)
        circle.setTop((self.height() - 40) // 2)
        circle.setHeight(40)
        paint_face(painter, circle, self._persona, self._find)
