"""Texts of Slack as people read them: names instead of ids, letters instead of their escapes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from app.exchange.reading import text_of

MARK: Final = re.compile(r"<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>")


def words(text: object, names: Mapping[str, str]) -> str:
    """Return what somebody wrote; `names` are those of people and channels by id."""
    said = text_of(text)
    if "<" in said:
        said = MARK.sub(lambda found: _said(found, names), said)
    if "&" in said:
        said = said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return said


def _said(found: re.Match[str], names: Mapping[str, str]) -> str:
    sign, what, label = found.group(1), found.group(2), found.group(3) or ""
    if sign == "!":  # <!here>, <!subteam^S1|@helpers>, <!date^…|tomorrow>
        return label or "@" + what.partition("^")[0]
    if sign:
        return sign + (names.get(what) or label or what).removeprefix(sign)
    address = what.removeprefix("mailto:")
    return f"{label} ({what})" if label and label not in (what, address) else address
