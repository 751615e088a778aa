"""Copies boards as pictures to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.message import say
from app.purpose.box import around
from app.purpose.wall import box_of
from widgets.common.theme import theme
from widgets.purpose.painting.picture import BoardPicture, rect_of

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

EDGE: Final = 20  # px around what is shown
SCALE: Final = 2.0
LARGEST_SIDE: Final = 12_000  # px of a picture


def drawn(picture: BoardPicture, only: frozenset[str] | None, scale: float = SCALE) -> QImage:
    """Return the board, or some things on it, as a picture."""
    part = picture.bounds()
    if only is not None:
        part = rect_of(around(box_of(picture.wall.notes[key]) for key in only))
    part = part.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    scale = min(scale, LARGEST_SIDE / max(part.width(), part.height(), 1.0))
    image = QImage(
        max(1, round(part.width() * scale)), max(1, round(part.height() * scale)), QImage.Format.Format_RGB32
    )
    image.fill(theme().color("bg"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-part.topLeft())
    picture.paint(painter, QRectF(part), 1.0, only=only)
    painter.end()
    return image


def copy_picture(page: PurposePage) -> None:
    """Copy the selection, or the whole board, as a picture."""
    QGuiApplication.clipboard().setImage(drawn(page.canvas.picture, _chosen(page)))
    page.desk.tell(say("purpose.export.copied"))


def _chosen(page: PurposePage) -> frozenset[str] | None:
    ids = page.wall.carried(page.gestures.ids())
    return frozenset(ids) if ids else None
