"""Which pastes are small enough to be read in the window's own process: within a frame or two, whatever they hold."""

from __future__ import annotations

from typing import Final

OUTLINE_OCTETS: Final = 64 * 1024
OUTLINE_LINES: Final = 2_000  # each takes up to 6 µs
BOARD_OCTETS: Final = 32 * 1024  # about 100 notes
BOARD_THINGS: Final = 400  # each takes up to 50 µs


def is_small_outline(data: bytes) -> bool:
    """Return whether an outline, OPML or text, has few octets and few lines or elements."""
    if len(data) > OUTLINE_OCTETS:
        return False
    return max(data.count(b"<"), len(data.decode("utf-8", "replace").splitlines())) <= OUTLINE_LINES


def is_small_board(data: bytes) -> bool:
    """Return whether a board has few octets and few things."""
    return len(data) <= BOARD_OCTETS and data.count(b"{") <= BOARD_THINGS
