"""What chips show of the events of a plan."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from app.calendar.event import Event, Status
from app.calendar.kind import Kind
from widgets.calendar.canvas.chip import ChipLook, Form
from widgets.calendar.canvas.lanes import Placed
from widgets.calendar.colour_by import colouring
from widgets.calendar.wording import effort, length, rhythm
from widgets.common.words import clock, tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Key, Occurrence
    from app.calendar.plan import Plan

FORMS: Final = {Status.IDEA: Form.IDEA, Status.DONE: Form.DONE, Status.SKIPPED: Form.SKIPPED}
UNKNOWN: Final = Kind("", "")


class ChipLooks:
    """Turns events into looks, for one colouring and one day that is today."""

    def __init__(self, plan: Plan, by: str, today: date, hits: Container[Key] = ()) -> None:
        self.plan = plan
        self._family = colouring(plan, by)
        self._today = today
        self._hits = hits

    def narrow(self, placed: Placed) -> ChipLook:
        """Return the look in the 90 days: short titles, and times of live events."""
        look = self._look(placed)
        event = placed.item.occurrence.event
        return look if look.long else replace(look, title=event.short or event.title)

    def wide(self, placed: Placed) -> ChipLook:
        """Return the look in a month: whole titles, a second line, and at the end of bars how long they last."""
        look = self._look(placed)
        if look.long:
            item = placed.item
            return replace(look, trail=length((item.last - item.first).days + 1))
        occurrence = placed.item.occurrence
        return replace(look, below=self._second_line(occurrence), short=occurrence.event.short)

    def single(self, occurrence: Occurrence) -> ChipLook:
        """Return the look in a list: whole title, and the time of whatever has one."""
        event = occurrence.event
        time = clock(occurrence.at) if occurrence.at else ""
        return ChipLook(event.title, self._kind(event).icon, self._family(event), self._form(occurrence), time)

    def _look(self, placed: Placed) -> ChipLook:
        item = placed.item
        occurrence, event = item.occurrence, item.occurrence.event
        kind = self._kind(event)
        return ChipLook(
            title=event.title,
            icon=kind.icon,
            family=self._family(event),
            form=Form.GHOST if item.ghost else self._form(occurrence),
            time=clock(occurrence.at) if kind.live and occurrence.at and not item.long else "",
            repeats=occurrence.repeats,
            long=item.long,
            opens=placed.opens,
            closes=placed.closes,
            part=_part(placed),
            hit=occurrence.key in self._hits and not item.ghost,
        )

    def _form(self, occurrence: Occurrence) -> Form:
        status = occurrence.event.status
        if status in (Status.PLANNED, Status.READY):
            late = occurrence.last_day < self._today and not self._kind(occurrence.event).marker
            return Form.MISSED if late else Form.PLANNED
        return FORMS[status]

    def _second_line(self, occurrence: Occurrence) -> str:
        event = occurrence.event
        channel = self.plan.channels.get(event.channel)
        words = [clock(occurrence.at)] if occurrence.at else []
        if not words and occurrence.repeats:
            words.append(rhythm(event.rrule))
        if channel:
            words.append(channel.name)
        if len(words) < 2 and event.effort and not occurrence.repeats:
            words.append(effort(event.effort))
        return " · ".join(words)

    def _kind(self, event: Event) -> Kind:
        return self.plan.kinds.get(event.kind, UNKNOWN)


def _part(placed: Placed) -> str:
    if placed.opens:
        return ""
    item = placed.item
    return tr("canvas.part", day=(placed.day - item.first).days + 1, days=(item.last - item.first).days + 1)
