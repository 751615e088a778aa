"""Branches go elsewhere: under another branch or stage, up and down, out and in; what hangs on them goes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.errors import KnownError
from app.funnel.branch import Branch
from app.funnel.forest import Forest, Place
from app.funnel.placing import (
    around,
    check_depth,
    forest_of,
    levels,
    place_on,
    put_in,
    step,
    unfold,
)
from app.message import say
from app.playbook.order import save_order
from app.store import Store


def move(store: Store, ids: Sequence[str], onto: str, row: int | None = None) -> None:
    """Hang branches on a stage or another branch, before the sibling that is at `row` now, else at the end.

    KnownError when one would hang on itself.
    """
    place = place_on(store, onto)
    here = around(store, ids)
    stages = {branch.stage for branch in here.branches.values()}
    forest = forest_of(store, *stages, place.stage)
    tops = forest.tops(ids)
    if place.parent and set(forest.path(place.parent)) & set(tops):
        raise KnownError(say("funnel.error.onto_itself"), say("funnel.error.onto_itself.do"))
    check_depth(forest, place, max(levels(forest, top) for top in tops))
    at = _row_without(forest, place, tops, row)
    siblings = [it for it in forest.children(place.id) if it not in tops]
    if [*siblings[:at], *tops, *siblings[at:]] == forest.children(place.id):
        return
    with store.change(step("funnel.step.move", "funnel.step.move.many", forest, tops)):
        put_in(store, place, [forest.branches[top] for top in tops], at)
        _take_along(store, forest, tops, place.stage)
        unfold(store, place)


def move_by(store: Store, ids: Sequence[str], by: int) -> None:
    """Move branches up (negative) or down among their siblings, as far as there are any."""
    forest = around(store, ids)
    tops = forest.tops(ids)
    moved: list[Branch] = []
    for parent, group in groupby(tops, key=forest.parent):
        order = list(forest.children(parent))
        _shift(order, list(group), by)
        if order != forest.children(parent):
            moved += [replace(forest.branches[it], position=row) for row, it in enumerate(order)]
    if not moved:
        return
    with store.change(step("funnel.step.reorder", "funnel.step.reorder.many", forest, tops)):
        store.of(Branch).save(moved)


def move_out(store: Store, ids: Sequence[str]) -> None:
    """Hang branches beside what they hang on, right after it; those on a stage stay."""
    forest = around(store, ids)
    tops = [top for top in forest.tops(ids) if forest.place(top).parent]
    if not tops:
        return
    with store.change(step("funnel.step.move", "funnel.step.move.many", forest, tops)):
        for parent, group in groupby(tops, key=forest.parent):
            place = forest.place(parent)
            put_in(store, place, [forest.branches[it] for it in group], _row_now(store, place, parent) + 1)


def move_in(store: Store, ids: Sequence[str]) -> None:
    """Hang branches on the sibling before them; the first of its siblings stays."""
    forest = around(store, ids)
    tops = forest.tops(ids)
    onto = {top: _before(forest, top, tops) for top in tops}
    going = [top for top in tops if onto[top]]
    if not going:
        return
    with store.change(step("funnel.step.move", "funnel.step.move.many", forest, going)):
        for parent, group in groupby(going, key=onto.__getitem__):
            place = Place(forest.branches[parent].stage, parent)
            some = list(group)
            check_depth(forest, place, max(levels(forest, it) for it in some))
            put_in(store, place, [forest.branches[it] for it in some])
            unfold(store, place)


def sort_children(store: Store, id: str) -> None:
    """Order what hangs on a stage or a branch by its text."""
    place = place_on(store, id)
    forest = forest_of(store, place.stage)
    children = [forest.branches[it] for it in forest.children(id)]
    order = sorted(children, key=lambda it: (it.text.casefold(), it.position))
    if order == children:
        return
    with store.change(say("funnel.step.sort", n=len(order))):
        save_order(store, order)


def _take_along(store: Store, forest: Forest, tops: Sequence[str], stage: str) -> None:
    """Let what hangs on branches go to another stage with them."""
    below = (forest.branches[it] for it in forest.below(*tops) if it not in tops)
    store.of(Branch).save(replace(branch, stage=stage) for branch in below if branch.stage != stage)


def _row_without(forest: Forest, place: Place, tops: Sequence[str], row: int | None) -> int:
    """Return the row among those siblings that do not move."""
    there = forest.children(place.id)
    if row is None:
        return len(there)
    return row - sum(1 for it in there[:row] if it in tops)


def _row_now(store: Store, place: Place, id: str) -> int:
    return forest_of(store, place.stage).row(id)


def _before(forest: Forest, id: str, moving: Sequence[str]) -> str:
    """Return the nearest sibling before a branch that does not move itself."""
    before = forest.children(forest.parent(id))[: forest.row(id)]
    return next((it for it in reversed(before) if it not in moving), "")


def _shift(order: list[str], some: list[str], by: int) -> None:
    """Move some entries of a list by so many rows together; the first or last of them stops at the end."""
    for _ in range(abs(by)):
        rows = sorted((order.index(it) for it in some), reverse=by > 0)
        edge = len(order) - 1 if by > 0 else 0
        if rows[0] == edge:
            return
        for row in rows:
            order.insert(row + (1 if by > 0 else -1), order.pop(row))
