"""Branches go: with all that hangs on them, or alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.funnel.branch import Branch
from app.funnel.placing import around, forest_of, put_in, step
from app.store import Store


def delete(store: Store, ids: Sequence[str]) -> None:
    """Delete branches and all that hangs on them; cross-links go with either end."""
    forest = around(store, ids)
    tops = forest.tops(ids)
    with store.change(step("funnel.step.delete", "funnel.step.delete.many", forest, tops)):
        store.of(Branch).delete(list(forest.below(*tops)))


def delete_only(store: Store, ids: Sequence[str]) -> None:
    """Delete branches but keep what hangs on them, in their place."""
    forest = around(store, ids)
    gone = [it for it in forest.below(*forest.tops(ids)) if it in set(ids)]
    with store.change(step("funnel.step.delete_only", "funnel.step.delete_only.many", forest, gone)):
        for it in reversed(gone):  # the deepest first, so that what is kept has where to go
            now = forest_of(store, forest.branches[it].stage)
            place, row = now.place(it), now.row(it)
            kept = [replace(now.branches[child], parent=place.parent) for child in now.children(it)]
            store.of(Branch).delete([it])
            put_in(store, place, kept, row)
