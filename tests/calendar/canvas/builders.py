"""Plans to look at, and hands to touch them with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.calendar.event import Event
from app.calendar.kind import Channel, Kind
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from widgets.calendar.canvas.painted import PaintedCanvas

START = date(2027, 3, 1)
TODAY = date(2027, 3, 10)
QUARTER = Quarter(START)
LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
AMA = ("ama", "")


def mar(day: int) -> date:
    return date(2027, 3, day)


def an_event(id: str = "ama", title: str = "AMA with founders", **fields: object) -> Event:
    return Event(**{"id": id, "title": title, "kind": "live", "day": mar(11), "prep": 1.0, "live": 1.5} | fields)


def a_series(id: str = "prompt", title: str = "Weekly prompt", **fields: object) -> Event:
    return an_event(id, title, **{"kind": "thread", "day": mar(2), "rrule": "FREQ=WEEKLY"} | fields)


def a_plan(*events: Event, capacity: float = 8.0, first_weekday: int = 0) -> Plan:
    plan = Plan()
    plan.playbook = Playbook(PLAYBOOK_ID, "Kestrel Circle", start=START, capacity=capacity, first_weekday=first_weekday)
    plan.kinds = {
        "live": Kind("live", "Live", "live", "mic", live=True),
        "thread": Kind("thread", "Thread", "conversation", "message-square"),
        "challenge": Kind("challenge", "Challenge", "challenge", "trophy"),
        "launch": Kind("launch", "Launch", "ops", "rocket", marker=True),
    }
    plan.channels = {"forum": Channel("forum", "Forum"), "zoom": Channel("zoom", "Zoom")}
    plan.stages = {"activation": Stage("activation", "Activation", "conversation")}
    plan.personas = {"owner": Persona("owner", "New owners", "recognition")}
    plan.people = {"mila": Person("mila", "Mila D.")}
    plan.events = {event.id: event for event in events}
    return plan


def change(canvas: PaintedCanvas, *events: Event) -> None:
    """Do what an action would do, and show it."""
    plan = canvas.model.plan
    assert plan
    plan.events |= {event.id: event for event in events}
    plan._forget({event.id for event in events})
    canvas.refresh()


class Heard:
    """What a canvas asked for, in order."""

    def __init__(self, canvas: PaintedCanvas, *signals: str) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in signals:
            getattr(canvas, name).connect(lambda *values, name=name: self.all.append((name, *values)))

    def intents(self) -> list[tuple[object, ...]]:
        """Return what was asked for, without the places on the screen."""
        return [tuple(value for value in one if type(value).__name__ != "QRect") for one in self.all]


INTENTS = (
    "move_requested", "copy_requested", "resize_requested", "delete_requested", "backlog_requested", "drop_requested",
    "branches_dropped", "add_requested", "open_requested",
)  # fmt: skip


def hear(canvas: PaintedCanvas) -> Heard:
    return Heard(canvas, *INTENTS)


def middle(canvas: PaintedCanvas, key: tuple[str, str]) -> QPoint:
    return canvas.places.rects_of(key)[0].center()


def on_day(canvas: PaintedCanvas, day: date) -> QPoint:
    return canvas.places.day_rect(day).center()


def take(canvas: PaintedCanvas, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press the mouse and pull it as far as a drag needs."""
    QTest.mousePress(canvas, LEFT, modifiers, place)
    for step in (3, 7):
        QTest.mouseMove(canvas, place + QPoint(step, 0))


def drag(canvas: PaintedCanvas, start: QPoint, path: Iterable[QPoint], modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Take hold at a point, go along a path and let go at its end."""
    take(canvas, start, modifiers)
    end = start
    for end in path:
        QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, LEFT, modifiers, end)


def noon(hour: int = 12) -> time:
    return time(hour, 0)
