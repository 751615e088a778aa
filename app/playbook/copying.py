"""Gives the things of a template ids of their own when they are copied into a playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from app.calendar.kind import Channel, Kind
from app.calendar.program import Program
from app.funnel.branch import Branch
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.personas.written import copy_written
from app.playbook.link import Link
from app.playbook.playbook import Person
from app.playbook.templates import Template
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.store import Store
from app.tactics.tactic import Tactic

T = TypeVar("T")
Ids = Mapping[tuple[type, str], str]  # (kind of thing, key in the template) -> id in the playbook

REFERS_TO: Final[dict[str, type]] = {
    "kind": Kind,
    "tactic": Tactic,
    "program": Program,
    "stage": Stage,
    "channel": Channel,
    "owner": Person,
    "lead": Person,
    "kpi": Kpi,
    "personas": Persona,
    "parent": Branch,  # of a branch: nothing else in a template has one
}


def copy_all(store: Store, template: Template, new_id: Callable[[], str]) -> Ids:
    """Add everything of a template but its rhythm; return the new ids."""
    groups = _groups(template)
    ids = {(kind, thing.id): new_id() for kind, things in groups.items() for thing in things}
    for kind, things in groups.items():
        store.of(kind).save([copied(thing, ids) for thing in things])
    store.of(Reading).save(
        replace(reading, id=new_id(), of_id=ids[Stage, reading.of_id]) for reading in template.conversions
    )
    store.of(Link).save(
        Link(new_id(), "program", ids[Program, program], "kpi", ids[Kpi, kpi], "serves")
        for program, kpi in template.serves
    )
    copy_written(store, template.written, _names_of(ids), new_id)
    return ids


def found_again(store: Store, template: Template) -> Ids:
    """Return which things of a playbook stand for those of a template: by their key, else by their name."""
    ids: dict[tuple[type, str], str] = {}
    for kind, things in _groups(template).items():
        by_key = {thing.key: thing.id for thing in store.of(kind).all() if getattr(thing, "key", "")}
        by_name = {_name(thing): thing.id for thing in store.of(kind).all() if kind is not Stage or not thing.is_map}
        for thing in things:
            if found := by_key.get(thing.id) or by_name.get(_name(thing)):
                ids[kind, thing.id] = found
    return ids


def copied(thing: T, ids: Ids) -> T:
    """Return a thing with its own new id, leading to the copies of what it led to."""
    own = {field.name: getattr(thing, field.name) for field in fields(thing)}  # type: ignore[arg-type]
    return replace(thing, **{"id": ids[type(thing), own["id"]]} | leading(own, ids))  # type: ignore[type-var]


def leading(values: Mapping[str, Any], ids: Ids) -> dict[str, Any]:
    """Return those of the values that lead to other things, with the ids of the copies; "" where there is none."""
    led: dict[str, Any] = {}
    for name, kind in REFERS_TO.items():
        value = values.get(name)
        if isinstance(value, tuple):
            led[name] = tuple(ids[kind, key] for key in value if (kind, key) in ids)
        elif value:
            led[name] = ids.get((kind, value), "")
    return led


def themselves(template: Template) -> Ids:
    """Return ids for a look at a template that is not copied: the keys."""
    return {(kind, thing.id): thing.id for kind, things in _groups(template).items() for thing in things}


def _names_of(ids: Ids) -> dict[tuple[str, str], str]:
    """Return the new ids by what links call the kinds of things."""
    return {(kind.__name__.lower(), key): own for (kind, key), own in ids.items()}


def _groups(template: Template) -> dict[type[Any], Iterable[Any]]:
    return {
        Kind: template.kinds,
        Stage: template.stages,
        Channel: template.channels,
        Person: template.people,
        Persona: template.personas,
        Kpi: template.kpis,
        Program: template.programs,
        Tactic: template.tactics,
        Branch: template.branches,
    }


def _name(thing: Any) -> str:
    return str(getattr(thing, "name", "") or getattr(thing, "title", "") or getattr(thing, "text", ""))
