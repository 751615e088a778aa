"""How large a calendar file may be; light to import, as files are measured before anything else."""

from __future__ import annotations

from typing import Final

from app.errors import ImportRejected
from app.message import say

BYTES_MOST: Final = 100 * 1024 * 1024


def too_big(file: str) -> ImportRejected:
    """Return why a file beyond the limit does not come in."""
    return ImportRejected(file, "1", say("exchange.too_big", n=BYTES_MOST // 1024 // 1024))
