"""What the commands are handed: they open no file, print nothing and know no clock themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from app.calendar.plan import Plan
from app.exchange.archive import Archive
from app.exchange.persona_markdown.content import PersonaContent
from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from app.guide.handover.wish import Form, Wish
from app.guide.snapshot import Guide
from app.message import Message
from app.playbook.files import Playbooks
from app.purpose.board_wish import BoardWish

Words = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What is to stand on paper."""

    parts: tuple[str, ...]  # quarter, months, agenda
    first: date
    last: date
    language: str
    size: str  # A4 or Letter
    landscape: bool
    terms: tuple[tuple[str, str], ...]
    members: bool  # only what is meant for members


@dataclass(frozen=True, slots=True)
class PictureWish:
    """What pictures of the window are to be taken."""

    languages: tuple[str, ...]
    themes: tuple[str, ...]
    width: int
    height: int
    scale: float
    today: date


class Draws(Protocol):
    """Whatever needs Qt; imported when it is asked for."""

    def pdf(self, plan: Plan, wish: PaperWish, path: Path) -> int:
        """Write a PDF; return how many pages it has."""

    def png(self, plan: Plan, wish: PaperWish, path: Path) -> None:
        """Write the first page as a picture."""

    def map(
        self, form: str, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date, language: str
    ) -> bytes:
        """Return the map of the funnel as png, svg or pdf."""

    def personas(
        self, form: str, contents: tuple[PersonaContent, ...], community: str, today: date, language: str, size: str
    ) -> bytes:
        """Return personas as pdf or markdown."""

    def guide(self, guide: Guide, wish: Wish, form: Form, size: str) -> bytes:
        """Return the moderation guide as a file."""

    def board(self, wish: BoardWish) -> bytes:
        """Return a board as a file to look at."""

    def picture(self, data: bytes, name: str) -> bytes:
        """Return a picture of somebody else's encoded anew; ImportRejected when it is none, or too large."""

    def screenshots(self, playbook: Path, wish: PictureWish, folder: Path, told: Callable[[str], None]) -> None:
        """Take a picture of every page, palette and dialog into a folder; `told` gets the name of each."""

    def words_in(self, language: str) -> Words:
        """Return what finds words for documents: days and numbers are written the way of the language."""

    def zone(self) -> str:
        """Return the IANA name of the zone of this computer."""


class Outside(Protocol):
    """Files that are no playbooks."""

    def read(self, path: Path) -> bytes:
        """Return what a file holds; KnownError when it cannot be read, ImportRejected when it is too large."""

    def export(self, path: Path) -> AbstractContextManager[Archive]:
        """Lend the files of an export of another platform; ImportRejected when it cannot be read."""

    def check(self, path: Path) -> None:
        """Raise KnownError when a file cannot be written there, or is a playbook."""

    def write(self, path: Path, content: bytes) -> None:
        """Write a file whole or not at all; KnownError when it cannot be written."""

    def make_folder(self, path: Path) -> None:
        """Make a folder, unless it is there; KnownError when it cannot be made or written in."""

    def remove(self, path: Path) -> None:
        """Take back a playbook that was just made."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Lent to every command by `main`."""

    playbooks: Playbooks
    outside: Outside
    draws: Draws
    words_in: Callable[[str], Words]
    language: str  # of whoever asked
    out: Callable[[str], None]  # prints a line for people or programs
    err: Callable[[str], None]  # prints a line of trouble or progress
    today: date
    communities: tuple[str, ...]  # the templates that there are
    content: Callable[[str, str], Mapping[str, Any]]  # (language, community or ""): what a playbook begins with
    version: str

    def words(self, message: Message) -> str:
        """Return what a message says to whoever asked."""
        return self.words_in(self.language)(message)
