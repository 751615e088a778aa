"""Reads the program as text and as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("app", "storage", "widgets", "resources")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def python_files(*folders: str) -> Iterator[Path]:
    for folder in folders or FLOORS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def program_files() -> list[Path]:
    return [ROOT / "main.py", *python_files()]


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
