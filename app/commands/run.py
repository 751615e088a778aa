"""Runs what was typed: one command, its trouble told in one line."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from app.commands.arguments import Command, understand
from app.commands.help import show_all, show_one
from app.commands.registry import COMMANDS, HELP, VERSION, command_like
from app.commands.tools import Tools
from app.errors import KnownError
from app.message import say

DONE, REFUSED = 0, 2


def run(words: Sequence[str], tools: Tools) -> int:
    """Run the command that the words name; return the exit code: 0 when done, 2 when a person can mend it."""
    try:
        return _run(words[0], list(words[1:]), tools)
    except KnownError as trouble:
        parts = [trouble.what] if trouble.remedy is None else [trouble.what, trouble.remedy]
        tools.err(" ".join(tools.words(part) for part in parts))
        return REFUSED


def _run(name: str, words: list[str], tools: Tools) -> int:
    if name in VERSION:
        tools.out(f"Sedyanka {tools.version}")
        return DONE
    if name in HELP:
        show_one(_named(words[0]), tools) if words else show_all(tools)
        return DONE
    command = _named(name)
    if any(word in HELP for word in words if word.startswith("-")):
        show_one(command, tools)
        return DONE
    given = understand(command, words)
    return int(import_module(command.module).run(tools, given))


def _named(name: str) -> Command:
    """Return the command of that name; KnownError says what else may have been meant."""
    for command in COMMANDS:
        if command.name == name:
            return command
    meant = command_like(name)
    if meant:
        raise KnownError(say("command.error.misspelt", word=name, meant=meant), say("command.error.unknown.do"))
    option = name.startswith("-")
    what = say("command.error.unknown", word=name) if option else say("command.error.no_display", word=name)
    raise KnownError(what, say("command.error.unknown.do"))
