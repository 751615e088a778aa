"""All that is known of an event, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.exchange.agenda import MESSAGE_TEXTS, STATUS_TEXTS
from widgets.common.own_time import own_time
from widgets.common.words import hours, language, tr

if TYPE_CHECKING:
    from app.calendar.event import Event
    from app.calendar.occurrence import Occurrence
    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import PaperOptions


def facts(one: Occurrence, manuscript: Manuscript, options: PaperOptions) -> Iterator[str]:
    """Yield what is said of an event in one line, the kind first; of a public one only the kind."""
    event = one.event
    yield manuscript.kind(event).name
    if options.public:
        return
    name = manuscript.names.get
    yield tr(STATUS_TEXTS[event.status])
    if event.message:
        yield tr("printing.announcement", status=tr(MESSAGE_TEXTS[event.message]))
    for other in (event.channel, event.stage, *event.personas, event.program):
        if found := name(other, ""):
            yield found
    if options.names and (owner := name(event.owner, "")):
        yield tr("printing.owner", name=owner)
    if kpi := name(event.kpi, ""):
        yield tr("printing.kpi", name=kpi)
    yield from _figures(event, options)
    if own := own_time(one):
        yield own


def _figures(event: Event, options: PaperOptions) -> Iterator[str]:
    if options.hours and event.prep and event.live:
        yield tr("printing.effort", prep=hours(event.prep), live=hours(event.live))
    if event.impact:
        yield tr("printing.impact", value=event.impact)
    if event.ease:
        yield tr("printing.ease", value=event.ease)


def texts(event: Event, manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of all that is written about an event; the text for members has no label."""
    public = dict(event.public_text)
    if text := public.get(language()) or next(iter(public.values()), ""):
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
