"""The chapters to take from: sample replies, documents, frequent questions."""

from __future__ import annotations

from collections.abc import Iterator

from app.guide.escalation import Scenario
from app.guide.handover.teller import Teller
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply
from app.message import say
from app.text.document import Piece, Prose, Question, Ready, Variant


def replies(teller: Teller) -> Iterator[Piece]:
    """Yield what to say, with when and by whom it was approved for those who say it."""
    for reply in teller.guide.of(Reply).values():
        said = [Variant(it.variant, it.language, it.text) for it in teller.guide.texts_of(reply.id)]
        wordings = teller.wordings(said)
        if wordings:
            yield Ready(reply.name, _note(teller, reply), wordings)


def _note(teller: Teller, reply: Reply) -> str:
    scenario = teller.guide.get(Scenario, reply.scenario)
    shown = scenario if scenario and (scenario.public or not teller.public) else None
    when = teller.words(say("handover.for", scenario=shown.name)) if shown and shown.name != reply.name else ""
    if teller.public:
        return when
    approved = review = ""
    who = teller.person(reply.approved_by)
    if reply.approved:
        day = teller.day(reply.approved)
        approved = teller.words(
            say("handover.approved_by", who=who, day=day) if who else say("handover.approved", day=day)
        )
    if reply.review:
        late, day = reply.review <= teller.wish.today, teller.day(reply.review)
        review = teller.words(say("handover.review_late", day=day) if late else say("handover.review", day=day))
    return teller.note(when, approved, review)


def resources(teller: Teller) -> Iterator[Piece]:
    """Yield the documents, each with its address and what it is good for."""
    lines = []
    for it in teller.guide.of(Resource).values():
        if it.public or not teller.public:
            name = f"**{' '.join(it.name.replace('*', '').split())}**"
            about = " ".join(it.notes.split())
            lines.append("- " + ": ".join(filter(None, (name, " – ".join(filter(None, (about, it.address.strip())))))))
    if lines:
        yield Prose("\n".join(lines))


def answers(teller: Teller) -> Iterator[Piece]:
    """Yield the questions with the day on which each answer was confirmed last."""
    for it in teller.guide.of(KnownAnswer).values():
        if it.public or not teller.public:
            yield Question(it.question, it.answer, _confirmed(teller, it))


def _confirmed(teller: Teller, answer: KnownAnswer) -> str:
    if not answer.confirmed:
        return ""
    who = teller.person(answer.confirmed_by)
    day = teller.day(answer.confirmed)
    return teller.words(say("handover.confirmed_by", who=who, day=day) if who else say("handover.confirmed", day=day))
