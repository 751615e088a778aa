"""When a rule acts: what happened to something, or a day that it reached. A registry.

What happened is learnt from how a thing differs from what it was when it was seen last. A day is reached in the
morning, or later on that day by what changes; days that passed while the playbook was closed are looked at once.
What lay in the past already when it was written down reaches nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from app.calendar.event import Event, Override, Status
from app.calendar.overridden import own_fields
from app.calendar.shown import shown_of
from app.guide.incident import Incident
from app.message import Message, say
from app.tasks.task import Column, Task
from app.workflows.enrolment import Delivery, Sending
from app.workflows.rules.happening import DAY, PART, Difference, Occasion, Subject
from app.workflows.rules.shapes import Shape, Token
from app.workflows.rules.world import World

Values = Mapping[str, str]
Days = tuple[date, date]  # the first and the last
Only = Collection[str] | None  # the ids of the things to look at, None for all
CREATED: Final = "created"
MOST_DIGITS: Final = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """One thing that can happen; `words` begin the sentence, `rest` holds its tokens as blanks."""

    id: str
    words: Message
    of: str  # the kind of its subjects
    watches: tuple[type[Any], ...]
    past: Callable[[Values, World, Days, Only], Iterable[Occasion]]  # what the playbook still knows of some days
    happened: Callable[[Values, Difference, World], Iterable[Occasion]] | None = None
    rest: Message | None = None
    tokens: tuple[Token, ...] = ()

    @property
    def reaches(self) -> bool:
        """Whether it is a day that is reached, and no change."""
        return self.happened is None


def _created(_: Values, it: Difference, world: World) -> Iterator[Occasion]:
    if it.before is None and it.after is not None:
        kind = "incident" if it.kind is Incident else "task"
        yield Occasion(Subject(kind, it.after.id, it.after), CREATED, world.today)


def _were_created(kind: type[Any], name: str) -> Callable[[Values, World, Days, Only], Iterable[Occasion]]:
    def past(_: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
        for thing in world.some(kind, only):
            if thing.created and days[0] <= (day := world.day_of(thing.created)) <= days[1]:
                yield Occasion(Subject(name, thing.id, thing), CREATED, day)

    return past


def _moved(values: Values, it: Difference, world: World) -> Iterator[Occasion]:
    if it.before is None or it.after is None or it.before.column == it.after.column:
        return
    if values.get("column", "") in ("", it.after.column):
        yield _by_stamp(it.after, it.after.column, world)


def _were_moved(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
    # no move is remembered but the last, and of it the day on which the task was changed or finished last
    done = {column.id for column in world.of(Column).values() if column.done}
    for task in world.some(Task, only):
        at = task.finished if task.column in done else task.changed
        moved = at > task.created and values.get("column", "") in ("", task.column)
        if moved and days[0] <= (day := world.day_of(at)) <= days[1]:
            yield Occasion(Subject("task", task.id, task), f"{task.column}:{task.changed}", day)


def _tagged(values: Values, it: Difference, world: World) -> Iterator[Occasion]:
    if it.after is not None and _has_tag(values, it.after) and not (it.before and _has_tag(values, it.before)):
        yield _by_stamp(it.after, CREATED if it.before is None else "tagged", world)


def _were_tagged(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
    for task in world.some(Task, only):
        if _has_tag(values, task) and days[0] <= (day := world.day_of(task.changed)) <= days[1]:
            yield Occasion(Subject("task", task.id, task), f"tagged:{task.changed}", day)


def _has_tag(values: Values, task: Task) -> bool:
    return values.get("tag", "").strip().casefold() in {tag.casefold() for tag in task.tags}


def _by_stamp(task: Task, what: str, world: World) -> Occasion:
    return Occasion(Subject("task", task.id, task), f"{what}:{task.changed}", world.today)


def _on_day_of(field: str) -> Callable[[Values, World, Days, Only], Iterable[Occasion]]:
    def past(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
        ahead = timedelta(days=number(values, "near"))
        for task in world.some(Task, only):
            own = getattr(task, field)
            if own and not task.finished and days[0] <= own + ahead <= days[1]:
                yield Occasion(Subject("task", task.id, task), own.isoformat(), own + ahead)

    return past


def _waited(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
    long = timedelta(days=number(values, "age"))
    for task in world.some(Task, only):
        if task.finished or not task.changed:
            continue
        since = world.day_of(task.changed)
        if days[0] <= since + long <= days[1]:
            yield Occasion(Subject("task", task.id, task), f"since {since}", since + long)


def _started(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
    ahead = timedelta(days=number(values, "near"))
    first, last = days[0] - ahead, days[1] - ahead
    for event in world.some(Event, only):
        for one in shown_of(event, world.overrides(event.id), first, last, world.playbook.zone):
            if first <= one.day <= last and one.event.status is not Status.SKIPPED:
                name = event.id + (PART + one.original if one.original else "")
                yield Occasion(Subject("event", name, one.event), one.day.isoformat(), one.day + ahead)


def _changed_status(values: Values, it: Difference, world: World) -> Iterator[Occasion]:
    found = _of_series(it) if it.kind is Event else _of_occurrence(it, world)
    if found is None:
        return
    name, before, event, changed = found
    if before is not event.status and values.get("status", "") in ("", event.status.value):
        yield Occasion(Subject("event", name, event), f"{event.status.value}:{changed}", world.today)


def _of_series(it: Difference) -> tuple[str, Status, Event, int] | None:
    if it.before is None or it.after is None:
        return None
    return it.after.id, it.before.status, it.after, it.after.changed


def _of_occurrence(it: Difference, world: World) -> tuple[str, Status, Event, int] | None:
    one: Override = it.after or it.before
    subject = world.subject("event", one.series + PART + one.original)
    if subject is None or it.after is None:
        return None
    before = own_fields(it.before).get("status") if it.before else None
    return subject.id, before or world.of(Event)[one.series].status, subject.thing, one.changed


def _had_status(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
    wanted = values.get("status", "")
    for event in world.some(Event, only):
        changed = event.changed > event.created and event.status is not Status.PLANNED
        day = world.day_of(event.changed)
        if changed and wanted in ("", event.status.value) and days[0] <= day <= days[1]:
            yield Occasion(Subject("event", event.id, event), f"{event.status.value}:{event.changed}", day)
    for one in world.some(Override, only):
        own = own_fields(one).get("status")
        if own and wanted in ("", own.value) and days[0] <= (day := world.day_of(one.changed)) <= days[1]:
            subject = world.subject("event", one.series + PART + one.original)
            if subject is not None:
                yield Occasion(subject, f"{own.value}:{one.changed}", day)


def _sent(values: Values, it: Difference, world: World) -> Iterator[Occasion]:
    was = it.before is not None and it.before.sending is Sending.SENT
    if it.after is not None and it.after.sending is Sending.SENT and not was:
        yield from _of_sequence(values, it.after, world, world.today)


def _were_sent(values: Values, world: World, days: Days, only: Only) -> Iterator[Occasion]:
    for one in world.some(Delivery, only):
        if one.sending is Sending.SENT and one.at and days[0] <= (day := world.day_of(one.at)) <= days[1]:
            yield from _of_sequence(values, one, world, day)


def _of_sequence(values: Values, one: Delivery, world: World, day: date) -> Iterator[Occasion]:
    subject = Subject("delivery", one.id, one)
    if values.get("sequence", "") in ("", world.sequence(subject)):
        yield Occasion(subject, f"sent:{one.at}", day)


def _on_weekday(values: Values, _: World, days: Days, __: Only) -> Iterator[Occasion]:
    ahead = (number(values, "weekday") - days[0].weekday()) % 7
    day = days[0] + timedelta(days=ahead)
    while day <= days[1]:
        yield Occasion(Subject(DAY, day.isoformat(), day), day.isoformat(), day)
        day += timedelta(days=7)


def number(values: Values, name: str) -> int:
    """Return a value as a number, 0 when it is none that days can be counted with."""
    text = values.get(name, "")
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < MOST_DIGITS else 0


_TRIGGERS: Final[Sequence[Trigger]] = (
    Trigger("task_created", say("workflows.when.task_created"), "task", (Task,), _were_created(Task, "task"), _created),
    Trigger(
        "task_moved", say("workflows.when.task_moved"), "task", (Task,), _were_moved, _moved,
        rest=say("workflows.when.task_moved.rest"), tokens=(Token("column", Shape.COLUMN, any=True),),
    ),
    Trigger(
        "task_tagged", say("workflows.when.task_tagged"), "task", (Task,), _were_tagged, _tagged,
        rest=say("workflows.when.task_tagged.rest"), tokens=(Token("tag", Shape.WORDS),),
    ),
    Trigger(
        "task_due", say("workflows.when.task_due"), "task", (Task,), _on_day_of("due"),
        rest=say("workflows.when.near"), tokens=(Token("near", Shape.NEAR, "0"),),
    ),
    Trigger(
        "task_start", say("workflows.when.task_start"), "task", (Task,), _on_day_of("start"),
        rest=say("workflows.when.near"), tokens=(Token("near", Shape.NEAR, "0"),),
    ),
    Trigger(
        "task_waits", say("workflows.when.task_waits"), "task", (Task,), _waited,
        rest=say("workflows.when.task_waits.rest"), tokens=(Token("age", Shape.AGE, "3"),),
    ),
    Trigger(
        "event_start", say("workflows.when.event_start"), "event", (Event, Override), _started,
        rest=say("workflows.when.near"), tokens=(Token("near", Shape.NEAR, "0"),),
    ),
    Trigger(
        "event_status", say("workflows.when.event_status"), "event", (Event, Override), _had_status, _changed_status,
        rest=say("workflows.when.event_status.rest"), tokens=(Token("status", Shape.STATUS, any=True),),
    ),
    Trigger(
        "step_done", say("workflows.when.step_done"), "delivery", (Delivery,), _were_sent, _sent,
        rest=say("workflows.when.step_done.rest"), tokens=(Token("sequence", Shape.SEQUENCE, any=True),),
    ),
    Trigger(
        "incident", say("workflows.when.incident"), "incident", (Incident,), _were_created(Incident, "incident"),
        _created,
    ),
    Trigger(
        "weekday", say("workflows.when.weekday"), DAY, (), _on_weekday,
        rest=say("workflows.when.weekday.rest"), tokens=(Token("weekday", Shape.WEEKDAY, "0"),),
    ),
)  # fmt: skip
TRIGGERS: Final[Mapping[str, Trigger]] = {trigger.id: trigger for trigger in _TRIGGERS}
