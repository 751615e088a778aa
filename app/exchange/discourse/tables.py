"""Tables of a forum: what our queries give, what one person downloaded of themselves, and reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.activity.incoming import InActivity, InFigure, InPerson, InPlace
from app.activity.kind import ActivityKind
from app.exchange.discourse.parts import report_of, value_columns
from app.exchange.discourse.people import People
from app.exchange.html_words import words_of
from app.exchange.instants import of_iso
from app.exchange.reading import Gathering, id_of, text_of
from app.exchange.tables.columns import YES, Columns
from app.exchange.tables.dates import day_of, order_of
from app.exchange.tables.numbers import number_of
from app.message import say

ADDRESS: Final = re.compile(r"/(?:t|p)/(?:[^/?#]+/)?(\d{1,15})(?:/(\d{1,9}))?", re.ASCII)
PERSON: Final = re.compile(
    r"(?:user[_\-]archive[\-_ ]+)?([\w.]{2,60}?)(?:[\-_ ](?:user[_\-])?(?:archive|export))?[\-_ ]\d", re.ASCII
)
NOON: Final = "T12:00:00Z"  # a day is the same day almost everywhere when it is taken at noon
Row = Callable[[int, Sequence[str]], None]


class Tables:
    """Turns rows into activities and figures."""

    def __init__(self, gathered: Gathering, people: People, export: str, owner: tuple[str, str] = ("", "")) -> None:
        self._gathered = gathered
        self._people = people
        self._places: set[str] = set()
        found = PERSON.match(export)
        name = owner[1] or (found.group(1) if found else export.partition(".")[0])
        self._name, self._owner = text_of(name), owner[0] or text_of(f"@{name}")[:100]

    def posts(self, columns: Columns) -> Row:
        """Return what takes in a row of posts."""
        cell = columns.cell

        def row(line: int, cells: Sequence[str]) -> None:
            ext, at = id_of(cell(cells, "post_id")), of_iso(cell(cells, "created_at"))
            if not ext or at is None:
                self._gathered.refuse(line, say("source.refused.time"))
                return
            person = self._people.met(cell(cells, "user_id"), cell(cells, "username"))
            if not person:
                self._gathered.refuse(line, say("source.refused.nobody"))
                return
            begins, private = cell(cells, "post_number") == "1", cell(cells, "archetype") == "private_message"
            kind = ActivityKind.DIRECT if private else ActivityKind.POST if begins else ActivityKind.REPLY
            first = ext if begins else cell(cells, "first_post_id") or f"topic:{cell(cells, 'topic_id')}"
            target = "" if begins else cell(cells, "reply_to_user_id")
            said, place = text_of(cell(cells, "raw")), self._place(columns, cells)
            self._gathered.activities.append(InActivity(ext, person, int(kind), at, place, first, target, said))

        return row

    def likes(self, columns: Columns) -> Row:
        """Return what takes in a row of likes."""
        cell = columns.cell

        def row(line: int, cells: Sequence[str]) -> None:
            post, at = id_of(cell(cells, "post_id")), of_iso(cell(cells, "created_at"))
            person = self._people.met(cell(cells, "liked_by_id"), cell(cells, "liked_by"))
            if not post or at is None or not person:
                self._gathered.refuse(line, say("source.refused.nobody" if post and at else "source.refused.time"))
                return
            thread, place = cell(cells, "first_post_id"), cell(cells, "category_id")
            named, author = f"{post}:like:{person}", cell(cells, "author_id")
            self._gathered.activities.append(
                InActivity(named, person, int(ActivityKind.REACTION), at, place, thread, author)
            )

        return row

    def archive(self, columns: Columns) -> Row:
        """Return what takes in a row of the posts that one person downloaded."""
        cell = columns.cell

        def row(line: int, cells: Sequence[str]) -> None:
            address, at = ADDRESS.search(cell(cells, "url")), of_iso(cell(cells, "created_at"))
            if address is None or at is None:
                self._gathered.refuse(line, say("source.refused.time" if address else "source.refused.shape"))
                return
            topic, number = address.group(1), address.group(2) or "1"
            private = cell(cells, "is_pm").casefold() in YES
            kind = ActivityKind.DIRECT if private else ActivityKind.POST if number == "1" else ActivityKind.REPLY
            said = text_of(cell(cells, "post_raw")) or words_of(cell(cells, "post_cooked") or cell(cells, "post"))
            place = text_of(cell(cells, "categories").rpartition("|")[2] or cell(cells, "category"))
            self._gathered.activities.append(
                InActivity(f"{topic}/{number}", self._self(), int(kind), at, place, f"{topic}/1", "", said)
            )

        return row

    def liked(self, columns: Columns) -> Row:
        """Return what takes in a like that this person gave."""
        cell = columns.cell

        def row(line: int, cells: Sequence[str]) -> None:
            post, at = id_of(cell(cells, "post_id")), of_iso(cell(cells, "created_at"))
            if not post or at is None:
                self._gathered.refuse(line, say("source.refused.time" if post else "source.refused.shape"))
            elif not cell(cells, "deleted_at"):  # else it was taken back
                named, owner = f"{post}:like:{self._self()}", self._self()
                self._gathered.activities.append(InActivity(named, owner, int(ActivityKind.REACTION), at))

        return row

    def visits(self, columns: Columns) -> Row:
        """Return what takes in a day on which that person was there."""

        def row(line: int, cells: Sequence[str]) -> None:
            day = columns.cell(cells, "visited_at")[:10]
            at = of_iso(day + NOON)
            if at is None:
                self._gathered.refuse(line, say("source.refused.day"))
                return
            owner = self._self()
            self._gathered.activities.append(InActivity(f"visit:{owner}:{day}", owner, int(ActivityKind.VISIT), at))

        return row

    def report(self, columns: Columns, name: str, days: Sequence[str]) -> Row:
        """Return what takes in a figure of a report, whose first days tell in which order it writes them."""
        titles, measure, order = value_columns(columns) or ("", ""), report_of(name), order_of(days)

        def row(line: int, cells: Sequence[str]) -> None:
            day, value = day_of(columns.cell(cells, titles[0]), order), number_of(columns.cell(cells, titles[1]))
            if day is None or value is None:
                self._gathered.refuse(line, say("source.refused.day" if day is None else "source.refused.number"))
            else:
                self._gathered.figures.append(InFigure(measure, day.isoformat(), value))

        return row

    def _place(self, columns: Columns, cells: Sequence[str]) -> str:
        ext, name = id_of(columns.cell(cells, "category_id")), text_of(columns.cell(cells, "category"))
        if ext and name and ext not in self._places:
            self._places.add(ext)
            private = columns.says(cells, "read_restricted")
            self._gathered.places.append(InPlace(ext, name, private))
        return ext

    def _self(self) -> str:
        if self._owner not in self._places:
            self._places.add(self._owner)
            self._gathered.people.append(InPerson(self._owner, self._name, self._name))
        return self._owner
