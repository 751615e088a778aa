"""The small squares and circles by which what is selected is resized and connected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from app.purpose.board import Side

SIZE: Final = 9.0  # px of the screen
TAKE: Final = 8.0  # px around the middle of a handle in which it is taken
PORT_TAKE: Final = 9.0

SHARES: Final[Mapping[str, tuple[float, float]]] = {
    "top-left": (0.0, 0.0),
    "top": (0.5, 0.0),
    "top-right": (1.0, 0.0),
    "left": (0.0, 0.5),
    "bottom-left": (0.0, 1.0),
    "bottom": (0.5, 1.0),
    "bottom-right": (1.0, 1.0),
}
OF_SEVERAL: Final = {**SHARES, "right": (1.0, 0.5)}  # one thing has its port there
CURSORS: Final[Mapping[str, Qt.CursorShape]] = {
    "top-left": Qt.CursorShape.SizeFDiagCursor,
    "bottom-right": Qt.CursorShape.SizeFDiagCursor,
    "top-right": Qt.CursorShape.SizeBDiagCursor,
    "bottom-left": Qt.CursorShape.SizeBDiagCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
}
PORTS: Final[Mapping[Side, tuple[float, float]]] = {
    Side.TOP: (0.5, 0.0),
    Side.RIGHT: (1.0, 0.5),
    Side.BOTTOM: (0.5, 1.0),
    Side.LEFT: (0.0, 0.5),
}


def place(rect: QRectF, shares: tuple[float, float]) -> QPointF:
    """Return a point of a rectangle by its shares of width and height."""
    return QPointF(rect.left() + rect.width() * shares[0], rect.top() + rect.height() * shares[1])


def handle_at(rect: QRectF, at: QPointF, *, several: bool = False) -> str:
    """Return the handle of a rectangle on the screen that a point takes, "" for none."""
    for name, shares in (OF_SEVERAL if several else SHARES).items():
        if _near(place(rect, shares), at, TAKE):
            return name
    return ""


def port_at(rect: QRectF, at: QPointF, sides: tuple[Side, ...] = tuple(PORTS)) -> Side:
    """Return the side whose port a point takes, AUTO for none."""
    for side in sides:
        if _near(place(rect, PORTS[side]), at, PORT_TAKE):
            return side
    return Side.AUTO


def _near(one: QPointF, other: QPointF, reach: float) -> bool:
    return abs(one.x() - other.x()) <= reach and abs(one.y() - other.y()) <= reach
