"""What the window lends to its pages."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.message import Message
from app.playbook.files import Playbooks


class Settings(Protocol):
    """The settings of this computer, kept as JSON beside no playbook."""

    def get(self, name: str, default: Any) -> Any:
        """Return a setting."""

    def set(self, name: str, value: Any) -> None:
        """Keep a setting."""


class Job(Protocol):
    """Work that goes on beside the window."""

    def cancel(self) -> None:
        """End it at once; nothing of it is kept."""


class Jobs(Protocol):
    """Runs heavy work in a spawned child process, never in the window's own, and what is written in short steps."""

    def start(
        self,
        label: Message,
        work: Callable[..., Any],
        *values: Any,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int, str], None] | None = None,
    ) -> Job:
        """Call `work(report, *values)` in a child; `report(done, of, what)` tells how far it is.

        `work` is a function of a module and its values and result can be pickled; `done` and `failed` are called in
        the window. A KnownError comes back as it was raised.
        """

    def write(
        self,
        label: Message,
        steps: Generator[float, None, Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Walk steps that write into the playbook, in the window's own process; what is small is done at once.

        Each yields how far it is, 0 … 1. `done` gets what they return, `failed` a KnownError.
        """


class Tell(Protocol):
    """Says in passing what was done."""

    def __call__(self, message: Message, /, *, undo: bool = False) -> None:
        """Show a toast; with `undo`, it was a step of the playbook and can be taken back there."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every page by the window."""

    settings: Settings
    jobs: Jobs
    playbooks: Playbooks
    tell: Tell
    fail: Callable[[Exception], None]  # shows a KnownError; anything else goes to the crash report
    go: Callable[[str, str], None]  # page id, id of a thing or ""
    room: QWidget | None = None  # where pages stand: one made elsewhere would be dressed again when it comes there
