"""Imports are written in short steps: whoever walks them can look up between two, or leave off and nothing stays."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any, Final, TypeVar

from app.store import Changes, Store

T = TypeVar("T")
Steps = Generator[float, None, T]  # yields how much is done, 0 … 1
STAGED_FROM: Final = 500  # so many things and more are laid beside the tables first
BATCH: Final = 250


def walked(steps: Steps[T]) -> T:
    """Return what comes of steps that nobody waits between."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found


def laid(store: Store, kind: type[T], things: Sequence[T], begin: float, end: float) -> Steps[None]:
    """Lay things beside their table piece by piece; they are that part of the whole which lies between two shares."""
    for at in range(0, len(things), BATCH):
        store.stage(kind, things[at : at + BATCH])
        yield begin + (end - begin) * at / len(things)


def undisturbed(store: Store, kinds: frozenset[type[Any]], begin: Callable[[], Steps[T]]) -> Steps[T]:
    """Walk steps, from the beginning again whenever somebody changed between two of them what they go by."""
    disturbed = False

    def hear(changes: Changes) -> None:
        nonlocal disturbed
        disturbed = disturbed or bool(changes.keys() & kinds)

    end = store.subscribe(hear)
    try:
        while True:
            disturbed, steps = False, begin()
            try:
                while not disturbed:
                    yield next(steps)
            except StopIteration as over:
                found: T = over.value
                return found
            finally:
                steps.close()
    finally:
        end()
