"""The chapters of who is there: roles, hours, what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from app.guide.coverage import Duty, Promise
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
    words, every = teller.words, list(teller.guide.of(GuideRole).values())
    nameless = teller.public or not any(it.people or it.contact for it in every)
    groups = []
    for role in every:
        duties = ", ".join(words(Message(DUTY_TEXTS[it])) if it in DUTY_TEXTS else it for it in role.duties)
        who = teller.lines(", ".join(filter(None, map(teller.person, role.people))), role.contact)
        cells = (teller.lines(duties, role.expects), *(() if nameless else (who,)), teller.within(role.response))
        groups.append(Group(role.name, (cells,)))
    titles = [
        say("handover.head.role"),
        say("handover.head.duties"),
        *(() if nameless else (say("handover.head.who"),)),
        say("handover.head.response"),
    ]
    if groups:
        shares = (24.0, 62.0, 14.0) if nameless else (21.0, 42.0, 25.0, 12.0)
        yield Table(tuple(map(words, titles)), tuple(groups), shares)


def coverage(teller: Teller) -> Iterator[Piece]:
    """Yield the hours of a usual week and what is promised; in public nobody's name, nor which role it is."""
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
    promises = tuple(_promise(teller, it) for it in guide.of(Promise).values())
    if promises:
        yield Listing(promises)


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
