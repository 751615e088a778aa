"""Makes the large map of the reference playbook; the same chance gives the same map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from app.funnel.branch import Branch, CrossLink, Role

GROUPS: Final = (Role.CRITERIA, Role.CHANNELS, Role.BEHAVIOURS, Role.TRIGGERS)
YOUNG: Final = 0.7  # of the branches hang on one of the last ones of their stage
NEAR: Final = 12
DEEP: Final = 9  # levels
CROSSED: Final = 0.02  # of the branches are connected with another


class MapMaker:
    """Grows branches under the stages that there are."""

    def __init__(self, chance: Random, new_id: Callable[[], str], topics: Sequence[str]) -> None:
        self._chance, self._new_id, self._topics = chance, new_id, topics
        self._levels: dict[str, int] = {"": 0}

    def branches(self, stages: Sequence[str], count: int) -> list[Branch]:
        """Return so many branches, parents before children, the groups of each stage first."""
        made: list[Branch] = []
        of_stage: dict[str, list[Branch]] = {stage: [] for stage in stages}
        rows: dict[str, int] = {}
        for number in range(count):
            stage = stages[number % len(stages)]
            there = of_stage[stage]
            group = len(there) < len(GROUPS)
            parent = "" if group else self._parent(there).id
            key = parent or stage
            rows[key] = rows.get(key, -1) + 1
            role = GROUPS[len(there)] if group else Role.FREE
            branch = Branch(self._new_id(), stage, parent, rows[key], self._text(number), role)
            self._levels[branch.id] = self._levels[parent] + 1
            there.append(branch)
            made.append(branch)
        return made

    def cross_links(self, branches: Sequence[Branch]) -> list[CrossLink]:
        """Return lines across the map."""
        pairs = (self._chance.sample(branches, 2) for _ in range(round(len(branches) * CROSSED)))
        return [CrossLink(self._new_id(), one.id, other.id) for one, other in pairs]

    def _parent(self, there: Sequence[Branch]) -> Branch:
        near = self._chance.choice(there[-NEAR:] if self._chance.random() < YOUNG else there[: len(GROUPS)])
        return near if self._levels[near.id] < DEEP else there[self._levels[near.id] % len(GROUPS)]

    def _text(self, number: int) -> str:
        topics = self._chance.choices(self._topics, k=self._chance.choice((1, 1, 1, 2, 3)))
        return f"{', '.join(topics)} {number + 1}"
