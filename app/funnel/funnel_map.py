"""Everything the funnel shows, held in memory and kept up to date with the store."""

from __future__ import annotations

from typing import Any, Final

from app.calendar.event import Event
from app.funnel.branch import Branch, CrossLink, Role
from app.funnel.conversion import STAGE, Conversion, conversion
from app.funnel.forest import Forest
from app.funnel.placing import maps_in_order, stages_in_order
from app.funnel.stage import Stage
from app.funnel.stages import COLOURS
from app.personas.persona import Persona
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.reading import Reading
from app.store import EVERYTHING, Changes, Store
from app.tasks.task import Task

BRANCH: Final = "branch"
PLAIN: Final = "ops"  # the colour of what has none of its own
KINDS: Final[tuple[type[Any], ...]] = (Playbook, Stage, Branch, CrossLink, Reading, Persona, Link, Event, Task)
SHAPE: Final = ("stage", "parent", "position")


class FunnelMap:
    """A picture of stages and branches for the page and for exports; actions write to the store, never here.

    It is the funnel, or one of the maps beside it: then what that map hangs on is in the place of the stages.
    """

    def __init__(self, map: str = "") -> None:
        self.map = map  # id of a map beside the funnel, "" for the funnel
        self.maps: dict[str, Stage] = {}  # those beside the funnel, in order
        self.playbook = Playbook(PLAYBOOK_ID, "")
        self.stages: dict[str, Stage] = {}  # in order
        self.forest = Forest(())
        self.cross_links: dict[str, CrossLink] = {}
        self.conversions: dict[str, Conversion] = {}  # by stage
        self.personas: dict[str, Persona] = {}
        self.became: dict[str, list[Link]] = {}  # by branch: what was made of it
        self._families: dict[str, str] = {}  # colours of the first branches of a map, once asked
        self._groups: dict[str, tuple[str, Role]] = {}  # kept once asked: walking up anew for each is quadratic

    @classmethod
    def read(cls, store: Store, map: str = "") -> FunnelMap:
        """Return the funnel that a store holds, or one of its maps."""
        funnel = cls(map)
        funnel.refresh(store, dict.fromkeys(KINDS, EVERYTHING))
        return funnel

    def refresh(self, store: Store, changes: Changes) -> frozenset[str] | None:
        """Take over what changed; return the ids of stages and branches to show anew, or None when nothing is ours.

        Events, tasks and what else a branch became are not held here: whoever shows them looks them up.
        """
        ours = changes.keys() & set(KINDS)
        if not ours:
            return None
        takers = {
            Playbook: self._take_playbook,
            Stage: self._take_stages,
            Branch: self._take_branches,
            CrossLink: self._take_cross_links,
            Reading: self._take_readings,
            Persona: self._take_personas,
            Link: self._take_links,
        }
        for kind, take in takers.items():
            if kind in ours:
                take(store, changes[kind])
        if Stage in ours and Reading not in ours:
            self._take_readings(store, EVERYTHING)
        return frozenset().union(*(changes[kind] for kind in ours))

    def branch(self, id: str) -> Branch | None:
        """Return a branch, or None when it is not there."""
        return self.forest.branches.get(id)

    def colour(self, id: str) -> str:
        """Return the colour category of a stage, or of the stage of a branch."""
        branch = self.branch(id)
        if self.map:
            return self._family(self.group(id)) if branch else PLAIN
        stage = self.stages.get(branch.stage if branch else id)
        return stage.colour if stage else PLAIN

    @property
    def name(self) -> str:
        """What the map is called: as its community, or as it was named."""
        return self.maps[self.map].name if self.map in self.maps else self.playbook.name

    def folded(self, id: str) -> bool:
        """Return whether what hangs on a stage or a branch is hidden."""
        thing = self.branch(id) or self.stages.get(id)
        return bool(thing and thing.folded and self.forest.children(id))

    def text(self, id: str) -> str:
        """Return what stands on a stage or a branch."""
        branch = self.branch(id)
        if branch:
            return branch.text
        return self.stages[id].name if id in self.stages else ""

    def group(self, id: str) -> str:
        """Return the branch on the stage under which a branch hangs; itself when it is that."""
        return self._grouped(id)[0]

    def role(self, id: str) -> Role:
        """Return which group of a stage a branch is, or hangs in."""
        return self._grouped(id)[1]

    def _grouped(self, id: str) -> tuple[str, Role]:
        way = [id]
        while way[-1] not in self._groups and (parent := self.forest.place(way[-1]).parent):
            way.append(parent)
        group, role = self._groups.get(way[-1], (way[-1], Role.FREE))
        for key in reversed(way):
            role = self.forest.branches[key].role or role
            self._groups[key] = (group, role)
        return group, role

    def _family(self, group: str) -> str:
        """Return the colour of a first branch of a map: each has another one than the one before."""
        if not self._families:
            firsts = self.forest.children(self.map)
            self._families.update({key: COLOURS[row % len(COLOURS)] for row, key in enumerate(firsts)})
        return self._families.get(group, PLAIN)

    def up(self, id: str) -> str:
        """Return what a branch hangs on; "" for a stage."""
        return self.forest.parent(id) if self.branch(id) else ""

    def siblings(self, id: str) -> list[str]:
        """Return a stage or a branch and those beside it, in order."""
        return self.forest.children(self.up(id)) if self.branch(id) else list(self.stages)

    def hidden(self, id: str) -> int:
        """Return how many branches hang below a stage or a branch."""
        return sum(1 for _ in self.forest.below(id)) - 1

    def in_order(self) -> list[str]:
        """Return all stages and branches as the map reads from top to bottom."""
        return list(self.forest.below(*self.stages))

    def _take_playbook(self, store: Store, ids: frozenset[str]) -> None:
        self.playbook = next(iter(store.of(Playbook).some([PLAYBOOK_ID])), self.playbook)

    def _take_stages(self, store: Store, ids: frozenset[str]) -> None:
        self.maps = {root.id: root for root in maps_in_order(store)}
        shown = [self.maps[self.map]] if self.map in self.maps else [] if self.map else stages_in_order(store)
        self.stages = {stage.id: stage for stage in shown}
        self.forest.stages = list(self.stages)

    def _take_branches(self, store: Store, ids: frozenset[str]) -> None:
        known = self.forest.branches
        self._groups.clear()
        self._families.clear()
        if ids == EVERYTHING:
            self.forest = Forest((it for it in store.of(Branch).all() if it.stage in self.stages), self.stages)
            return
        there = {branch.id: branch for branch in store.of(Branch).some(ids) if branch.stage in self.stages}
        ids = ids & (known.keys() | there.keys())  # what hangs elsewhere, before and now, is nothing to us
        if all(it in known and it in there and _shape(known[it]) == _shape(there[it]) for it in ids):
            known.update(there)
        else:
            self.forest = Forest(
                ({key: it for key, it in known.items() if key not in ids} | there).values(), self.stages
            )

    def _take_cross_links(self, store: Store, ids: frozenset[str]) -> None:
        self.cross_links = {link.id: link for link in store.of(CrossLink).all()}

    def _take_readings(self, store: Store, ids: frozenset[str]) -> None:
        of_stage: dict[str, list[Reading]] = {}
        for reading in store.of(Reading).where(of_kind=STAGE):
            of_stage.setdefault(reading.of_id, []).append(reading)
        self.conversions = {key: conversion(stage, of_stage.get(key, ())) for key, stage in self.stages.items()}

    def _take_personas(self, store: Store, ids: frozenset[str]) -> None:
        order = sorted(store.of(Persona).all(), key=lambda it: (it.position, it.name, it.id))
        self.personas = {persona.id: persona for persona in order}

    def _take_links(self, store: Store, ids: frozenset[str]) -> None:
        self.became = {}
        for link in store.of(Link).where(from_kind=BRANCH, role="became"):
            self.became.setdefault(link.from_id, []).append(link)


def _shape(branch: Branch) -> tuple[Any, ...]:
    return tuple(getattr(branch, name) for name in SHAPE)
