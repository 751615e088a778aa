"""Parts a series whose rhythm Outlook would skip into several that it takes."""

from __future__ import annotations

from dataclasses import replace

from app.calendar.event import Event
from app.calendar.rhythm.rule_warnings import RuleWarning
from app.calendar.saving import load, save_parts
from app.calendar.series import Series
from app.message import say
from app.store import Store


def outlook_warning(event: Event) -> RuleWarning | None:
    """Return what Outlook makes of a series, with several series to take instead where that helps."""
    from app.exchange.ics.outlook import trouble

    what = trouble(event) if event.repeats else None
    if what is None:
        return None
    rules = split_for_outlook(event)
    offer = say("rule.offer.part", n=len(rules)) if len(rules) > 1 else None
    return RuleWarning(what, offer, "\n".join(rules) if offer else "")


def split_for_outlook(event: Event) -> list[str]:
    """Return rules whose series together have the same occurrences; just its own when it has no such parts."""
    from app.exchange.ics.outlook import in_parts

    return [part.rrule for part in in_parts(event)]


def part_for_outlook(store: Store, event_id: str) -> list[str]:
    """Put several series in place of one, each with its own overrides; return their ids."""
    from app.exchange.ics.outlook import gives, in_parts

    series = load(store, event_id)
    parts = [
        replace(part, id=event_id if row == 0 else store.new_id(), split_from=event_id if row else part.split_from)
        for row, part in enumerate(in_parts(series.event))
    ]
    if len(parts) == 1:
        return [event_id]
    left, after = dict(series.overrides), list[Series]()
    for part in reversed(parts):
        mine = {text: it for text, it in left.items() if part.id == event_id or gives(part, text)}
        left = {text: it for text, it in left.items() if text not in mine}
        new = part if part.id == event_id else replace(part, uid="", revision=0, created=0)
        after.append(Series(new, {text: replace(it, series=part.id) for text, it in mine.items()}))
    with store.change(say("step.part", title=series.event.title, n=len(parts))):
        save_parts(store, [series], reversed(after))
    return [part.id for part in parts]
