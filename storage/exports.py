"""Exports of other platforms as they lie on the disk: a ZIP, a folder, or one file."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from app.errors import ImportRejected
from app.exchange.archive import FILE_MOST, FILES_MOST, MAGIC, Archive, Given, Stream, ZipArchive, harm_in
from app.message import say
from storage import files


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Lend the files of an export; ImportRejected when it cannot be read."""
    try:
        if path.is_dir():
            yield Folder(path)
            return
        if not files.is_plain(path):
            raise ImportRejected(path.name, "", say("archive.refused.missing"))
        with path.open("rb") as file:
            head = file.read(4)
            file.seek(0)
            if head in MAGIC and path.suffix.lower() != ".xlsx":  # a workbook is a ZIP too, and one file to its reader
                archive = ZipArchive(file, path.name)
                try:
                    yield archive
                finally:
                    archive.close()
                return
        yield OneFile(path)
    except OSError as error:
        raise ImportRejected(path.name, "", say("archive.refused.unreadable")) from error


class Folder:
    """A folder of files: an export that somebody unpacked. Links are not followed."""

    def __init__(self, path: Path) -> None:
        self.name, self._path, self._given = path.name, path, Given()
        self._files: dict[str, Path] = {}
        self.size = 1
        for folder, _, names in os.walk(path):
            for name in names:
                file = Path(folder) / name
                if file.is_symlink() or not file.is_file() or name.lower().endswith(".zip"):
                    continue
                inside = file.relative_to(path).as_posix()
                if harm_in(inside):
                    raise ImportRejected(self.name, inside[:200], say("archive.refused.name"))
                self._files[inside] = file
                self.size += file.stat().st_size
                if len(self._files) > FILES_MOST:
                    raise ImportRejected(self.name, "", say("archive.refused.files", n=FILES_MOST))

    @property
    def given(self) -> int:
        """How many octets were read so far."""
        return self._given.octets

    def names(self) -> list[str]:
        """Return the names of the files, folders parted by "/"."""
        return sorted(self._files)

    def read(self, name: str) -> bytes:
        """Return a whole file; ImportRejected when it cannot be read or is too large."""
        with self.open(name) as file:
            data = file.read(FILE_MOST + 1)
        if len(data) > FILE_MOST:
            raise ImportRejected(name, "", say("source.refused.large", n=FILE_MOST // 1024**2))
        return data

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read piece by piece."""
        if name not in self._files:
            raise ImportRejected(name, "", say("archive.refused.missing"))
        try:
            return io.BufferedReader(Stream(self._files[name].open("rb"), name, self._given), 65_536)
        except OSError as error:
            raise ImportRejected(name, "", say("archive.refused.unreadable")) from error


class OneFile(Folder):
    """One file alone."""

    def __init__(self, path: Path) -> None:
        self.name, self._path, self._given = path.name, path, Given()
        self._files = {path.name: path}
        self.size = max(1, path.stat().st_size)
