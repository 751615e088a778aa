"""Finds kinds, personas, stages and the like of a file in the plan, and makes those that are missing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.exchange.ics.content_line import read_line, split_text
from app.exchange.ics.own_lines import NAMED, Named, shelf

NAME_MOST: Final = 200
BY_CATEGORY: Final = ("kind", "stage", "channel", "personas")


class Names:
    """Turns the ids of a file into ids of the plan."""

    __slots__ = ("_by_key", "_by_name", "_found", "_new_id", "_plan", "_records", "made")

    def __init__(self, plan: Plan, records: Mapping[tuple[str, str], Any], new_id: Callable[[], str]) -> None:
        self._plan, self._records, self._new_id = plan, records, new_id
        self._found: dict[tuple[str, str, str], str] = {}
        self._by_name = {
            (field, _name(thing).casefold()): key
            for field in NAMED
            for key, thing in reversed(shelf(plan, field).items())
        }
        self._by_key = {kind.key: kind.id for kind in plan.kinds.values() if kind.key}
        self.made: list[Any] = []

    def find(self, one: Named) -> str:
        """Return the id in the plan of a thing that a file of ours names; it is made when it is missing."""
        if not (one.id or one.name):
            return ""
        key = (one.field, one.id, one.name)
        if key not in self._found:
            self._found[key] = self._look_up(one)
        return self._found[key]

    def of_categories(self, categories: tuple[str, ...]) -> dict[str, Any]:
        """Return the fields of an event that its categories name."""
        found: dict[str, Any] = {}
        for category in categories:
            for field in BY_CATEGORY:
                known = self._by_name.get((field, category.casefold()))
                if known and field == "personas":
                    found["personas"] = (*found.get("personas", ()), known)
                elif known:
                    found.setdefault(field, known)
        return found

    def without_known(self, foreign: str) -> str:
        """Return what is kept of an event without the categories that say nothing but names we know."""
        if '"CATEGORIES' not in foreign:
            return foreign
        known = {name for field, name in self._by_name if field in BY_CATEGORY}
        kept = []
        for text in json.loads(foreign)["lines"]:
            line = read_line(0, text)
            if line.name != "CATEGORIES" or any(word.casefold() not in known for word in split_text(line.value)):
                kept.append(text)
        return json.dumps({"lines": kept}, ensure_ascii=False) if kept else ""

    def usual_kind(self) -> str:
        """Return the kind of events that name none: one that does not go out to members."""
        if "other" not in self._by_key:
            quiet = [kind.id for kind in self._plan.kinds.values() if not kind.members and not kind.marker]
            made = Kind(self._new_id(), "Other", members=False, key="other")
            self._by_key["other"] = quiet[0] if quiet else self._make(made, "kind")
        return self._by_key["other"]

    def _look_up(self, one: Named) -> str:
        if one.id in shelf(self._plan, one.field):
            return one.id
        record = self._records.get((one.field, one.id))
        by_key = self._by_key.get(record.key, "") if isinstance(record, Kind) else ""
        known = by_key or self._by_name.get((one.field, one.name.casefold()), "")
        if known or (one.field == "tactic" and record is None) or not one.name.strip():
            return known
        if record is None:
            made = NAMED[one.field]
            record = made(one.id, one.name[:NAME_MOST], **({"members": False} if made is Kind else {}))
        return self._make(record if record.id else replace(record, id=self._new_id()), one.field)

    def _make(self, thing: Any, field: str) -> str:
        things = shelf(self._plan, field)
        positions = [other.position for other in (*things.values(), *self.made) if isinstance(other, type(thing))]
        made = replace(thing, position=max(positions, default=-1) + 1)
        self.made.append(made)
        self._by_name[field, _name(made).casefold()] = made.id
        return str(made.id)


def _name(thing: Any) -> str:
    return str(getattr(thing, "name", "") or getattr(thing, "title", ""))
