"""Maps beside the funnel: what is on one can become part of the funnel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.errors import Gone
from app.exchange.outline import OutlineItem
from app.funnel.branch import Branch
from app.funnel.bringing_in import stage_of
from app.funnel.forest import Forest
from app.funnel.moving import move
from app.funnel.outline import parted
from app.funnel.placing import forest_of, stages_in_order
from app.funnel.stage import Stage
from app.funnel.stages import COLOURS
from app.message import say
from app.playbook.link import BECAME, Link
from app.store import Store


def map_named(maps: Sequence[Stage], name: str) -> Stage | None:
    """Return the first map with a name."""
    return next((root for root in maps if root.name.casefold() == name.casefold()), None)


def merge_map(store: Store, id: str, onto: str = "") -> list[str]:
    """Put what is on a map into the funnel, onto a stage or a branch or as stages; return the ids of its tops.

    The map is gone then; undo brings it back.
    """
    root = store.of(Stage).get(id)
    if not root.is_map:
        raise Gone
    forest = forest_of(store, id)
    tops = list(forest.children(id))
    with store.change(say("funnel.step.map.merge", title=root.name)):
        if onto and tops:
            move(store, tops, onto)
        elif tops:
            _as_stages(store, forest, tops)
        store.of(Stage).delete([id])
    return tops


def _as_stages(store: Store, forest: Forest, tops: Sequence[str]) -> None:
    """Let the first branches be stages, with their ids; what hangs on them hangs on the stages."""
    there = len(stages_in_order(store))
    store.of(Stage).save(
        _stage(forest.branches[top], COLOURS[(there + row) % len(COLOURS)], there + row) for row, top in enumerate(tops)
    )
    store.of(Branch).delete(tops)
    links = [it for top in tops for it in store.of(Link).where(from_kind="branch", from_id=top, role=BECAME)]
    store.of(Link).save(replace(link, from_kind="stage") for link in links)
    for top in tops:
        below = [forest.branches[key] for key in forest.below(top) if key != top]
        store.of(Branch).save(replace(it, stage=top, parent="" if it.parent == top else it.parent) for it in below)


def _stage(branch: Branch, colour: str, position: int) -> Stage:
    own, _ = parted(branch.foreign)
    item = OutlineItem(branch.text, notes=branch.notes, folded=branch.folded, own=own)
    return stage_of(branch.id, item, colour, position)
