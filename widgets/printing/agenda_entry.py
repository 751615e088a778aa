"""One event of the agenda: time, title, facts, and its texts, however long they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.calendar.event import Event, MessageStatus, Status

from widgets.common.words import clock, hours, language, tr
from widgets.common.words import day as day_text
from widgets.printing.flow import Strip
from widgets.printing.sheet import Box, Icon, Mark, Text, left, right
from widgets.printing.style import BODY, LABEL, MUTED, SMALL, STRONG, Look, line_height, shade, width, wrap

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence

    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import PaperOptions

DAY: Final = 58.0  # column of days
TIME: Final = 62.0  # column of times
STATUS_TEXTS: Final = {
    Status.IDEA: "status.idea",
    Status.PLANNED: "status.planned",
    Status.READY: "status.ready",
    Status.DONE: "status.done",
    Status.SKIPPED: "status.skipped",
}
MESSAGE_TEXTS: Final = {
    MessageStatus.DRAFT: "message_status.draft",
    MessageStatus.PLANNED: "message_status.planned",
    MessageStatus.SENT: "message_status.sent",
    MessageStatus.FOLLOW_UP: "message_status.follow_up",
}


def entry(
    one: Occurrence, day: date | None, manuscript: Manuscript, room: float, options: PaperOptions, again: Strip
) -> Iterator[Strip]:
    """Yield the strips of one event; `day` is given where the day is to be named."""
    texts = list(_texts(one.event, manuscript))
    facts = " · ".join(_facts(one.event, manuscript, options))
    at = DAY + TIME + 10
    lines = wrap(facts, SMALL, room - at) if facts else []
    yield _title(one, day, manuscript, room, options, keep=bool(lines or texts), again=again)
    for number, line in enumerate(lines):
        yield _line(line, at, SMALL, keep=number == 0 and len(lines) > 1, again=again)
    for label, text in texts:
        yield from _paragraph(label, text, at, room, again)
    yield Strip(5, lambda x, y: ())


def _title(
    one: Occurrence,
    day: date | None,
    manuscript: Manuscript,
    room: float,
    options: PaperOptions,
    *,
    keep: bool,
    again: Strip,
) -> Strip:
    event, kind = one.event, manuscript.kind(one.event)
    struck = event.status == Status.SKIPPED
    look = replace(STRONG, struck=struck, italic=event.status == Status.IDEA)
    effort = tr("printing.hours", hours=event.effort) if options.hours and event.effort and not options.public else ""
    free = room - DAY - TIME - 24 - (width(effort, MUTED) + 10 if effort else 0)
    lines = wrap(" ".join(event.title.split()), look, free)
    height = line_height(STRONG)

    def marks(x: float, y: float) -> Iterator[Mark]:
        base = y + 10
        if day:
            yield left(x, base, day_text(day, "ddd d MMM"), STRONG, DAY - 4)
        yield left(x + DAY, base, _when(one), MUTED, TIME - 4)
        yield Box(x + DAY + TIME, y + 1, 2.5, 11 + height * (len(lines) - 1), fill=shade(kind.family, "solid"), radius=1)
        yield Icon(x + DAY + TIME + 10, y + 1.5, 10, kind.icon, shade(kind.family, "solid"))
        for number, line in enumerate(lines):
            yield Text(x + DAY + TIME + 24, base + number * height, line, look)
        if effort:
            yield right(x + room, base, effort, MUTED, 60)

    return Strip(height * len(lines) + 1, marks, keep=keep, again=again)


def _when(one: Occurrence) -> str:
    event = one.event
    if one.at is None:
        return "" if one.length == 1 else tr("printing.until", day=day_text(one.last_day, "d MMM"))
    if not event.minutes:
        return clock(one.at)
    end = datetime.combine(one.day, one.at) + timedelta(minutes=event.minutes)
    return f"{clock(one.at)}–{clock(end.time())}"


def _facts(event: Event, manuscript: Manuscript, options: PaperOptions) -> Iterator[str]:
    name = manuscript.names.get
    yield manuscript.kind(event).name
    if options.public:
        return
    yield tr(STATUS_TEXTS[event.status])
    if event.message:
        yield tr(MESSAGE_TEXTS[event.message])
    ids = [event.channel, event.stage, *event.personas, event.program]
    yield from (found for id in ids if (found := name(id, "")))
    if options.names and (owner := name(event.owner, "")):
        yield tr("printing.owner", name=owner)
    if kpi := name(event.kpi, ""):
        yield tr("printing.kpi", name=kpi)
    if options.hours and event.effort:
        yield tr("printing.effort", prep=hours(event.prep), live=hours(event.live))
    if event.impact or event.ease:
        yield tr("printing.impact_ease", impact=event.impact or "–", ease=event.ease or "–")
    if event.zone and event.at:
        yield event.zone


def _texts(event: Event, manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of all that is written about an event; a label may be empty."""
    for spoken, text in event.public_text:
        if text.strip() and (len(event.public_text) == 1 or spoken == language()):
            yield "", text
    if event.call_to_action:
        yield tr("printing.call_to_action"), event.call_to_action
    if event.success:
        yield tr("printing.success"), event.success
    if event.notes:
        yield tr("printing.notes"), event.notes
    if steps := manuscript.checklists.get(event.id, ()):
        yield tr("printing.checklist"), "\n".join(f"{'✓' if step.done else '–'} {step.text}" for step in steps)
    if event.link:
        yield tr("printing.link"), event.link


def _paragraph(label: str, text: str, at: float, room: float, again: Strip) -> Iterator[Strip]:
    indent = width(label, LABEL) + 6 if label else 0
    lines = wrap(text.strip(), BODY, room - at - (indent if label else 0))
    for number, line in enumerate(lines):
        last_two = number >= len(lines) - 2
        keep = number < len(lines) - 1 and (number == 0 or last_two)  # no line of a text stands alone
        yield _line(line, at + indent, BODY, keep=keep, again=again, label=label if number == 0 else "", label_at=at)


def _line(
    words: str, at: float, look: Look, *, keep: bool, again: Strip, label: str = "", label_at: float = 0.0
) -> Strip:
    def marks(x: float, y: float) -> Iterator[Mark]:
        if label:
            yield Text(x + label_at, y + 9.5, label, LABEL)
        yield Text(x + at, y + 9.5, words, look)

    return Strip(12.5, marks, keep=keep, again=again)
