"""Places of the map in the store: what hangs there, and how branches come to hang there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from app.errors import Gone, KnownError
from app.funnel.branch import Branch
from app.funnel.forest import Forest, Place
from app.funnel.stage import Stage
from app.message import Message, say
from app.playbook.order import UNPLACED, save_order
from app.store import Store

DEEPEST: Final = 100  # as deep as a file from outside may be


def place_on(store: Store, id: str) -> Place:
    """Return the place on a stage or on a branch; Gone when it is neither."""
    branch = next(iter(store.of(Branch).some([id])), None)
    if branch:
        return Place(branch.stage, branch.id)
    return Place(store.of(Stage).get(id).id)


def forest_of(store: Store, *stages: str) -> Forest:
    """Return what hangs on some stages."""
    branches = (branch for stage in dict.fromkeys(stages) for branch in store.of(Branch).where(stage=stage))
    return Forest(branches, [stage.id for stage in stages_in_order(store)] if len(stages) > 1 else stages)


def stages_in_order(store: Store) -> list[Stage]:
    """Return the stages as the funnel reads."""
    return _in_order(it for it in store.of(Stage).all() if not it.is_map)


def maps_in_order(store: Store) -> list[Stage]:
    """Return the maps that lie beside the funnel, as they came."""
    return _in_order(it for it in store.of(Stage).all() if it.is_map)


def _in_order(roots: Iterable[Stage]) -> list[Stage]:
    return sorted(roots, key=lambda it: (it.position, it.name, it.id))


def around(store: Store, ids: Sequence[str]) -> Forest:
    """Return all that hangs on the stages of some branches; Gone when none of them is there."""
    forest = forest_of(store, *[branch.stage for branch in store.of(Branch).some(ids)])
    if not forest.branches:
        raise Gone
    return forest


def siblings_in(store: Store, place: Place) -> list[Branch]:
    """Return what hangs in a place, in order."""
    forest = forest_of(store, place.stage)
    return [forest.branches[it] for it in forest.children(place.id)]


def put_in(store: Store, place: Place, new: Sequence[Branch], row: int | None = None) -> None:
    """Save branches in a place, before the sibling that is at `row` without them, inside a change."""
    ids = {branch.id for branch in new}
    there = [branch for branch in siblings_in(store, place) if branch.id not in ids]
    at = len(there) if row is None else max(0, min(row, len(there)))
    placed = [replace(branch, stage=place.stage, parent=place.parent, position=UNPLACED) for branch in new]
    save_order(store, [*there[:at], *placed, *there[at:]])


def unfold(store: Store, place: Place) -> None:
    """Open what is hung on, inside a change."""
    if place.parent:
        parent = store.of(Branch).get(place.parent)
        if parent.folded:
            store.of(Branch).save([replace(parent, folded=False)])
        return
    stage = store.of(Stage).get(place.stage)
    if stage.folded:
        store.of(Stage).save([replace(stage, folded=False)])


def check_depth(forest: Forest, place: Place, below: int) -> None:
    """Refuse to hang something of so many levels where it would be deeper than the map can be."""
    if (len(forest.path(place.parent)) if place.parent else 0) + below > DEEPEST:
        raise KnownError(say("funnel.error.deep", n=DEEPEST), say("funnel.error.deep.do"))


def levels(forest: Forest, id: str) -> int:
    """Return how many levels there are from a branch down."""
    depth, most = {id: 1}, 1
    for it in forest.below(id):
        for child in forest.children(it):
            depth[child] = depth[it] + 1
            most = max(most, depth[child])
    return most


def copies_of(forest: Forest, top: str, place: Place, new_id: Callable[[], str]) -> list[Branch]:
    """Return copies of a branch and all that hangs on it for another place, parents first."""
    ids = {old: new_id() for old in forest.below(top)}
    copies = []
    for old, new in ids.items():
        parent = place.parent if old == top else ids[forest.place(old).parent]
        copies.append(replace(forest.branches[old], id=new, stage=place.stage, parent=parent))
    return copies


def step(one: str, many: str, forest: Forest, ids: Sequence[str]) -> Message:
    """Name what is done to one branch by its text, to several by their number."""
    if len(ids) == 1:
        return Message(one, (("title", forest.branches[ids[0]].text),))
    return Message(many, (("n", len(ids)),))
