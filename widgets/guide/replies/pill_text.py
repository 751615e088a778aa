"""The text of a reply: blanks are pills, words that the tone does not want are underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.workflows.filling import BLANK
from widgets.common.theme import theme
from widgets.common.words import tr

STEP: Final = 25  # px from line to line
PILL: Final = 19
PAD: Final = "\u00a0\u00a0"  # keeps the ends of a pill free, and holds it together
MOST: Final = 20_000
BLANK_TEXTS: Final = {
    "name": "guide.blank.name",
    "product": "guide.blank.product",
    "link": "guide.blank.link",
    "owner": "guide.blank.owner",
    "date": "guide.blank.date",
    "next_step": "guide.blank.next_step",
}


def blank_name(key: str) -> str:
    """Return how a blank is called."""
    return tr(BLANK_TEXTS[key]) if key in BLANK_TEXTS else key.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is painted, and where its pills and its unwanted words stand."""

    text: str = ""
    pills: tuple[tuple[int, int], ...] = ()
    wrong: tuple[tuple[int, int], ...] = ()


def shown(text: str, wrong: Sequence[tuple[int, int]]) -> Shown:
    """Return a text whose blanks became words, with the places that move along."""
    parts: list[str] = []
    pills: list[tuple[int, int]] = []
    shifts: list[tuple[int, int]] = []  # from where on, by how much
    at = length = 0
    for found in BLANK.finditer(text[:MOST]):
        parts.append(text[at : found.start()])
        begin = length + found.start() - at
        pill = f"{PAD}{blank_name(found[1])}{PAD}".replace(" ", "\u00a0")
        parts.append(pill)
        pills.append((begin, begin + len(pill)))
        at, length = found.end(), begin + len(pill)
        shifts.append((at, length - at))
    parts.append(text[at:MOST])

    def moved(place: int) -> int:
        return place + next((by for start, by in reversed(shifts) if place >= start), 0)

    return Shown("".join(parts), tuple(pills), tuple((moved(a), moved(b)) for a, b in wrong))


class PillText(QWidget):
    """Wraps at words, its height follows its width."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = Shown()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def show_text(self, text: str, wrong: Sequence[tuple[int, int]]) -> None:
        """Show another text; `wrong` are the places of words to underline."""
        self._shown = shown(text, wrong)
        self.setAccessibleName(" ".join(self._shown.text.split()))
        self.updateGeometry()
        self.update()

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._shown.text.replace("\n", "\u2028"), theme().font("body"))
        layout.setFormats([*map(_pill_format, self._shown.pills), *map(_wrong_format, self._shown.wrong)])
        layout.beginLayout()
        line, row = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, row * theme().wide(STEP) + (theme().wide(STEP) - line.height()) / 2))
            row += 1
            line = layout.createLine()
        layout.endLayout()
        return layout

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(1, self._layout(max(40, width)).lineCount()) * theme().wide(STEP)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() or 500
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(100, theme().wide(STEP))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout(self.width())
        painter.setPen(QPen(theme().color("accent"), 1))
        painter.setBrush(theme().color("accent_soft"))
        height = theme().wide(PILL)
        for begin, end in self._shown.pills:
            line = layout.lineForTextPosition(begin)
            left, right = _x(line, begin), _x(line, end)
            top = line.y() + (line.height() - height) / 2
            place = QRectF(left + 1, top, right - left - 2, height).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(theme().color("text"))
        layout.draw(painter, QPointF(0, 0))


def _x(line: QTextLine, place: int) -> float:
    x: Any = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)


def _pill_format(place: tuple[int, int]) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFont(theme().font("small"))
    look.setForeground(theme().color("accent_soft_text"))
    return _range(place, look)


def _wrong_format(place: tuple[int, int]) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(theme().color("warning_fill"))
    look.setBackground(Qt.GlobalColor.transparent)
    return _range(place, look)


def _range(place: tuple[int, int], look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = place[0], place[1] - place[0], look
    return found
