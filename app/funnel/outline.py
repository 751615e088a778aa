"""The funnel as an outline for files, and an outline from a file as stages and branches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.exchange.outline import Outline, OutlineItem, OutlineLine
from app.funnel.branch import Branch, CrossLink, Role
from app.funnel.forest import Place
from app.funnel.funnel_map import FunnelMap
from app.funnel.placing import check_depth, forest_of, place_on, put_in, stages_in_order, unfold
from app.funnel.stage import Stage
from app.funnel.stages import COLOURS
from app.message import say
from app.personas.persona import Persona
from app.store import Store

STAGE: Final = "stage"
STAGE_FIELDS: Final = ("colour", "criterion", "driver")


def outline_of(funnel: FunnelMap, ids: Sequence[str] = ()) -> Outline:
    """Return the whole map as an outline, or some stages and branches with what hangs on them."""
    tops = list(ids) or list(funnel.stages)
    places: dict[str, int] = {}
    items: list[OutlineItem] = []
    for key in funnel.forest.below(*tops):
        up = -1 if key in tops else places[funnel.up(key)]
        places[key] = len(items)
        branch = funnel.branch(key)
        items.append(_of_branch(funnel, branch, up) if branch else _of_stage(funnel.stages[key], up))
    lines = [
        OutlineLine(places[link.start], places[link.end], link.label)
        for link in sorted(funnel.cross_links.values(), key=lambda it: it.id)
        if link.start in places and link.end in places
    ]
    return Outline(funnel.playbook.name if not ids else "", tuple(items), tuple(lines))


def add_outline(store: Store, outline: Outline, onto: str = "") -> list[str]:
    """Hang what a file holds on a stage or a branch, or add it as stages; return the ids of its tops."""
    ids = [store.new_id() for _ in outline.items]
    with store.change(say("funnel.step.import", n=len(outline.items))):
        tops = _hang(store, outline, ids, onto) if onto else _as_stages(store, outline, ids)
        there = {branch.id for branch in store.of(Branch).some(ids)}
        store.of(CrossLink).save(
            CrossLink(store.new_id(), ids[line.start], ids[line.end], line.label)
            for line in outline.lines
            if ids[line.start] in there and ids[line.end] in there
        )
    return tops


def _of_branch(funnel: FunnelMap, branch: Branch, up: int) -> OutlineItem:
    names = [funnel.personas[key].name for key in branch.personas if key in funnel.personas]
    said = {"role": branch.role.value, "icon": branch.icon, "personas": json.dumps(names, ensure_ascii=False)}
    own = tuple((name, value) for name, value in said.items() if value and value != "[]")
    done = True if branch.done else None
    return OutlineItem(branch.text, up, branch.notes, done, branch.folded, own, branch.foreign)


def _of_stage(stage: Stage, up: int) -> OutlineItem:
    said = {"kind": STAGE} | {name: getattr(stage, name) for name in STAGE_FIELDS}
    said["rule"] = json.dumps(stage.rule, ensure_ascii=False) if stage.rule else ""
    said["target"] = "" if stage.target is None else repr(stage.target)
    said["within"] = str(stage.within or "")
    own = tuple((name, value) for name, value in said.items() if value)
    return OutlineItem(stage.name, up, stage.definition, None, stage.folded, own)


def _hang(store: Store, outline: Outline, ids: Sequence[str], onto: str) -> list[str]:
    place = place_on(store, onto)
    check_depth(forest_of(store, place.stage), place, _depth(outline.items))
    branches = _branches(store, outline, ids, [place] * len(ids))
    tops = [branch for branch, item in zip(branches, outline.items, strict=True) if item.parent < 0]
    put_in(store, place, tops)
    store.of(Branch).save(branch for branch, item in zip(branches, outline.items, strict=True) if item.parent >= 0)
    unfold(store, place)
    return [branch.id for branch in tops]


def _as_stages(store: Store, outline: Outline, ids: Sequence[str]) -> list[str]:
    order = stages_in_order(store)
    stages: dict[int, Stage] = {}
    for at, item in enumerate(outline.items):
        if item.parent < 0:
            colour = COLOURS[(len(order) + len(stages)) % len(COLOURS)]
            stages[at] = _stage(ids[at], item, colour, len(order) + len(stages))
    of_stage: dict[int, str] = {}
    for at, item in enumerate(outline.items):
        of_stage[at] = ids[at] if item.parent < 0 else of_stage[item.parent]
    store.of(Stage).save(stages.values())
    branches = _branches(store, outline, ids, [Place(of_stage[at]) for at in range(len(ids))], stages)
    store.of(Branch).save(branch for at, branch in enumerate(branches) if at not in stages)
    return [stage.id for stage in stages.values()]


def _branches(
    store: Store,
    outline: Outline,
    ids: Sequence[str],
    places: Sequence[Place],
    stages: Mapping[int, Stage] | None = None,
) -> list[Branch]:
    """Return a branch for every item; what hangs on an item that is a stage hangs on the stage."""
    named = {persona.name.casefold(): persona.id for persona in store.of(Persona).all()}
    rows: dict[int, int] = {}
    branches = []
    for at, item in enumerate(outline.items):
        stage, parent = places[at].stage, places[at].parent
        if item.parent >= 0 and item.parent not in (stages or {}):
            parent = ids[item.parent]
        row = rows[item.parent] = rows.get(item.parent, -1) + 1
        branches.append(replace(_branch(ids[at], item, named), stage=stage, parent=parent, position=row))
    return branches


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
        foreign=item.foreign,
    )


def _stage(id: str, item: OutlineItem, colour: str, position: int) -> Stage:
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
