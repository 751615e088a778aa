"""Work on calendar files for a child process: plain data in and out, killable at any moment."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.exchange.ics.incoming import Arrival, Incoming
from app.exchange.ics.reading import read_calendar
from app.exchange.ics.size import BYTES_MOST, too_big
from app.message import say

PIECE: Final = 200  # events that a window takes up at once: some milliseconds


@dataclass(frozen=True, slots=True)
class Packed:
    """What a file brought, in pieces that a window can unpack between two repaints."""

    head: Incoming  # without its events
    pieces: tuple[bytes, ...]

    def arrivals(self) -> Iterator[list[Arrival]]:
        """Yield the events piece by piece."""
        for piece in self.pieces:
            yield pickle.loads(piece)  # noqa: S301  (our own child wrote it)


def read_ics_file(report: Callable[[int, int, str], None], path: str, home: str) -> Packed:
    """Read a calendar file; ImportRejected or KnownError when it cannot be read."""
    file = Path(path)
    try:
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_size > BYTES_MOST:
                raise too_big(file.name)
            data = opened.read(BYTES_MOST + 1)  # a device has no size
    except OSError as error:
        raise KnownError(say("exchange.unreadable", file=file.name), say("exchange.unreadable.do")) from error
    incoming = read_calendar(data, lambda done, of: report(done, of, file.name), home=home, file=file.name)
    return packed(incoming)


def packed(incoming: Incoming) -> Packed:
    """Return what a file brought in pieces."""
    arrivals = incoming.arrivals
    starts = range(0, len(arrivals), PIECE)
    pieces = tuple(pickle.dumps(list(arrivals[at : at + PIECE]), pickle.HIGHEST_PROTOCOL) for at in starts)
    return Packed(replace(incoming, arrivals=()), pieces)
