"""People of a forum, as its list of users and its posts tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.activity.incoming import InPerson
from app.exchange.instants import of_iso
from app.exchange.reading import Gathering, id_of, text_of
from app.exchange.tables.columns import Columns
from app.message import say

# What is never kept, what is no word about a person, and what has a place of its own.
LEFT_OUT: Final = frozenset(
    {
        "id", "name", "username", "email", "created_at", "last_seen_at", "last_posted_at", "last_emailed_at",
        "ip_address", "registration_ip_address", "approved", "active", "admin", "moderator", "silenced_till",
        "suspended_till", "topics_entered", "posts_read_count", "time_read", "topic_count", "post_count", "likes_given",
        "likes_received", "views", "secondary_emails", "external_id", "external_email", "external_username",
        "external_name", "external_avatar_url",
    }
)  # fmt: skip


class People:
    """Who was told already."""

    def __init__(self, gathered: Gathering) -> None:
        self._gathered = gathered
        self._told: dict[str, InPerson] = {}

    def row(self, line: int, columns: Columns, cells: Sequence[str]) -> None:
        """Take in a row of the list of users."""
        ext = columns.cell(cells, "id")
        if not ext.lstrip("-").isdigit():
            self._gathered.refuse(line, say("source.refused.nobody"))
            return
        handle, staged = text_of(columns.cell(cells, "username")), columns.says(cells, "staged")
        person = InPerson(
            id_of(ext),
            text_of(columns.cell(cells, "name")) or handle,
            handle,
            text_of(columns.cell(cells, "email")),
            bot=ext.startswith("-"),
            staff=columns.says(cells, "admin") or columns.says(cells, "moderator"),
            joined=None if staged else of_iso(columns.cell(cells, "created_at")),  # who only wrote an e-mail is not in
            seen=of_iso(columns.cell(cells, "last_seen_at")),
            foreign={text_of(name): text_of(value) for name, value in columns.others(cells, LEFT_OUT).items()},
        )
        self._told[person.ext] = person
        self._gathered.people.append(person)

    def met(self, user: object, handle: object, name: object = "", *, staff: bool = False) -> str:
        """Return the id of somebody who did something, "" when nobody is named; who is new is told."""
        ext, handle = id_of(user), text_of(handle)
        if not ext:
            return ""
        told = self._told.get(ext)
        if told is None or (staff and not told.staff):
            new = InPerson(ext, text_of(name) or handle, handle, bot=ext.startswith("-"), staff=staff)
            self._told[ext] = new if told is None else replace(told, staff=True)
            self._gathered.people.append(self._told[ext])
        return ext
