"""Procedures and plans as documents, of which paper and Markdown are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.calendar.event import Event, MessageStatus
from app.calendar.quarter import Quarter
from app.message import Message, say
from app.plans.action_plan import PLAN, Line, action_plan
from app.plans.audience import Audience, AudienceKind
from app.plans.messages import AUDIENCE, STATUSES, group_of, messages
from app.plans.messages import PLAN as TALK
from app.plans.procedure import Procedure, ProcedureStep
from app.plans.snapshot import Plans
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic
from app.text.clean import cleaned
from app.text.document import Document, Group, Listing, Part, Piece, Prose, Ready, Table, Variant

Words = Callable[[Message], str]
STATUS_TEXTS: Final = {
    MessageStatus.DRAFT: "plans.message.draft",
    MessageStatus.PLANNED: "plans.message.planned",
    MessageStatus.SENT: "plans.message.sent",
    MessageStatus.FOLLOW_UP: "plans.message.follow_up",
}
KIND_TEXTS: Final = {
    AudienceKind.SEGMENT: "plans.audience.segments",
    AudienceKind.STAKEHOLDER: "plans.audience.stakeholders",
}
WORD_TEXTS: Final = {
    "purpose": "plans.words.purpose",
    "approval": "plans.words.approval",
    "rhythm": "plans.words.rhythm",
    "records": "plans.words.records",
}
PART_TEXTS: Final = {
    "segments": "plans.part.segments",
    "methods": "plans.part.methods",
    "timing": "plans.part.timing",
    "feedback": "plans.part.feedback",
    "reporting": "plans.part.reporting",
    "measures": "plans.part.measures",
    "effort": "plans.part.effort",
}


@dataclass(frozen=True, slots=True)
class Writer:
    """What writes a document: the plans, words in its language, the day."""

    plans: Plans
    words: Words
    language: str
    today: date

    def procedure(self, id: str) -> Document:
        """Return a procedure as whoever carries it out reads it."""
        what = self.plans.procedures[id]
        return self._document(what.name, say("plans.document.procedure"), tuple(self._of_procedure(what)))

    def communication(self) -> Document:
        """Return the communication plan: audiences, and messages by audience with their status."""
        parts = (*self._words(), *self._audiences(), self._messages())
        return self._document(self.words(say("plans.document.communication")), say("plans.document.note"), parts)

    def action(self) -> Document:
        """Return the action plan, its gaps included."""
        parts = tuple(
            Part(it.key, self.words(Message(PART_TEXTS[it.key])), tuple(self._of_part(it.key, it.lines)))
            for it in action_plan(self.plans)
        )
        return self._document(self.words(say("plans.tab.action")), say("plans.document.note"), parts)

    def tactic(self, id: str) -> Document:
        """Return a tactic with its messages, ready to be copied."""
        what = self.plans.plan.tactics[id]
        return self._document(what.title, say("plans.document.tactic"), tuple(self._of_tactic(what)))

    def _document(self, title: str, subtitle: Message, parts: Sequence[Part]) -> Document:
        book = self.plans.plan.playbook
        return cleaned(
            Document(
                title=title,
                subtitle=self.words(subtitle),
                community=book.name,
                author=book.lead,
                about=f"{book.name}: {title}",
                made=self.words(say("plans.document.made", day=self.today)),
                language=self.language,
                content=book.language,
                parts=tuple(part for part in parts if part.pieces),
            )
        )

    # --- a procedure ---

    def _of_procedure(self, what: Procedure) -> Iterator[Part]:
        for key, title, text in (
            ("purpose", say("plans.field.purpose"), what.purpose),
            ("scope", say("plans.field.scope"), what.scope),
        ):
            yield Part(key, self.words(title), (Prose(text),) if text.strip() else ())
        roles = tuple(f"{role}: {does}" if does else role for role, does in what.roles)
        yield Part("roles", self.words(say("plans.field.roles")), (Listing(roles),) if roles else ())
        yield Part("steps", self.words(say("plans.steps")), self._steps(what))
        for key, title, text in (
            ("expects", say("plans.field.expects"), what.expects),
            ("measures", say("plans.field.measures"), what.measures),
        ):
            yield Part(key, self.words(title), (Prose(text),) if text.strip() else ())

    def _steps(self, what: Procedure) -> tuple[Piece, ...]:
        steps = self.plans.steps.get(what.id, [])
        heads = (
            say("plans.step.head.what"), say("plans.step.head.day"), say("plans.step.owner"), say("plans.step.effort")
        )  # fmt: skip
        rows = tuple(Group(self._what(number, it), (self._step(what, it),)) for number, it in enumerate(steps, 1))
        return (Table(tuple(map(self.words, heads)), rows, (58.0, 10.0, 20.0, 12.0)),) if rows else ()

    def _what(self, number: int, step: ProcedureStep) -> str:
        return "\n".join(filter(None, (f"{number}. {step.text}", step.expects)))

    def _step(self, what: Procedure, step: ProcedureStep) -> tuple[str, ...]:
        owner = self.plans.plan.people.get(step.owner or what.owner)
        return (str(step.day), owner.name if owner else "", self.words(say("plans.document.hours", hours=step.effort)))

    # --- a tactic ---

    def _of_tactic(self, what: Tactic) -> Iterator[Part]:
        steps = tuple(it for it in what.steps if it.strip())
        yield Part("steps", self.words(say("plans.steps")), (Listing(steps),) if steps else ())
        for key, title, text in (
            ("success", say("field.success"), what.success),
            ("call", say("field.call_to_action"), what.call_to_action),
            ("notes", say("field.notes"), what.notes),
        ):
            yield Part(key, self.words(title), (Prose(text),) if text.strip() else ())
        public = [Variant("", code, text) for code, text in what.public_text]
        ready = [Ready(self.words(say("plans.tactic.public")), "", tuple(public))] if public else []
        ready += [self._ready(it) for it in self.plans.messages.get(what.id, []) if it.texts]
        yield Part("messages", self.words(say("plans.tactic.messages")), tuple(ready))

    def _ready(self, message: TacticMessage) -> Ready:
        channel = self.plans.plan.channels.get(message.channel)
        note = self.words(say("plans.document.day_offset", day=f"{message.day:+d}" if message.day else "0"))
        said = " · ".join(filter(None, (note, channel.name if channel else "")))
        return Ready(message.name, said, tuple(Variant("", code, text) for code, text in message.texts))

    # --- the communication plan ---

    def _words(self) -> Iterator[Part]:
        for part, title in WORD_TEXTS.items():
            text = self.plans.text(TALK, part)
            yield Part(part, self.words(Message(title)), (Prose(text),) if text.strip() else ())

    def _audiences(self) -> Iterator[Part]:
        heads = (
            say("plans.field.name"), say("plans.audience.channel"), say("plans.audience.frequency"),
            say("plans.audience.content"),
        )  # fmt: skip
        for kind, title in KIND_TEXTS.items():
            own = [it for it in self.plans.audiences.values() if it.kind is kind]
            groups = tuple(Group("\n".join(filter(None, (it.name, it.data))), (self._audience(it),)) for it in own)
            table = Table(tuple(map(self.words, heads)), groups, (34.0, 15.0, 19.0, 32.0))
            yield Part(kind.value, self.words(Message(title)), (table,) if own else ())

    def _audience(self, it: Audience) -> tuple[str, ...]:
        channel = self.plans.plan.channels.get(it.channel)
        return (channel.name if channel else "", it.frequency, it.content)

    def _messages(self) -> Part:
        book = self.plans.plan.playbook
        quarter = Quarter(book.start, book.first_weekday)
        found = messages(self.plans, quarter.first, quarter.last)
        groups = []
        for status in STATUSES:
            own = [it for it in found if it.event.message is status]
            rows = tuple((it.event.title, self._day(it.day), self._for_whom(it.event)) for it in own)
            if rows:
                groups.append(Group(self.words(Message(STATUS_TEXTS[status])), rows))
        heads = (
            say("plans.document.status"), say("plans.document.message"), say("plans.document.when"),
            say("plans.by.audience"),
        )  # fmt: skip
        table = Table(tuple(map(self.words, heads)), tuple(groups), (16.0, 40.0, 18.0, 26.0))
        return Part("messages", self.words(say("plans.document.messages")), (table,) if groups else ())

    def _day(self, day: date) -> str:
        return self.words(say("plans.document.day", day=day))

    def _for_whom(self, event: Event) -> str:
        audience = self.plans.audiences.get(group_of(self.plans, event, AUDIENCE))
        return audience.name if audience else ""

    # --- the action plan ---

    def _of_part(self, key: str, lines: Sequence[Line]) -> Iterator[Piece]:
        text = self.plans.text(PLAN, key)
        if text.strip():
            yield Prose(text)
        if lines:
            yield Listing(tuple(map(self._line, lines)))

    def _line(self, line: Line) -> str:
        said = [self._said(it) for it in (line.title, *line.detail)]
        if line.gap:
            said.append(self.words(say("plans.document.gap", gap=line.gap)))
        return " · ".join(filter(None, said))

    def _said(self, text: str | Message) -> str:
        return text if isinstance(text, str) else self.words(text)
