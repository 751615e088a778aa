"""The files of an export as importers of activity see them, and what they need of every file: limits and refusals."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from typing import IO, Any, Final, Protocol, cast

from app.activity.incoming import Block, InActivity, InFigure, InPerson, InPlace, Refused, Space
from app.errors import ImportRejected
from app.message import Message, say

OCTETS_MOST: Final = 64 * 1024 * 1024  # of one file that is read as a whole
INSIDE_MOST: Final = 4_000_000  # lists and objects of one file: each costs a hundred octets of memory
FULL: Final = 10_000  # things of one block
LONGEST: Final = 100_000  # letters of one text that are kept
UNKEPT: Final = re.compile("[\x00\ud800-\udfff]")
GZIP: Final = b"\x1f\x8b"


class Reader(Protocol):
    """The files of one export: of a ZIP, of a folder, or one file alone; what it cannot give is an ImportRejected."""

    @property
    def name(self) -> str:
        """The name of the export itself."""

    def names(self) -> list[str]:
        """Return the names of its files, folders in them parted by "/"."""

    def read(self, name: str) -> bytes:
        """Return a whole file."""

    def open(self, name: str) -> IO[bytes]:
        """Return a file that is read piece by piece."""


class Source(Protocol):
    """What every module says that reads a source: `app/exchange/<source>/source.py`."""

    KIND: str  # of its Space
    CANNOT_TELL: tuple[Message, ...]  # what the source does not tell, and what that does to numbers

    def recognise(self, reader: Reader) -> bool:
        """Return whether an export is of this source, by what it holds."""

    def space(self, reader: Reader) -> Space:
        """Return where its activity took place; a name of "" is one that the source does not tell."""

    def blocks(self, reader: Reader) -> Iterator[Block]:
        """Yield what an export tells, part by part."""


class Gathering:
    """What was read and is not handed out yet."""

    def __init__(self) -> None:
        self.file = ""
        self.activities: list[InActivity] = []
        self._empty()

    def _empty(self) -> None:
        self.people: list[InPerson] = []
        self.places: list[InPlace] = []
        self.activities = []
        self.figures: list[InFigure] = []
        self.refused: list[Refused] = []

    def refuse(self, place: object, reason: Message) -> None:
        """Take note of something in the current file that does not come in."""
        self.refused.append(Refused(text_of(self.file), text_of(str(place)[:200]), reason))

    def full(self) -> bool:
        """Return whether there is enough for a block."""
        return len(self.activities) + len(self.people) + len(self.figures) + len(self.refused) >= FULL

    def handed_out(self) -> Iterator[Block]:
        """Yield all of it as a block, nothing when there is none."""
        if self.people or self.places or self.activities or self.figures or self.refused:
            block = Block(
                self.file,
                tuple(self.people),
                tuple(self.places),
                self.activities,
                tuple(self.figures),
                tuple(self.refused),
            )
            self._empty()
            yield block


def json_in(reader: Reader, name: str) -> Any:
    """Return what a file of JSON holds; ImportRejected says why it cannot be read."""
    data = reader.read(name)
    if len(data) > OCTETS_MOST:
        raise ImportRejected(name, "", say("source.refused.large", n=OCTETS_MOST // 1024 // 1024))
    if data.count(b"[") + data.count(b"{") > INSIDE_MOST:
        raise ImportRejected(name, "", say("source.refused.many", n=INSIDE_MOST))
    try:
        return json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise ImportRejected(name, "", say("source.refused.broken")) from None


def text_of(value: object) -> str:
    """Return a text that can be kept, "" for anything else."""
    if type(value) is not str:
        return ""
    if len(value) > LONGEST:
        value = value[:LONGEST]
    return value if value.isascii() and "\0" not in value else UNKEPT.sub("", value)


def id_of(value: object) -> str:
    """Return an id as text, whether it was written as text or as a whole number; "" for anything else."""
    if type(value) is int:
        return str(value) if abs(value) < 10**30 else ""
    return text_of(value).strip()[:200]


def unpacked(reader: Reader, name: str) -> IO[bytes]:
    """Return a file to read piece by piece, whether it was packed by gzip or not."""
    file = reader.open(name)
    if file.read(2) == GZIP:
        file.close()
        return cast("IO[bytes]", GzipFile(fileobj=reader.open(name)))
    file.close()
    return reader.open(name)


def whole(reader: Reader, name: str) -> bytes:
    """Return a file, unpacked if need be; ImportRejected when there is too much of it, or it is damaged."""
    try:
        with unpacked(reader, name) as file:
            data = file.read(OCTETS_MOST + 1)
    except (BadGzipFile, EOFError, zlib.error):
        raise ImportRejected(name, "", say("source.refused.broken")) from None
    if len(data) > OCTETS_MOST:
        raise ImportRejected(name, "", say("source.refused.large", n=OCTETS_MOST // 1024 // 1024))
    return data


def beginning(reader: Reader, name: str, octets: int = 65_536) -> bytes:
    """Return how a file begins, b"" when that cannot be read."""
    try:
        with unpacked(reader, name) as file:
            return file.read(octets)
    except (ImportRejected, BadGzipFile, EOFError, zlib.error):
        return b""
