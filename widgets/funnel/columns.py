"""What outline and table show of a branch in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from app.funnel.branch import Role
from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from app.message import Message
from widgets.common.words import day, tr, words

SHOWN_DAYS = 3
LETTERS_MOST = 1_000  # of one line: more would never be seen, and take seconds to measure


class Column(Enum):
    """One column; the value is the id of its title."""

    TEXT = "funnel.column.text"
    STAGE = "funnel.column.stage"
    GROUP = "funnel.column.group"
    PERSONAS = "funnel.column.personas"
    DATES = "funnel.column.dates"
    DONE = "funnel.column.done"
    NOTES = "funnel.column.notes"

    def title(self) -> str:
        """Return its title."""
        return words(Message(self.value))


def shown_of(funnel: FunnelMap, results: Sequence[Result], today: date, id: str, column: Column) -> str:
    """Return what a cell shows of that: one line, no longer than can be seen."""
    return value_of(funnel, results, today, id, column)[:LETTERS_MOST].replace("\n", " ")


def value_of(funnel: FunnelMap, results: Sequence[Result], today: date, id: str, column: Column) -> str:
    """Return what a column says of a stage or a branch."""
    branch = funnel.branch(id)
    if column is Column.TEXT:
        return funnel.text(id)
    if branch is None:
        return funnel.stages[id].definition.partition("\n")[0] if column is Column.NOTES else ""
    match column:
        case Column.STAGE:
            return funnel.text(branch.stage)
        case Column.GROUP:
            return group_of(funnel, id)
        case Column.PERSONAS:
            return ", ".join(funnel.personas[key].name for key in branch.personas if key in funnel.personas)
        case Column.DATES:
            return dates_of(results, today)
        case Column.DONE:
            return tr("funnel.done") if branch.done else ""
    return branch.notes.partition("\n")[0][:200]


def group_of(funnel: FunnelMap, id: str) -> str:
    """Return the text of the branch on the stage in which a branch hangs."""
    first = funnel.group(id)
    return funnel.text(first) if first != id or funnel.role(id) else ""


def behaviours_of(funnel: FunnelMap) -> list[str]:
    """Return the branches that say what people do, in the order of the map."""
    groups = [key for key, it in funnel.forest.branches.items() if it.role is Role.BEHAVIOURS]
    ordered = funnel.forest.tops(groups)
    return [child for group in ordered for child in funnel.forest.children(group)]


def dates_of(results: Sequence[Result], today: date) -> str:
    """Return the next days on which something that a branch became takes place or is due."""
    days = sorted({day for result in results if not result.gone for day in result.days})
    coming = [it for it in days if it >= today] or days
    more = len(coming) - SHOWN_DAYS
    listed = ", ".join(day(it) for it in coming[:SHOWN_DAYS])
    return tr("funnel.more_days", days=listed, n=more) if more > 0 else listed
