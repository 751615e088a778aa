"""One table for each kind of thing, columns named as its fields and in their order.

Kinds are named by where they are, and imported when somebody asks for them. The tables of a topic lie in `layout`.
"""

from __future__ import annotations

from typing import Final

from storage.layout import (
    boards,
    calendar,
    feedback,
    funnel,
    guide,
    health,
    members,
    personas,
    plans,
    playbook,
    tasks,
    workflows,
)
from storage.table import Table

STAGED: Final = (  # what imports bring in: each has a place beside it
    *playbook.TABLES,
    *calendar.TABLES,
    *boards.TABLES,
    *funnel.TABLES,
    *tasks.TABLES,
    *personas.TABLES,
    *members.STAGED,
    *feedback.STAGED,
)
TABLES: Final = (
    *STAGED,
    *guide.TABLES,
    *workflows.TABLES,
    *plans.TABLES,
    *members.TABLES,
    *feedback.TABLES,
    *health.TABLES,
)
LOGGED: Final = tuple(it for it in TABLES if it.logged)
BY_NAME: Final = {it.name: it for it in TABLES}
_BY_PLACE: Final = {it.place: it for it in TABLES}


def table_of(kind: type) -> Table:
    """Return where the things of a kind are kept."""
    return _BY_PLACE[f"{kind.__module__}:{kind.__name__}"]
