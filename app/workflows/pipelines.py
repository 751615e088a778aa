"""Contributions and ambassadors on their way, step by step. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.calendar.event import check_reach
from app.calendar.saving import stamp
from app.message import Message
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.workflows.pipeline import Pipeline, PipelineEntry

STEPS: Final[Mapping[Pipeline, tuple[str, ...]]] = {
    Pipeline.CONTRIBUTION: ("invited", "submitted", "review", "published"),
    Pipeline.AMBASSADOR: ("spotted", "recognised", "invited", "active"),
}
TYPED: Final = frozenset({"title", "address", "notes"})


def add_entry(store: Store, entry: PipelineEntry) -> str:
    """Add an entry to the end of its step; return its id."""
    now = stamp(store)
    new = replace(entry, id=store.new_id(), position=UNPLACED, created=now, changed=now)
    with store.change(_step("pipelines.step.add", [new])):
        save_order(store, [*in_step(store.of(PipelineEntry).all(), entry.pipeline, entry.step), new])
    return new.id


def edit_entry(store: Store, entry: str, **fields: Any) -> None:
    """Give fields of an entry other values. Typing in one field folds into one step."""
    for name, value in fields.items():
        check_reach(name, value)
    found = store.of(PipelineEntry).get(entry)
    changed = replace(found, **fields)
    name = next(iter(fields)) if len(fields) == 1 else ""
    merge = f"edit:{entry}:{name}" if name in TYPED else None
    with store.change(_step("pipelines.step.edit", [changed if changed.title else found]), merge=merge):
        if changed != found:
            store.of(PipelineEntry).save([replace(changed, changed=stamp(store))])


def move_entries(store: Store, entries: Sequence[str], step: str, before: str = "") -> None:
    """Put entries into a step of their pipeline, before another entry or at its end, in the order given."""
    there = {it.id: it for it in store.of(PipelineEntry).some(entries)}
    moved = [there[one] for one in dict.fromkeys(entries) if one in there]
    if not moved or step not in STEPS[moved[0].pipeline]:
        return
    pipeline = moved[0].pipeline
    others = [it for it in in_step(store.of(PipelineEntry).all(), pipeline, step) if it.id not in there]
    place = next((at for at, it in enumerate(others) if it.id == before), len(others))
    now = stamp(store)
    fresh = [
        replace(it, step=step, position=UNPLACED, changed=now if it.step != step else it.changed)
        for it in moved if it.pipeline is pipeline
    ]  # fmt: skip
    with store.change(_step("pipelines.step.move", moved)):
        save_order(store, [*others[:place], *fresh, *others[place:]])


def delete_entries(store: Store, entries: Sequence[str]) -> None:
    """Delete entries."""
    there = list(store.of(PipelineEntry).some(dict.fromkeys(entries)))
    if there:
        with store.change(_step("pipelines.step.delete", there)):
            store.of(PipelineEntry).delete(it.id for it in there)


def in_step(entries: Iterable[PipelineEntry], pipeline: Pipeline, step: str) -> list[PipelineEntry]:
    """Return the entries of one step in their order."""
    found = (it for it in entries if it.pipeline is pipeline and it.step == step)
    return sorted(found, key=lambda it: (it.position, it.id))


MANY_TEXTS: Final[Mapping[str, str]] = {
    "pipelines.step.move": "pipelines.step.move.many",
    "pipelines.step.delete": "pipelines.step.delete.many",
}


def _step(text: str, entries: Sequence[PipelineEntry]) -> Message:
    if len(entries) > 1:
        return Message(MANY_TEXTS[text], (("n", len(entries)),))
    return Message(text, (("title", entries[0].title),))
