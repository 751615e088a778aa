"""New ids: UUIDv7 (RFC 9562), which sort by the time of their making."""

from __future__ import annotations

import os
import time


def new_id() -> str:
    """Return a UUIDv7 in lower case; the 12 bits after the milliseconds tell ids of one millisecond apart in order."""
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    chance = int.from_bytes(os.urandom(8), "big") >> 2
    digits = f"{milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | chance:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
