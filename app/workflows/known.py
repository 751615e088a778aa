"""What the playbook knows of the blanks of a message besides names: dates and addresses.

A message that names both a day and an address invites to the next live event; any other day is that of the next
message. The address of what somebody contributes is the one on their card. What is not known stays a blank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from app.calendar.event import Event, Override, Status
from app.calendar.kind import Kind
from app.calendar.occurrence import Occurrence
from app.calendar.shown import shown_of
from app.members.member import Member
from app.store import Store
from app.workflows.dating import due_day, in_order, next_start
from app.workflows.enrolment import Delivery, Enrolment, Sending
from app.workflows.filling import blanks_in, language_for, text_in, written_day
from app.workflows.pipeline import PipelineEntry
from app.workflows.sequence import Sequence, SequenceStep

AHEAD: Final = timedelta(days=60)  # how far an event may lie ahead to be invited to
OWN: Final = frozenset({"contribution", "ambassadors"})  # sequences about what lies on a card of its member
GIVEN: Final = frozenset({"date", "link", "next_step"})  # blanks that a person is asked for
ASKED: Final = frozenset({"date", "link"})
Later = Callable[[], date | None]


class Known:
    """Looks things up when a message asks for them, each kind of thing once."""

    def __init__(self, store: Store, zone: str, today: date) -> None:
        self._store, self._zone, self._today = store, zone, today

    def of(self, run: Enrolment, sequence: Sequence, text: str, delivery: Delivery, language: str) -> Mapping[str, str]:
        """Return what is known of a date and a link in a message of a run; `text` is what its step says."""
        if ASKED.isdisjoint(blanks_in(text)):
            return {}
        member = next(iter(self._store.of(Member).some([run.member])), None) if run.member else None
        return self.values(sequence, member, text, delivery.due, language, lambda: self._following(run, delivery))

    def values(
        self, sequence: Sequence, member: Member | None, text: str, due: date, language: str, following: Later
    ) -> Mapping[str, str]:
        """Return the same for a message that is due on a day; `following` says when the next one is."""
        blanks = set(blanks_in(text))
        found = dict[str, str]()
        if member is not None and {"date", "link"} <= blanks and sequence.key not in OWN:
            event = self.live_after(due, member)
            if event is not None:
                found["date"] = written_day(event.day, language, event.at)
                found["link"] = event.event.link
        elif "date" in blanks and (day := following()) is not None:
            found["date"] = written_day(day, language)
        if "link" in blanks and member is not None and sequence.key in OWN:
            found["link"] = self._address_of(member)
        return {blank: value for blank, value in found.items() if value}

    def live_after(self, day: date, member: Member) -> Occurrence | None:
        """Return the next live event for members that a member may be meant by."""
        last = day + AHEAD
        found = (
            it
            for event in self._live
            if not event.personas or not member.persona or member.persona in event.personas
            for it in shown_of(event, self._overrides_of(event), day, last, self._zone)
            if it.day >= day and it.event.status is not Status.SKIPPED
        )
        return min(found, key=lambda it: (it.day, it.order), default=None)

    @cached_property
    def _live(self) -> list[Event]:
        kinds = [kind.id for kind in self._store.of(Kind).all() if kind.live and kind.members and not kind.marker]
        return [event for kind in kinds for event in self._store.of(Event).where(kind=kind) if event.day]

    def _overrides_of(self, event: Event) -> Mapping[str, Override]:
        return {it.original: it for it in self._store.of(Override).where(series=event.id)} if event.repeats else {}

    def _address_of(self, member: Member) -> str:
        cards = sorted(self._store.of(PipelineEntry).all(), key=lambda it: (-it.changed, it.id))
        return next((it.address for it in cards if it.member == member.id and it.address), "")

    def _following(self, run: Enrolment, delivery: Delivery) -> date | None:
        """Return the day of the message after one, or of the next round of a loop."""
        sequence = self._store.of(Sequence).get(run.sequence)
        steps = [it.id for it in in_order(self._store.of(SequenceStep).where(sequence=run.sequence))]
        there = self._store.of(Delivery).where(enrolment=run.id)
        return following(steps, there, delivery) or (next_start(run, sequence, self._today) if sequence.every else None)


def left_open(
    known: Known, sequence: Sequence, steps: Iterable[SequenceStep], member: Member | None, start: date, language: str
) -> list[tuple[SequenceStep, str]]:
    """Return the blanks of the messages of a run that would stay open if it began on a day, in their order."""
    ordered = in_order(steps)
    dues = [due_day(start, step.day, sequence.weekend) for step in ordered]
    found = []
    for at, step in enumerate(ordered):
        text = text_in(step, language_for(step, member, language))
        after = dues[at + 1] if at + 1 < len(dues) else start + timedelta(days=sequence.every)
        later = after if after > dues[at] or at + 1 < len(dues) else None
        given = known.values(sequence, member, text, dues[at], language, lambda later=later: later)  # type: ignore[misc]
        found += [(step, blank) for blank in blanks_in(text) if blank in GIVEN and blank not in given]
    return found


def following(steps: list[str], deliveries: Iterable[Delivery], one: Delivery) -> date | None:
    """Return the day of the message that comes after one."""
    later = set(steps[steps.index(one.step) + 1 :]) if one.step in steps else set()
    return min((it.due for it in deliveries if it.step in later and it.sending is Sending.WAITING), default=None)
