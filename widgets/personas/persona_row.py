"""One persona in the list at the left: picture, name, a line about it, and how complete it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from app.personas.completeness import Completeness
from app.personas.persona import Persona
from widgets.common.elided_label import plain_tooltip
from widgets.common.painting import paint_focus, paint_icon, paint_text
from widgets.common.reorder_drag import ReorderDrag
from widgets.common.theme import theme
from widgets.common.words import tr, words
from widgets.personas.face import FindPicture, paint_face

HEIGHT: Final = 60
STEPS: Final[dict[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PersonaRow(QAbstractButton):
    """Chosen by a press or by the arrows; with Alt it goes up and down, by drag anywhere.

    Signals:
        walked: the keyboard goes to the row before (-1) or after (1).
        shifted: it is to stand one place higher (-1) or lower (1).
        menu_requested: what can be done with it is wanted (a place on the screen).
    """

    walked = Signal(int)
    shifted = Signal(int)
    menu_requested = Signal(object)

    def __init__(self, persona: Persona, complete: Completeness, about: str, find: FindPicture) -> None:
        super().__init__()
        self.persona, self._complete, self._about, self._find = persona, complete, about, find
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(HEIGHT)
        self.drag = ReorderDrag(self, self)
        said = tr("personas.row.name", name=persona.name, percent=complete.percent)
        missing = "\n".join(words(it) for it in complete.missing)
        self.setAccessibleName(said)
        self.setAccessibleDescription(missing)
        self.setToolTip(plain_tooltip(f"{said}\n{missing}" if missing else said))
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, theme().wide(HEIGHT))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.click()
        self.menu_requested.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        else:
            self.walked.emit(step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme().color("border_strong"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("raised" if self.isChecked() else "hover"))
            painter.drawRoundedRect(place, 8, 8)
        circle = QRect(11, (self.height() - 36) // 2, 36, 36)
        paint_face(painter, circle, self.persona, self._find)
        left, room = circle.right() + 11, self.width() - circle.right() - 22
        name, caption = theme().font("body", 600), theme().font("caption")
        high, low = QFontMetrics(name).height() + 2, QFontMetrics(caption).height() + 1
        top = (self.height() - high - low - 9) // 2
        paint_text(painter, QRect(left, top, room, high), self.persona.name, name, "text")
        paint_text(painter, QRect(left, top + high, room, low), self._about, caption, "text_muted")
        self._paint_bar(painter, QRect(left, top + high + low + 5, room, 3))
        if self.hasFocus():
            paint_focus(painter, self.rect(), 8)

    def _paint_bar(self, painter: QPainter, bar: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("border"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        percent = self._complete.percent
        painter.setBrush(theme().color(bar_role(percent)))
        if percent:
            painter.drawRoundedRect(QRectF(bar.x(), bar.y(), max(3.0, bar.width() * percent / 100), 3), 1.5, 1.5)


def bar_role(percent: int) -> str:
    """Return the colour of a bar of completeness."""
    return "success" if percent >= 80 else "warning_fill"


class PlainRow(QAbstractButton):
    """A quiet row of the list: an icon and words.

    Signals:
        walked: the keyboard goes to the row before (-1) or after (1).
    """

    walked = Signal(int)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_words(self, text: str) -> None:
        """Say what it is."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, theme().wide(32))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme().color("border_strong"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("raised" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        paint_icon(painter, QRect(12, 0, 16, self.height()), self._icon, "text_2", 16)
        words = self.rect().adjusted(36, 0, -8, 0)
        font = theme().font("body", 600 if self.isChecked() else 500)
        paint_text(painter, words, self.text().replace("&&", "&"), font, "text" if self.isChecked() else "text_2")
        if self.hasFocus():
            paint_focus(painter, self.rect())
