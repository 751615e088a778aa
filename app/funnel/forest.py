"""What hangs under what: branches as trees, one or more under each stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.funnel.branch import Branch


@dataclass(frozen=True, slots=True)
class Place:
    """Where branches can hang: on a stage, or on a branch of it."""

    stage: str
    parent: str = ""  # "" is the stage itself

    @property
    def id(self) -> str:
        """Return the id of what is hung on."""
        return self.parent or self.stage


class Forest:
    """The branches of some stages, found by what they hang on.

    A file of somebody else may hold branches whose parent is missing, or that hang on each other in a ring: they hang
    on their stage here, so that nothing is hidden and nothing goes round for ever.
    """

    def __init__(self, branches: Iterable[Branch], stages: Iterable[str] = ()) -> None:
        some = list(branches)
        self.stages = list(dict.fromkeys([*stages, *(branch.stage for branch in some)]))  # as the map reads
        self.branches = {branch.id: branch for branch in some if branch.id not in self.stages}
        self._children: dict[str, list[str]] = {}
        self._hang()

    def children(self, id: str) -> list[str]:
        """Return what hangs on a stage or a branch, in order; to look at only."""
        return self._children.get(id, [])

    def place(self, id: str) -> Place:
        """Return where a branch hangs."""
        return Place(self.branches[id].stage, self._parent_of[id])

    def parent(self, id: str) -> str:
        """Return the id of the branch or the stage that a branch hangs on."""
        return self._parent_of[id] or self.branches[id].stage

    def row(self, id: str) -> int:
        """Return how many siblings come before a branch."""
        return self.children(self.parent(id)).index(id)

    def below(self, *ids: str) -> Iterator[str]:
        """Yield the things themselves and all that hangs on them, parents before children, in the order of the map."""
        waiting = list(reversed(ids))
        while waiting:
            key = waiting.pop()
            yield key
            waiting.extend(reversed(self.children(key)))

    def path(self, id: str) -> list[str]:
        """Return the branches that lead to a branch, the one on the stage first, itself last."""
        way = [id]
        while parent := self._parent_of[way[-1]]:
            way.append(parent)
        return way[::-1]

    def tops(self, ids: Iterable[str]) -> list[str]:
        """Return those of the branches that hang on no other of them, in the order of the map."""
        wanted = {key for key in ids if key in self.branches}
        found: list[str] = []
        waiting = list(reversed(self.stages))
        while waiting and len(found) < len(wanted):
            key = waiting.pop()
            if key in wanted:
                found.append(key)
            else:
                waiting.extend(reversed(self.children(key)))
        return found

    def _hang(self) -> None:
        self._parent_of = {key: it.parent if it.parent in self.branches else "" for key, it in self.branches.items()}
        for key in self._astray(self._parent_of):
            self._parent_of[key] = ""
        order = sorted(self.branches.values(), key=lambda it: (it.position, it.id))
        self._children.clear()
        for branch in order:
            self._children.setdefault(self._parent_of[branch.id] or branch.stage, []).append(branch.id)

    def _astray(self, parents: Mapping[str, str]) -> list[str]:
        """Return one branch of each ring, and those that hang on a branch of another stage."""
        astray = [key for key, up in parents.items() if up and self.branches[up].stage != self.branches[key].stage]
        cut, safe = set(astray), set[str]()
        for start in sorted(parents):
            way: dict[str, None] = {}
            at = start
            while at and at not in safe and at not in way:
                way[at] = None
                at = "" if at in cut else parents[at]
            if at in way:
                cut.add(at)
                astray.append(at)
            safe.update(way)
        return astray
