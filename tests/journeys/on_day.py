"""The real program on another day: `main` lends it a clock of its own, as tests of the store do.

`python -m tests.journeys.on_day 2027-03-10 [BOOK]`: the day begins at nine, and time passes as always.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from widgets.shell.sources import read_no_sources

read_no_sources()
from main import VERSION  # noqa: E402 in the order in which main imports
from storage.playbooks import SqlPlaybooks  # noqa: E402
from widgets.shell.start import Lent, run  # noqa: E402

BEGINS = time(9, tzinfo=UTC)


def main(day: date, files: list[str]) -> int:
    ahead = datetime.combine(day, BEGINS) - datetime.now(UTC)
    launch = (sys.executable, str(Path(__file__).parents[2] / "main.py"))
    lent = Lent(lambda: SqlPlaybooks(now=lambda: datetime.now(UTC) + ahead), launch, VERSION, lambda _: None)
    return run(Path(files[0]) if files else None, lent)


if __name__ == "__main__":
    sys.exit(main(date.fromisoformat(sys.argv[1]), sys.argv[2:]))
