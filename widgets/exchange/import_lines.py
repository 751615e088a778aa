"""What the lines of the preview say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final, overload

from typing_extensions import override

from app.calendar.event import Event
from app.calendar.rhythm.rule_words import in_words
from app.exchange.ics.incoming import Refused
from app.exchange.ics.merge import Fate, ImportPlan, Row
from app.message import Message, say
from widgets.common.words import clock, tr, words
from widgets.common.words import day as day_text

FIELD_TEXTS: Final = {
    "title": "field.title",
    "day": "field.day",
    "at": "field.time",
    "minutes": "field.time",
    "days": "field.days",
    "zone": "field.zone",
    "rrule": "field.repeats",
    "rdates": "field.repeats",
    "kind": "field.kind",
    "program": "field.program",
    "personas": "field.personas",
    "stage": "field.stage",
    "channel": "field.channel",
    "owner": "field.owner",
    "status": "field.status",
    "message": "field.message",
    "prep": "field.prep",
    "live": "field.live",
    "impact": "field.impact",
    "ease": "field.ease",
    "kpi": "field.kpi",
    "success": "field.success",
    "call_to_action": "field.call_to_action",
    "public_text": "field.public_text",
    "notes": "field.notes",
    "link": "field.link",
}
OUT_TEXTS: Final = {
    "exchange.refused.twin": "import.out.twin",
    "exchange.refused.no_start": "import.out.start",
    "exchange.refused.not_closed": "import.out.end",
    "exchange.refused.ended": "import.out.rule",
    "exchange.refused.rule": "import.out.rule",
    "exchange.refused.zone": "import.out.zone",
    "import.older": "import.out.older",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where in the file, what, and what is said about it."""

    place: int  # line of the file
    title: str
    event: Event | None = None
    before: Event | None = None
    why: Message | None = None

    def when(self) -> str:
        """Write the day and the time."""
        event = self.event
        if event is None or event.day is None:
            return tr("field.day.none") if event else ""
        pattern = "ddd d MMM yyyy"
        text = day_text(event.day, pattern)
        return f"{text}, {clock(event.at)}" if event.at else text

    def about(self) -> str:
        """Say why it is refused, what of it changed, or how it repeats."""
        if self.why is not None:
            return words(self.why)
        if self.event is None:
            return ""
        if self.before is not None and self.before is not self.event:
            return ", ".join(dict.fromkeys(tr(FIELD_TEXTS[name]) for name in changed(self.before, self.event)))
        return words(in_words(self.event.rrule, self.event.day)) if self.event.rrule else ""

    def way_out(self) -> str:
        """Say what one can do about a refusal."""
        return tr(OUT_TEXTS.get(self.why.id, "import.out.mend")) if self.why else ""


def changed(before: Event, after: Event) -> list[str]:
    """Return the names of the fields that differ, of those that a person sees."""
    names = [field.name for field in fields(Event) if field.name in FIELD_TEXTS]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


class _Lines(Sequence[Line]):
    """Lines that are made when they are looked at: of thousands a person sees twenty."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    @override
    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> _Lines: ...

    @override
    def __getitem__(self, at: int | slice) -> Line | _Lines:
        if isinstance(at, slice):
            return _Lines(self._rows[at])
        row = self._rows[at]
        return Line(row.line, row.event.title, row.event, row.before)


def lines_of(wanted: ImportPlan, fate: Fate) -> Sequence[Line]:
    """Return the lines of one fate; what the plan has newer is listed with the refused ones."""
    if fate is Fate.OLDER:
        refused = [_refused(one) for one in wanted.refused]
        older = [_older(row) for row in wanted.rows if row.fate is Fate.OLDER]
        return sorted(refused + older, key=lambda line: line.place)
    return _Lines([row for row in wanted.rows if row.fate is fate])


def _refused(one: Refused) -> Line:
    return Line(one.line, one.what, why=one.why)


def _older(row: Row) -> Line:
    return Line(row.line, row.event.title, row.event, why=say("import.older"))
