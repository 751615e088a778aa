"""Does what the preview of an import showed, as one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from app.calendar.event import Event
from app.exchange.ics.merge import ImportPlan, parts_of, stamped
from app.message import say
from app.store import Store

STAGED_FROM: Final = 500  # so many things and more are laid beside the tables first
BATCH: Final = 250


def apply_import(store: Store, plan: ImportPlan) -> None:
    """Bring everything in."""
    for _ in apply_in_steps(store, plan):
        pass


def apply_in_steps(store: Store, plan: ImportPlan) -> Iterator[float]:
    """Bring everything in, and draw breath between short steps; yields how much is done, 0 … 1.

    Nothing shows, and nothing stays if it is stopped, before the last step.
    """
    if not plan.save and not plan.delete:
        return
    if len(plan.save) < STAGED_FROM:
        _publish(store, plan, staged=False)
        return
    done = 0
    try:
        for kind, things in parts_of(plan, BATCH):
            store.stage(kind, _stamped(store, things))
            done += len(things)
            yield done / len(plan.save)
        _publish(store, plan, staged=True)
    finally:
        store.unstage()


def _publish(store: Store, plan: ImportPlan, *, staged: bool) -> None:
    kinds = list(dict.fromkeys(type(thing) for thing in plan.save))
    with store.change(say("exchange.step.import", n=sum(isinstance(thing, Event) for thing in plan.save))):
        for kind, key in plan.delete:
            store.of(kind).delete([key])
        if staged:
            store.publish(kinds)
            return
        for kind, things in parts_of(plan, len(plan.save)):
            store.of(kind).save(_stamped(store, things))


def _stamped(store: Store, things: list[Any]) -> list[Any]:
    now = store.now()
    return [stamped(thing, now) if isinstance(thing, Event) else thing for thing in things]
