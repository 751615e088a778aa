"""What the start page tells of the communities that a playbook can begin with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from app.calendar.quarter import week_of
from app.playbook.glance import Glance, glance_at
from app.playbook.templates import read_template
from resources.templates import COMMUNITIES, content
from widgets.common.words import tr
from widgets.playbook.start_card import WEEKS
from widgets.playbook.start_card import Template as Card
from widgets.shell.new_playbook import today


def offers(language: str) -> Sequence[Card]:
    """Return the cards in the order of the start page."""
    return [_card(_glance(community, language)) for community in COMMUNITIES]


def _card(glance: Glance) -> Card:
    facts = tr("shell.offer", personas=glance.personas, n=glance.events, hours=round(glance.hours))
    return Card(glance.key, glance.name, glance.summary, facts, tuple(_marks(glance)))


@cache
def _glance(community: str, language: str) -> Glance:
    return glance_at(read_template(content(language, community), week_of(today()), language, community))


def _marks(glance: Glance) -> list[tuple[int, int, int, str]]:
    """Return what the picture of the first weeks shows, one thing a day, the longest first."""
    taken: set[tuple[int, int]] = set()
    marks = []
    for week, day, days, family in sorted(glance.marks, key=lambda mark: (-mark[2], mark[0], mark[1])):
        cells = {(week, other) for other in range(day, min(7, day + days))}
        if week < WEEKS and not cells & taken:
            taken |= cells
            marks.append((week, day, days, family))
    return marks
