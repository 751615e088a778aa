"""The guide as a document, for moderators or for everybody: what a reader may not know is never put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.guide.chapter import Chapter
from app.guide.handover.conduct import escalation, strikes, tone
from app.guide.handover.people import coverage, roles
from app.guide.handover.ready import answers, replies, resources
from app.guide.handover.teller import Teller, Words
from app.guide.handover.wish import Version, Wish
from app.guide.snapshot import Guide
from app.message import Message, say
from app.playbook.playbook import Playbook
from app.text.clean import cleaned
from app.text.document import Document, Part, Piece, Prose

BUILT: Final[Mapping[str, Callable[[Teller], Iterator[Piece]]]] = {
    "tone": tone,
    "escalation": escalation,
    "strikes": strikes,
    "roles": roles,
    "coverage": coverage,
    "replies": replies,
    "resources": resources,
    "answers": answers,
}
NEVER_PUBLIC: Final = frozenset({"strikes"})
VERSION_TEXTS: Final[Mapping[Version, str]] = {
    Version.MODERATORS: "handover.version.moderators",
    Version.PUBLIC: "handover.version.public",
}


def document_of(guide: Guide, wish: Wish, words: Words) -> Document:
    """Return the guide as its readers get it; chapters that say nothing are left out."""
    teller = Teller(guide, wish, words)
    book = next(iter(guide.of(Playbook).values()), None)
    name, lead = (book.name, book.lead) if book else ("", "")
    parts = (_part(teller, it) for it in guide.of(Chapter).values() if _shown(wish, it))
    return cleaned(
        Document(
            title=words(say("handover.title")),
            subtitle=words(Message(VERSION_TEXTS[wish.version])),
            community=name,
            author="" if wish.public else lead,
            about=words(say("handover.about", community=name)),
            made=words(say("handover.made", day=teller.day(wish.today))),
            language=wish.language,
            content=guide.language,
            parts=tuple(part for part in parts if part.pieces),
        )
    )


def _shown(wish: Wish, chapter: Chapter) -> bool:
    return not wish.public or (chapter.public and chapter.key not in NEVER_PUBLIC)


def _part(teller: Teller, chapter: Chapter) -> Part:
    begin: tuple[Piece, ...] = (Prose(chapter.text),) if chapter.text.strip() else ()
    built = BUILT.get(chapter.key)
    return Part(chapter.id, chapter.name, begin + tuple(built(teller) if built else ()), teller.guide.language)
