"""Boards to start from: frames with notes, the metric cards that they lead to, and the sentence above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.message import say
from app.playbook.records import save_record
from app.purpose.board import Board, Category, Connector, Note, NoteKind
from app.purpose.boards import add_board
from app.purpose.box import Box
from app.purpose.kpi import Kpi
from app.purpose.purpose import PURPOSE_ID, Purpose
from app.purpose.sentence import purpose_of
from app.store import Store

# Where the frames stand, as drawn: audience and problems left, behaviours in the middle, outcomes right, risks below.
FRAMES: Final[Mapping[Category, Box]] = {
    Category.AUDIENCE: Box(20, 20, 262, 226),
    Category.PROBLEM: Box(20, 262, 262, 258),
    Category.BEHAVIOUR: Box(304, 20, 270, 500),
    Category.OUTCOME: Box(628, 20, 264, 500),
    Category.RISK: Box(20, 534, 554, 142),
}
HEAD: Final = 34  # px of a frame above its first note
EDGE: Final = 16
GAP: Final = 9
TALLEST: Final = 92
CARD: Final = 68
TALL_CARD: Final = 84  # with a name of two lines
SHORT: Final = 30  # letters that fit on one line of a card
SHOWN: Final = 2  # KPIs beside the sentence


@dataclass(frozen=True, slots=True)
class StarterNote:
    """One note of a starter board."""

    key: str
    text: str
    source: str = ""
    stage: str = ""  # key of a stage of the same template
    persona: str = ""  # key of a persona of it


@dataclass(frozen=True, slots=True)
class StarterFrame:
    """One frame with its notes."""

    category: Category
    title: str
    notes: tuple[StarterNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Starter:
    """A board to start from; `leads` connect notes by their keys with KPIs by theirs."""

    name: str
    frames: tuple[StarterFrame, ...]
    metrics: tuple[str, ...] = ()  # keys of KPIs that get a card
    shown: tuple[str, ...] = ()  # keys of KPIs beside the sentence
    leads: tuple[tuple[str, str], ...] = ()
    whom: str = ""
    promise: str = ""
    outcome: str = ""


def read_starter(raw: Mapping[str, Any]) -> Starter | None:
    """Return the board in the words of a template, None when it has none."""
    board = raw.get("board")
    if not board:
        return None
    frames = tuple(
        StarterFrame(category, board[category.value]["title"], _notes(board[category.value].get("notes", {})))
        for category in FRAMES
        if category.value in board
    )
    purpose = raw.get("purpose", {})
    return Starter(
        board["name"],
        frames,
        tuple(board.get("metrics", ())),
        tuple(board.get("shown", board.get("metrics", ())[:SHOWN])),
        tuple((note, kpi) for note, kpis in board.get("leads", {}).items() for kpi in kpis),
        purpose.get("whom", ""),
        purpose.get("promise", ""),
        purpose.get("outcome", ""),
    )


def lay_starter(
    store: Store,
    board: str,
    starter: Starter,
    kpis: Mapping[str, Kpi],
    stages: Mapping[str, str],
    personas: Mapping[str, str],
) -> None:
    """Put a starter on an empty board, inside a change; `kpis`, `stages` and `personas` are what its keys stand for."""
    placed: dict[str, Note] = {}
    frames = []
    for frame in starter.frames:
        box = FRAMES[frame.category]
        frames.append(_frame(store.new_id(), board, frame, box))
        for note, place in zip(frame.notes, _places(frame, box), strict=False):
            placed[note.key] = _note(store.new_id(), board, note, frame.category, place, (stages, personas))
    cards = _cards(store, board, starter, kpis)
    store.of(Note).save([*frames, *placed.values(), *cards.values()])
    store.of(Connector).save(
        Connector(store.new_id(), board, placed[note].id, cards[kpi].id)
        for note, kpi in starter.leads
        if note in placed and kpi in cards
    )


def show_purpose(store: Store, starter: Starter, kpis: Sequence[str]) -> None:
    """Write the sentence of a starter where nobody wrote one yet, inside a change."""
    before = purpose_of(store)
    if (before.whom, before.promise, before.outcome) == ("", "", ""):
        shown = before.kpis or tuple(kpis)
        store.of(Purpose).save([Purpose(PURPOSE_ID, starter.whom, starter.promise, starter.outcome, shown)])


def add_starter_board(store: Store, starter: Starter, kpis: Sequence[Kpi], stages: Mapping[str, str]) -> str:
    """Add a board to start from, with KPIs that the playbook does not have by their names; return its id.

    `kpis` are those of the template, with keys for ids; `stages` are the playbook's own by the keys of the template.
    """
    by_name = {kpi.name: kpi for kpi in store.of(Kpi).all()}
    with store.change(say("purpose.step.board", title=starter.name)):
        board = add_board(store, starter.name)
        own: dict[str, Kpi] = {}
        for kpi in kpis:
            if kpi.id in starter.metrics:
                own[kpi.id] = by_name.get(kpi.name) or _kept(store, kpi)
        lay_starter(store, board, starter, own, stages, {})
        show_purpose(store, starter, [own[key].id for key in starter.shown if key in own])
    return board


def begin_board(
    store: Store,
    starter: Starter,
    kpis: Mapping[str, Kpi],
    stages: Mapping[str, str],
    personas: Mapping[str, str],
) -> None:
    """Put the first board and the sentence into a playbook that begins, inside a change."""
    board = Board(store.new_id(), starter.name)
    store.of(Board).save([board])
    lay_starter(store, board.id, starter, kpis, stages, personas)
    show_purpose(store, starter, [kpis[key].id for key in starter.shown if key in kpis])


def _kept(store: Store, kpi: Kpi) -> Kpi:
    fresh = replace(kpi, id=store.new_id(), position=0)
    save_record(store, fresh)
    return fresh


def _notes(raw: Mapping[str, Any]) -> tuple[StarterNote, ...]:
    return tuple(StarterNote(key, **({"text": one} if isinstance(one, str) else one)) for key, one in raw.items())


def _frame(id: str, board: str, frame: StarterFrame, box: Box) -> Note:
    return Note(
        id, board, NoteKind.FRAME, round(box.x), round(box.y), round(box.width), round(box.height),
        text=frame.title, category=frame.category,
    )  # fmt: skip


def _note(
    id: str, board: str, note: StarterNote, category: Category, box: Box, known: tuple[Mapping[str, str], ...]
) -> Note:
    stages, personas = known
    return Note(
        id, board, NoteKind.NOTE, round(box.x), round(box.y), round(box.width), round(box.height), 1,
        note.text, category, source=note.source, stage=stages.get(note.stage, ""),
        persona=personas.get(note.persona, ""),
    )  # fmt: skip


def _cards(store: Store, board: str, starter: Starter, kpis: Mapping[str, Kpi]) -> dict[str, Note]:
    box = FRAMES[Category.OUTCOME]
    pitch = (box.height - HEAD - EDGE + GAP) / max(4, len(starter.metrics))
    cards = {}
    for row, key in enumerate(key for key in starter.metrics if key in kpis):
        y = box.y + HEAD + row * pitch
        height = CARD if len(kpis[key].name) <= SHORT else TALL_CARD
        cards[key] = Note(
            store.new_id(), board, NoteKind.METRIC, round(box.x + 12), round(y), 240, height, 1, kpis[key].name,
            ref=kpis[key].id,
        )  # fmt: skip
    return cards


def _places(frame: StarterFrame, box: Box) -> list[Box]:
    """Return where the notes of a frame lie: risks side by side, the others two in a row and the last one alone."""
    count = len(frame.notes)
    inner = Box(box.x + EDGE, box.y + HEAD, box.width - 2 * EDGE + 2, box.height - HEAD - EDGE)
    if frame.category is Category.RISK:
        width = (inner.width - GAP * (count - 1)) / max(1, count)
        return [Box(inner.x + at * (width + GAP), inner.y, width, inner.height) for at in range(count)]
    if frame.category is Category.BEHAVIOUR:
        pitch = (inner.height + GAP) / max(4, count)
        height = min(TALLEST, pitch - GAP)
        return [Box(inner.x, inner.y + at * pitch, inner.width, height) for at in range(count)]
    rows = (count + 1) // 2
    height = (inner.height - GAP * (rows - 1)) / max(1, rows)
    half = (inner.width - GAP) / 2
    places = []
    for at in range(count):
        row, column = divmod(at, 2)
        alone = at == count - 1 and not column
        y = inner.y + row * (height + GAP)
        places.append(Box(inner.x + column * (half + GAP), y, inner.width if alone else half, height))
    return places
