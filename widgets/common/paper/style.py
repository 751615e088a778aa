"""One look for everything on paper: always light, sizes in points (1/72 inch)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextOption

from widgets.common.theme import WEIGHTS, Theme, theme

UNIT: Final = 20  # of the painter to a point: a font knows whole units only
FAMILIES: Final = ("Sedyanka Inter", "Inter", "Noto Sans", "sans-serif")
ELLIPSIS: Final = "…"
LETTERS_MOST: Final = 100_000  # of one text: more than anybody reads would stop the window
PLAIN_GLYPHS: Final = ("calt", "liga", "locl")  # a PDF loses the letters behind glyphs that take their place


class Look(NamedTuple):
    """How words look: size in points, weight, role of the colour; a tuple, because thousands are looked up."""

    size: float
    weight: int = 400
    role: str = "text"
    italic: bool = False
    struck: bool = False


TITLE: Final = Look(20, 600)
COMMUNITY: Final = Look(10, 600)
SUBTITLE: Final = Look(10, 400, "text_muted")
SECTION: Final = Look(13, 600)
BODY: Final = Look(9.5)
STRONG: Final = Look(9.5, 600)
SMALL: Final = Look(8.5, 400, "text_2")
MUTED: Final = Look(8.5, 400, "text_muted")
LABEL: Final = Look(8.5, 600, "text_muted")
FOOT: Final = Look(8.5, 400, "text_muted")
LEGEND: Final = Look(8, 400, "text_2")


@cache
def _light() -> Theme:
    theme()  # the one that brought the fonts
    return Theme()


@cache
def colour(role: str) -> QColor:
    """Return a colour of the light theme, whatever the screen shows."""
    return _light().color(role)


@cache
def shade(family: str, part: str) -> str:
    """Return the role of a part of a colour category."""
    return f"category.{family}.{part}"


@lru_cache(maxsize=256)
def font(look: Look) -> QFont:
    """Return the font of a look, in units of the painter."""
    _light()  # brings our fonts, or metrics would be those of a namesake that the system has
    found = QFont()
    found.setFamilies(list(FAMILIES))
    found.setPixelSize(round(look.size * UNIT))
    found.setWeight(WEIGHTS[look.weight])
    found.setItalic(look.italic)
    found.setStrikeOut(look.struck)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.clearFeatures()  # those of the screen come with every new font, and a PDF would lose its figures to them
    for feature in PLAIN_GLYPHS:
        found.setFeature(QFont.Tag(feature), 0)
    return found


@lru_cache(maxsize=256)
def _metrics(look: Look) -> QFontMetricsF:
    return QFontMetricsF(font(look))


@lru_cache(maxsize=16384)
def width(words: str, look: Look) -> float:
    """Return how wide words are."""
    return _metrics(look).horizontalAdvance(words) / UNIT


@cache
def ascent(look: Look) -> float:
    """Return how far letters reach above the base line."""
    return _metrics(look).ascent() / UNIT


@cache
def descent(look: Look) -> float:
    """Return how far letters reach below the base line."""
    return _metrics(look).descent() / UNIT


def line_height(look: Look) -> float:
    """Return the distance of base lines in running text."""
    return round(look.size * 1.42, 1)


@lru_cache(maxsize=16384)
def fit(words: str, look: Look, room: float) -> str:
    """Return the words, cut with an ellipsis where they are wider than the room."""
    words = " ".join(words.split())
    if width(words, look) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width(words[:middle].rstrip() + ELLIPSIS, look) <= room:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + ELLIPSIS if low else ""


def wrap(words: str, look: Look, room: float, indent: float = 0.0) -> list[str]:
    """Return the lines of a text; a paragraph begins a line, a word too long for a line is broken.

    The first line has less room by `indent`.
    """
    lines: list[str] = []
    if len(words) > LETTERS_MOST:
        words = words[:LETTERS_MOST] + ELLIPSIS
    for paragraph in words.splitlines():
        lines += _wrapped(paragraph, look, room, 0.0 if lines else indent) if paragraph.strip() else ("",)
    return lines


@lru_cache(maxsize=2048)
def _wrapped(paragraph: str, look: Look, room: float, indent: float) -> tuple[str, ...]:
    if width(paragraph, look) <= room - indent:
        return (paragraph,)
    layout = QTextLayout(paragraph, font(look))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    encoded = paragraph.encode("utf-16-le")  # Qt counts in UTF-16
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth((room if lines else room - indent) * UNIT)
        start, length = line.textStart(), line.textLength()
        lines.append(encoded[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip())
    layout.endLayout()
    return tuple(lines)
