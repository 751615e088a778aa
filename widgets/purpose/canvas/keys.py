"""What keys do on a board, besides the actions of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.purpose.board import Note, NoteKind
from app.purpose.wall import box_of
from widgets.purpose.canvas.gesture import freed
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.picture import rect_of

if TYPE_CHECKING:
    from widgets.purpose.canvas.board_view import BoardView

Key = Qt.Key
Keys = Qt.KeyboardModifier
WAYS: Final = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
STEP: Final = 20  # px of a nudge
FINE: Final = 1
PAN: Final = 80

KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "purpose.key.walk": ("Left", "Right", "Up", "Down"),
    "purpose.key.next": ("Tab", "Shift+Tab"),
    "purpose.key.add": ("Ctrl+Space",),
    "purpose.key.edit": ("F2",),
    "purpose.key.type": ("A",),
    "purpose.key.nudge": ("Alt+Right", "Alt+Down"),
    "purpose.key.fine": ("Alt+Shift+Right",),
    "purpose.key.stretch": ("Shift+Right", "Shift+Down"),
    "purpose.key.grow": ("Ctrl+Right", "Ctrl+Down"),
    "purpose.key.pan": ("Space",),
    "purpose.key.free": ("Space",),
    "purpose.key.leave": ("Esc",),
}


class BoardKeys:
    """Arrows walk, Alt+arrows move, Shift+arrows resize, Ctrl+arrows grow; a letter begins to type.

    From the first Ctrl+Space on, what is selected stays while one walks (`stands_on`), and each further one
    adds what was walked to, or takes it away; Esc ends that.
    """

    def __init__(self, view: BoardView) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; return whether it was one of the board's."""
        view, key = self._view, Key(event.key())
        if view.gesture is not None:
            return self._during_gesture(key)
        way = WAYS.get(key)
        if way:
            return self._arrow(way, event.modifiers())
        if key in (Key.Key_F2, Key.Key_Return, Key.Key_Enter) and not event.modifiers() & ~Keys.KeypadModifier:
            return self._edit("")
        if key == Key.Key_Space and event.modifiers() == Keys.ControlModifier:
            return self._add()
        if key == Key.Key_Escape:
            return self._leave()
        typed = event.text()
        plain = not event.modifiers() & (Keys.ControlModifier | Keys.AltModifier | Keys.MetaModifier)
        if plain and typed and typed.isprintable() and not typed.isspace():
            return self._edit(typed)
        return False

    def _during_gesture(self, key: Key) -> bool:
        view = self._view
        if key == Key.Key_Escape:
            view.cancel_gesture()
        elif key == Key.Key_Space and view.gesture:
            freed(view.gesture, free=True)
        return True

    def _edit(self, letters: str) -> bool:
        view = self._view
        target = view.selection.single or view.selection.line
        if not target:
            return False
        view.edit_requested.emit(target, letters)
        return True

    def _add(self) -> bool:
        view = self._view
        if view.stands_on:
            view.select(view.selection.toggled(view.stands_on), gathering=True)
        elif view.selection.lead or self.step(forward=True):
            view.stand_on(view.selection.lead)
        return True

    def _go(self, id: str) -> None:
        """Walk to a thing: select it, or only stand on it while several are being gathered."""
        view = self._view
        if view.stands_on:
            view.stand_on(id)
        else:
            view.select(Selection((id,)))
        view.reveal(rect_of(box_of(view.picture.wall.notes[id])))

    def _arrow(self, way: tuple[int, int], keys: Keys) -> bool:
        view = self._view
        if keys & Keys.AltModifier:
            by = FINE if keys & Keys.ShiftModifier else STEP
            view.nudge_requested.emit(way[0] * by, way[1] * by)
        elif keys & Keys.ShiftModifier:
            view.stretch_requested.emit(way[0] * STEP, way[1] * STEP)
        elif keys & Keys.ControlModifier:
            if view.selection.single:
                view.neighbour_requested.emit((way, True))
        elif view.stands_on or view.selection.lead:
            self._walk(way)
        elif view.picture.wall.notes and not view.selection:
            view.left = False
            self.step(forward=True)
        else:
            view.pan(way[0] * PAN, way[1] * PAN)
        return True

    def _walk(self, way: tuple[int, int]) -> None:
        """Select the nearest thing in a direction."""
        view = self._view
        here = view.picture.wall.notes[view.stands_on or view.selection.lead]
        found = nearest(here, list(view.picture.wall.notes.values()), way)
        if found:
            self._go(found.id)

    def step(self, *, forward: bool) -> bool:
        """Select the next thing in reading order; after the last one the keyboard leaves the board."""
        view = self._view
        order = reading_order(list(view.picture.wall.notes.values()))
        if not order or view.left:
            return False
        here = view.stands_on or view.selection.lead
        if here:
            at = [note.id for note in order].index(here) + (1 if forward else -1)
        else:
            at = 0 if forward else len(order) - 1
        if not 0 <= at < len(order):
            return False
        self._go(order[at].id)
        return True

    def _leave(self) -> bool:
        """Let go of the tool, then of the selection; then Tab leaves the board."""
        view = self._view
        if view.mode != "select":
            view.set_mode("select")
        elif view.selection or view.stands_on:
            view.stand_on("")
            view.select(Selection())
            view.left = True
        else:
            view.left = True
            return False
        return True


def reading_order(notes: list[Note]) -> list[Note]:
    """Return things as they are read: frames with what lies in them, from the top to the bottom, left to right."""
    frames = sorted((it for it in notes if it.kind is NoteKind.FRAME), key=lambda it: (it.x // 40, it.y, it.id))
    order: dict[str, Note] = {}
    for frame in frames:
        order.setdefault(frame.id, frame)
        box = box_of(frame)
        inside = [it for it in notes if it.kind is not NoteKind.FRAME and box.holds(*box_of(it).middle)]
        for note in sorted(inside, key=_read):
            order.setdefault(note.id, note)
    for note in sorted(notes, key=_read):
        order.setdefault(note.id, note)
    return list(order.values())


def nearest(here: Note, notes: list[Note], way: tuple[int, int]) -> Note | None:
    """Return the thing that lies nearest in a direction; what is far to the side counts as farther."""
    x, y = box_of(here).middle
    best: tuple[float, str] | None = None
    for note in notes:
        to_x, to_y = box_of(note).middle
        ahead = (to_x - x) * way[0] + (to_y - y) * way[1]
        aside = abs((to_x - x) * way[1]) + abs((to_y - y) * way[0])
        if note.id == here.id or ahead <= 0 or aside > 2 * ahead + 40 or note.kind is NoteKind.FRAME:
            continue
        offer = (ahead + 2 * aside, note.id)
        best = offer if best is None or offer < best else best
    return next((note for note in notes if best and note.id == best[1]), None)


def _read(note: Note) -> tuple[int, int, str]:
    return (note.y // 24, note.x, note.id)
