"""Commands as they are typed, without a process of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app.commands.plain import words_in
from app.commands.run import run
from app.commands.tools import PaperWish, PictureWish, Tools
from app.exchange.persona_markdown.writing import write_personas
from app.purpose.board_wish import BoardWish
from resources import templates
from resources.texts import find
from storage.outside_files import OutsideFiles
from storage.playbooks import SqlPlaybooks

TODAY = date(2027, 3, 10)


class Pencil:
    """Draws nothing, remembers what was wished for and writes words as plainly as the command line does."""

    def __init__(self) -> None:
        self.wishes: list[PaperWish | PictureWish | BoardWish] = []

    def pdf(self, plan: Any, wish: PaperWish, path: Path) -> int:
        self.wishes.append(wish)
        path.write_bytes(b"%PDF")
        return 3

    def png(self, plan: Any, wish: PaperWish, path: Path) -> None:
        self.wishes.append(wish)
        path.write_bytes(b"\x89PNG")

    def map(self, form: str, *what: Any) -> bytes:
        return {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF"}[form]

    def personas(self, form: str, contents: Any, *what: Any) -> bytes:
        return f"%PDF {what[-1]}".encode() if form == "pdf" else write_personas(contents)

    def guide(self, guide: Any, wish: Any, form: Any, size: str) -> bytes:
        return f"{form} {wish.version} {wish.language} {size}".encode()

    def board(self, wish: BoardWish) -> bytes:
        self.wishes.append(wish)
        return f"<{wish.form}".encode()

    def picture(self, data: bytes, name: str) -> bytes:
        return data

    def screenshots(self, playbook: Path, wish: PictureWish, folder: Path, told: Callable[[str], None]) -> None:
        self.wishes.append(wish)
        told("05-calendar.png")

    def words_in(self, language: str) -> Callable[[Any], str]:
        return words_in(language, find)

    def zone(self) -> str:
        return "Europe/Vienna"


class Typed:
    """What a person types, and what came of it."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.folder, self.language = folder, language
        self.pencil = Pencil()
        self.out: list[str] = []
        self.err: list[str] = []

    def __call__(self, *words: str) -> int:
        """Run a command; words with a dot and without a slash are files of the folder."""
        self.out, self.err = [], []
        tools = Tools(
            playbooks=SqlPlaybooks(),
            outside=OutsideFiles(),
            draws=self.pencil,
            words_in=lambda language: words_in(language, find),
            language=self.language,
            out=self.out.append,
            err=self.err.append,
            today=TODAY,
            communities=templates.COMMUNITIES,
            content=templates.content,
            version="1.2.3",
        )
        return run([self._place(word) for word in words], tools)

    def json(self, *words: str) -> Any:
        """Return what a command prints as JSON."""
        assert self(*words, "--json") in {0, 2}
        return json.loads("\n".join(self.out))

    def file(self, name: str) -> Path:
        return self.folder / name

    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if not path.name.endswith((".lock", "-wal", "-shm")))

    def _place(self, word: str) -> str:
        is_file = (
            word.endswith(
                (
                    ".sedyanka",
                    ".ics",
                    ".pdf",
                    ".csv",
                    ".md",
                    ".html",
                    ".png",
                    ".txt",
                    ".canvas",
                    ".excalidraw",
                    ".svg",
                    ".opml",
                    ".mm",
                    ".zip",
                )
            )
            and "/" not in word
        )
        return str(self.folder / word) if is_file else word
