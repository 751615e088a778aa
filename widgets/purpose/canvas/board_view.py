"""The board as one sees and touches it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget
from typing_extensions import override

from app.exchange.recognise import CALENDAR_ENDINGS, OUTLINE_ENDINGS, TABLE_ENDINGS
from app.playbook.files import SUFFIX
from app.purpose.board import GridLine, Note, NoteKind
from app.purpose.box import Box, around
from app.purpose.wall import Touched, box_of
from widgets.common.pictures import files_in
from widgets.common.wall.view import WallView
from widgets.common.words import tr
from widgets.purpose.canvas.gesture import Gesture
from widgets.purpose.canvas.keys import BoardKeys
from widgets.purpose.canvas.layers import BoardLayers
from widgets.purpose.canvas.marks import paint_cursor, paint_ends, paint_handles, paint_outline, paint_ports
from widgets.purpose.canvas.mouse import BoardMouse
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.picture import DETAIL_FROM, BoardPicture, rect_of

SELECT, HAND, CONNECT = "select", "hand", "connect"
NOT_HERE: Final = frozenset({SUFFIX, *CALENDAR_ENDINGS, *OUTLINE_ENDINGS, *TABLE_ENDINGS})  # no part of a board
DRAWN: Final = {"note": NoteKind.NOTE, "frame": NoteKind.FRAME, "metric": NoteKind.METRIC, "text": NoteKind.TEXT}


class BoardView(WallView):
    """Shows a board and turns mouse and keys into requests; it changes nothing itself.

    Signals:
        selection_changed: other things are selected (a Selection).
        move_requested: (ids, right, down, whether copies go instead).
        resize_requested: boxes by id.
        create_requested: (kind, point, box or None for the usual size).
        connect_requested: (start, its side, end, its side).
        grow_requested: (start, its side, point): a new note there, connected.
        reattach_requested: (connector, note, side, whether it is the connector's start).
        edit_requested: the text of a thing is to be typed (id of a note or a connector, first letters).
        neighbour_requested: a note beside the selected one (direction, whether connected).
        nudge_requested: (right, down); stretch_requested: (wider, higher).
        followed: a note was clicked where it says what became of it, a card where it asks for a target (id).
        menu_requested: the menu of the selection (point of the screen).
        dropped: something was dropped (mime data, point of the board).
        mode_changed: another tool (its name).
        grid_requested: a moment or touchpoint is to be renamed (the GridLine), or one added (its Axis).
        grid_menu_requested: the menu of a moment or touchpoint (the GridLine, point of the screen).
        line_requested: a moment or touchpoint is to be as large (the GridLine, its size).
    """

    selection_changed = Signal(object)
    move_requested = Signal(object)
    resize_requested = Signal(object)
    create_requested = Signal(object)
    connect_requested = Signal(object)
    grow_requested = Signal(object)
    reattach_requested = Signal(object)
    edit_requested = Signal(str, str)
    neighbour_requested = Signal(object)
    nudge_requested = Signal(int, int)
    stretch_requested = Signal(int, int)
    followed = Signal(str)
    menu_requested = Signal(object)
    dropped = Signal(object, QPointF)
    mode_changed = Signal(str)
    grid_requested = Signal(object)
    grid_menu_requested = Signal(object, QPoint)
    line_requested = Signal(object, int)

    def __init__(self, picture: BoardPicture, parent: QWidget | None = None) -> None:
        super().__init__("border_strong", parent)
        self.picture = picture
        self.selection = Selection()
        self.stands_on = ""  # where the keyboard walks while several things are being gathered
        self.hovered = ""
        self.typing = ""
        self.hits: frozenset[str] = frozenset()  # what a search found
        self.mode = SELECT
        self.gesture: Gesture | None = None
        self.left = False  # Esc was pressed: Tab goes to the next control
        self._bounds: QRectF | None = None
        self._resizable: tuple[list[Note], Box] | None = None
        self._exposed: list[QRect] = []  # what is being painted of the viewport
        self._mouse, self._keys = BoardMouse(self), BoardKeys(self)
        self._layers = BoardLayers(self)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("purpose.canvas"))

    # --- what the page asks ---

    def show_picture(self, picture: BoardPicture) -> None:
        """Show another board, whole."""
        self.picture = picture
        self.selection, self.stands_on, self.hovered, self.gesture = Selection(), "", "", None
        self._bounds = self._resizable = None
        self.fit()
        self.selection_changed.emit(self.selection)
        self.repaint_all()

    def refresh(self, touched: Touched) -> None:
        """Show what changed on the board."""
        self.picture.refresh(touched)
        self._bounds = self._resizable = None
        wall = self.picture.wall
        self.hovered = self.hovered if self.hovered in wall.notes else ""
        self.stands_on = self.stands_on if self.stands_on in wall.notes else ""
        there = self.selection.there(wall.notes, wall.connectors)
        if there != self.selection:
            self.select(there)
        self.content_changed()
        self.repaint_all()

    def select(self, selection: Selection, *, gathering: bool = False) -> None:
        """Select other things; the keyboard goes on from what it stands on only while it is `gathering`."""
        self.stands_on = self.stands_on if gathering else ""
        if selection != self.selection:
            self.selection, self.left = selection, False
            self._resizable = None
            self.selection_changed.emit(selection)
            self.repaint_all()

    def select_all(self) -> None:
        """Select everything on the board."""
        wall = self.picture.wall
        self.select(Selection(tuple(wall.notes), tuple(wall.connectors)))

    def stand_on(self, id: str) -> None:
        """Stand on a thing without selecting it, "" for none."""
        self.stands_on = id
        self.repaint_all()

    def set_mode(self, mode: str) -> None:
        """Take another tool."""
        if mode != self.mode:
            self.mode = mode
            self.hand = mode == HAND
            self.show_cursor()
            self.mode_changed.emit(mode)

    def cancel_gesture(self) -> None:
        """Break off what the mouse does."""
        self._mouse.cancel()

    def set_typing(self, id: str) -> None:
        """Leave out the text that is being typed in place."""
        for key in (self.typing, id):
            box, there = self.picture.box(key), self.picture.wires.of(key)
            self.picture.stale.add([it for it in (box, there.bounds if there else None) if it])
        self.typing = id
        self.repaint_all()

    def forget_faces(self) -> None:
        """Show all things anew, as when the KPIs or stages that they speak of changed."""
        self.picture.forget_faces()
        self.repaint_all()

    def set_hits(self, ids: frozenset[str]) -> None:
        """Mark what a search found."""
        self.hits = ids
        self.repaint_all()

    def on_view(self, place: QPointF) -> QPointF:
        """Return where a point of the board is in the view."""
        return self.viewportTransform().map(place)

    def on_board(self, place: QPointF) -> QPointF:
        """Return which point of the board is at a place of the view."""
        return self.viewportTransform().inverted()[0].map(place)

    def resizable(self) -> list[Note]:
        """Return what is resized together: what is selected, and with several what they carry; nothing locked."""
        if self._resizable is None:
            wall, chosen = self.picture.wall, self.selection.notes
            ids = chosen if len(chosen) < 2 else wall.carried(chosen)
            notes = [wall.notes[key] for key in ids if not wall.notes[key].locked]
            self._resizable = (notes, around(box_of(note) for note in notes))
        return self._resizable[0]

    def bound(self) -> QRectF | None:
        """Return where the handles of the selection stand in the view, None when nothing can be resized."""
        if not self.resizable() or self._resizable is None:
            return None
        return self.part_on_view(rect_of(self._resizable[1]))

    def rect_of_selection(self) -> QRectF:
        """Return where the selected notes are in the view; empty when none is in it."""
        boxes = [box for key in self.selection.notes if (box := self.picture.box(key))]
        return self.part_on_view(rect_of(around(boxes))) if boxes else QRectF()

    # --- what the wall asks ---

    @override
    def content(self) -> QRectF:
        if self._bounds is None:
            self._bounds = self.picture.bounds()
        return self._bounds

    @override
    def selected(self) -> QRectF:
        notes = self.picture.wall.notes
        boxes = [box_of(notes[key]) for key in self.selection.notes]
        for key in self.selection.connectors:
            there = self.picture.wires.of(key)
            boxes += [there.bounds] if there else []
        return rect_of(around(boxes)) if boxes else self.content()

    @override
    def is_editing(self) -> bool:
        return bool(self.typing)

    @override
    def press(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    @override
    def drag(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    @override
    def release(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.on_board(QPointF(event.pos()))
            line = self.picture.grid_at(at.x(), at.y())
            if isinstance(line, GridLine):
                self.grid_menu_requested.emit(line, event.globalPos())
                return
            self._mouse.take_under(QPointF(event.pos()))
        self.menu_requested.emit(event.globalPos())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if any(file.suffix.lower() in NOT_HERE for file in files_in(data)):
            event.ignore()  # the window knows what becomes of it
        elif data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragEnterEvent) -> None:  # type: ignore[override]
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(event.mimeData(), self.on_board(event.position()))
        event.acceptProposedAction()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.left = False
        super().focusInEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._keys.step(forward=next) or super().focusNextPrevChild(next)

    @override
    def show_cursor(self) -> None:
        super().show_cursor()
        if self.mode in DRAWN or self.mode == CONNECT:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    # --- painting ---

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if not isinstance(event, QPaintEvent):
            return super().viewportEvent(event)
        self._exposed = list(event.region())  # type: ignore[call-overload]  # the stubs leave out its iterator
        try:
            return super().viewportEvent(event)
        finally:
            self._exposed = []  # whoever paints the view elsewhere wants all of it

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Leave the ground to what is painted over it."""

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        part = QRectF(rect)
        seen = self.part_on_view(part).toAlignedRect().adjusted(-1, -1, 1, 1) & self.viewport().rect()
        painter.save()
        painter.resetTransform()
        self._layers.paint(painter, seen, self._exposed or [seen], self.typing)
        painter.restore()
        chosen = {*self.selection.connectors, *self.picture.wall.at(self.selection.single)}
        if self.zoom() >= DETAIL_FROM:
            self.picture.paint_chosen(painter, chosen, part)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter)
        painter.restore()

    def _paint_marks(self, painter: QPainter) -> None:
        for key in self.hits:
            box = self.picture.box(key)
            if box:
                paint_outline(painter, self.part_on_view(rect_of(box)), "warning_fill", width=2.0)
        if self.picture.lifted and len(self.selection.notes) > 1:
            paint_outline(painter, self.rect_of_selection())
        else:
            for key in self.selection.notes:
                box = self.picture.box(key)
                if box:
                    paint_outline(painter, self.part_on_view(rect_of(box)))
        stood_on = self.picture.box(self.stands_on) if self.hasFocus() else None
        if stood_on:
            paint_cursor(painter, self.part_on_view(rect_of(stood_on)))
        if self.gesture:
            self.gesture.paint(painter)
        else:
            self._paint_takable(painter)

    def _paint_takable(self, painter: QPainter) -> None:
        """Paint handles, ends and ports, by which the mouse takes what is selected."""
        detailed = self.zoom() >= DETAIL_FROM
        bound = self.bound() if detailed else None
        if bound:
            several = not self.selection.single
            if several:
                paint_outline(painter, bound, width=1.0)
            paint_handles(painter, bound, several=several)
        line = self.picture.wire(self.selection.line) if self.selection.line else None
        if line:
            paint_ends(painter, [self.on_view(line.begin), self.on_view(line.tip)])
        hovered = self.picture.box(self.hovered)
        if hovered and detailed and self.hovered != self.selection.single:
            paint_ports(painter, self.part_on_view(rect_of(hovered)))
