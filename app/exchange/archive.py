"""The files inside a ZIP that comes from outside: looked at before anything is unpacked, read piece by piece.

Limits: `evidence/reliability.md` §3. Nothing is ever written to disk, so names lead nowhere; those that would are
refused all the same, since whoever made them meant harm.
"""

from __future__ import annotations

import io
import stat
import struct
import zlib
from collections.abc import Iterable
from typing import IO, Final, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from typing_extensions import Buffer, override

from app.errors import ImportRejected
from app.exchange.reading import Reader
from app.message import Message, say

MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
FILES_MOST: Final = 200_000
READ_MOST: Final = 8 * 1024**3  # octets of all files together, as far as they are really read
FILE_MOST: Final = 64 * 1024**2  # of one file that is read as a whole
LIST_MOST: Final = 64 * 1024**2  # of the list of files, which has to be read before it can be looked at
RATIO_MOST: Final = 200
RATIO_FROM: Final = 1024**2
END: Final = struct.Struct("<4s4H2LH")
END_64: Final = struct.Struct("<4sQ2H2L4Q")
LINK_64: Final = struct.Struct("<4sLQL")
TAIL: Final = END.size + 65_535
HEAD: Final = 30  # octets before the name of a file inside
BROKEN: Final = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Archive(Reader, Protocol):
    """The files of an export, and how far they are read."""

    @property
    def size(self) -> int:
        """How many octets there are to read."""

    @property
    def given(self) -> int:
        """How many of them were read so far, some perhaps twice."""


class Given:
    """Counts what is read out of an export, and ends what does not end."""

    def __init__(self) -> None:
        self.octets = 0

    def take(self, name: str, octets: int) -> None:
        """Count octets; ImportRejected when there are too many."""
        self.octets += octets
        if self.octets > READ_MOST:
            raise ImportRejected(name, "", say("archive.refused.much", n=READ_MOST // 1024**3))


class Stream(io.RawIOBase):
    """A file of an export that is read piece by piece; whatever is wrong with it is an ImportRejected."""

    def __init__(self, file: IO[bytes], name: str, given: Given) -> None:
        super().__init__()
        self._file, self._name, self._given = file, name, given

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        try:
            data = self._file.read(len(view))
        except (*BROKEN, OSError):
            raise ImportRejected(self._name, "", say("source.refused.broken")) from None
        self._given.take(self._name, len(data))
        view[: len(data)] = data
        return len(data)

    @override
    def close(self) -> None:
        self._file.close()
        super().close()


class ZipArchive:
    """Keeps the promise of Archive for a ZIP."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        """Look at the list of files; ImportRejected when this is no ZIP, or one that means harm."""
        self.name = name
        self._given = Given()
        try:
            _look_at_end(file, name)
            self._zip = ZipFile(file)
        except (*BROKEN, OSError, UnicodeDecodeError):
            raise ImportRejected(name, "", say("source.refused.broken")) from None
        self._files = _checked(self._zip.infolist(), name, self._zip.start_dir)
        self.size = max(1, sum(it.file_size for it in self._files.values()))

    @property
    def given(self) -> int:
        """How many octets were read so far."""
        return self._given.octets

    def names(self) -> list[str]:
        """Return the names of the files inside, but for archives in the archive."""
        return list(self._files)

    def read(self, name: str) -> bytes:
        """Return a whole file; ImportRejected when it is damaged or too large."""
        if self._info(name).file_size > FILE_MOST:
            raise ImportRejected(name, "", say("source.refused.large", n=FILE_MOST // 1024**2))
        try:
            data = self._zip.read(self._info(name))
        except (*BROKEN, OSError):
            raise ImportRejected(name, "", say("source.refused.broken")) from None
        self._given.take(name, len(data))
        return data

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read piece by piece."""
        try:
            inside = self._zip.open(self._info(name))
        except (*BROKEN, OSError):
            raise ImportRejected(name, "", say("source.refused.broken")) from None
        return io.BufferedReader(Stream(inside, name, self._given), 65_536)

    def close(self) -> None:
        """Give the file back."""
        self._zip.close()

    def _info(self, name: str) -> ZipInfo:
        if name not in self._files:
            raise ImportRejected(name, "", say("archive.refused.missing"))
        return self._files[name]


def harm_in(name: str) -> bool:
    """Return whether the name of a file would lead out of the folder that it is unpacked into, or hides something."""
    plain = name.replace("\\", "/")
    parts = plain.split("/")
    return ".." in parts or plain.startswith("/") or parts[0][1:2] == ":" or any(ord(letter) < 32 for letter in name)


def _checked(inside: Iterable[ZipInfo], archive: str, end: int) -> dict[str, ZipInfo]:
    found: dict[str, ZipInfo] = {}
    listed = sorted(inside, key=lambda it: it.header_offset)
    if len(listed) > FILES_MOST:
        raise ImportRejected(archive, "", say("archive.refused.files", n=FILES_MOST))
    for at, info in enumerate(listed):
        wrong = _wrong(info) or (say("archive.refused.twice") if info.filename in found else None)
        following = listed[at + 1].header_offset if at + 1 < len(listed) else end
        if info.header_offset + HEAD + len(info.orig_filename) + info.compress_size > following:
            wrong = wrong or say("archive.refused.overlap")
        if wrong:
            raise ImportRejected(archive, info.filename[:200], wrong)
        found[info.filename] = info
    return {
        name: info for name, info in found.items()
        if not info.is_dir() and not name.lower().endswith(".zip") and not name.startswith("__MACOSX/")
    }  # fmt: skip


def _wrong(info: ZipInfo) -> Message | None:
    if harm_in(info.orig_filename):
        return say("archive.refused.name")
    if stat.S_ISLNK(info.external_attr >> 16):
        return say("archive.refused.link")
    if info.flag_bits & 0x41:
        return say("archive.refused.encrypted")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return say("archive.refused.packing")
    if info.file_size > RATIO_FROM and info.file_size > info.compress_size * RATIO_MOST:
        return say("archive.refused.bomb", n=RATIO_MOST)
    return None


def _look_at_end(file: IO[bytes], name: str) -> None:
    """Refuse a list of files that would not fit into memory; it stands at the end, and what stands behind it tells."""
    size = file.seek(0, io.SEEK_END)
    start = file.seek(max(0, size - TAIL))
    tail = file.read(TAIL)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + END.size:
        raise BadZipFile
    _, _, _, _, files, octets, _, _ = END.unpack_from(tail, at)
    link = start + at - LINK_64.size
    if 0xFFFF in (files, octets & 0xFFFF) and link >= 0:
        file.seek(link)
        mark, _, where, _ = LINK_64.unpack(file.read(LINK_64.size))
        if mark == b"PK\x06\x07" and where < size:
            file.seek(where)
            *_, files, octets, _ = END_64.unpack(file.read(END_64.size))
    file.seek(0)
    if files > FILES_MOST:
        raise ImportRejected(name, "", say("archive.refused.files", n=FILES_MOST))
    if octets > LIST_MOST:
        raise ImportRejected(name, "", say("archive.refused.files", n=FILES_MOST))
