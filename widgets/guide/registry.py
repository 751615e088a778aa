"""Which widget shows which chapter, and which inspector edits which kind of thing; each is imported when wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from app.guide.chapter import Chapter
from app.guide.coverage import Absence, Promise
from app.guide.escalation import Escalation, Scenario
from app.guide.incident import Incident
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply
from app.guide.role import GuideRole
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine

if TYPE_CHECKING:
    from widgets.guide.bench import Bench
    from widgets.guide.chapter_view import ChapterView
    from widgets.guide.inspector import GuideInspector


@dataclass(frozen=True, slots=True)
class Place:
    """Where a widget is in the code."""

    module: str
    name: str

    def make(self, *values: Any) -> Any:
        """Import the class and make one of it."""
        return getattr(import_module(self.module), self.name)(*values)


LOG: Final = "incidents"  # fills the middle by itself: it is no chapter of the document
FREE: Final = ""

# By Chapter.key, in the order in which chapters are offered; what has no entry is shown as its text.
CHAPTERS: Final[Mapping[str, Place]] = {
    "tone": Place("widgets.guide.chapters.tone", "ToneChapter"),
    "escalation": Place("widgets.guide.chapters.matrix", "MatrixChapter"),
    "strikes": Place("widgets.guide.chapters.people", "StrikesChapter"),
    "roles": Place("widgets.guide.chapters.people", "RolesChapter"),
    "replies": Place("widgets.guide.replies.chapter", "RepliesChapter"),
    "resources": Place("widgets.guide.chapters.knowledge", "ResourcesChapter"),
    "answers": Place("widgets.guide.chapters.knowledge", "AnswersChapter"),
    "coverage": Place("widgets.guide.coverage.chapter", "CoverageChapter"),
}
# By the key of a place at the left that is no chapter.
BESIDE: Final[Mapping[str, Place]] = {
    LOG: Place("widgets.guide.incidents.log_view", "IncidentLog"),
}
INSPECTORS: Final[Mapping[type[Any], Place]] = {
    Chapter: Place("widgets.guide.chapter_inspector", "ChapterInspector"),
    ToneLine: Place("widgets.guide.inspectors.tone", "ToneInspector"),
    Escalation: Place("widgets.guide.inspectors.escalation", "EscalationInspector"),
    Scenario: Place("widgets.guide.inspectors.escalation", "ScenarioInspector"),
    StrikeLevel: Place("widgets.guide.inspectors.strike", "StrikeInspector"),
    GuideRole: Place("widgets.guide.inspectors.role", "RoleInspector"),
    Reply: Place("widgets.guide.replies.inspector", "ReplyInspector"),
    Resource: Place("widgets.guide.inspectors.knowledge", "ResourceInspector"),
    KnownAnswer: Place("widgets.guide.inspectors.knowledge", "AnswerInspector"),
    Promise: Place("widgets.guide.coverage.inspectors", "PromiseInspector"),
    Absence: Place("widgets.guide.coverage.inspectors", "AbsenceInspector"),
    Incident: Place("widgets.guide.incidents.inspector", "IncidentInspector"),
}
ICONS: Final[Mapping[str, str]] = {
    "tone": "message-square",
    "escalation": "arrow-up-right",
    "strikes": "shield",
    "roles": "users",
    "coverage": "clock",
    "replies": "quote",
    "resources": "book-open",
    "answers": "message-circle-question-mark",
    LOG: "siren",
    FREE: "file-text",
}
NAME_TEXTS: Final[Mapping[str, str]] = {
    "tone": "guide.chapter.tone",
    "escalation": "guide.chapter.escalation",
    "strikes": "guide.chapter.strikes",
    "roles": "guide.chapter.roles",
    "coverage": "guide.chapter.coverage",
    "replies": "guide.chapter.replies",
    "resources": "guide.chapter.resources",
    "answers": "guide.chapter.answers",
    FREE: "guide.chapter.free",
}


def view_of(bench: Bench, key: str) -> ChapterView:
    """Make what shows a chapter."""
    place = CHAPTERS.get(key) or BESIDE.get(key) or Place("widgets.guide.free_chapter", "FreeChapter")
    view: ChapterView = place.make(bench)
    return view


def inspector_of(bench: Bench, kind: type[Any]) -> GuideInspector:
    """Make what edits things of a kind."""
    inspector: GuideInspector = INSPECTORS[kind].make(bench)
    return inspector
