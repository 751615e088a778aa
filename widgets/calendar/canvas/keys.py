"""The calendar by keyboard.

Arrows walk the days, Tab walks the events of a day and then leaves. What is focused is meant, or the whole selection
when the focused event is part of it: Alt+arrows move it, Shift+Left/Right move its end by a day and Shift+Up/Down by a
week, Ctrl+Shift+Left/Right its start.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.calendar.canvas.grid import DAYS

if TYPE_CHECKING:
    from app.calendar.occurrence import Key
    from widgets.calendar.canvas.painted import PaintedCanvas

Mods = Qt.KeyboardModifier
ARROWS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
FOUR: Final = "← ↑ ↓ →"
KEYS_TEXTS: Final = {
    "canvas.key.walk": (FOUR,),
    "canvas.key.events": ("Tab",),
    "canvas.key.open": ("Enter",),
    "canvas.key.move": ("Alt", FOUR),
    "canvas.key.end": ("Shift", FOUR),
    "canvas.key.start": ("Ctrl+Shift", "← →"),
    "canvas.key.add": ("Ctrl+Space",),
    "canvas.key.all": ("Ctrl+A",),
    "canvas.key.copy": ("Ctrl",),
    "canvas.key.cancel": ("Esc",),
}
MATRIX_TEXTS: Final = {
    "calendar.matrix.key.score": ("Alt", FOUR),
    "calendar.matrix.key.walk": ("PgDown",),
    "calendar.matrix.key.clear": ("Backspace",),
}
TABBED: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class CanvasKeys:
    """Turns keys into intents and keeps the cursor."""

    def __init__(self, canvas: PaintedCanvas) -> None:
        self._canvas = canvas
        self._plain: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: canvas.intents.open,
            Qt.Key.Key_Enter: canvas.intents.open,
            Qt.Key.Key_Delete: canvas.intents.delete,
            Qt.Key.Key_Space: self._select,
            Qt.Key.Key_Escape: self._unselect,
            Qt.Key.Key_PageUp: lambda: canvas.turn_requested.emit(-1),
            Qt.Key.Key_PageDown: lambda: canvas.turn_requested.emit(1),
            Qt.Key.Key_Home: lambda: self._to_column(0),
            Qt.Key.Key_End: lambda: self._to_column(DAYS - 1),
        }
        self._with_ctrl: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_A: canvas.intents.select_all,
            Qt.Key.Key_Home: lambda: self._go(self._first() - self._canvas.state.day),
            Qt.Key.Key_End: lambda: self._go(self._last() - self._canvas.state.day),
        }

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it means anything here."""
        key, mods = event.key(), event.modifiers() & ~Mods.KeypadModifier
        if key in ARROWS:
            done = self._arrow(ARROWS[Qt.Key(key)], mods)
        else:
            known = {Mods.NoModifier: self._plain, Mods.ControlModifier: self._with_ctrl}.get(mods, {})
            action = known.get(key)
            done = action is not None and (action() is not False)
        if done:
            self._show_ring(True)
        return done

    def tab(self, *, forward: bool) -> bool:
        """Go to the next event of the day, or its "+n"; return whether there was one, so that Tab stays here."""
        stops = self._stops()
        state = self._canvas.state
        now = state.key if not state.on_plus else None
        place = stops.index(now) if now in stops else (-1 if forward else len(stops))
        place += 1 if forward else -1
        if not 0 <= place < len(stops):
            return False
        self._show_ring(True)
        self._canvas.set_cursor(state.day, stops[place], on_plus=stops[place] is None)
        return True

    def entered(self, reason: Qt.FocusReason) -> None:
        """Show where the keyboard is when it came here by Tab or a shortcut."""
        if reason in TABBED:
            self._show_ring(True)
            stops = self._stops()
            if stops and self._canvas.state.key is None:
                back = reason == Qt.FocusReason.BacktabFocusReason
                stop = stops[-1 if back else 0]
                self._canvas.set_cursor(self._canvas.state.day, stop, on_plus=stop is None)

    def left(self) -> None:
        """Hide where the keyboard is."""
        self._show_ring(False)

    def keep_up(self) -> None:
        """Follow the focused event to where it is now; when it is gone, stay on the day."""
        state, grid = self._canvas.state, self._canvas.places.grid
        item = self._canvas.model.find(state.key) if state.key else None
        if item and not item.first <= state.day <= item.last:
            self._canvas.set_cursor(max(item.first, grid.first), item.key)
        elif item is None:
            day = min(max(state.day, self._first()), self._last())
            there = self._canvas.model.on(day) if state.key else []
            self._canvas.set_cursor(day, there[0].key if there else None)

    def _arrow(self, days: int, mods: Qt.KeyboardModifier) -> bool:
        intents = self._canvas.intents
        match mods:
            case Mods.NoModifier:
                self._go(timedelta(days=days))
            case Mods.AltModifier:
                intents.move_by(days)
            case Mods.ShiftModifier:
                intents.stretch_by(0, days)
            case _ if mods == Mods.ShiftModifier | Mods.ControlModifier:
                intents.stretch_by(days, 0)
            case _:
                return False
        return True

    def _go(self, by: timedelta) -> None:
        state = self._canvas.state
        day = min(max(state.day + by, self._first()), self._last())
        if day != state.day or state.on_plus:
            self._canvas.set_cursor_day(day)

    def _to_column(self, column: int) -> None:
        place = self._canvas.places.grid.place(self._canvas.state.day)
        if place:
            self._go(timedelta(days=column - place[1]))

    def _stops(self) -> list[Key | None]:
        """Return where Tab stops on the day: its drawn events, and None for the "+n"."""
        day = self._canvas.state.day
        place = self._canvas.places.grid.place(day)
        if place is None or place[0] >= len(self._canvas.model.faces):
            return []
        face = self._canvas.model.faces[place[0]]
        drawn = [chip for chip in face.chips if chip.first <= place[1] <= chip.last and not chip.item.ghost]
        stops: list[Key | None] = [chip.key for chip in sorted(drawn, key=lambda chip: chip.y)]
        return [*stops, None] if face.days[place[1]].hidden else stops

    def _select(self) -> bool:
        state = self._canvas.state
        if state.on_plus:
            self._canvas.open_list(state.day)
        else:
            self._canvas.choose([state.key] if state.key else [])
        return True

    def _toggle(self) -> None:
        key = self._canvas.state.key
        if key:
            self._canvas.choose(self._canvas.state.selected ^ {key})

    def _unselect(self) -> bool:
        """Esc lets go of the selection, and the page closes its inspector by the same key."""
        self._canvas.choose([])
        return False

    def _show_ring(self, shown: bool) -> None:
        state = self._canvas.state
        if state.by_keyboard != shown:
            state.by_keyboard = shown
            self._canvas.set_cursor(state.day, state.key, on_plus=state.on_plus)

    def _first(self) -> date:
        return self._canvas.model.first_day()

    def _last(self) -> date:
        return self._canvas.model.last_day()
