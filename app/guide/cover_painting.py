"""Paints hours of duty into a usual week, or into one week of its own. Each function is one step of undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.calendar.holidays import holidays
from app.guide.cover_spans import Span, joined, without
from app.guide.cover_week import Away, Rota
from app.guide.coverage import Absence, Duty
from app.guide.role import GuideRole
from app.message import say
from app.playbook.playbook import Playbook
from app.store import Store

Whose = tuple[str, int, str]  # role, weekday, person


def paint(
    store: Store,
    role: str,
    weekdays: Collection[int],
    hours: Span,
    *,
    person: str = "",
    week: date | None = None,
    erase: bool = False,
) -> None:
    """Let a role be there in some minutes of some weekdays, or no more.

    A week that had no hours of its own takes over the usual ones first. Erasing "whoever has the role" takes the hours
    of all who have it.
    """
    called = store.of(GuideRole).get(role).name
    with store.change(say("coverage.step.erase", name=called) if erase else say("coverage.step.paint", name=called)):
        if week is not None:
            _give_own(store, week)
        there = _spans(it for it in store.of(Duty).all() if it.week == week)
        for weekday in weekdays:
            for whose in list(there) if erase else [(role, weekday, person)]:
                if whose[:2] == (role, weekday) and person in {"", whose[2]}:
                    spans = there[whose]
                    there[whose] = without(spans, [hours]) if erase else joined([*spans, hours])
        _keep(store, there, week, role)


def give_own_hours(store: Store, week: date) -> None:
    """Let a week have hours of its own, the usual ones less its holidays and absences to begin with."""
    with store.change(say("coverage.step.own", day=week)):
        _give_own(store, week)


def back_to_usual(store: Store, week: date) -> None:
    """Take away the hours that a week has of its own, so that the usual ones count."""
    with store.change(say("coverage.step.usual", day=week)):
        store.of(Duty).delete(it.id for it in store.of(Duty).all() if it.week == week)


def rota_of(store: Store, first: date, last: date) -> Rota:
    """Return who is there, holidays known for some days."""
    (playbook,) = store.of(Playbook).all()
    off = holidays(playbook.holidays, first, last) if playbook.holidays else {}
    roles = {role.id: role for role in store.of(GuideRole).all()}
    return Rota(tuple(store.of(Duty).all()), roles, tuple(store.of(Absence).all()), off)


def _give_own(store: Store, week: date) -> None:
    last = week + timedelta(days=6)
    rota = rota_of(store, week, last)
    if any(duty.week == week for duty in rota.duties):
        return
    days = [week + timedelta(days=ahead) for ahead in range(7)]
    own = [
        replace(duty, id=store.new_id(), week=week)
        for day in days
        for duty in rota.on(day)
        if rota.away(duty, day) is Away.NO
    ]
    store.of(Duty).save(own)


def _spans(duties: Iterable[Duty]) -> dict[Whose, list[Span]]:
    found: dict[Whose, list[Span]] = defaultdict(list)
    for duty in duties:
        if duty.start < duty.end:
            found[duty.role, duty.weekday, duty.person].append((duty.start, duty.end))
    return found


def _keep(store: Store, there: Mapping[Whose, list[Span]], week: date | None, role: str) -> None:
    """Save what is new and delete what is gone; what stayed keeps its id.

    A week of its own that became empty keeps one row without length: else the usual hours would come back.
    """
    wanted = {
        (role, weekday, start, end, person)
        for (role, weekday, person), spans in there.items()
        for start, end in joined(spans)
    }
    if week is not None and not wanted:
        wanted = {(role, 0, 0, 0, "")}
    had = {_key(it): it.id for it in store.of(Duty).all() if it.week == week}
    gone = [it.id for it in store.of(Duty).all() if it.week == week and had.get(_key(it)) != it.id]
    store.of(Duty).delete([*gone, *(row for key, row in had.items() if key not in wanted)])
    store.of(Duty).save(_duty(store, key, week) for key in sorted(wanted - had.keys()))


def _key(duty: Duty) -> tuple[Any, ...]:
    return duty.role, duty.weekday, duty.start, duty.end, duty.person


def _duty(store: Store, key: tuple[Any, ...], week: date | None) -> Duty:
    role, weekday, start, end, person = key
    return Duty(store.new_id(), role, weekday, start, end, person, week)
