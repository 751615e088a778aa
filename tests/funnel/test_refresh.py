"""A map that is kept up to date is the map that is read anew, whatever was done."""

from __future__ import annotations

from random import Random

import pytest

from app.errors import KnownError
from app.funnel.funnel_map import FunnelMap
from tests.funnel.test_actions import ACTIONS


def seen(funnel: FunnelMap) -> tuple:
    return (
        list(funnel.stages.values()),
        [funnel.branch(key) or key for key in funnel.in_order()],
        funnel.cross_links,
        funnel.conversions,
        funnel.became,
        funnel.forest.stages,
    )


@pytest.mark.parametrize("seed", range(12))
def test_what_changed_is_all_that_has_to_be_read(store, seed):
    chance, funnel = Random(seed), FunnelMap.read(store)
    store.subscribe(lambda changes: funnel.refresh(store, changes))
    for _ in range(25):
        match chance.randrange(4):
            case 0:
                store.undo()
            case 1 if store.next_redo():
                store.redo()
            case _:
                try:
                    ACTIONS[chance.choice(list(ACTIONS))](store)
                except KnownError:
                    continue  # what it would be done to is gone by now
        assert seen(funnel) == seen(FunnelMap.read(store))


def test_what_is_not_ours_is_not_looked_at(store):
    funnel = FunnelMap.read(store)

    assert funnel.refresh(store, {str: frozenset({"x"})}) is None
