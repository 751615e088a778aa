"""What a Discourse forum gives: its list of users, posts and likes by query, topics in JSON, reports, own archives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from app.activity.incoming import Block, Space
from app.errors import ImportRejected
from app.exchange.discourse.parts import Part, part_of, value_columns
from app.exchange.discourse.people import People
from app.exchange.discourse.tables import Row, Tables
from app.exchange.discourse.topics import Topics
from app.exchange.reading import Gathering, Reader, id_of, json_in, text_of
from app.exchange.tables.columns import Columns
from app.exchange.tables.csv_rows import form_of, head_of, rows_of
from app.message import Message, say

KIND: Final = "discourse"
FORUM: Final = "forum"  # no file tells of which forum it is: all of a playbook are of the same
LOOKED_AT: Final = 50  # files that are asked whether they are of a forum
DAYS: Final = 2_000
ORDER: Final = (Part.USERS, Part.POSTS, Part.TOPIC, Part.LIKES, Part.ARCHIVE, Part.LIKED, Part.VISITS, Part.REPORT)
CANNOT_TELL: Final[tuple[Message, ...]] = (
    say("source.discourse.no_visits"),
    say("source.discourse.likes"),
    say("source.discourse.no_private"),
    say("source.discourse.archive"),
    say("source.discourse.one_forum"),
)


def recognise(reader: Reader) -> bool:
    """Return whether some file is one that a forum gives."""
    return any(part_of(reader, name) for name in islice(sorted(reader.names()), LOOKED_AT))


def space(reader: Reader) -> Space:  # noqa: ARG001  (all sources are asked alike)
    """Return the forum."""
    return Space(KIND, FORUM, "")


def blocks(reader: Reader) -> Iterator[Block]:
    """Yield what all files tell, those with people first."""
    gathered, found = Gathering(), dict[Part, list[str]]()
    for name in sorted(reader.names()):
        found.setdefault(part_of(reader, name), []).append(name)
    people = People(gathered)
    tables, topics = Tables(gathered, people, reader.name, _owner(reader)), Topics(gathered, people)
    for part in ORDER:
        for name in found.get(part, ()):
            gathered.file = name
            try:
                if part is Part.TOPIC:
                    topics.read(json_in(reader, name))
                else:
                    yield from _table(reader, name, gathered, _row_of(reader, name, part, tables, people))
            except ImportRejected as error:
                gathered.refuse(error.place, error.why)
            if gathered.full():
                yield from gathered.handed_out()
    yield from gathered.handed_out()


def _row_of(reader: Reader, name: str, part: Part, tables: Tables, people: People) -> Row:
    columns = Columns(head_of(reader, name))
    match part:
        case Part.USERS:
            return lambda line, cells: people.row(line, columns, cells)
        case Part.POSTS:
            return tables.posts(columns)
        case Part.LIKES:
            return tables.likes(columns)
        case Part.ARCHIVE:
            return tables.archive(columns)
        case Part.LIKED:
            return tables.liked(columns)
        case Part.VISITS:
            return tables.visits(columns)
        case _:
            title = (value_columns(columns) or ("", ""))[0]
            rows = islice(rows_of(reader, name, form_of(reader, name)), 1, DAYS)
            return tables.report(columns, name, [columns.cell(row.cells or (), title) for row in rows])


def _owner(reader: Reader) -> tuple[str, str]:
    """Return number and name of whom an archive is of, as far as the settings in it tell."""
    name = next((it for it in sorted(reader.names()) if it.rpartition("/")[2] == "preferences.json"), "")
    try:
        found = json_in(reader, name) if name else {}
    except ImportRejected:
        return "", ""
    inside = found.get("user", found) if isinstance(found, dict) else {}
    return (id_of(inside.get("id")), text_of(inside.get("username"))) if isinstance(inside, dict) else ("", "")


def _table(reader: Reader, name: str, gathered: Gathering, take: Row) -> Iterator[Block]:
    for row in islice(rows_of(reader, name, form_of(reader, name)), 1, None):
        if row.cells is None:
            gathered.refuse(row.line, say("source.refused.row"))
        else:
            take(row.line, row.cells)
        if gathered.full():
            yield from gathered.handed_out()
