"""Reads tasks from a file; runs in a child process, which has no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.errors import ImportRejected
from app.exchange.csv_reading import OCTETS_MOST
from app.exchange.csv_tasks import read_tasks
from app.exchange.incoming_tasks import IncomingTasks
from app.message import say
from widgets.common.both_languages import BOTH


def read_file(report: Callable[[int, int, str], None], path: str, zone: str) -> IncomingTasks:
    """Return the tasks in a file; ImportRejected names the file, the place and the reason."""
    file = Path(path)
    report(0, 1, file.name)
    try:
        with file.open("rb") as opened:
            data = opened.read(OCTETS_MOST + 1)
    except OSError as error:
        raise ImportRejected(file.name, "", say("tasks.in.unreadable", why=error.strerror or "")) from error
    return read_tasks(data, file.name, BOTH, zone)
