"""What the palette offers for what was typed: actions, things of the page, things found everywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.message import Message
from app.search.matching import Match, match, spellings
from app.store import Hit, Store
from widgets.common.action import Action
from widgets.common.page import Page
from widgets.common.words import tr, words
from widgets.shell.action_set import ActionSet
from widgets.shell.pages import EVERY, PAGES

ACTIONS_ONLY: Final = ">"
MOST: Final = 6  # of each group
MOST_ACTIONS: Final = 40  # when only actions are asked for
SHOWN_ON: Final = {kind: entry for entry in PAGES for kind in entry.shows}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the palette: the head of a group, an action, or a thing."""

    title: str
    detail: str = ""
    icon: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    action: str = ""  # id of an action
    page: str = ""  # id of the page that shows the thing
    thing: str = ""  # id of the thing
    head: bool = False
    keys: str = ""
    family: str = ""  # colour category


def rows_for(typed: str, actions: ActionSet, page: Page | None, page_id: str, store: Store | None) -> list[Row]:
    """Return the rows in order; those of one group follow its head."""
    only_actions = typed.startswith(ACTIONS_ONLY)
    query = typed.removeprefix(ACTIONS_ONLY).strip()
    rows = _group(tr("shell.palette.actions"), _actions(query, actions, MOST_ACTIONS if only_actions else MOST))
    if only_actions or not query or page is None:
        return rows
    found = {thing: (title, where) for spelled in spellings(query) for thing, title, where in page.look_up(spelled)}
    here = [_here(page, page_id, query, thing, *words_of) for thing, words_of in found.items()]
    rows += _group(words(EVERY[page_id].title), here[:MOST])
    if store is not None:
        hits = {hit.id: hit for spelled in spellings(query) for hit in store.search(spelled)}
        known = {row.thing.partition("@")[0] for row in here}  # an occurrence is named after its series
        rows += _group(tr("shell.palette.elsewhere"), list(_hits(query, hits.values(), known, page, page_id))[:MOST])
    return rows


def count(rows: Sequence[Row]) -> int:
    """Return how many rows can be chosen."""
    return sum(not row.head for row in rows)


def _actions(query: str, actions: ActionSet, most: int) -> list[Row]:
    ranked: list[tuple[int, bool, int, Action, Match]] = []
    for place, record in enumerate(actions.records()):
        title = words(Message(record.text)).rstrip("…")
        found = match(query, title)
        if found is not None and record.enabled():  # what rests while the palette lies over the page can be chosen too
            more = found.spans != ((0, len(title)),)  # "tasks" means the page before any action that begins so
            ranked.append((found.rank, more, place, record, found))
    ranked.sort(key=lambda entry: entry[:3])
    return [
        Row(
            words(Message(record.text)),
            icon=record.icon or "zap",
            spans=found.spans,
            action=record.id,
            keys=record.shortcuts[0] if record.shortcuts else "",
        )
        for *_, record, found in ranked[:most]
    ]


def _here(page: Page, page_id: str, query: str, thing: str, title: str, where: str) -> Row:
    sign, family = page.look_of(thing)
    return Row(title, where, sign, _spans(query, title), page=page_id, thing=thing, family=family)


def _hits(query: str, hits: Iterable[Hit], known: set[str], page: Page, page_id: str) -> Iterable[Row]:
    for hit in hits:
        entry = SHOWN_ON.get(hit.kind)
        if entry is not None and hit.id not in known:
            where = " ".join(hit.excerpt.removeprefix(hit.title).split())
            sign, family = page.look_of(hit.id) if entry.id == page_id else (entry.icon, "")
            spans = _spans(query, hit.title)
            yield Row(hit.title, where, sign, spans, page=entry.id, thing=hit.id, family=family)


def _group(title: str, rows: list[Row]) -> list[Row]:
    return [Row(title, head=True), *rows] if rows else []


def _spans(query: str, title: str) -> tuple[tuple[int, int], ...]:
    found = match(query, title)
    return found.spans if found is not None else ()
