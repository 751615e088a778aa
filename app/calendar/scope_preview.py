"""What each answer to "only this, this and following, all?" would do, before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from app.calendar.event import Event, Scope
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.rhythm.rule_words import listed
from app.calendar.scoped import changed, left, left_before, removed
from app.calendar.series import Change, Series
from app.calendar.shown import kept_days, shown, shown_of
from app.calendar.workload import Load, hours_on, week_after
from app.errors import BugError, KnownError
from app.message import Message, say

COUNTED: Final = 100  # when as many follow, they are not counted out
NAMED: Final = 3  # so many days are named
PLURAL_TEXTS: Final = (
    "preview.mondays", "preview.tuesdays", "preview.wednesdays", "preview.thursdays", "preview.fridays",
    "preview.saturdays", "preview.sundays",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it means, which days, what speaks against it, and the week that the held event goes to."""

    title: Message
    detail: Message
    warning: Message | None
    before: Load
    after: Load
    refused: Message | None = None  # why it cannot be chosen


@dataclass(frozen=True, slots=True)
class _Look:
    """What a preview looks at: the series as it is and the occurrence that is held."""

    plan: Plan
    series: Series
    held: Occurrence
    target: date  # the day that the held one goes to
    earlier: list[date]
    later: list[date]

    @property
    def here(self) -> str:
        """The zone whose days are named."""
        return self.plan.playbook.zone

    @property
    def endless(self) -> bool:
        """Whether more follows than a person would count."""
        return len(self.later) == COUNTED


def preview(plan: Plan, key: Key, days: int = 0, *, delete: bool = False, **fields: Any) -> dict[Scope, Choice]:
    """Return what each scope would do: with a move by some days, with other values of fields, or with deleting."""
    held = plan.occurrence(key)
    if held is None:
        raise BugError("a preview of nothing")
    series = Series(plan.events[key[0]], plan.overrides.get(key[0], {}))
    here = plan.playbook.zone
    later = _days_of(series, left(series, COUNTED, key[1]), here)
    earlier = _days_of(series, left_before(series, key[1]), here)
    look = _Look(plan, series, held, held.day + timedelta(days=days), earlier, later)
    change = None if delete else Change(kept_days(held.as_kept, days, here), fields)
    return {scope: _choice(look, change, scope) for scope in Scope}


def _choice(look: _Look, change: Change | None, scope: Scope) -> Choice:
    week = look.plan.week_of(look.target)
    before = look.plan.week_loads([week])[week]
    title = _title(look, scope)
    try:
        after, key = _after(look, change, scope)
    except KnownError as error:
        return Choice(title, say("preview.day", day=look.held.day), None, before, before, error.what)
    moves = bool(change and change.days)
    new = _days_of(after[-1], left(after[-1], COUNTED, "" if scope is Scope.ALL else key), look.here) if moves else []
    detail = _detail(look, new, scope)
    added = _hours(look, after, week) - _hours(look, [look.series], week)
    moved = _moved(look, after[-1], scope) if moves else []
    return Choice(title, detail, _clash(look, moved), before, week_after(before, added))


def _after(look: _Look, change: Change | None, scope: Scope) -> tuple[Sequence[Series], str]:
    """Return the series as they would be, the changed one last, and the original start of the held one in it."""
    original = look.held.original
    if change is None:
        return removed(look.series, [original], scope, ""), ""
    outcome = changed(look.series, [original], change, scope, "")
    return outcome.after, outcome.keys[original][1]


def _days_of(series: Series, originals: Iterable[str], here: str) -> list[date]:
    return [shown(series.occurrence(original), here).day for original in originals]


def _between(look: _Look, series: Series, first: date, last: date) -> list[Occurrence]:
    return shown_of(series.event, series.overrides, first, last, look.here)


def _hours(look: _Look, series: Iterable[Series], week: date) -> float:
    if look.held.event.kind in look.plan.markers:
        return 0.0
    return sum(hours_on(it, week) for one in series for it in _between(look, one, week, week + timedelta(days=6)))


def _title(look: _Look, scope: Scope) -> Message:
    if scope is Scope.ONLY_THIS:
        return say("preview.only")
    if scope is Scope.FOLLOWING and not look.later:
        return say("preview.following.none")
    if scope is Scope.FOLLOWING:
        return say("preview.following.endless") if look.endless else say("preview.following", n=len(look.later))
    number = len(look.earlier) + 1 + len(look.later)
    return say("preview.all.endless") if look.endless else say("preview.all", n=number)


def _detail(look: _Look, new: Sequence[date], scope: Scope) -> Message:
    """Name the days; `new` are those to which what follows, or all, would move."""
    if scope is Scope.FOLLOWING and look.later:
        return _days(new or look.later, weekday=bool(new))
    if scope is Scope.ALL and not new:
        return _days([*look.earlier, look.held.day, *look.later], weekday=False)
    if scope is Scope.ALL and look.earlier:
        return say("preview.also", n=len(look.earlier), old=look.earlier[0], new=new[0])
    if look.target != look.held.day:
        return say("preview.becomes", old=look.held.day, new=look.target)
    return say("preview.day", day=look.held.day)


def _days(days: Sequence[date], *, weekday: bool) -> Message:
    """Name the first days, and the weekday when all have the same."""
    named = [say("preview.day", day=day) for day in days[:NAMED]]
    if len(days) > NAMED:
        some = _with_commas([*named, say("preview.and_on")])
    else:
        some = listed(named) if not weekday else _with_commas(named)
    if weekday and len({day.weekday() for day in days}) == 1:
        return say("preview.weekday", days=some, weekday=Message(PLURAL_TEXTS[days[0].weekday()]))
    return some


def _with_commas(messages: Sequence[Message]) -> Message:
    """Return messages with nothing but commas between them."""
    whole = messages[0]
    for message in messages[1:]:
        whole = say("rule.list.more", first=whole, more=message)
    return whole


def _moved(look: _Look, after: Series, scope: Scope) -> list[Occurrence]:
    """Return where those that move would be, in the thirteen weeks before and after the day."""
    quarter = timedelta(weeks=13)
    found = _between(look, after, look.target - quarter, look.target + quarter)
    return [it for it in found if it.original == look.held.original] if scope is Scope.ONLY_THIS else found


def _clash(look: _Look, moved: Sequence[Occurrence]) -> Message | None:
    """Tell of another event of that kind, or another live one, on a day that one would move to."""
    if not moved:
        return None
    days = {it.day for it in moved}
    window = min(days), max(days)
    there: list[Occurrence] = []
    for event in look.plan.events.values():
        if event.id != look.series.event.id and _alike(look.plan, look.held.event, event):
            there += shown_of(event, look.plan.overrides.get(event.id, {}), *window, look.here)
    met = min((it for it in there if it.day in days), key=lambda it: (it.day, it.event.title), default=None)
    return say("preview.too", day=met.day, title=met.event.short or met.event.title) if met else None


def _alike(plan: Plan, one: Event, other: Event) -> bool:
    kinds = [plan.kinds.get(event.kind) for event in (one, other)]
    return one.kind == other.kind or all(kind is not None and kind.live for kind in kinds)
