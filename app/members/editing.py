"""Edits and deletes members, one or many at once. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from app.calendar.event import check_reach
from app.calendar.saving import stamp
from app.members.member import Member
from app.members.step_names import edit_step, for_members
from app.store import Store
from app.workflows.way import settle_members

MATTERS: Final = frozenset({"name", "languages", "state", "tags", "persona", "left"})  # to sequences
TYPED: Final = frozenset({"name", "role", "company", "notes"})


def edit(store: Store, ids: Sequence[str], **fields: Any) -> None:
    """Give fields of members other values. Typing in one field folds into one step."""
    for name, value in fields.items():
        check_reach(name, value)
    members = _those(store, ids)
    named = [replace(member, name=fields.get("name") or member.name) for member in members]
    name = next(iter(fields)) if len(fields) == 1 else ""
    merge = f"edit:{','.join(ids[:8])}:{name}" if name in TYPED else None
    with store.change(edit_step(named, fields), merge=merge):
        _save(store, members, [replace(member, **fields) for member in members])
        if not MATTERS.isdisjoint(fields):
            settle_members(store, ids)


def tag(
    store: Store, ids: Sequence[str], field: str, *, add: Collection[str] = (), remove: Collection[str] = ()
) -> None:
    """Add words to a list of members ("tags", "interests" or "languages"), or take some away."""
    members = _those(store, ids)
    with store.change(edit_step(members, [field])):
        changed = []
        for member in members:
            there = [word for word in (*getattr(member, field), *add) if word not in remove]
            changed.append(replace(member, **{field: tuple(dict.fromkeys(there))}))  # type: ignore[arg-type]
        _save(store, members, changed)
        if field in MATTERS:
            settle_members(store, ids)


def put_in_state(store: Store, ids: Iterable[str], state: str) -> None:
    """Let members be in another state of their way; those who are in it already stay as they are."""
    members = [member for member in store.of(Member).some(ids) if member.state != state]
    if members:
        with store.change(edit_step(members, ["state"])):
            _save(store, members, [replace(member, state=state) for member in members])
            settle_members(store, [member.id for member in members])


def delete(store: Store, ids: Sequence[str]) -> None:
    """Delete members; what names them keeps their ids, so that undo brings everything back; their sequences end."""
    members = _those(store, ids)
    with store.change(for_members(members, "members.step.delete")):
        store.of(Member).delete(member.id for member in members)
        settle_members(store, ids)


def _those(store: Store, ids: Sequence[str]) -> list[Member]:
    if len(ids) == 1:
        return [store.of(Member).get(ids[0])]
    wanted = dict.fromkeys(ids)
    return list(store.of(Member).some(wanted))


def _save(store: Store, before: Sequence[Member], after: Sequence[Member]) -> None:
    now = stamp(store)
    store.of(Member).save(replace(new, changed=now) for old, new in zip(before, after, strict=True) if new != old)
