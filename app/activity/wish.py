"""What of an export is wanted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportWish:
    """How exports are to be read and what of them is to be kept."""

    kept: tuple[str, ...] = ()  # as in Privacy: what is not named is never written into the file
    text_since: int | None = None  # UTC microseconds; texts that are older are not kept
    source: str = ""  # id of a source, "" to recognise it by content
    now: int = 0  # UTC microseconds
    dry: bool = False
