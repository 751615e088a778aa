"""A board as files carry it: what lies on it, with what it speaks of elsewhere in the playbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.errors import ImportRejected
from app.exchange.json_text import number, text_of
from app.message import Message, say
from app.purpose.board import FARTHEST, LARGEST_TEXT, SMALLEST, BoardKind, Connector, GridLine, Note
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading

THINGS_MOST: Final = 20_000  # of each sort, in one file
PICTURE_MOST: Final = 10 * 1024 * 1024  # octets of one
PICTURES_MOST: Final = 500
FOREIGN_MOST: Final = 200_000  # letters of what one thing brings that we do not understand
ID_MOST: Final = 200
LEFT_OUT_TEXTS: Final[tuple[str, ...]] = (
    "board.unsound.shape",
    "board.unsound.number",
    "board.unsound.far",
    "board.unsound.dangling",
    "board.unsound.loop",
)
TOLD_MOST: Final = 500  # things told about one by one


@dataclass(frozen=True, slots=True)
class Unsound:
    """Something in a file that did not come in as it was."""

    place: str  # such as nodes[3]
    what: str  # the beginning of its text, or its id
    why: Message

    @property
    def left_out(self) -> bool:
        """Return whether it did not come in at all."""
        return self.why.id in LEFT_OUT_TEXTS


@dataclass(frozen=True, slots=True)
class BoardContent:
    """Everything on a board, from the bottom to the top; ids are those of the file."""

    name: str = ""
    kind: BoardKind = BoardKind.PURPOSE
    notes: tuple[Note, ...] = ()
    connectors: tuple[Connector, ...] = ()
    grid: tuple[GridLine, ...] = ()
    kpis: Mapping[str, Kpi] = field(default_factory=dict)  # those of metric cards, by id
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)  # by KPI, oldest first
    names: Mapping[str, str] = field(default_factory=dict)  # of the stages and personas that notes name, by id
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # by what image notes refer to
    foreign: str = ""
    unsound: tuple[Unsound, ...] = ()


class Taking:
    """Takes in what a file holds piece by piece, watches the limits, and remembers what was not sound."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.notes: dict[str, Note] = {}
        self.connectors: dict[str, Connector] = {}
        self.kpis: dict[str, Kpi] = {}
        self.readings: dict[str, tuple[Reading, ...]] = {}
        self.names: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}
        self.unsound: list[Unsound] = []
        self._more = 0

    def tell(self, place: str, what: str, why: Message) -> None:
        """Remember something that was not sound."""
        if len(self.unsound) < TOLD_MOST:
            self.unsound.append(Unsound(place, what[:80].split("\n", 1)[0], why))
        else:
            self._more += 1

    def check_count(self, count: int, place: str) -> None:
        """Refuse a file with more things than a board can hold."""
        if count > THINGS_MOST:
            raise ImportRejected(self.file, place, say("board.file.many", n=THINGS_MOST))

    def free_id(self, wanted: object, place: str, taken: Mapping[str, object]) -> str:
        """Return an id that nothing has yet: the wanted one when it can be."""
        asked = text_of(wanted) if not isinstance(wanted, int) else str(wanted)[:ID_MOST]
        if asked and len(asked) <= ID_MOST and asked not in taken:
            return asked
        if asked:
            self.tell(place, asked, say("board.unsound.twice") if asked in taken else say("board.unsound.id"))
        return next(key for at in range(len(taken) + 1) if (key := f"{place}~{at}") not in taken)

    def box(self, raw: Mapping[str, object], place: str, what: str) -> tuple[int, int, int, int] | None:
        """Return place and size as whole px; None, and told, when it lies where no board reaches."""
        sides = [number(raw.get(name, fallback)) for name, fallback in BOX.items()]
        x, y, width, height = sides
        if x is None or y is None or width is None or height is None:
            self.tell(place, what, say("board.unsound.number"))
            return None
        if width < 0:
            x, width = x + width, -width
        if height < 0:
            y, height = y + height, -height
        if max(abs(x), abs(y), abs(x + width), abs(y + height)) > FARTHEST:
            self.tell(place, what, say("board.unsound.far", n=FARTHEST))
            return None
        return round(x), round(y), max(SMALLEST, round(width)), max(SMALLEST, round(height))

    def text(self, value: object, place: str) -> str:
        """Return a text no longer than a note holds."""
        found = text_of(value)
        if len(found) > LARGEST_TEXT:
            self.tell(place, found, say("board.unsound.long", n=LARGEST_TEXT))
        return found[:LARGEST_TEXT]

    def foreign(self, kept: str, place: str, what: str) -> str:
        """Return what is kept to be written back, "" and told when it is too much."""
        if len(kept) <= FOREIGN_MOST:
            return kept
        self.tell(place, what, say("board.unsound.foreign"))
        return ""

    def picture(self, key: str, data: bytes | None, place: str, what: str) -> bool:
        """Keep a picture; False, and told, when it is none or too large."""
        if data is None or len(data) > PICTURE_MOST or len(self.pictures) >= PICTURES_MOST:
            self.tell(place, what, say("board.unsound.picture"))
            return False
        self.pictures[key] = data
        return True

    def told(self) -> tuple[Unsound, ...]:
        """Return what was not sound; of very much only the first, and how much more there is."""
        if not self._more:
            return tuple(self.unsound)
        return (*self.unsound, Unsound("", "", say("board.unsound.more", n=self._more)))


BOX: Final[Mapping[str, int]] = {"x": 0, "y": 0, "width": 168, "height": 92}
