"""What the mouse takes on a board, and which drag begins there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from app.purpose.board import Note, NoteKind, Side
from app.purpose.wall import box_of
from widgets.purpose.canvas.connecting import Connect, Reattach
from widgets.purpose.canvas.gesture import Draw, Gesture, Marquee, Move
from widgets.purpose.canvas.grid_gesture import LINE_CURSORS, PullLine
from widgets.purpose.canvas.handles import CURSORS, PORT_TAKE, handle_at, port_at
from widgets.purpose.canvas.resizing import Resize
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.grid import line_at
from widgets.purpose.painting.picture import DETAIL_FROM, rect_of

if TYPE_CHECKING:
    from widgets.purpose.canvas.board_view import BoardView

START: Final = 6  # px of the screen after which a press is a drag
REACH: Final = 6  # px of the screen within which a connector is taken
LINE_REACH: Final = 4  # a line of the grid
LETTING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class BoardMouse:
    """Decides what a press means; a gesture begins when the mouse has moved far enough."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._waiting: Gesture | None = None
        self._on_release: Selection | None = None  # taken when the press turns out to be a click

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what is there."""
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton or view.gesture:
            return
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        view.stands_on = ""
        self._pressed, self._on_release = event.position(), None
        self._waiting = self._taken(event.position(), event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """Go on with a gesture, begin one, or show what could be taken."""
        view, here = self._view, event.position()
        if view.gesture:
            view.gesture.go(view.on_board(here), event.modifiers())
            view.repaint_all()
        elif self._pressed is not None and self._waiting is not None:
            if (here - self._pressed).manhattanLength() >= START:
                view.gesture, self._on_release = self._waiting, None
                view.moved.emit()  # the bar above the selection makes room
                view.gesture.go(view.on_board(here), event.modifiers())
                view.repaint_all()
        elif self._pressed is None:
            self._hover(here)

    def release(self, event: QMouseEvent) -> None:
        """End the gesture, or click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        view, waiting = self._view, self._waiting
        gesture, view.gesture = view.gesture, None
        self._pressed = self._waiting = None
        if gesture:
            gesture.end(view.on_board(event.position()), event.modifiers())
        elif isinstance(waiting, Draw):
            waiting.end(view.on_board(event.position()), event.modifiers())
        elif self._on_release is not None:
            view.select(self._on_release)
        elif isinstance(waiting, Move) and not event.modifiers():
            self._follow(view.on_board(event.position()))
        self._on_release = None
        self._hover(event.position())
        if gesture:
            view.moved.emit()
        view.repaint_all()

    def _follow(self, at: QPointF) -> None:
        """Lead on from a note that was clicked where it says to what."""
        note = self._way_at(at)
        if note:
            self._view.followed.emit(note.id)

    def _way_at(self, at: QPointF) -> Note | None:
        view = self._view
        note = view.picture.note_at(at.x(), at.y()) if view.zoom() >= DETAIL_FROM else None
        return note if note and view.picture.leads_on(note, at.x(), at.y()) else None

    def cancel(self) -> bool:
        """Break a gesture off; return whether there was one."""
        gesture, self._view.gesture = self._view.gesture, None
        self._pressed = self._waiting = None
        if gesture is None:
            return False
        gesture.cancel()
        self._view.moved.emit()
        self._view.repaint_all()
        return True

    def double(self, event: QMouseEvent) -> None:
        """Type where one pressed twice: on a note, on a connector, or on a new note."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view = self._view
        at = view.on_board(event.position())
        note = view.picture.note_at(at.x(), at.y())
        line = None if note else view.picture.connector_at(at.x(), at.y(), REACH / view.zoom())
        grid = None if note or line else view.picture.grid_at(at.x(), at.y())
        if grid is not None:
            view.grid_requested.emit(grid)
        elif note:
            view.select(Selection((note.id,)))
            view.edit_requested.emit(note.id, "")
        elif line:
            view.select(Selection((), (line.id,)))
            view.edit_requested.emit(line.id, "")
        else:
            view.create_requested.emit((NoteKind.NOTE, at, None))

    def take_under(self, place: QPointF) -> None:
        """Select what is under the mouse, unless it is selected already."""
        view = self._view
        at = view.on_board(place)
        note = view.picture.note_at(at.x(), at.y())
        line = None if note else view.picture.connector_at(at.x(), at.y(), REACH / view.zoom())
        if note and note.id not in view.selection.notes:
            view.select(Selection((note.id,)))
        elif line and line.id not in view.selection.connectors:
            view.select(Selection((), (line.id,)))
        elif not note and not line:
            view.select(Selection())

    def _taken(self, place: QPointF, keys: Qt.KeyboardModifier) -> Gesture:
        """Return the gesture that a drag from a place would be; select what is there."""
        from widgets.purpose.canvas.board_view import CONNECT, DRAWN

        view = self._view
        at = view.on_board(place)
        if view.mode in DRAWN:
            return Draw(view, at, DRAWN[view.mode])
        taken = self._handle(place, at)
        if taken:
            return taken
        note = view.picture.note_at(at.x(), at.y())
        if note and view.mode == CONNECT:
            return Connect(view, at, note.id, Side.AUTO)
        if note:
            return self._note(note, at, keys)
        line = view.picture.connector_at(at.x(), at.y(), REACH / view.zoom())
        if line:
            view.select(view.selection.toggled(connector=line.id) if keys & LETTING else Selection((), (line.id,)))
            return Marquee(view, at, view.selection)
        before = view.selection if keys & LETTING else Selection()
        view.select(before)
        grid = line_at(view.picture.wall, at.x(), at.y(), LINE_REACH / view.zoom())
        if grid and not keys & LETTING:
            return PullLine(view, at, grid)
        return Marquee(view, at, before)

    def _note(self, note: Note, at: QPointF, keys: Qt.KeyboardModifier) -> Gesture:
        """Select a note that is pressed; one of several stays with them until it is clear that it is a click."""
        view = self._view
        if note.id in view.selection.notes:
            if keys & LETTING:
                self._on_release = view.selection.toggled(note.id)
            elif len(view.selection.notes) > 1 or view.selection.connectors:
                self._on_release = Selection((note.id,))
        elif keys & LETTING:
            view.select(view.selection.toggled(note.id))
        else:
            view.select(Selection((note.id,)))
        return Move(view, at, view.selection.notes)

    def _handle(self, place: QPointF, at: QPointF) -> Gesture | None:
        """Return what a handle, a port or the end of a connector that is under the mouse does."""
        view = self._view
        if view.zoom() < DETAIL_FROM:
            return None
        single = view.picture.wall.notes.get(view.selection.single)
        if single:
            rect = view.part_on_view(rect_of(box_of(single)))
            if port_at(rect, place, (Side.RIGHT,)):
                return Connect(view, at, single.id, Side.RIGHT)
        handle = self._handle_at(place)
        if handle:
            return Resize(view, at, view.resizable(), handle)
        line = view.picture.wall.connectors.get(view.selection.line)
        there = view.picture.wire(line.id) if line else None
        if line and there:
            for end, at_start in ((there.begin, True), (there.tip, False)):
                if (view.on_view(end) - place).manhattanLength() <= PORT_TAKE:
                    return Reattach(view, at, line, at_start=at_start)
        hovered = view.picture.wall.notes.get(view.hovered)
        if hovered and hovered.id != view.selection.single:
            side = port_at(view.part_on_view(rect_of(box_of(hovered))), place)
            if side:
                return Connect(view, at, hovered.id, side)
        return None

    def _handle_at(self, place: QPointF) -> str:
        """Return the handle of what is selected that is under the mouse, "" for none."""
        view = self._view
        bound = view.bound() if view.zoom() >= DETAIL_FROM else None
        return handle_at(bound, place, several=not view.selection.single) if bound else ""

    def _hover(self, place: QPointF) -> None:
        """Show ports on the note under the mouse, and what a press would do by the cursor."""
        view = self._view
        at = view.on_board(place)
        reach = PORT_TAKE / view.zoom()
        note = view.picture.note_at(at.x(), at.y(), reach)
        hovered = note.id if note and note.kind is not NoteKind.FRAME else ""
        if hovered != view.hovered:
            view.hovered = hovered
            view.repaint_all()
        cursor = self._cursor(place, at) if view.mode == "select" else None
        if cursor is not None:
            view.viewport().setCursor(cursor)
        else:
            view.show_cursor()

    def _cursor(self, place: QPointF, at: QPointF) -> Qt.CursorShape | None:
        """Return the cursor that says what a press would do, None for the usual one."""
        view = self._view
        handle = self._handle_at(place)
        if handle:
            return CURSORS[handle]
        if self._way_at(at):
            return Qt.CursorShape.PointingHandCursor
        line = line_at(view.picture.wall, at.x(), at.y(), LINE_REACH / view.zoom())
        return LINE_CURSORS[line.axis] if line and not view.picture.note_at(at.x(), at.y()) else None
