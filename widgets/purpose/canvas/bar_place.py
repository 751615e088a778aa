"""Where the bar of the selection stands: beside it, in view, and where it covers least of what is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

ABOVE: Final = 10.0  # px between the selection and the bar
ELSEWHERE: Final = 14.0  # as below, where handles and the port stand out farther
EDGE: Final = 8.0
ITSELF: Final = 4.0  # times as bad to cover what is selected as something else
ASIDE: Final = 500.0  # px² of something else that are better covered than to stand at its side, where connectors leave
LOWER: Final = 150.0
SHIFTED: Final = 60.0
SETTLED: Final = 400.0  # px² that another place must be better, else the bar would jump about while one pans


def best_place(
    size: QSizeF, chosen: QRectF, room: QRectF, covered: Callable[[QRectF], float], before: str = ""
) -> tuple[str, QPointF]:
    """Return the name and the corner of the best place.

    `covered` says how much of what is written lies below a rectangle, in px²; `before` names the place until now.
    """
    found: list[tuple[float, str, QPointF]] = []
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    for name, cost, corner in _places(size, chosen):
        x = max(inner.left(), min(corner.x(), inner.right() - size.width()))
        y = max(inner.top(), min(corner.y(), inner.bottom() - size.height()))
        rect = QRectF(QPointF(x, y), size)
        whole = cost + covered(rect) + ITSELF * area(rect & chosen) - (SETTLED if name == before else 0.0)
        found.append((whole, name, rect.topLeft()))
    _, name, corner = min(found, key=lambda it: it[0])
    return name, corner


def area(rect: QRectF) -> float:
    """Return the px² of a rectangle, 0 for an empty one."""
    return max(0.0, rect.width()) * max(0.0, rect.height())


def _places(size: QSizeF, chosen: QRectF) -> Iterator[tuple[str, float, QPointF]]:
    """Yield places with their names and how much worse they are than the usual one, in the middle above."""
    middle = chosen.center() - QPointF(size.width() / 2, size.height() / 2)
    across = {"": middle.x(), " left": chosen.left(), " right": chosen.right() - size.width()}
    along = {"": middle.y(), " top": chosen.top(), " bottom": chosen.bottom() - size.height()}
    for shift, x in across.items():
        aside = SHIFTED if shift else 0.0
        yield f"above{shift}", aside, QPointF(x, chosen.top() - ABOVE - size.height())
        yield f"below{shift}", aside + LOWER, QPointF(x, chosen.bottom() + ELSEWHERE)
    for shift, y in along.items():
        aside = ASIDE + (SHIFTED if shift else 0.0)
        yield f"right{shift}", aside, QPointF(chosen.right() + ELSEWHERE, y)
        yield f"left{shift}", aside, QPointF(chosen.left() - ELSEWHERE - size.width(), y)
