"""Lends the store of a playbook to a command: a new one, one to read beside a window, or one to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.commands.tools import Tools
from app.errors import KnownError
from app.message import say
from app.store import Store


@contextmanager
def made(tools: Tools, path: Path) -> Iterator[Store]:
    """Lend the store of a new file and say that it was made; KnownError when it exists. A failure leaves no file."""
    store = tools.playbooks.create(path)
    try:
        yield store
    except BaseException:
        store.close()
        tools.outside.remove(path)
        raise
    store.close()
    tools.out(tools.words(say("command.made", file=path.name)))


@contextmanager
def reading(tools: Tools, path: Path) -> Iterator[Store]:
    """Lend the store of a file that a window may have open at the same time."""
    store = tools.playbooks.open(path, read_only=True)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(tools: Tools, path: Path) -> Iterator[Store]:
    """Lend the store of a file; KnownError when a window has it open, or when it cannot be written."""
    store = tools.playbooks.open(path)
    try:
        if store.read_only:
            raise KnownError(say("command.error.read_only", file=path.name))
        yield store
    finally:
        store.close()
