"""What people do in a community, as numbers that lie in the file."""

from __future__ import annotations

from enum import IntEnum


class ActivityKind(IntEnum):
    """One kind of activity; the numbers never change."""

    POST = 1  # begins a thread, or stands alone
    REPLY = 2
    REACTION = 3
    DIRECT = 4  # a direct message
    JOIN = 5  # of the community, not of a channel
    LEAVE = 6
    VISIT = 7
    ATTENDANCE = 8
    FILE = 9


WRITTEN = (ActivityKind.POST, ActivityKind.REPLY)
