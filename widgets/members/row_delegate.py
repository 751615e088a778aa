"""Paints members as rows of a table: circle and name, what they are known as, persona, state, joining day."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.members.member import Member
from app.members.merging import ALIAS
from widgets.common.avatar import paint_avatar
from widgets.common.keyboard_focus import shows_focus
from widgets.common.painting import paint_focus, paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import day, tr
from widgets.members.rows import Index, MemberRows

LINE: Final = 40
SIDE: Final = 16
CIRCLE: Final = 24
BADGE: Final = 18
BADGES: Final = 3
WIDE: Final = (27, 22, 23, 16, 12)  # parts of the width: name, known as, persona, state, joined
NARROW: Final = (36, 0, 26, 22, 16)
NARROW_BELOW: Final = 620
GAP: Final = 10
SOURCES: Final = {
    "slack": "hash",
    "discord": "hash",
    "discourse": "messages-square",
    "forum": "messages-square",
    "circle": "messages-square",
    "mail": "mail",
    "csv": "file-text",
    ALIAS: "history",
}


def columns(rect: QRect) -> list[QRect]:
    """Return where the columns of a row are; the second one is empty in a narrow list."""
    inner = rect.adjusted(SIDE, 0, -SIDE, 0)
    parts = NARROW if rect.width() < NARROW_BELOW * max(1.0, theme().text_scale) else WIDE
    places, x = [], inner.left()
    for part in parts:
        width = inner.width() * part // 100
        places.append(QRect(x, rect.top(), max(0, width - GAP), rect.height()))
        x += width
    return places


class RowDelegate(QStyledItemDelegate):
    """Rows of 40 px with lines between them."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        member = model.data(index, Qt.ItemDataRole.UserRole)
        if not isinstance(model, MemberRows) or not isinstance(member, Member):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = option.rect
        painter.fillRect(rect, theme().color("selection" if selected else "hover" if hovered else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().color("border"))
        name, known, persona, state, joined = columns(rect)
        self._paint_name(painter, name, member)
        self._paint_known(painter, known, member, ground="raised" if selected else "sunken")
        self._paint_persona(painter, persona, model, member)
        self._paint_state(painter, state, model, member)
        if member.joined:
            paint_text(painter, joined, day(member.joined, "d MMM yy"), theme().font("small"), "text_2")
        if shows_focus(option):
            paint_focus(painter, rect)
        painter.restore()

    def _paint_name(self, painter: QPainter, place: QRect, member: Member) -> None:
        paint_avatar(painter, _middle(place, CIRCLE), member.id, member.name)
        words = place.adjusted(CIRCLE + GAP, 0, 0, 0)
        gone = member.left is not None
        font = theme().font("body", 500)
        paint_text(painter, words, member.name, font, "text_muted" if gone else "text")
        sign = "bot" if member.bot else "users" if member.staff else "log-out" if gone else ""
        x = words.left() + QFontMetrics(font).horizontalAdvance(member.name) + 6
        if sign and x + 14 < place.right():
            paint_icon(painter, QRect(x, place.top(), 14, place.height()), sign, "text_muted", 14)

    def _paint_known(self, painter: QPainter, place: QRect, member: Member, *, ground: str) -> None:
        if not place.width():
            return
        known = [pair for pair in member.handles if pair[0] != ALIAS]
        if not known and member.emails:
            known = [("mail", member.emails[0])]
        x = place.left()
        for source, _ in known[:BADGES]:
            badge = _middle(QRect(x, place.top(), BADGE, place.height()), BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(ground))
            painter.drawRoundedRect(QRectF(badge), 4, 4)
            paint_icon(painter, badge, SOURCES.get(source.casefold(), "at-sign"), "text_2", 12)
            x += BADGE + 3
        if known:
            room = QRect(x + 4, place.top(), place.right() - x - 3, place.height())
            paint_text(painter, room, known[0][1], theme().font("small"), "text_2")

    def _paint_persona(self, painter: QPainter, place: QRect, model: MemberRows, member: Member) -> None:
        name, font = model.persona_name(member), theme().font("small")
        if not member.persona:
            paint_text(painter, place, name, font, "text_muted")
            return
        half = place.height() // 2
        paint_text(painter, QRect(place.left(), place.top() + 3, place.width(), half), name, font, "text")
        why = QRect(place.left(), place.top() + half - 2, place.width(), half)
        paint_text(painter, why, tr("members.persona.yours"), theme().font("caption"), "text_muted")

    def _paint_state(self, painter: QPainter, place: QRect, model: MemberRows, member: Member) -> None:
        state = model.members.states.get(member.state)
        if state is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family(state.colour))
        painter.drawEllipse(QRectF(_middle(place, 8)))
        paint_text(painter, place.adjusted(14, 0, 0, 0), state.name, theme().font("small"), "text")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(LINE * max(1.0, theme().text_scale)))


def _middle(place: QRect, size: int) -> QRect:
    """Return a square at the left of a place, in the middle of its height."""
    return QRect(place.left(), place.top() + (place.height() - size) // 2, size, size)
