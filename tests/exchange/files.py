"""Files of an export as tests make them, and what importers make of them."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import IO, Any

from app.activity.incoming import Block, InActivity, InFigure, InPerson, InPlace, Refused
from app.errors import ImportRejected
from app.message import say


class Files:
    """The files of one export, in memory."""

    def __init__(self, files: dict[str, Any], name: str = "export.zip") -> None:
        self.name = name
        self.files = {path: as_octets(holds) for path, holds in files.items()}

    def names(self) -> list[str]:
        return list(self.files)

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise ImportRejected(name, "", say("source.refused.broken"))
        return self.files[name]

    def open(self, name: str) -> IO[bytes]:
        return io.BytesIO(self.read(name))


def one_file(name: str, holds: Any) -> Files:
    return Files({name: holds}, name)


def packed(holds: Any) -> bytes:
    return gzip.compress(as_octets(holds))


def as_octets(holds: Any) -> bytes:
    if isinstance(holds, bytes):
        return holds
    return holds.encode() if isinstance(holds, str) else json.dumps(holds, ensure_ascii=False).encode()


@dataclass
class Told:
    """All that an importer told of an export."""

    people: dict[str, InPerson] = field(default_factory=dict)  # as they were told last
    places: dict[str, InPlace] = field(default_factory=dict)
    activities: list[InActivity] = field(default_factory=list)
    figures: list[InFigure] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    blocks: int = 0

    def of(self, kind: int) -> list[InActivity]:
        return [it for it in self.activities if it.kind == kind]

    def by_ext(self) -> dict[str, InActivity]:
        assert len({it.ext for it in self.activities}) == len(self.activities)
        return {it.ext: it for it in self.activities}

    def why(self) -> list[tuple[str, str]]:
        return [(it.place, it.reason.id) for it in self.refused]


def told_by(source: ModuleType, reader: Files) -> Told:
    return gathered(source.blocks(reader))


def gathered(blocks: Iterator[Block]) -> Told:
    told = Told()
    for block in blocks:
        told.blocks += 1
        told.people.update({it.ext: it for it in block.people})
        told.places.update({it.ext: it for it in block.places})
        told.activities.extend(block.activities)
        told.figures.extend(block.figures)
        told.refused.extend(block.refused)
    return told
