"""The funnel, or a map, as an outline for files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from app.exchange.outline import Outline, OutlineItem, OutlineLine
from app.funnel.branch import Branch
from app.funnel.funnel_map import FunnelMap
from app.funnel.stage import Stage

STAGE: Final = "stage"
KEPT_STAGE: Final = "sedyanka:stage"  # in what a branch keeps unread: what it was as a stage of the funnel
STAGE_FIELDS: Final = ("colour", "criterion", "driver")


def outline_of(funnel: FunnelMap, ids: Sequence[str] = ()) -> Outline:
    """Return the whole map as an outline, or some stages and branches with what hangs on them."""
    whole = funnel.forest.children(funnel.map) if funnel.map else list(funnel.stages)
    tops = dict.fromkeys(ids or whole)
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
    return Outline(funnel.name if not ids else "", tuple(items), tuple(lines))


def _of_branch(funnel: FunnelMap, branch: Branch, up: int) -> OutlineItem:
    names = [funnel.personas[key].name for key in branch.personas if key in funnel.personas]
    said = {"role": branch.role.value, "icon": branch.icon, "personas": json.dumps(names, ensure_ascii=False)}
    own = tuple((name, value) for name, value in said.items() if value and value != "[]")
    done = True if branch.done else None
    stage, foreign = parted(branch.foreign)
    return OutlineItem(branch.text, up, branch.notes, done, branch.folded, (*own, *stage), foreign)


def _of_stage(stage: Stage, up: int) -> OutlineItem:
    said = {"kind": STAGE} | {name: getattr(stage, name) for name in STAGE_FIELDS}
    said["rule"] = json.dumps(stage.rule, ensure_ascii=False) if stage.rule else ""
    said["target"] = "" if stage.target is None else repr(stage.target)
    said["within"] = str(stage.within or "")
    own = tuple((name, value) for name, value in said.items() if value)
    return OutlineItem(stage.name, up, stage.definition, None, stage.folded, own)


def kept(item: OutlineItem) -> str:
    """Return what a branch keeps of an item without understanding it; a branch that was a stage keeps that too."""
    if dict(item.own).get("kind") != STAGE:
        return item.foreign
    said = _said(item.foreign)
    return json.dumps((said if isinstance(said, dict) else {}) | {KEPT_STAGE: dict(item.own)}, ensure_ascii=False)


def parted(foreign: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return what a branch was as a stage, and the rest of what it keeps."""
    if KEPT_STAGE not in foreign:
        return (), foreign
    said = _said(foreign)
    stage = said.pop(KEPT_STAGE, None) if isinstance(said, dict) else None
    if not isinstance(stage, dict):
        return (), foreign
    own = tuple((str(name), value) for name, value in stage.items() if isinstance(value, str))
    return own, json.dumps(said, ensure_ascii=False) if said else ""


def _said(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
