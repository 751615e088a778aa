"""A map that is kept up to date is the map that is read anew, whatever was done."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from app.errors import KnownError
from app.funnel.branch import Role
from app.funnel.forest import Forest
from app.funnel.funnel_map import FunnelMap
from tests.funnel.growing import a_branch, a_map
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


def test_what_a_branch_hangs_in_is_found_in_as_many_steps_as_there_are_branches(tmp_path, monkeypatch):
    """Each asked for on its own would walk all the way up: four million steps for a chain of 2,000."""
    chain = [a_branch(f"b{at}", f"aware/b{at - 1}" if at else "aware") for at in range(2_000)]
    chain[0] = replace(chain[0], role=Role.CHANNELS)
    store = a_map(tmp_path / "deep.sedyanka", *chain)
    funnel = FunnelMap.read(store)
    asked = []
    place = Forest.place
    monkeypatch.setattr(Forest, "place", lambda forest, key: asked.append(key) or place(forest, key))
    found = {(funnel.group(it.id), funnel.role(it.id)) for it in reversed(chain)}
    store.close()

    assert found == {("b0", Role.CHANNELS)}
    assert len(asked) <= 2 * len(chain)
