"""The round picture of a persona: a picture of its own, an emoji, or initials on its colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.personas.persona import Persona
from widgets.common.avatar import initials
from widgets.common.painting import paint_focus
from widgets.common.theme import theme

FindPicture = Callable[[str], QImage | None]


def paint_face(painter: QPainter, circle: QRect, persona: Persona, find: FindPicture) -> None:
    """Paint the circle of a persona."""
    place = QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme().family(persona.colour, "tint_border"), 1))
    painter.setBrush(theme().family(persona.colour, "tint"))
    painter.drawEllipse(place)
    image = find(persona.picture) if persona.picture else None
    if image is not None:
        _paint_picture(painter, place, image)
        return
    painter.setPen(theme().color("text"))
    if persona.avatar:
        painter.setFont(theme().font_px(circle.width() * 0.5))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), persona.avatar)
    else:
        painter.setFont(theme().font_px(circle.width() * 0.36, 600))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), initials(persona.name))


def _paint_picture(painter: QPainter, place: QRectF, image: QImage) -> None:
    """Paint the middle of a picture into a circle."""
    side = min(image.width(), image.height())
    part = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
    round_one = QPainterPath()
    round_one.addEllipse(place)
    painter.save()
    painter.setClipPath(round_one)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image, part)
    painter.restore()


class Face(QAbstractButton):
    """The circle as a button that changes it."""

    def __init__(self, size: int, find: FindPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persona, self._find = Persona("", ""), find
        self.setFixedSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.update)

    def show_persona(self, persona: Persona) -> None:
        """Show somebody."""
        self._persona = persona
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_face(painter, self.rect(), self._persona, self._find)
        if self.hasFocus():
            paint_focus(painter, self.rect(), self.width() // 2)
