"""Boards for the tests of files: any board that a person could have, and a small picture."""

from __future__ import annotations

import base64
from datetime import date
from typing import Any

from hypothesis import strategies as st

from app.exchange.board_content import BoardContent
from app.exchange.json_text import compact
from app.purpose.board import Axis, BoardKind, Category, Connector, Course, GridLine, Note, NoteKind, Side
from app.purpose.kpi import Kpi, Level
from app.purpose.reading import Reading

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
PICTURE = "5a" * 32
TEXTS = st.one_of(
    st.sampled_from(["", "Искам да видя кой е тук 🙂", "https://kestrel.example/", "two\nlines", " blanks ", "# x"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
)
FILLS = st.sampled_from(["", "butter", "blush", "mint", "sky", "lilac"])
COLOURS = st.sampled_from(
    ["", "welcome", "live", "conversation", "recognition", "challenge", "pilot", "loop", "ops"]
)  # fmt: skip
PLACES = st.integers(-1_000, 1_000)
SIDES = st.integers(20, 900)


def a_board(*notes: Note, lines: tuple[Connector, ...] = (), **fields: Any) -> BoardContent:
    return BoardContent(notes=tuple(notes), connectors=lines, **fields)


def foreign(form: str, other: str, *, whole: bool = True) -> st.SearchStrategy[str]:
    """What the other format, and unknown keys of this one, left behind."""
    left = st.dictionaries(st.sampled_from(["x-look", "styleAttributes", "subpath"]), TEXTS, min_size=1, max_size=2)
    both = st.dictionaries(st.sampled_from(sorted([form, other])), left, max_size=2)

    def kept(found: dict[str, Any]) -> str:
        if whole and "excalidraw" in found:
            found["excalidraw"] = {"element": found["excalidraw"]}
        return compact(found) if found else ""

    return both.map(kept)


@st.composite
def boards(draw: st.DrawFn, form: str, other: str) -> BoardContent:
    """Any board: every kind of thing with every field, connected in any way."""
    notes = [draw(_notes(f"n{at}", at, form, other)) for at in range(draw(st.integers(0, 8)))]
    notes.sort(key=lambda note: note.kind is not NoteKind.FRAME)
    keys = [note.id for note in notes]
    lines = []
    for at in range(draw(st.integers(0, 6)) if len(keys) > 1 else 0):
        start, end = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=2, unique=True))
        lines.append(draw(_lines(f"c{at}", start, end, form, other)))
    kpis = {note.ref: draw(_kpis(note.ref)) for note in notes if note.kind is NoteKind.METRIC}
    journey = draw(st.booleans())
    return BoardContent(
        kind=BoardKind.JOURNEY if journey else BoardKind.PURPOSE,
        notes=tuple(Note(**_fields(note) | {"z": at + 1}) for at, note in enumerate(notes)),
        connectors=tuple(lines),
        grid=tuple(
            GridLine(f"grid[{at}]", "", draw(st.sampled_from(Axis)), draw(TEXTS), 160, at) for at in range(3 * journey)
        ),
        kpis=kpis,
        readings={key: found for key in kpis if (found := draw(_readings(key)))},
        names={"s1": "Първи стъпки"} if any(note.stage for note in notes) else {},
        pictures={PICTURE: DOT} if any(note.kind is NoteKind.IMAGE for note in notes) else {},
        foreign=draw(foreign(form, other, whole=False)),
    )


def _fields(thing: Any) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}


@st.composite
def _notes(draw: st.DrawFn, key: str, at: int, form: str, other: str) -> Note:
    kind = draw(st.sampled_from(NoteKind))
    ref = {NoteKind.METRIC: f"k{at}", NoteKind.IMAGE: PICTURE}.get(kind, "")
    return Note(
        key,
        "",
        kind,
        draw(PLACES),
        draw(PLACES),
        draw(SIDES),
        draw(SIDES),
        at + 1,
        draw(TEXTS),
        draw(st.sampled_from(Category)),
        draw(FILLS),
        ref,
        draw(TEXTS),
        draw(st.sampled_from(["", "s1"])),
        draw(st.sampled_from(["", "p1"])),
        draw(st.sampled_from(["", "g1", "g2"])),
        draw(st.booleans()),
        draw(foreign(form, other)),
    )


@st.composite
def _lines(draw: st.DrawFn, key: str, start: str, end: str, form: str, other: str) -> Connector:
    side = st.sampled_from(Side)
    return Connector(
        key,
        "",
        start,
        end,
        draw(side),
        draw(side),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.sampled_from(Course)),
        draw(TEXTS),
        draw(COLOURS),
        draw(st.integers(0, 3)),
        draw(foreign(form, other)),
    )


@st.composite
def _kpis(draw: st.DrawFn, key: str) -> Kpi:
    amounts = st.one_of(st.none(), st.integers(-100, 100).map(float))
    days = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    level, unit = draw(st.sampled_from(Level)), draw(st.sampled_from(["", "%", "души"]))
    return Kpi(key, draw(TEXTS), level, unit, draw(amounts), draw(amounts), draw(days), since=draw(days))


@st.composite
def _readings(draw: st.DrawFn, key: str) -> tuple[Reading, ...]:
    days = sorted(draw(st.sets(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=4)))
    values = st.floats(-1e6, 1e6)
    return tuple(Reading("", "kpi", key, day, draw(values), draw(TEXTS)) for day in days)
