"""Keeps tactics and their messages. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from app.calendar.event import check_reach
from app.message import say
from app.playbook.records import save_record
from app.store import Store
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic

TYPED: Final = frozenset({"name", "texts", "day"})


def edit_tactic(store: Store, id: str, **fields: Any) -> None:
    """Give fields of a tactic other values; typing folds into one step."""
    for name, value in fields.items():
        check_reach(name, value)
    before = store.of(Tactic).get(id)
    after = replace(before, **fields)
    if after != before:
        save_record(store, after)


def duplicate_tactic(store: Store, id: str, title: str) -> str:
    """Add a copy of a tactic with its messages, one's own from here on; return its id."""
    tactic = store.of(Tactic).get(id)
    messages = sorted(store.of(TacticMessage).where(tactic=id), key=lambda it: it.position)
    with store.change(say("plans.step.tactic.copy", title=title)):
        copy = save_record(store, replace(tactic, id="", title=title, key="", position=0))
        store.of(TacticMessage).save(replace(it, id=store.new_id(), tactic=copy) for it in messages)
    return copy


def add_tactics(store: Store, found: Iterable[tuple[Tactic, tuple[TacticMessage, ...]]]) -> list[str]:
    """Add tactics with their messages, all in one step; return their ids."""
    made: list[str] = []
    there = list(found)
    with store.change(say("plans.step.tactic.add", n=len(there))):
        for tactic, messages in there:
            made.append(save_record(store, replace(tactic, id="", key="", position=0)))
            store.of(TacticMessage).save(replace(it, id=store.new_id(), tactic=made[-1]) for it in messages)
    return made


def add_message(store: Store, message: TacticMessage) -> str:
    """Add a message to a tactic, behind the others; return its id."""
    tactic = store.of(Tactic).get(message.tactic)
    last = max((it.position for it in store.of(TacticMessage).where(tactic=tactic.id)), default=-1)
    new = replace(message, id=store.new_id(), position=last + 1)
    with store.change(say("plans.step.tactic.message.add", title=tactic.title)):
        store.of(TacticMessage).save([new])
    return new.id


def edit_message(store: Store, id: str, **fields: Any) -> None:
    """Give fields of a message other values; typing in one field folds into one step."""
    for name, value in fields.items():
        check_reach(name, value)
    before = store.of(TacticMessage).get(id)
    after = replace(before, **fields)
    if after != before:
        name = next(iter(fields)) if len(fields) == 1 else ""
        merge = f"edit:{id}:{name}" if name in TYPED else None
        with store.change(say("plans.step.tactic.message", title=after.name), merge=merge):
            store.of(TacticMessage).save([after])


def say_in(store: Store, id: str, language: str, text: str) -> None:
    """Give a message another text in one language, none with ""."""
    there = dict(store.of(TacticMessage).get(id).texts) | {language: text}
    edit_message(store, id, texts=tuple(sorted((code, words) for code, words in there.items() if words)))


def delete_message(store: Store, id: str) -> None:
    """Delete a message of a tactic."""
    message = store.of(TacticMessage).get(id)
    with store.change(say("plans.step.tactic.message.delete", title=message.name)):
        store.of(TacticMessage).delete([id])
