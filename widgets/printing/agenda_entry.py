"""One event of the agenda: time, title, facts, and its texts, however long they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.calendar.event import Status
from widgets.common.paper.flow import Strip, together
from widgets.common.paper.sheet import Box, Icon, Mark, Text, left, right
from widgets.common.paper.style import BODY, LABEL, MUTED, SMALL, STRONG, Look, line_height, shade, width, wrap
from widgets.common.words import clock, hours, tr
from widgets.common.words import day as day_text
from widgets.printing.event_facts import facts, texts

if TYPE_CHECKING:
    from app.calendar.event import Event
    from app.calendar.occurrence import Occurrence
    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import PaperOptions

DAY: Final = 68.0  # column of days
TIME: Final = 64.0  # column of times
AT: Final = DAY + TIME + 7  # where the words begin
LINE: Final = 12.5
LONG: Final = 80  # letters: so much is worth a pointer to where it was said
TITLE_LINES: Final = 6  # that stay together
Told = dict[str, tuple[list[tuple[str, str]], date]]  # by event: its texts, and the day on which they stand
WHOLE: Final = 130.0  # an event up to this height is not parted


AFTER: Final = Strip(5, lambda _x, _y: ())


class Entry:
    """The strips of one event; `day` is given where the day is to be named, `week` is the head of its week.

    A series says its texts once; `told` remembers where.
    """

    def __init__(
        self,
        one: Occurrence,
        day: date | None,
        manuscript: Manuscript,
        room: float,
        options: PaperOptions,
        week: Strip,
        told: Told,
    ) -> None:
        self._one, self._day, self._room, self._week = one, day, room, week
        self._event: Event = one.event
        self._kind = manuscript.kind(one.event)
        self._facts = " · ".join(facts(one, manuscript, options))
        self._texts = _once(one, list(texts(one.event, manuscript)), told)
        shown = options.hours and not options.public and one.event.effort
        self._effort = tr("printing.hours", hours=hours(one.event.effort)) if shown else ""
        plain = Look(STRONG.size, 400, italic=True) if one.event.status == Status.IDEA else STRONG
        self._again = self._goes_on()
        self._look = plain._replace(struck=one.event.status == Status.SKIPPED)

    def strips(self) -> Iterator[Strip]:
        """Yield title, facts and texts; a short event stays together, a long one breaks between lines."""
        strips = [self._title(), *self._more_title(), *self._fact_lines(), *self._paragraphs()]
        if sum(strip.height for strip in strips) <= WHOLE:
            yield together(strips, again=self._week)
        else:
            yield from strips[:-1]
            yield replace(strips[-1], keep=False)
        yield AFTER

    def _title(self) -> Strip:
        lines = self._title_lines()[:TITLE_LINES]
        height = line_height(STRONG)
        solid = shade(self._kind.family, "solid")

        def marks(x: float, y: float) -> Iterator[Mark]:
            base = y + 10
            if self._day:
                yield left(x, base, day_text(self._day, "ddd d MMM"), STRONG, DAY - 4)
            yield left(x + DAY, base, when(self._one), MUTED, TIME - 4)
            yield Box(x + AT - 7, y + 1, 2.5, 11 + height * (len(lines) - 1), fill=solid, radius=1)
            yield Icon(x + AT, y + 1.5, 10, self._kind.icon, solid)
            for number, line in enumerate(lines):
                yield Text(x + AT + 14, base + number * height, line, self._look)
            if self._effort:
                yield right(x + self._room, base, self._effort, MUTED, 60)

        return Strip(height * len(lines) + 1, marks, keep=True, again=self._week)

    def _title_lines(self) -> list[str]:
        free = self._room - AT - 14 - (width(self._effort, MUTED) + 10 if self._effort else 0)
        return wrap(" ".join(self._event.title.split()), self._look, free)

    def _more_title(self) -> Iterator[Strip]:
        """Yield what of a title goes on like a text, so that it can go on over the page too."""
        for line in self._title_lines()[TITLE_LINES:]:
            yield self._line(line, self._look, keep=False, indent=14)

    def _fact_lines(self) -> Iterator[Strip]:
        for line in wrap(self._facts, SMALL, self._room - AT) if self._facts else []:
            yield self._line(line, SMALL, keep=True)

    def _paragraphs(self) -> Iterator[Strip]:
        for label, text in self._texts:
            indent = width(label, LABEL) + 6 if label else 0
            lines = wrap(text.strip(), BODY, self._room - AT - indent)
            for number, line in enumerate(lines):
                alone = number == 0 or number == len(lines) - 2  # no line of a text stands alone on a page
                yield self._line(
                    line, BODY, keep=alone and len(lines) > 1, indent=indent, label="" if number else label
                )

    def _line(self, words: str, look: Look, *, keep: bool, indent: float = 0.0, label: str = "") -> Strip:
        def marks(x: float, y: float) -> Iterator[Mark]:
            if label:
                yield Text(x + AT, y + 9.5, label, LABEL)
            yield Text(x + AT + indent, y + 9.5, words, look)

        return Strip(LINE, marks, keep=keep, again=self._again)

    def _goes_on(self) -> Strip:
        """Return week and title as they are said once more where the text goes on."""
        title = tr("printing.goes_on", title=" ".join(self._event.title.split()))

        def marks(x: float, y: float) -> Iterator[Mark]:
            yield left(x + AT, y + 9.5, title, MUTED, self._room - AT)

        return together((self._week, Strip(LINE + 2, marks)))


def when(one: Occurrence) -> str:
    """Write when within its day an event is, or until which day it goes."""
    if one.at is None:
        return "" if one.length == 1 else tr("printing.until", day=day_text(one.last_day, "d MMM"))
    if not one.minutes:
        return clock(one.at)
    end = datetime.combine(one.day, one.at) + timedelta(minutes=one.minutes)
    return f"{clock(one.at)}–{clock(end.time())}"


def _once(one: Occurrence, said: list[tuple[str, str]], told: Told) -> list[tuple[str, str]]:
    """Return the texts of an occurrence, or where they stand when its series has said the same before."""
    before = told.get(one.event.id)
    if one.repeats and before and before[0] == said and sum(len(text) for _, text in said) > LONG:
        return [("", tr("printing.as_on", day=day_text(before[1], "ddd d MMM")))]
    told[one.event.id] = (said, one.day)
    return said
