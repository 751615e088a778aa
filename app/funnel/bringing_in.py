"""Outlines from files: as a map of their own, as stages of the funnel, or hung on a stage or a branch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, islice
from typing import Any, Final

from app.exchange.in_steps import BATCH, STAGED_FROM, Steps, undisturbed, walked
from app.exchange.outline import Outline, OutlineItem
from app.funnel.branch import Branch, CrossLink, Role
from app.funnel.forest import Place
from app.funnel.outline import kept
from app.funnel.placing import check_depth, forest_of, maps_in_order, place_on, siblings_in, stages_in_order, unfold
from app.funnel.stage import MAP, Stage
from app.funnel.stages import COLOURS
from app.message import Message, say
from app.personas.persona import Persona
from app.purpose.held import written
from app.store import Store

GOES_BY: Final[frozenset[type[Any]]] = frozenset({Branch, Stage, Persona})


def add_map(store: Store, outline: Outline, name: str) -> str:
    """Add what a file holds as a map of its own; return the id of the map."""
    return walked(add_map_in_steps(store, outline, name))


def add_outline_in_steps(store: Store, outline: Outline, onto: str = "") -> Steps[list[str]]:
    """Add to the funnel, or to a map, and draw breath between short steps; nothing shows before the last one."""
    named = say("funnel.step.import", n=len(outline.items))

    def begin() -> Steps[list[str]]:
        if not onto:
            return _as_stages(store, outline, named)
        place = place_on(store, onto)
        check_depth(forest_of(store, place.stage), place, _depth(outline.items))
        return _hung(store, outline, place, named)

    return undisturbed(store, GOES_BY, begin)


def add_map_in_steps(store: Store, outline: Outline, name: str) -> Steps[str]:
    """Add a map and draw breath between short steps; nothing of it shows before the last one."""
    last = max((root.position for root in maps_in_order(store)), default=-1)
    root = Stage(store.new_id(), written(name).strip(), MAP, last + 1)
    planting = _Planting(store, outline, Place(root.id))
    yield from planting.steps(say("funnel.step.map.import", title=root.name), lambda: store.of(Stage).save([root]))
    return root.id


def _hung(store: Store, outline: Outline, place: Place, named: Message) -> Steps[list[str]]:
    planting = _Planting(store, outline, place)
    last = max((branch.position for branch in siblings_in(store, place)), default=-1)
    planting.rows[-1] = count(last + 1)
    yield from planting.steps(named, lambda: unfold(store, place))
    return planting.tops()


def _as_stages(store: Store, outline: Outline, named: Message) -> Steps[list[str]]:
    there = len(stages_in_order(store))
    planting = _Planting(store, outline, None)
    stages = [
        stage_of(planting.id(at), item, COLOURS[(there + row) % len(COLOURS)], there + row)
        for row, (at, item) in enumerate((at, it) for at, it in enumerate(outline.items) if it.parent < 0)
    ]
    yield from planting.steps(named, lambda: store.of(Stage).save(stages))
    return planting.tops()


class _Planting:
    """Makes branches of the items of an outline; without a place, what hangs on nothing is left out: it is stages."""

    def __init__(self, store: Store, outline: Outline, place: Place | None) -> None:
        self._store, self._items, self._lines = store, outline.items, outline.lines
        self._place = place
        self._personas = {persona.name.casefold(): persona.id for persona in store.of(Persona).all()}
        self._ids: dict[int, str] = {}
        self.rows: dict[int, Iterator[int]] = {}  # the next position below each item, -1 for those that hang on none

    def id(self, at: int) -> str:
        """Return the id that the thing made of an item has."""
        if at not in self._ids:
            self._ids[at] = self._store.new_id()
        return self._ids[at]

    def tops(self) -> list[str]:
        """Return the ids of what hangs on no other item."""
        return [self.id(at) for at, item in enumerate(self._items) if item.parent < 0]

    def steps(self, named: Message, before: Callable[[], object]) -> Steps[None]:
        """Write all of it as one step of undo; much of it is laid beside the tables first."""
        store, staged = self._store, len(self._items) >= STAGED_FROM
        branches, lines = self._branches(), self._cross_links()
        try:
            if staged:
                yield from self._laid(Branch, branches, 0.0, 0.9)
                yield from self._laid(CrossLink, lines, 0.9, 1.0)
            with store.change(named):
                before()
                if staged:
                    store.publish([Branch, CrossLink])
                else:
                    store.of(Branch).save(branches)
                    store.of(CrossLink).save(lines)
        finally:
            if staged:
                store.unstage()

    def _laid(self, kind: type[Any], things: Iterator[Any], begin: float, end: float) -> Steps[None]:
        whole = max(len(self._items if kind is Branch else self._lines), 1)
        for done in count(0, BATCH):
            some = list(islice(things, BATCH))
            if not some:
                return
            self._store.stage(kind, some)
            yield begin + (end - begin) * min(1.0, done / whole)

    def _branches(self) -> Iterator[Branch]:
        """Yield a branch for every item, parents first."""
        stages: dict[int, str] = {}
        for at, item in enumerate(self._items):
            up = item.parent
            stages[at] = self._place.stage if self._place else self.id(at) if up < 0 else stages[up]
            if up < 0 and self._place is None:
                continue
            top = self._place.parent if self._place else ""
            parent = top if up < 0 else "" if self._is_stage(up) else self.id(up)
            row = next(self.rows.setdefault(up, count()))
            branch = _branch(self.id(at), item, self._personas)
            yield replace(branch, stage=stages[at], parent=parent, position=row)

    def _cross_links(self) -> Iterator[CrossLink]:
        for line in self._lines:
            if not (self._is_stage(line.start) or self._is_stage(line.end)):
                yield CrossLink(self._store.new_id(), self.id(line.start), self.id(line.end), line.label)

    def _is_stage(self, at: int) -> bool:
        return self._place is None and self._items[at].parent < 0


def _branch(id: str, item: OutlineItem, named: Mapping[str, str]) -> Branch:
    own = dict(item.own)
    roles = {role.value for role in Role}
    personas = tuple(named[name.casefold()] for name in _strings(own.get("personas", "")) if name.casefold() in named)
    return Branch(
        id,
        "",
        text=item.text,
        role=Role(own.get("role", "")) if own.get("role", "") in roles else Role.FREE,
        notes=item.notes,
        icon=own.get("icon", "")[:64],
        personas=personas,
        done=bool(item.done),
        folded=item.folded,
        foreign=kept(item),
    )


def stage_of(id: str, item: OutlineItem, colour: str, position: int) -> Stage:
    """Return the stage that an item is, with a colour when it names none of its own."""
    own = dict(item.own)
    within = own.get("within", "")
    return Stage(
        id,
        item.text,
        own["colour"] if own.get("colour", "") in COLOURS else colour,
        position,
        item.notes,
        own.get("criterion", ""),
        _pairs(own.get("rule", "")),
        own.get("driver", ""),
        _share(own.get("target", "")),
        int(within) if within.isascii() and within.isdigit() and len(within) < 5 else 0,
        item.folded,
    )


def _share(text: str) -> float | None:
    try:
        share = float(text)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def _said(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _strings(text: str) -> Iterable[str]:
    said = _said(text)
    return [it for it in said if isinstance(it, str)] if isinstance(said, list) else []


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    said = _said(text)
    pairs = [it for it in said if isinstance(it, list) and len(it) == 2] if isinstance(said, list) else []
    return tuple((str(name), str(value)) for name, value in pairs)


def _depth(items: Sequence[OutlineItem]) -> int:
    depths: list[int] = []
    for item in items:
        depths.append(depths[item.parent] + 1 if item.parent >= 0 else 1)
    return max(depths, default=0)
