"""How much impact something has, or how easy it is, to be chosen."""

from __future__ import annotations

from typing import Final

from widgets.common.choice import Option
from widgets.common.words import tr

LEVEL_TEXTS: Final = (
    "field.level.0",
    "field.level.1",
    "field.level.2",
    "field.level.3",
    "field.level.4",
    "field.level.5",
)


def level_options() -> list[Option]:
    """Unknown, then 1 low … 5 high."""
    return [Option(str(level), tr(text)) for level, text in enumerate(LEVEL_TEXTS)]
