"""Stages come, change, go round and go; what was measured of them is written down by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from app.funnel.branch import Branch, Role
from app.funnel.conversion import STAGE
from app.funnel.entry_rule import EntryRule, kept_rule
from app.funnel.forest import Place
from app.funnel.placing import put_in, siblings_in, stages_in_order, unfold
from app.funnel.stage import Stage
from app.message import Message, say
from app.playbook.order import save_order
from app.purpose.reading import Reading
from app.store import Store

COLOURS: Final = ("welcome", "conversation", "challenge", "recognition", "live", "pilot", "loop", "ops")
GROUPS: Final = (Role.CRITERIA, Role.CHANNELS, Role.BEHAVIOURS, Role.TRIGGERS)
FIELD_TEXTS: Final[Mapping[str, str]] = {
    "name": "funnel.step.stage.name",
    "map": "funnel.step.map.name",
    "colour": "funnel.step.stage.colour",
    "definition": "funnel.step.stage.definition",
    "criterion": "funnel.step.stage.criterion",
    "rule": "funnel.step.stage.rule",
    "driver": "funnel.step.stage.driver",
    "target": "funnel.step.stage.target",
    "within": "funnel.step.stage.target",
}


def add_stage(store: Store, name: str, row: int | None = None, *, groups: Mapping[Role, str], id: str = "") -> str:
    """Add a stage with its groups, at the end unless a row is said; return its id. `groups` names each group."""
    order = stages_in_order(store)
    used = {stage.colour for stage in order}
    colour = next((it for it in COLOURS if it not in used), COLOURS[len(order) % len(COLOURS)])
    stage = Stage(id or store.new_id(), name, colour, position=-1)
    at = len(order) if row is None else max(0, min(row, len(order)))
    with store.change(say("funnel.step.stage.add", title=name), merge=f"stage:{stage.id}"):
        save_order(store, [*order[:at], stage, *order[at:]])
        store.of(Branch).save(
            Branch(store.new_id(), stage.id, position=place, text=groups[role], role=role)
            for place, role in enumerate(GROUPS)
            if role in groups
        )
    return stage.id


def begin(store: Store, names: Sequence[str], groups: Mapping[Role, str]) -> None:
    """Add several stages with their groups as one step."""
    with store.change(say("funnel.step.begin")):
        for name in names:
            add_stage(store, name, groups=groups)


def add_groups(store: Store, id: str, groups: Mapping[Role, str]) -> None:
    """Hang those groups on a stage that it has not; what is there stays before them."""
    stage = store.of(Stage).get(id)
    there = siblings_in(store, Place(id))
    missing = [role for role in GROUPS if role in groups and role not in {branch.role for branch in there}]
    if not missing:
        return
    with store.change(say("funnel.step.groups", title=stage.name)):
        new = [Branch(store.new_id(), id, text=groups[role], role=role) for role in missing]
        put_in(store, Place(id), new)
        unfold(store, Place(id))


def change_stage(store: Store, id: str, **fields: Any) -> None:
    """Change fields of a stage; typing on in one field joins the step before."""
    stage = store.of(Stage).get(id)
    if "target" in fields and fields["target"] is not None:
        fields["target"] = min(1.0, max(0.0, fields["target"]))
    changed = replace(stage, **fields)
    if changed == stage:
        return
    name = "map" if stage.is_map and "name" in fields else next(iter(fields))
    merge = f"stage:{id}" if "name" in fields else f"stage-{name}:{id}"
    with store.change(Message(FIELD_TEXTS[name], (("title", changed.name),)), merge=merge):
        store.of(Stage).save([changed])


def set_rule(store: Store, id: str, rule: EntryRule) -> None:
    """Say what can be counted of those who come to a stage."""
    change_stage(store, id, rule=kept_rule(rule))


def move_stage(store: Store, id: str, row: int) -> None:
    """Put a stage before the one that is at `row` now."""
    order = stages_in_order(store)
    stage = store.of(Stage).get(id)
    others = [it for it in order if it.id != id]
    at = row - sum(1 for it in order[:row] if it.id == id)
    moved = [*others[:at], stage, *others[at:]]
    if moved == order:
        return
    with store.change(say("funnel.step.stage.move", title=stage.name)):
        save_order(store, moved)


def delete_stages(store: Store, ids: Sequence[str]) -> None:
    """Delete stages with all that hangs on them; events that name them say so."""
    stages = list(store.of(Stage).some(ids))
    if not stages:
        return
    one = "funnel.step.map.delete" if stages[0].is_map else "funnel.step.stage.delete"
    name = Message(one, (("title", stages[0].name),))
    with store.change(name if len(stages) == 1 else say("funnel.step.stage.delete.many", n=len(stages))):
        store.of(Stage).delete([stage.id for stage in stages])


def add_reading(store: Store, id: str, day: date, value: float, source: str = "") -> str:
    """Write down which share of people went on from a stage; a second reading of a day takes the place of the first."""
    stage = store.of(Stage).get(id)
    there = next(iter(store.of(Reading).where(of_kind=STAGE, of_id=id, day=day)), None)
    reading = Reading(there.id if there else store.new_id(), STAGE, id, day, min(1.0, max(0.0, value)), source)
    with store.change(say("funnel.step.reading", title=stage.name), merge=f"reading:{reading.id}"):
        store.of(Reading).save([reading])
    return reading.id


def delete_reading(store: Store, id: str) -> None:
    """Take a reading away."""
    reading = store.of(Reading).get(id)
    with store.change(say("funnel.step.reading.delete", title=store.of(Stage).get(reading.of_id).name)):
        store.of(Reading).delete([id])
