"""The chapters of who is there: roles, hours, what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.guide.cover_view import usual_cover
from app.guide.cover_week import Rota
from app.guide.cover_words import gap_hours, promised_hours
from app.guide.coverage import Duty, Promise
from app.guide.gaps import Gap
from app.guide.handover.teller import Teller
from app.guide.role import GuideRole
from app.message import Message, say
from app.playbook.playbook import Playbook
from app.text.document import Group, Listing, Piece, Stretch, Table, Week, clock

DUTY_TEXTS: Final[Mapping[str, str]] = {
    "approves": "handover.duty.approves",
    "intervenes": "handover.duty.intervenes",
    "answers": "handover.duty.answers",
    "closes": "handover.duty.closes",
}
DAY_TEXTS: Final = (
    "handover.day.0",
    "handover.day.1",
    "handover.day.2",
    "handover.day.3",
    "handover.day.4",
    "handover.day.5",
    "handover.day.6",
)
SOMEBODY: Final = "welcome"  # colour of hours in public


def roles(teller: Teller) -> Iterator[Piece]:
    """Yield who does what and how fast; in public without people and contacts."""
    words, groups = teller.words, []
    for role in teller.guide.of(GuideRole).values():
        duties = ", ".join(words(Message(DUTY_TEXTS[it])) if it in DUTY_TEXTS else it for it in role.duties)
        people = "" if teller.public else ", ".join(filter(None, map(teller.person, role.people)))
        contact = "" if teller.public else role.contact
        cells = (teller.lines(duties, role.expects), teller.within(role.response))
        groups.append(Group(teller.lines(role.name, people, contact), (cells,)))
    titles = (say("handover.head.role"), say("handover.head.duties"), say("handover.head.response"))
    if groups:
        yield Table(tuple(map(words, titles)), tuple(groups), (24.0, 62.0, 14.0))


def coverage(teller: Teller) -> Iterator[Piece]:
    """Yield the hours of a usual week, what is promised and where nobody is there in time.

    In public there is nobody's name, nor which role it is, nor when nobody looks.
    """
    guide, words = teller.guide, teller.words
    duties = [it for it in guide.of(Duty).values() if it.week is None and it.start < it.end]
    first = next((it.first_weekday for it in guide.of(Playbook).values()), 0)
    if duties:
        days = []
        for weekday in ((first + ahead) % 7 for ahead in range(7)):
            stretches = [_stretch(teller, it) for it in duties if it.weekday == weekday]
            days.append((words(Message(DAY_TEXTS[weekday])), _merged(stretches)))
        legend = dict.fromkeys((_in_full(teller, it), _stretch(teller, it).colour) for it in duties)
        yield Week(tuple(days), tuple(legend), words(say("handover.nobody")))
    gaps = () if teller.public else usual_cover(Rota(tuple(duties)), list(guide.of(Promise).values()), first).gaps
    if gaps:
        yield _kept_and_not(teller, gaps, first)
    elif promises := tuple(_promise(teller, it) for it in guide.of(Promise).values()):
        yield Listing(promises)


def _kept_and_not(teller: Teller, gaps: Sequence[Gap], first: int) -> Table:
    """Return what is promised in a usual week, each with the hours in which nobody is there in time."""
    words, rows = teller.words, []
    for promise in teller.guide.of(Promise).values():
        open_hours = [words(it) for it in gap_hours([it for it in gaps if it.promise.id == promise.id], first)]
        hours = words(promised_hours(promise, first))
        rows.append(Group(promise.name, ((teller.within(promise.within), hours, "; ".join(open_hours) or "–"),)))
    titles = (
        say("handover.head.promise"),
        say("handover.head.within"),
        say("handover.head.hours"),
        say("handover.head.gaps"),
    )
    return Table(tuple(map(words, titles)), tuple(rows), (27.0, 12.0, 21.0, 40.0))


def _stretch(teller: Teller, duty: Duty) -> Stretch:
    if teller.public:
        return Stretch(duty.start, duty.end, teller.words(say("handover.somebody")), SOMEBODY)
    role = teller.guide.get(GuideRole, duty.role)
    who = _named(role.name if role else "", teller.person(duty.person))
    return Stretch(duty.start, duty.end, who, role.colour if role else "ops")


def _in_full(teller: Teller, duty: Duty) -> str:
    """Return who is there as the legend says it: with whoever has the role."""
    role = teller.guide.get(GuideRole, duty.role)
    if teller.public or role is None or duty.person:
        return _stretch(teller, duty).who
    return _named(role.name, ", ".join(filter(None, map(teller.person, role.people))))


def _named(role: str, people: str) -> str:
    return f"{role} ({people})" if role and people else role or people


def _merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Return hours of the same people that touch as one."""
    found: list[Stretch] = []
    for one in sorted(stretches, key=lambda it: (it.who, it.start)):
        last = found[-1] if found else None
        if last and last.who == one.who and one.start <= last.end:
            found[-1] = Stretch(last.start, max(last.end, one.end), last.who, last.colour)
        else:
            found.append(one)
    return tuple(sorted(found, key=lambda it: (it.start, it.end, it.who)))


def _days(teller: Teller, weekdays: set[int]) -> Iterator[str]:
    """Yield the names of weekdays, those in a row as the first and the last."""
    names = [teller.words(Message(it)) for it in DAY_TEXTS]
    if weekdays >= set(range(7)):
        return
    for first in (it for it in range(7) if it in weekdays and it - 1 not in weekdays):
        last = next(it for it in range(first, 7) if it + 1 not in weekdays)
        together = "–" if last > first + 1 else ", "
        yield names[first] if last == first else f"{names[first]}{together}{names[last]}"


def _promise(teller: Teller, promise: Promise) -> str:
    words = teller.words
    days = ", ".join(_days(teller, set(promise.weekdays)))
    hours = f"{clock(promise.start)}–{clock(promise.end)}"
    within = teller.within(promise.within)
    return words(
        say(
            "handover.promise",
            name=promise.name,
            within=within,
            days=days or words(say("handover.every_day")),
            hours=hours,
        )
    )
