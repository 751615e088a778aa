"""Makes the large board that speed is measured with: the same chance gives the same board."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil, sqrt
from random import Random
from typing import Final

from app.purpose.board import Board, Category, Connector, Course, Note, NoteKind

PITCH: Final = (220, 150)  # px from a note to the next
SIZE: Final = (168, 92)
JITTER: Final = 24
FARTHEST: Final = 1_500  # px that a connector is long at most
WORDS: Final = (5, 16)  # of a note
CATEGORIES: Final = tuple(Category)


class BoardMaker:
    """Notes side by side, a little out of line, each connected with one not far away."""

    def __init__(self, chance: Random, new_id: Callable[[], str], words: Sequence[str]) -> None:
        self._chance, self._new_id, self._words = chance, new_id, words

    def board(self, name: str) -> Board:
        """Return the board itself."""
        return Board(self._new_id(), name)

    def notes(self, board: str, count: int) -> list[Note]:
        """Return so many notes in a square."""
        across = max(1, ceil(sqrt(count)))
        return [self._note(board, number % across, number // across, number) for number in range(count)]

    def connectors(self, notes: Sequence[Note]) -> Iterator[Connector]:
        """Yield one connector for each note; the last ones lead back."""
        across = max(1, ceil(sqrt(len(notes))))
        reach = (FARTHEST // PITCH[0] - 2, FARTHEST // PITCH[1] - 4)
        for number, note in enumerate(notes):
            right, down = self._chance.randint(-reach[0], reach[0]), self._chance.randint(0, reach[1] // 2)
            column = min(max(number % across + right, 0), across - 1)
            other = (number // across + down) * across + column
            if other >= len(notes) or other == number or not _near(note, notes[other]):
                other = number - 1 if number % across else number + 1
            if other < len(notes):
                yield Connector(self._new_id(), note.board, note.id, notes[other].id, course=self._course())

    def _course(self) -> Course:
        return self._chance.choices((Course.CURVED, Course.STRAIGHT), (4, 1))[0]

    def _note(self, board: str, column: int, row: int, number: int) -> Note:
        jitter = self._chance.randint
        text = " ".join(self._chance.choices(self._words, k=jitter(*WORDS)))
        return Note(
            self._new_id(), board, NoteKind.NOTE, column * PITCH[0] + jitter(0, JITTER),
            row * PITCH[1] + jitter(0, JITTER), *SIZE, number, text, self._chance.choice(CATEGORIES),
        )  # fmt: skip


def _near(one: Note, other: Note) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 <= FARTHEST**2
