"""Searches the guide and steps from row to row that holds the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from typing_extensions import override

from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.snapshot import Guide, Row
from app.guide.step_names import called
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine
from app.message import say
from app.search.holding import holds
from widgets.common.find_bar import FindBar
from widgets.common.finding import PALETTE_HITS, Finding

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage

Found = tuple[Row, tuple[str, ...]]  # a row, and what it says
# Which kinds of rows a chapter has, in the order in which they are read, by its key.
KINDS: Final[Mapping[str, tuple[type[Any], ...]]] = {
    "tone": (ToneLine,),
    "escalation": (Scenario,),
    "strikes": (StrikeLevel,),
    "roles": (GuideRole,),
    "replies": (Reply,),
    "resources": (Resource,),
    "answers": (KnownAnswer,),
}
ICONS: Final[Mapping[type[Any], str]] = {
    Chapter: "file-text",
    ToneLine: "message-square",
    Scenario: "arrow-up-right",
    Escalation: "arrow-up-right",
    StrikeLevel: "shield",
    GuideRole: "users",
    Reply: "quote",
    ReplyText: "quote",
    Resource: "book-open",
    KnownAnswer: "message-circle-question-mark",
}


class Finder(Finding[Row]):
    """The find bar over the document, and what the command palette finds here."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__(page, FindBar(page.middle, say("guide.find.hint")))
        self._page = page

    def for_palette(self, words: str) -> Sequence[tuple[str, str, str]]:
        """Return what the command palette finds on this page."""
        found = self.found(words)[:PALETTE_HITS] if words.strip() else []
        return [(row.id, self._title(row), self._where(row)) for row in found]

    def _title(self, row: Row) -> str:
        guide = self._page.bench.guide
        thing = guide.get(*row)
        if isinstance(thing, Escalation):
            thing = guide.get(Scenario, thing.scenario)
        elif isinstance(thing, ReplyText):
            thing = guide.get(Reply, thing.reply)
        return called(thing) if thing else ""

    def _where(self, row: Row) -> str:
        key = key_of(row.kind)
        chapter = self._page.bench.guide.chapter(key) if key else None
        return chapter.name if chapter else ""

    @override
    def found(self, words: str) -> list[Row]:
        guide = self._page.bench.guide
        return [row for row, texts in texts_of(guide) if holds(words, *texts)]

    @override
    def mark(self, hits: Sequence[Row]) -> None:
        """Rows are not marked beforehand: the one that is looked at is chosen."""

    @override
    def show(self, hit: Row) -> None:
        self._page.reveal(hit, take_keyboard=False)

    @override
    def leave(self) -> None:
        self._page.focus_document()


def key_of(kind: type[Any]) -> str:
    """Return the key of the chapter that has rows of a kind, "" for none."""
    owner = {Escalation: Scenario, ReplyText: Reply}.get(kind, kind)
    return next((key for key, own in KINDS.items() if owner in own), "")


def texts_of(guide: Guide) -> Iterator[Found]:
    """Yield every row of the guide with what it says, in the order in which one reads."""
    for chapter in guide.of(Chapter).values():
        yield Row(Chapter, chapter.id), (chapter.name, chapter.text)
        for kind in KINDS.get(chapter.key, ()):
            for thing in guide.of(kind).values():
                yield from _of(guide, thing)


def _of(guide: Guide, thing: Any) -> Iterator[Found]:
    row = Row(type(thing), thing.id)
    match thing:
        case Scenario():
            rows = guide.rows_of(thing.id)
            about = (thing.name, thing.signs)
            said: list[Found] = [(Row(Escalation, it.id), (*about, it.action, it.after_hours)) for it in rows]
            yield from said or [(row, about)]
        case Reply():
            yield from ((Row(ReplyText, it.id), (thing.name, it.text)) for it in guide.texts_of(thing.id))
        case ToneLine():
            yield row, (thing.text, thing.other, thing.example)
        case StrikeLevel():
            yield row, (thing.name, thing.action, *(text for _, text in thing.message))
        case GuideRole():
            yield row, (thing.name, thing.expects, thing.contact)
        case Resource():
            yield row, (thing.name, thing.address, thing.notes)
        case KnownAnswer():
            yield row, (thing.question, thing.answer, *thing.similar)
