"""What is dragged onto the calendar from the panels beside it, as drag data."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData

TACTIC_MIME: Final = "application/x-sedyanka-tactic"
EVENT_MIME: Final = "application/x-sedyanka-event"
KINDS: Final = {TACTIC_MIME: "tactic", EVENT_MIME: "event"}


def drag_data(mime: str, id: str) -> QMimeData:
    """Return the drag data of one tactic or one waiting event."""
    data = QMimeData()
    data.setData(mime, id.encode())
    return data


def dragged(data: QMimeData) -> tuple[str, str] | None:
    """Return ("tactic" or "event", id) of what is dragged, or None when the calendar has no use for it."""
    for mime, kind in KINDS.items():
        if data.hasFormat(mime):
            return kind, bytes(data.data(mime).data()).decode()
    return None
