"""One event as it is painted: colour is its category, the icon its kind, the shape its status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from widgets.common.icons import pixmap
from widgets.common.painted_text import draw_text, elided, width_of
from widgets.common.theme import theme

BAR: Final = 3
RADIUS: Final = 4
ICON: Final = 12
REPEAT: Final = 10
GAP: Final = 4
GAP_LEAST: Final = 3  # before the repeat mark, where there is little room
PAD_RIGHT: Final = 5
TEXT_LEFT: Final = BAR + 6  # of the icon, or of the title when there is none
MIN_FOR_TIME: Final = 118
MIN_FOR_ICON: Final = 56
TABULAR: Final = QFont.Tag("tnum")
TALL: Final = 30  # from this height on there is room for a second line


class Form(Enum):
    """How far the work is, told by the shape."""

    PLANNED = "planned"
    IDEA = "idea"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"
    GHOST = "ghost"  # where an event was before a move that is not settled


@dataclass(frozen=True, slots=True)
class ChipLook:
    """Everything that is seen of an event in one week."""

    title: str
    icon: str
    family: str
    form: Form = Form.PLANNED
    time: str = ""
    repeats: bool = False
    long: bool = False
    opens: bool = True
    closes: bool = True
    part: str = ""  # "day 5 of 7", right after the title
    trail: str = ""  # at the right end of a bar
    below: str = ""  # second line
    short: str = ""  # title for where the whole one does not fit
    hit: bool = False  # a search found it


def paint_chip(painter: QPainter, rect: QRect, look: ChipLook, *, hovered: bool = False) -> None:
    """Paint an event into a rectangle; from 30 px height on with its second line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    _paint_body(painter, QRectF(rect), look, hovered)
    if look.below and rect.height() >= TALL:
        _paint_two_lines(painter, rect, look)
    else:
        _paint_line(painter, rect, look)
    painter.restore()


def paint_outline(painter: QPainter, rect: QRectF, role: str, *, width: float = 2.0) -> None:
    """Paint the line around a selected event, outside its edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = width / 2
    painter.drawRoundedRect(rect.adjusted(-reach, -reach, reach, reach), RADIUS + reach, RADIUS + reach)
    painter.restore()


def width_wanted(look: ChipLook) -> int:
    """Return how wide a chip of one line has to be to show its whole title."""
    title = width_of(look.title, _title_font(look))
    return ceil(TEXT_LEFT + ICON + GAP + title + (GAP_LEAST + REPEAT) * look.repeats + PAD_RIGHT)


def shape_of(rect: QRectF, look: ChipLook) -> QRectF:
    """Return the body of a chip; where it continues in another week it runs on beyond the edge and is cut there."""
    return rect.adjusted(0 if look.opens else -2 * RADIUS, 0, 0 if look.closes else 2 * RADIUS, 0)


def _paint_body(painter: QPainter, rect: QRectF, look: ChipLook, hovered: bool) -> None:
    body = shape_of(rect, look)
    hairline = body.adjusted(0.5, 0.5, -0.5, -0.5)
    if look.form in (Form.IDEA, Form.SKIPPED, Form.GHOST):
        dashed = look.form is Form.GHOST
        line = QPen(theme().color("border_strong"), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        painter.setPen(line)
        painter.setBrush(theme().color("hover") if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(hairline, RADIUS - 0.5, RADIUS - 0.5)
        return
    quiet, warm = ("tint_done", "tint") if look.form is Form.DONE else ("tint", "tint_hover")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().family(look.family, warm if hovered else quiet))
    painter.drawRoundedRect(body, RADIUS, RADIUS)
    if look.long:
        painter.setPen(QPen(theme().family(look.family, "tint_border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(hairline, RADIUS - 0.5, RADIUS - 0.5)
        for goes_on, x in ((not look.opens, rect.left()), (not look.closes, rect.right() - 1)):
            if goes_on:
                painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), painter.pen().color())
    if look.opens:
        painter.save()
        painter.setClipRect(QRectF(rect.x(), rect.y(), BAR, rect.height()), Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family(look.family, "solid"))
        painter.drawRoundedRect(body, RADIUS, RADIUS)
        painter.restore()


def _paint_line(painter: QPainter, rect: QRect, look: ChipLook) -> None:
    x, right = float(rect.x() + TEXT_LEFT), float(rect.right() + 1 - PAD_RIGHT)
    right = _paint_end(painter, rect, look, right)
    font = _title_font(look)
    small = theme().font_px(10)
    wanted = width_of(look.title, font)
    room = right - x - (ICON + GAP)
    if look.time and rect.width() >= MIN_FOR_TIME:
        width = width_of(look.time, small)
        if wanted + GAP + width + (GAP_LEAST + REPEAT) * look.repeats <= room:
            draw_text(painter, right - width, rect, look.time, small, _quiet_role(look))
            right -= width + GAP
    if look.repeats and wanted + GAP_LEAST + REPEAT <= right - x - (ICON + GAP):
        _icon(painter, "repeat", theme().color("text_muted"), REPEAT, right - REPEAT, rect, look)
        right -= REPEAT + GAP_LEAST
    if rect.width() >= MIN_FOR_ICON:
        _icon(painter, *_sign(look), ICON, x, rect, look)
        x += ICON + GAP
    end = _paint_title(painter, x, right, rect, look, font)
    if look.part:
        draw_text(painter, end + GAP, rect, elided(look.part, small, right - end - GAP), small, "text_2")


def _paint_two_lines(painter: QPainter, rect: QRect, look: ChipLook) -> None:
    upper, lower = QRect(rect.x(), rect.y() + 3, rect.width(), 15), QRect(rect.x(), rect.y() + 18, rect.width(), 14)
    x, right = float(rect.x() + BAR + 5), float(rect.right() + 1 - 5)
    _icon(painter, *_sign(look), ICON, x, upper, look)
    _paint_title(painter, x + ICON + GAP, right, upper, look, _title_font(look))
    if look.repeats:
        _icon(painter, "repeat", theme().color(_quiet_role(look)), REPEAT, x, lower, look)
        x += REPEAT + GAP
    small = theme().font_px(10)
    draw_text(painter, x, lower, elided(look.below, small, right - x), small, _quiet_role(look))


def _paint_end(painter: QPainter, rect: QRect, look: ChipLook, right: float) -> float:
    """Paint what stands at the right end of a bar and return where the rest has to end."""
    if not look.closes:
        _icon(painter, "chevron-right", theme().color("text_2"), ICON, right - ICON, rect, look)
        return right - ICON - GAP
    if look.trail:
        small = theme().font_px(10)
        width = width_of(look.trail, small)
        if width + GAP < (right - rect.x()) / 2:
            draw_text(painter, right - width, rect, look.trail, small, "text_2")
            return right - width - GAP
    return right


def _paint_title(painter: QPainter, x: float, right: float, rect: QRect, look: ChipLook, font: QFont) -> float:
    """Paint the title, elided when it has no room, and return where it ends."""
    fits = not look.short or width_of(look.title, font) <= right - x
    shown = elided(look.title if fits else look.short, font, right - x)
    width = width_of(shown, font)
    if look.hit:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent_soft"))
        painter.drawRoundedRect(QRectF(x - 2, rect.y() + 2, width + 4, rect.height() - 4), 2, 2)
    draw_text(painter, x, rect, shown, font, _title_role(look))
    return x + width


def _title_font(look: ChipLook) -> QFont:
    idea = look.form is Form.IDEA
    weight = 600 if look.hit else 400 if idea else 500
    return _font(theme().text_scale, weight, idea, look.form is Form.SKIPPED)


@lru_cache(maxsize=32)
def _font(_scale: float, weight: int, italic: bool, struck: bool) -> QFont:
    font = QFont(theme().font_px(11, weight, italic=italic))
    font.unsetFeature(TABULAR)  # it widens hyphens too, and titles stand in no column
    font.setStrikeOut(struck)
    return font


def _title_role(look: ChipLook) -> str:
    match look.form:
        case _ if look.hit:
            return "accent_soft_text"
        case Form.DONE | Form.GHOST | Form.SKIPPED:
            return "text_muted"
        case Form.IDEA:
            return "text_2"
        case _:
            return f"category.{look.family}.on_tint"


def _quiet_role(look: ChipLook) -> str:
    return "text_muted" if look.form in (Form.DONE, Form.GHOST, Form.SKIPPED) else "text_2"


def _sign(look: ChipLook) -> tuple[str, QColor]:
    """Return the icon that stands before the title, and its colour."""
    if look.form is Form.MISSED:
        return "triangle-alert", theme().color("danger")
    return "check" if look.form is Form.DONE else look.icon, theme().family(look.family, "solid")


def _icon(painter: QPainter, name: str, colour: QColor, size: int, x: float, rect: QRect, look: ChipLook) -> None:
    picture = pixmap(name, colour, size, painter.device().devicePixelRatioF())
    place = QPointF(round(x), rect.y() + round((rect.height() - size) / 2))
    if look.form is Form.GHOST:
        painter.setOpacity(0.5)
    painter.drawPixmap(place, picture)
    painter.setOpacity(1.0)
