"""The few colours of our boards and the many of others: the nearest one by its hue."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Mapping
from typing import Final

from app.purpose.board import Category, Note

HEX: Final = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
LINES: Final = frozenset(
    {"welcome", "live", "conversation", "recognition", "challenge", "pilot", "loop", "ops"}
)  # fmt: skip
GREYEST: Final = 0.06  # of the saturation: below it a colour is none
FILL_OF_CATEGORY: Final[Mapping[Category, str]] = {
    Category.AUDIENCE: "sky",
    Category.PROBLEM: "blush",
    Category.BEHAVIOUR: "butter",
    Category.RISK: "lilac",
}
FILL_HUES: Final = ((18, "blush"), (68, "butter"), (165, "mint"), (250, "sky"), (325, "lilac"), (361, "blush"))
LINE_HUES: Final = (
    (25, "live"), (70, "challenge"), (160, "loop"), (195, "conversation"), (245, "welcome"), (285, "pilot"),
    (335, "recognition"), (361, "live"),
)  # fmt: skip


def fill_shown(note: Note) -> str:
    """Return the fill that tells a note apart from others, "" for one of no category and no colour of its own."""
    return note.fill or FILL_OF_CATEGORY.get(note.category, "")


def fill_near(colour: object) -> str:
    """Return the sticky fill nearest to a colour, "" when that is grey, or no colour at all."""
    return _near(colour, FILL_HUES)


def line_near(colour: object) -> str:
    """Return the colour of lines nearest to a colour, "" when that is grey, or no colour at all."""
    return _near(colour, LINE_HUES)


def _near(colour: object, hues: tuple[tuple[int, str], ...]) -> str:
    if not isinstance(colour, str) or not HEX.fullmatch(colour):
        return ""
    digits = colour[1:] if len(colour) > 4 else "".join(it * 2 for it in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < GREYEST or not 0.06 < light < 0.985 or max(red, green, blue) - min(red, green, blue) < GREYEST:
        return ""
    return next(name for until, name in hues if hue * 360 < until)


def own_line_colour(own: object, near: str, written: Callable[[str], str]) -> str:
    """Return the colour that our own object gives a line, unless the file shows another one meanwhile.

    `written` says as which colour one of ours is read when nothing of ours stands beside it.
    """
    ours = own.get("colour") if isinstance(own, dict) else None
    return ours if isinstance(ours, str) and ours in LINES and written(ours) == near else near
