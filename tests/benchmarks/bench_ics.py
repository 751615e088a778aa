"""X1, X2: ten thousand events out and in, beside `icalendar` building, writing and reading the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import icalendar

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.exchange.ics_choice import Profile
from app.exchange.ics_in import read_calendar
from app.exchange.ics_merge import Comparison
from app.exchange.ics_out import write_calendar
from app.exchange.ics_work import compare_in_steps, packed
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from tests.benchmarks.figure import Figure, milliseconds, side_by_side

IDS = ("X1", "X2")
ROOT = Path(__file__).parents[2]
EVENTS = 10_000
TIMES = 3  # each takes seconds
ZONE = "Europe/Sofia"
CHANGED = 1_798_804_800_000_000
TEXT = "Bring the questions of last week; we answer them, one by one.\nAsk for one more."
RULES = ("", "", "", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270430T235959", "FREQ=MONTHLY;BYDAY=2TU;COUNT=6")


def measure() -> Iterator[Figure]:
    plan = _plan()
    for what, profile, build in (
        ("members", Profile.MEMBERS, lambda: _built(plan)),
        ("full", Profile.FULL, _rebuilder(write_calendar(plan, Profile.FULL).data)),
    ):
        data = write_calendar(plan, profile).data
        out, floor = side_by_side(lambda: write_calendar(plan, profile), build, TIMES)  # noqa: B023  called at once
        yield Figure("X1", f"10,000 events out, {what}, checked", out, floor, 1.2)
        child = min(milliseconds(_child) for _ in range(TIMES))
        into, floor = side_by_side(
            lambda: _previewed(data),  # noqa: B023
            lambda: icalendar.Calendar.from_ical(data),  # noqa: B023
            TIMES,
        )
        yield Figure("X2", f"10,000 events in to the preview, {what}", into + child, floor + child, 1.3)
    yield Figure("X2", "longest step of the window while comparing them", max(_steps(data)), 50, 1)


def _plan() -> Plan:
    plan = Plan()
    plan.playbook = Playbook(PLAYBOOK_ID, "Kestrel Circle", zone=ZONE)
    plan.kinds = {"ama": Kind("ama", "AMA / Q&A")}
    for number in range(EVENTS):
        day, at = date(2027, 3, 1) + timedelta(days=number % 90), time(8 + number % 12)
        plan.events[f"e{number}"] = Event(
            f"e{number}", f"Event number {number}", "ama", day, at, 60, zone=ZONE, rrule=RULES[number % len(RULES)],
            prep=0.5, live=1.0, public_text=(("en", TEXT),), link=f"https://example.org/{number}", created=CHANGED,
            changed=CHANGED,
        )  # fmt: skip
    return plan


def _built(plan: Plan) -> bytes:
    """What members get, built and written by `icalendar`."""
    calendar = icalendar.Calendar.new(prodid="-//Benchmark//EN", uid="b", name=plan.playbook.name)
    stamp = datetime.fromtimestamp(CHANGED // 1_000_000, UTC)
    for event in plan.events.values():
        assert event.day
        assert event.at
        start = datetime.combine(event.day, event.at, ZoneInfo(event.zone))
        made = icalendar.Event.new(
            uid=f"{event.id}@sedyanka", summary=event.title, start=start, end=start + timedelta(hours=1), stamp=stamp,
            created=stamp, last_modified=stamp, sequence=0, description=f"{TEXT}\n\n{event.link}", url=event.link,
        )  # fmt: skip
        if event.rrule:
            made.add("rrule", icalendar.vRecur.from_ical(event.rrule))
        calendar.add_component(made)
    return calendar.to_ical()


def _rebuilder(data: bytes) -> Callable[[], bytes]:
    """The full calendar, line for line, built and written by `icalendar`."""
    read = icalendar.Calendar.from_ical(data)

    def build() -> bytes:
        calendar = _again(read)
        for part in read.subcomponents:
            calendar.add_component(part if part.name == "VTIMEZONE" else _again(part))
        return calendar.to_ical()

    return build


def _again(component: icalendar.Component) -> icalendar.Component:
    made = type(component)()
    for name, value in component.property_items(recursive=False):
        if name not in {"BEGIN", "END"}:
            made.add(name, value, encode=0)
    return made


def _child() -> None:
    subprocess.run([sys.executable, "-c", "import app.exchange.ics_work"], cwd=ROOT, check=True)


def _previewed(data: bytes) -> None:
    for _ in _steps(data):
        pass


def _steps(data: bytes) -> Iterator[float]:
    """Read, pack, unpack and compare; yield how long each step of the comparing took."""
    file = packed(read_calendar(data, home=ZONE))
    numbers = iter(range(10 * EVENTS))
    steps = compare_in_steps(Comparison(file.head, _empty(), lambda: str(next(numbers))), file)
    begun = perf_counter()
    for _ in steps:
        yield (perf_counter() - begun) * 1000
        begun = perf_counter()


def _empty() -> Plan:
    plan = Plan()
    plan.kinds = {"ama": Kind("ama", "AMA / Q&A"), "other": Kind("other", "Other", members=False, key="other")}
    return plan
