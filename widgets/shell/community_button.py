"""The top of the rail: whose playbook this is, and the way to another."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import pixmap
from widgets.common.theme import theme
from widgets.common.words import tr

NAMES_AT: Final = 44
ARROWS: Final = 14


class CommunityButton(QAbstractButton):
    """Initial, name and lead of the community; a press opens the menu of playbooks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name: str | None = None
        self._lead = ""
        self._narrow = False
        self._mark: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def show_community(self, name: str | None, lead: str = "") -> None:
        """Show another community, or that no file is open."""
        self._name, self._lead = name, lead
        if name is None and self._mark is None:
            from widgets.playbook.mark import Mark

            self._mark = Mark(28, self)
            self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self._mark is not None:
            self._mark.setVisible(name is None)
        self._place_mark()
        self.retranslate()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the picture, or the names too."""
        self._narrow = narrow
        self._place_mark()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        title, note = self._lines()
        whole = f"{title}, {note}" if note else title
        self.setAccessibleName(tr("shell.community", name=whole))
        whole = f"{title} · {note}".rstrip(" ·")
        self.setToolTip(plain_tooltip(whole) if self._narrow or self._elides(title) else "")
        self.update()

    def _place_mark(self) -> None:
        if self._mark is not None:
            self._mark.move((self.width() - 28) // 2 if self._narrow else 6, 8)

    def _lines(self) -> tuple[str, str]:
        if self._name is None:
            return tr("shell.program"), tr("shell.no_file")
        return self._name or tr("shell.unnamed"), tr("shell.lead", name=self._lead) if self._lead else ""

    def _elides(self, title: str) -> bool:
        return QFontMetricsF(theme().font_px(13, 600)).horizontalAdvance(title) > self._room()

    def _room(self) -> int:
        return self.width() - NAMES_AT - 8 - ARROWS - 10

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, 44)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_mark()
        self.retranslate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("sunken" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        left = (self.width() - 28) / 2 if self._narrow else 6.0
        self._paint_picture(painter, QRectF(left, 8, 28, 28))
        if not self._narrow:
            self._paint_names(painter)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        if self._name is None:
            return  # the mark lies there
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(place, 8, 8)
        painter.setFont(theme().font_px(13, 600))
        painter.setPen(theme().color("on_accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, (self._name.strip() or "·")[0].upper())

    def _paint_names(self, painter: QPainter) -> None:
        title, note = self._lines()
        left, room = NAMES_AT, self._room()
        painter.setFont(theme().font_px(13, 600))
        painter.setPen(theme().color("text"))
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 6, room, 17 if note else 32), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme().font_px(11))
        painter.setPen(theme().color("text_muted"))
        text = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 23, room, 15), Qt.AlignmentFlag.AlignVCenter, text)
        arrows = pixmap("chevrons-up-down", theme().color("text_muted"), ARROWS, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left + room + 10, 15), arrows)
