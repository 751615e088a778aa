"""Fields that the person gives to all tasks. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.message import Message, say
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.tasks.task import FieldShape, OwnField

OF_TASKS: Final = "task"


def add_field(store: Store, name: str, shape: FieldShape = FieldShape.TEXT, choices: Sequence[str] = ()) -> str:
    """Give all tasks a further field; return its id."""
    new = OwnField(store.new_id(), OF_TASKS, name, shape, tuple(choices), UNPLACED)
    with store.change(say("tasks.step.field.add", title=name)):
        save_order(store, [*fields_of(store), new])
    return new.id


def change_field(store: Store, field: OwnField) -> None:
    """Name or shape a field anew, or give it other choices; values that do not fit stay as they are."""
    store.of(OwnField).get(field.id)
    with store.change(_step(field, "tasks.step.field.change"), merge=f"edit:{field.id}"):
        store.of(OwnField).save([field])


def move_field(store: Store, field_id: str, position: int) -> None:
    """Put a field elsewhere among those of all tasks; 0 is the top."""
    field = store.of(OwnField).get(field_id)
    others = [other for other in fields_of(store) if other.id != field_id]
    others.insert(position, field)
    with store.change(_step(field, "tasks.step.field.move")):
        save_order(store, others)


def delete_field(store: Store, field_id: str) -> None:
    """Delete a field; tasks keep their values unseen, so that undo brings them back."""
    field = store.of(OwnField).get(field_id)
    with store.change(_step(field, "tasks.step.field.delete")):
        store.of(OwnField).delete([field_id])


def fields_of(store: Store) -> list[OwnField]:
    """Return the fields that tasks have been given, in order."""
    return sorted(store.of(OwnField).where(of_kind=OF_TASKS), key=lambda field: (field.position, field.id))


def _step(field: OwnField, name: str) -> Message:
    return Message(name, (("title", field.name),))
