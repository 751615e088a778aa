"""What the section of programs shows: events that serve the persona, and stages in which nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy
from typing_extensions import override

from app.funnel.stage import Stage
from widgets.common.elided_label import plain_tooltip
from widgets.common.painted_text import draw_text, elided, width_of
from widgets.common.painting import paint_focus, paint_icon, paint_text, paint_tile
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.personas.tile_layout import WIDE


class EventTile(QAbstractButton):
    """An event or a series with its kind, its stage, when it is and how many hours it takes; a press leads there."""

    def __init__(self, title: str, caption: str, family: str, icon: str) -> None:
        super().__init__()
        self._title, self._caption, self._family, self._icon = title, caption, family, icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{title}, {caption}")
        self.setToolTip(plain_tooltip(f"{title}\n{caption}"))
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, theme().wide(47))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("border_strong" if self.underMouse() else "border"), 1))
        painter.setBrush(theme().color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        paint_tile(painter, QRect(11, (self.height() - 24) // 2, 24, 24), self._family, self._icon, 14)
        room = self.width() - 44 - 10
        strong, quiet = theme().font("body", 500), theme().font("caption")
        high, low = QFontMetrics(strong).height() + 1, QFontMetrics(quiet).height() + 1
        top = (self.height() - high - low) // 2
        paint_text(painter, QRect(44, top, room, high), self._title, strong, "text")
        paint_text(painter, QRect(44, top + high, room, low), self._caption, quiet, "text_muted")
        if self.hasFocus():
            paint_focus(painter, self.rect(), 8)


class MissingRow(QAbstractButton):
    """Amber: nothing serves the persona in a stage; a press leads to the calendar to plan something."""

    def __init__(self, stage: Stage, fitting: Sequence[str]) -> None:
        super().__init__()
        self.stage = stage
        self._what = tr("personas.stage.missing", stage=stage.name)
        self._fit = (
            tr("personas.stage.fitting", tactics=tr("personas.or").join(fitting), n=len(fitting)) if fitting else ""
        )
        self._plan = tr("personas.stage.plan")
        self.setProperty(WIDE, True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        said = " ".join(part for part in (self._what, self._fit, self._plan) if part)
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, theme().wide(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().color("warning"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme().color("warning_soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        paint_icon(painter, QRect(12, 0, 16, self.height()), "triangle-alert", "warning_text", 16)
        strong, plain = theme().font("body", 500), theme().font("body")
        end = self.width() - 12 - width_of(self._plan, strong)
        draw_text(painter, end, self.rect(), self._plan, strong, "accent")
        what = elided(self._what, strong, end - 37 - 10)
        draw_text(painter, 37, self.rect(), what, strong, "warning_text")
        x = 37 + width_of(what, strong) + 8
        draw_text(painter, x, self.rect(), elided(self._fit, plain, end - x - 10), plain, "text_2")
        if self.hasFocus():
            paint_focus(painter, self.rect(), 8)


def more_button(n: int) -> QPushButton:
    """Return the button that leads to the events for which there is no room."""
    button = QPushButton(tr("personas.events.more", n=n))
    button.setProperty("look", "link")
    button.setProperty(WIDE, True)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setAccessibleName(button.text())
    return button


def from_plan() -> QLabel:
    """Return what the template says where personas show their programs."""
    label = QLabel(tr("personas.shape.programs.about"))
    label.setProperty("look", "setting-note")
    label.setProperty(WIDE, True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
