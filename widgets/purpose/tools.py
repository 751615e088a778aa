"""The floating bars of the board: tools at the bottom, and what can be done with the selection beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget
from typing_extensions import override

from app.message import say
from app.purpose.board import NoteKind
from app.purpose.wall import box_of
from widgets.common.shadow import MARGIN
from widgets.common.theme import theme
from widgets.common.wall.floating import SMALL, Floating
from widgets.common.wall.toolbar import Tool
from widgets.common.words import Retranslated, tr
from widgets.purpose.canvas.bar_place import area, best_place
from widgets.purpose.canvas.board_view import BoardView
from widgets.purpose.canvas.handles import OF_SEVERAL, place
from widgets.purpose.painting.fills import STICKY, edge, fill_of, paper
from widgets.purpose.painting.picture import box_from, rect_of

TOOLS: Final = (
    Tool("select", "mouse-pointer-2", say("purpose.tool.select"), "Esc", mode=True),
    Tool("hand", "hand", say("purpose.tool.hand"), mode=True),
    Tool(),
    Tool("note", "sticky-note", say("purpose.tool.note"), "Ins", mode=True),
    Tool("frame", "frame", say("purpose.tool.frame"), mode=True),
    Tool("metric", "target", say("purpose.tool.metric"), mode=True),
    Tool("connect", "spline", say("purpose.tool.connect"), mode=True),
    Tool(),
    Tool("text", "type", say("purpose.tool.text"), mode=True),
    Tool("image", "image-plus", say("purpose.tool.image")),
    Tool("emoji", "smile", say("purpose.tool.emoji")),
    Tool(),
    Tool("undo", "undo-2", say("purpose.tool.undo"), "Ctrl+Z"),
    Tool("redo", "redo-2", say("purpose.tool.redo"), "Ctrl+Shift+Z"),
)
PAPER, WRITTEN = 0.25, 3.0  # how bad it is to cover a px² of a paper, and of what is written on it
LEFT_FREE: Final = 10  # px around the middle of a handle
FILL_TEXTS: Final = {
    "butter": "purpose.fill.butter",
    "blush": "purpose.fill.blush",
    "mint": "purpose.fill.mint",
    "sky": "purpose.fill.sky",
    "lilac": "purpose.fill.lilac",
}


class FillRow(Retranslated):
    """The five papers as buttons.

    Signals:
        chosen: the name of a paper.
    """

    chosen = Signal(str)

    def __init__(self, size: int = 18, *, squares: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: _Paper(name, size, squares=squares) for name in STICKY}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 if not squares else 4)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            row.addWidget(button)
        if squares:
            row.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for name, button in self.buttons.items():
            button.setAccessibleName(tr(FILL_TEXTS[name]))
            button.setToolTip(tr(FILL_TEXTS[name]))

    def show_fill(self, fill: str | None) -> None:
        """Show which paper is chosen."""
        for name, button in self.buttons.items():
            button.setChecked(name == fill)


class _Paper(QAbstractButton):
    def __init__(self, name: str, size: int, *, squares: bool) -> None:
        super().__init__()
        self._name, self._size, self._squares = name, size, squares
        self.setCheckable(True)
        self.setFixedSize(size + 8, size + 8)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme().changed.connect(self.update)

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: what is chosen is told by the store."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(4, 4, self._size, self._size)
        painter.setPen(QPen(edge(self._name), 1))
        painter.setBrush(paper(self._name))
        radius = 5 if self._squares else self._size / 2
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(inner.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)


class NoteBar(Floating):
    """Floats beside what is selected, 10 px above it where that covers nothing: papers, connect, duplicate, delete.

    Signals:
        fill_chosen: a paper.
        asked: "connect", "duplicate" or "delete".
    """

    stays = False
    fill_chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, 8, 4)
        self._board = view
        self._at = ""  # where it stands
        self.fills = FillRow()
        self.row.addWidget(self.fills)
        self.rule = self.add_line()
        self.buttons = {
            name: self.add_tool(sign, SMALL, 16)
            for name, sign in (("connect", "spline"), ("duplicate", "copy"), ("delete", "trash-2"))
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.fills.chosen.connect(self.fill_chosen)
        view.moved.connect(self.follow)
        self.retranslate()
        self.hide()

    @override
    def retranslate(self) -> None:
        names = (tr("purpose.bar.connect"), tr("common.duplicate"), tr("common.delete"))
        for button, text in zip(self.buttons.values(), names, strict=True):
            button.setAccessibleName(text)
            button.setToolTip(text)

    def follow(self) -> None:
        """Stand beside the selection, or hide when there is none or something is being done with it."""
        view = self._board
        rect = view.rect_of_selection()
        notes = [view.picture.wall.notes[key] for key in view.selection.notes if key in view.picture.wall.notes]
        away = not view.viewport().rect().intersects(rect.toAlignedRect())
        if not notes or view.gesture or view.typing or away:
            self.hide()
            self._at = ""
            return
        papers = [note for note in notes if note.kind is NoteKind.NOTE]
        for part in (self.fills, self.rule):
            part.setVisible(bool(papers))
        fills = {fill_of(note) for note in papers}
        self.fills.show_fill(fills.pop() if len(fills) == 1 else None)
        self._stand(rect)
        self.show()
        self.raise_()

    def _stand(self, rect: QRectF) -> None:
        self.adjustSize()
        size = QSizeF(self.size() - QSize(2 * MARGIN, 2 * MARGIN))
        room = QRectF(self._board.viewport().rect())
        self._at, corner = best_place(size, rect, room, self._covered, self._at)
        self.move(QPoint(round(corner.x()) - MARGIN, round(corner.y()) - MARGIN))
        self._let_through(rect)

    def _let_through(self, rect: QRectF) -> None:
        """Leave the handles of the selection to the mouse where the shadow of the bar lies over them."""
        shape = QRegion(self.rect())
        for shares in OF_SEVERAL.values():
            middle = place(rect, shares).toPoint() - self.pos()
            shape -= QRegion(middle.x() - LEFT_FREE, middle.y() - LEFT_FREE, 2 * LEFT_FREE, 2 * LEFT_FREE)
        self.setMask(shape | QRegion(self.panel().translated(-self.pos())))

    def _covered(self, part: QRectF) -> float:
        """Return how much the bar would cover: of papers a little, of what is written on them far more."""
        board = self._board
        others = [bar for bar in board.bars if bar is not self and bar.isVisible()]
        found = sum(10.0 * area(QRectF(bar.panel()) & part) for bar in others)
        on_board = QRectF(board.on_board(part.topLeft()), board.on_board(part.bottomRight()))
        scale = board.zoom() ** 2
        for note in board.picture.notes_in(box_from(on_board)):
            if note.id in board.selection.notes:
                continue
            if note.kind is not NoteKind.FRAME:
                found += PAPER * scale * area(rect_of(box_of(note)) & on_board)
            face = board.picture.faces.of(note)
            words = (line.rect().translated(note.x, note.y) for line in (*face.lines, *face.quiet))
            found += WRITTEN * scale * sum(area(rect & on_board) for rect in words)
        return found

    @override
    def place(self) -> None:
        self.follow()
