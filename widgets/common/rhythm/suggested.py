"""How often a tactic usually comes, to be chosen; a rhythm of one's own is offered where there is one."""

from __future__ import annotations

from typing import Final

from widgets.common.choice import Option
from widgets.common.words import tr

RHYTHM_TEXTS: Final = {
    "": "rhythm.once",
    "FREQ=WEEKLY": "rhythm.weekly",
    "FREQ=WEEKLY;INTERVAL=2": "rhythm.biweekly",
    "FREQ=MONTHLY": "rhythm.monthly",
    "FREQ=MONTHLY;INTERVAL=3": "rhythm.quarterly",
}


def rhythm_options(chosen: str) -> list[Option]:
    """Return what is offered beside a rule that is chosen, "" for once."""
    offered = [Option(rule, tr(text)) for rule, text in RHYTHM_TEXTS.items()]
    return offered if chosen in RHYTHM_TEXTS else [*offered, Option(chosen, tr("rhythm.own"))]
