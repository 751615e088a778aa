"""Which part of the playbook goes into which file."""

from __future__ import annotations

from typing import Final

QUARTER: Final = "quarter"
MONTHS: Final = "months"
AGENDA: Final = "agenda"
MATRIX: Final = "matrix"
MAP: Final = "map"
BOARD: Final = "board"
TASKS: Final = "tasks"
GUIDE: Final = "guide"
PERSONAS: Final = "personas"
BESIDE: Final = (BOARD, MAP, TASKS, GUIDE, PERSONAS)  # what is not of the calendar
WHATS: Final = (QUARTER, MONTHS, AGENDA, MATRIX, *BESIDE)
FORMATS: Final[dict[str, tuple[str, ...]]] = {  # what each can hold, in the order in which files are written
    "pdf": (QUARTER, MONTHS, AGENDA, MATRIX, BOARD, MAP, GUIDE, PERSONAS),
    "png": (QUARTER, MATRIX, BOARD, MAP),
    "html": (GUIDE,),
    "svg": (BOARD, MAP),
    "ics": (QUARTER, AGENDA),
    "csv": (AGENDA, TASKS),
    "markdown": (AGENDA, MAP, GUIDE, PERSONAS),
    "json-canvas": (BOARD,),
    "excalidraw": (BOARD,),
    "opml": (MAP,),
    "mm": (MAP,),
}
FOR_MEMBERS: Final = ("pdf", "png", "ics")  # tables tell hours and notes


def part_in(name: str, what: str) -> str:
    """Return which part goes into a file of a format; "" for those of the calendar that go into it unless said."""
    first = FORMATS[name][0]
    return what or (first if first in BESIDE else "")
