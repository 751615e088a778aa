"""Which part of the plan goes into which file."""

from __future__ import annotations

from typing import Final

QUARTER: Final = "quarter"
MONTHS: Final = "months"
AGENDA: Final = "agenda"
WHATS: Final = (QUARTER, MONTHS, AGENDA)
FORMATS: Final[dict[str, tuple[str, ...]]] = {  # what each can hold, in the order in which files are written
    "pdf": (QUARTER, MONTHS, AGENDA),
    "png": (QUARTER,),
    "ics": (QUARTER, AGENDA),
    "csv": (AGENDA,),
    "markdown": (AGENDA,),
}
FOR_MEMBERS: Final = ("pdf", "png", "ics")  # tables tell hours and notes
