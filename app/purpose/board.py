"""Boards: walls without edges on which notes, metric cards and frames lie and are connected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class BoardKind(StrEnum):
    """What a board is for: thinking about the purpose, or walking the way of a member, moment by moment."""

    PURPOSE = "purpose"
    JOURNEY = "journey"


class NoteKind(StrEnum):
    """What a thing on a board is."""

    NOTE = "note"
    TEXT = "text"  # without paper
    METRIC = "metric"  # shows the KPI that `ref` names
    FRAME = "frame"
    IMAGE = "image"  # shows the picture that `ref` names
    FOREIGN = "foreign"  # came in, is kept and goes out again


class Category(StrEnum):
    """What a note speaks of."""

    FREE = "free"
    AUDIENCE = "audience"
    PROBLEM = "problem"
    BEHAVIOUR = "behaviour"
    OUTCOME = "outcome"
    RISK = "risk"


class Side(StrEnum):
    """Where a connector meets a note; AUTO takes the nearest side."""

    AUTO = ""
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


class Course(StrEnum):
    """How a connector runs."""

    CURVED = "curved"
    STRAIGHT = "straight"
    ELBOW = "elbow"


SMALLEST: Final = 20  # px, of a side of anything on a board
FARTHEST: Final = 1_000_000  # px from the origin
LARGEST_TEXT: Final = 20_000  # letters


@dataclass(frozen=True, slots=True)
class Board:
    """A board of a playbook."""

    id: str
    name: str
    kind: BoardKind = BoardKind.PURPOSE
    position: int = 0
    foreign: str = ""  # JSON of what came in and is not understood; goes out again


@dataclass(frozen=True, slots=True)
class Note:
    """Anything that lies on a board, in px of the board at 100 %; `z` orders what lies over what."""

    id: str
    board: str
    kind: NoteKind
    x: int
    y: int
    width: int
    height: int
    z: int = 0
    text: str = ""  # of a frame: its title
    category: Category = Category.FREE
    fill: str = ""  # one of the five sticky fills; "" takes that of the category
    ref: str = ""  # id of the KPI of a metric card, or SHA-256 of the picture of an image
    source: str = ""  # where it is known from, in words, such as "from 6 interviews"
    stage: str = ""
    persona: str = ""
    group: str = ""  # notes with the same group move together
    locked: bool = False
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Connector:
    """A line between two things on a board; it goes with either of them."""

    id: str
    board: str
    start: str  # id of the note that it comes from
    end: str
    start_side: Side = Side.AUTO
    end_side: Side = Side.AUTO
    start_head: bool = False
    end_head: bool = True
    course: Course = Course.CURVED
    label: str = ""
    colour: str = ""  # one of the eight colour categories, or "" for ink
    z: int = 0
    foreign: str = ""


class Axis(StrEnum):
    """The two directions of the grid of a member journey."""

    MOMENT = "moment"  # a column
    TOUCHPOINT = "touchpoint"  # a row


@dataclass(frozen=True, slots=True)
class GridLine:
    """One moment (column) or touchpoint (row) of the grid of a member journey; `size` is its width or height in px."""

    id: str
    board: str
    axis: Axis
    name: str
    size: int
    position: int = 0
