"""What a person wants, asked the same way by mouse, keyboard and menus."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QToolTip

from widgets.calendar.canvas.drag_landing import Landing, Move, land

if TYPE_CHECKING:
    from app.calendar.occurrence import Key
    from widgets.calendar.canvas.painted import PaintedCanvas


class CanvasIntents:
    """Checks what is wanted and sends the signal of the canvas for it."""

    def __init__(self, canvas: PaintedCanvas) -> None:
        self._canvas = canvas

    def held(self) -> list[Key]:
        """Return what keys and menus mean: the selection with the focused event first, or that event alone.

        After the mouse took the focused event out of a selection, what is left of it is meant.
        """
        state = self._canvas.state
        chosen = self._canvas.selection()
        if state.key is None or self._canvas.model.find(state.key) is None:
            return chosen
        if state.key in chosen:
            return [state.key, *(key for key in chosen if key != state.key)]
        return [state.key] if state.by_keyboard or not chosen else chosen

    def moves(self, keys: Sequence[Key], start_days: int, end_days: int) -> list[Move]:
        """Return how the events that are shown would go."""
        items = (self._canvas.model.find(key) for key in keys)
        return [Move(item, start_days, end_days) for item in items if item]

    def landing(
        self, keys: Sequence[Key], start_days: int, end_days: int, day: date | None = None, *, copy: bool = False
    ) -> Landing | None:
        """Return what would come of it, or None when none of the events is shown."""
        moves = self.moves(keys, start_days, end_days)
        if not moves:
            return None
        return land(self._canvas.model, moves, day or self._pointed(moves[0]), copy=copy)

    def move_by(self, days: int) -> bool:
        """Move what is held by a number of days; return whether that can be."""
        keys = self.held()
        landing = self.landing(keys, days, days)
        if landing is None or self._refuse(landing, keys[0]):
            return False
        first = landing.spans[0][0]
        self._canvas.move_requested.emit(keys, first, self.place_of(first, keys[0]))
        return True

    def stretch_by(self, start_days: int, end_days: int) -> bool:
        """Let the focused event begin and end elsewhere; return whether that can be."""
        held = self.held()
        if not held:
            return False
        landing = self.landing(held[:1], start_days, end_days)
        if landing is None or self._refuse(landing, held[0]):
            return False
        day = landing.spans[0][0] if start_days else landing.spans[0][1]
        self._canvas.resize_requested.emit(held[0], start_days, end_days, self.place_of(day, held[0]))
        return True

    def delete(self) -> bool:
        """Delete what is held; return whether there is anything."""
        keys = self.held()
        if keys:
            self._canvas.delete_requested.emit(keys)
        return bool(keys)

    def open(self) -> None:
        """Open the focused event and its selection, or the list of the day; begin an event on an empty day."""
        state = self._canvas.state
        if state.on_plus:
            self._canvas.open_list(state.day)
        elif state.key:
            if state.key not in state.selected:
                self._canvas.choose([state.key])
            self._canvas.open_requested.emit(state.key)
        elif self._canvas.model.layout.takes(self._canvas.model.quarter, state.day):
            self._canvas.add_requested.emit(state.day)

    def select_all(self) -> None:
        """Select everything that is shown."""
        self._canvas.choose(self._canvas.model.in_order())

    def place_of(self, day: date, key: Key) -> QRect:
        """Return where an event will be on the screen, as near as can be told before it is there."""
        canvas = self._canvas
        cell = canvas.places.day_rect(day if canvas.places.grid.place(day) else day + timedelta(days=6))
        now = canvas.places.rects_of(key)
        if now:
            row = canvas.places.grid.row_at(now[0].y() - canvas.places.row_top(0)) or 0
            cell.setTop(cell.top() + now[0].y() - canvas.places.row_top(row))
            cell.setHeight(now[0].height())
        return canvas.on_screen(cell)

    def _pointed(self, move: Move) -> date:
        """Return the day that a key points at: the end that goes, kept on the page where the event began before it."""
        if move.start_days != move.end_days:
            return move.to.first if move.start_days else move.to.last
        return max(move.to.first, min(move.to.last, self._canvas.places.grid.first))

    def _refuse(self, landing: Landing, key: Key) -> bool:
        """Tell why something cannot be, beside the event."""
        if landing.refused:
            place = self._canvas.anchor(key)
            QToolTip.showText(place.bottomLeft(), landing.words, self._canvas)
        return landing.refused
