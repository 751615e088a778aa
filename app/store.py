"""What the rules and the screen may ask of the store: no code, no word of any topic; `storage` keeps the promise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from app.message import Message

T = TypeVar("T")
EVERYTHING: Final = frozenset({"*"})  # sent instead of ids after a change in bulk
Changes = Mapping[type, frozenset[str]]  # kind of thing -> ids that changed, or EVERYTHING


class Repository(Protocol[T]):
    """All things of one kind."""

    def get(self, id: str) -> T:
        """Return one thing; Gone when it is not there."""

    def some(self, ids: Iterable[str]) -> Iterator[T]:
        """Yield those of the things that are there."""

    def all(self) -> Iterator[T]:
        """Yield every thing."""

    def where(self, **fields: Any) -> Iterator[T]:
        """Yield the things whose fields equal the values."""

    def count(self) -> int:
        """Return how many there are."""

    def save(self, things: Iterable[T]) -> None:
        """Add the things, or replace those with their ids."""

    def delete(self, ids: Iterable[str]) -> None:
        """Remove things; ids that are not there are no error."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a search found its words."""

    kind: str  # name of the table, such as "event"
    id: str
    title: str
    excerpt: str


class Store(Protocol):
    """An open playbook."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""

    def now(self) -> datetime:
        """Return this instant, in UTC."""

    def new_id(self) -> str:
        """Return a new id: lower-case UUIDv7 text."""

    def of(self, kind: type[T]) -> Repository[T]:
        """Return the things of one kind."""

    def part(self, contract: Callable[..., T]) -> T:
        """Return what keeps a further promise, such as that of `app.activity.log.ActivityLog`."""

    def change(self, what: Message, *, merge: str | None = None) -> AbstractContextManager[None]:
        """Make what is inside one transaction and one step of undo; an inner change joins the outer one.

        A change with the merge key of the last step, made within five seconds of it, joins that step.
        """

    def undo(self) -> Message | None:
        """Take back the last step; return its name, or None when there is none."""

    def redo(self) -> Message | None:
        """Do again the step undone last; return its name, or None when there is none."""

    def withdraw(self) -> Message | None:
        """Take back the last step as if it had never been made: it cannot be done again; return its name."""

    def next_undo(self) -> Message | None:
        """Return the name of the step that undo would take back."""

    def next_redo(self) -> Message | None:
        """Return the name of the step that redo would do again."""

    def forget_steps(self) -> None:
        """Empty the log of undo: what was done so far stays, as in a playbook just begun."""

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call the listener after every commit, in order; return what ends that."""

    @property
    def telling_again(self) -> bool:
        """Whether listeners are being told of what was done before: a step was taken back, or done again."""

    def stage(self, kind: type[T], things: Iterable[T]) -> None:
        """Lay things beside the tables in a short transaction of its own, outside undo; nothing shows yet."""

    def publish(self, kinds: Sequence[type[Any]]) -> None:
        """Move what was staged into the tables, inside a change; things with the same ids are replaced."""

    def unstage(self) -> None:
        """Throw away what was staged and not published."""

    def keep_picture(self, data: bytes) -> str:
        """Keep the bytes of a picture, inside a change and outside undo; return its id, their SHA-256."""

    def picture(self, id: str) -> bytes | None:
        """Return the bytes of a picture, or None when it is not there."""

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """Return the things that hold all the words, each as a beginning of a word, best first."""

    def copy_to(self, path: Path) -> None:
        """Put a verified copy of what is open under a new name, also when its own file is gone."""

    def close(self) -> None:
        """Close the file so that it stands alone: no log beside it."""
