"""The sentence above the board, and the KPIs beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.message import say
from app.purpose.held import written
from app.purpose.purpose import PURPOSE_ID, Purpose
from app.store import Store


def purpose_of(store: Store) -> Purpose:
    """Return the purpose of the playbook, an empty one when nobody wrote it yet."""
    return next(iter(store.of(Purpose).some([PURPOSE_ID])), Purpose())


def write_purpose(
    store: Store, *, whom: str | None = None, promise: str | None = None, outcome: str | None = None
) -> None:
    """Write parts of the sentence; None leaves a part as it is."""
    before = purpose_of(store)
    parts = {"whom": whom, "promise": promise, "outcome": outcome}
    said: dict[str, Any] = {name: written(text).strip() for name, text in parts.items() if text is not None}
    fresh = replace(before, **said)
    if fresh != before:
        with store.change(say("purpose.step.sentence"), merge="purpose"):
            store.of(Purpose).save([fresh])


def show_kpis(store: Store, kpis: Sequence[str]) -> None:
    """Choose the KPIs beside the sentence."""
    before = purpose_of(store)
    fresh = replace(before, kpis=tuple(dict.fromkeys(kpis)))
    if fresh != before:
        with store.change(say("purpose.step.kpis")):
            store.of(Purpose).save([fresh])
