"""Filters that were given a name."""

from __future__ import annotations

from app.calendar.filter import EventFilter, SavedFilter
from app.message import say
from app.store import Store


def save_filter(store: Store, name: str, chosen: EventFilter) -> str:
    """Keep a filter under a name, in place of one that had it; return its id."""
    filters = store.of(SavedFilter)
    known = next((it for it in filters.all() if it.name.casefold() == name.casefold()), None)
    kept = SavedFilter(
        known.id if known else store.new_id(), name, chosen.terms, known.position if known else filters.count()
    )
    with store.change(say("step.filter.save", title=name)):
        filters.save([kept])
    return kept.id


def delete_filter(store: Store, filter_id: str) -> None:
    """Forget a filter; what it shows stays."""
    with store.change(say("step.filter.delete", title=store.of(SavedFilter).get(filter_id).name)):
        store.of(SavedFilter).delete([filter_id])
