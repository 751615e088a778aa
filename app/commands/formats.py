"""Which part of the playbook goes into which file."""

from __future__ import annotations

from typing import Final

QUARTER: Final = "quarter"
MONTHS: Final = "months"
AGENDA: Final = "agenda"
MAP: Final = "map"
WHATS: Final = (QUARTER, MONTHS, AGENDA, MAP)
FORMATS: Final[dict[str, tuple[str, ...]]] = {  # what each can hold, in the order in which files are written
    "pdf": (QUARTER, MONTHS, AGENDA, MAP),
    "png": (QUARTER, MAP),
    "svg": (MAP,),
    "ics": (QUARTER, AGENDA),
    "csv": (AGENDA,),
    "markdown": (AGENDA, MAP),
    "opml": (MAP,),
    "mm": (MAP,),
}
FOR_MEMBERS: Final = ("pdf", "png", "ics")  # tables tell hours and notes
