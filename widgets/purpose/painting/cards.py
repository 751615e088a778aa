"""Works out how metric cards look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.purpose.board import Note
from app.purpose.kpi import Kpi
from app.purpose.kpi_state import KpiState, Standing
from widgets.common.purpose_words import STATE_ICONS, STATE_ROLES, STATE_TEXTS, amount
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.purpose.painting.face import CardFace, MissingFace, Sign
from widgets.purpose.painting.lines import LINE, Line, broken, elided, set_lines, static
from widgets.purpose.painting.words import due

PAD: Final = 12.0  # px from the left edge of a card
TOP: Final = 10.0
BAR: Final = 5.0
LOW: Final = 15.0  # px of the line with the value
SIGN: Final = 15.0  # px of the sign of a state and the gap behind it


def card_face(note: Note, kpi: Kpi, found: Standing) -> CardFace:
    """Return how a card looks whose KPI has a target."""
    rect = QRectF(0, 0, note.width, note.height)
    width = rect.width() - 2 * PAD
    medium = theme().content_font(12, 500)
    room = max(LINE, rect.height() - TOP - 7 - BAR - 5 - LOW - 8)
    lines = set_lines([(it, medium) for it in broken(kpi.name, medium, width)], PAD, TOP, width, room)
    top = TOP + LINE * max(1, len(lines)) + 7
    strong, quiet, end, x = _values(kpi, found, top + BAR + 5, rect)
    state, signs = _state(found.state, x, end, top + BAR + 5)
    bar = QRectF(PAD, top, width, BAR)
    role = STATE_ROLES[found.state]
    return CardFace(rect, lines, quiet, signs, bar, found.done, found.state, strong, state, _written(role))


def missing_face(note: Note, kpi: Kpi | None) -> MissingFace:
    """Return how a card looks that nothing measures yet."""
    rect = QRectF(0, 0, note.width, note.height)
    medium = theme().content_font(12, 500)
    width = rect.width() - 2 * PAD - 20
    title = (kpi.name if kpi else note.text).strip() or tr("purpose.card.missing")
    room = max(LINE, rect.height() - TOP - 8 - LOW)
    lines = set_lines([(it, medium) for it in broken(title, medium, width)], PAD + 20, TOP, width, room)
    signs = [Sign("triangle-alert", "warning", QRectF(PAD, TOP + 1, 14, 14))]
    low = TOP + LINE * len(lines) + 4
    words, small = tr("purpose.card.set_target"), theme().content_font(11, 500)
    way = QRectF(PAD, low, _width(words, small), LOW)
    return MissingFace(rect, lines, [], signs, [static(words, small, PAD, low, LOW)], way)


def _values(kpi: Kpi, found: Standing, y: float, rect: QRectF) -> tuple[list[Line], list[Line], float, float]:
    """Return value, target and day of a card, and between where and where there is room left."""
    caption, bold = theme().content_font(11), theme().content_font(11, 600)
    now = amount(found.now, kpi.unit) if found.now is not None else tr("purpose.no_reading")
    of, until = tr("purpose.of", target=amount(kpi.target or 0.0, kpi.unit)), due(kpi)
    x = PAD + _width(now, bold) + 4
    quiet = [static(of, caption, x, y, LOW)]
    begin, end = x + _width(of, caption) + 10, rect.right() - PAD
    state = 0.0 if found.state is KpiState.UNKNOWN else SIGN + _width(tr(STATE_TEXTS[found.state]), caption) + 4
    if until and (day := end - _width(until, caption)) >= begin + state:  # else the state is worth more than the day
        end = day
        quiet.append(static(until, caption, end, y, LOW))
    return [static(now, bold, PAD, y, LOW)], quiet, end, begin


def _state(state: KpiState, x: float, end: float, y: float) -> tuple[list[Line], list[Sign]]:
    """Return icon and words of a state, as far as there is room between value and day."""
    if state is KpiState.UNKNOWN or end - x <= 20:
        return [], []
    word = elided(tr(STATE_TEXTS[state]), theme().content_font(11), end - x - SIGN - 4)
    lines = [static(word, theme().content_font(11), x + SIGN, y, LOW)] if len(word) > 1 else []
    return lines, [Sign(STATE_ICONS[state], STATE_ROLES[state], QRectF(x, y + 1.5, 12, 12))]


def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _written(role: str) -> str:
    """Return the role in which words of a state are written: darker than its icon."""
    return f"{role}_text" if role in ("success", "warning", "danger") else role
