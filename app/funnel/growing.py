"""New branches: under another, in between, as a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.funnel.branch import Branch
from app.funnel.placing import (
    around,
    check_depth,
    copies_of,
    forest_of,
    levels,
    place_on,
    put_in,
    siblings_in,
    step,
    unfold,
)
from app.message import say
from app.playbook.order import save_order
from app.store import Store


def add_child(store: Store, onto: str, text: str, row: int | None = None, *, id: str = "") -> str:
    """Hang a new branch on a stage or a branch, at the end unless a row is said; return its id.

    What is folded opens, so that the new branch can be seen. Typing on joins this step, see `editing.rename`.
    """
    place = place_on(store, onto)
    check_depth(forest_of(store, place.stage), place, 1)
    branch = Branch(id or store.new_id(), place.stage, place.parent, text=text)
    with store.change(say("funnel.step.add", title=text), merge=f"branch:{branch.id}"):
        put_in(store, place, [branch], row)
        unfold(store, place)
    return branch.id


def add_parent(store: Store, ids: Sequence[str], text: str, *, id: str = "") -> str:
    """Put a new branch between some siblings and what they hang on; return its id. What hangs elsewhere stays."""
    forest = around(store, ids)
    tops = forest.tops(ids)
    place = forest.place(tops[0])
    inside = [it for it in tops if forest.place(it) == place]
    row = forest.row(inside[0])
    check_depth(forest, place, 1 + max(levels(forest, it) for it in inside))
    parent = Branch(id or store.new_id(), place.stage, place.parent, position=-1, text=text)
    with store.change(say("funnel.step.add_parent", title=text), merge=f"branch:{parent.id}"):
        store.of(Branch).save(
            replace(forest.branches[it], parent=parent.id, position=at) for at, it in enumerate(inside)
        )
        left = [forest.branches[it] for it in forest.children(place.id) if it not in inside]
        save_order(store, [*left[:row], parent, *left[row:]])
    return parent.id


def duplicate(store: Store, ids: Sequence[str]) -> list[str]:
    """Add copies of branches, with all that hangs on them, right after them; return the ids of the copies."""
    forest = around(store, ids)
    tops = forest.tops(ids)
    copied = []
    with store.change(step("funnel.step.duplicate", "funnel.step.duplicate.many", forest, tops)):
        for top in tops:
            place = forest.place(top)
            copies = copies_of(forest, top, place, store.new_id)
            put_in(store, place, copies[:1], [it.id for it in siblings_in(store, place)].index(top) + 1)
            store.of(Branch).save(copies[1:])
            copied.append(copies[0].id)
    return copied
