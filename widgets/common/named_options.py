"""The lines of a choice among named things."""

from __future__ import annotations

from collections.abc import Iterable

from widgets.common.choice import Option
from widgets.common.icons import icon
from widgets.common.words import tr


def none_option() -> Option:
    """Return the first line of a list whose value may be empty."""
    return Option("", tr("common.none"))


def named_options(things: Iterable[object], picture: str = "") -> list[Option]:
    """None, then things by their names."""
    sign = icon(picture, "text_muted") if picture else None
    named = (Option(str(getattr(it, "id", "")), str(getattr(it, "name", "")), sign) for it in things)
    return [none_option(), *named]
