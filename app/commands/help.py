"""Tells what can be typed."""

from __future__ import annotations

from app.commands.arguments import Command
from app.commands.formats import FORMATS, WHATS
from app.commands.registry import COMMANDS
from app.commands.tools import Tools
from app.message import say


def show_all(tools: Tools) -> None:
    """Print every command with what it is for."""
    tools.out(tools.words(say("command.help.intro")))
    tools.out("")
    width = max(len(command.name) for command in COMMANDS)
    for command in COMMANDS:
        tools.out(f"  {command.name:{width}}  {tools.words(command.about)}")
    tools.out("")
    for command in COMMANDS:
        tools.out(f"  {command.usage}")
    tools.out("")
    show_table(tools)
    tools.out("")
    tools.out(tools.words(say("command.help.more")))


def show_table(tools: Tools) -> None:
    """Print which --what goes into which file."""
    tools.out(tools.words(say("command.help.table")))
    heads = [f"--{name}" for name in FORMATS]
    rows = [("--what", heads)]
    rows += [(what, ["x" if what in whats else "-" for whats in FORMATS.values()]) for what in WHATS]
    for name, cells in rows:
        columns = [f"{cell:{len(head)}}" for cell, head in zip(cells, heads, strict=True)]
        tools.out("  ".join(("", f"{name:8}", *columns)).rstrip())


def show_one(command: Command, tools: Tools) -> None:
    """Print how one command is typed."""
    tools.out(command.usage)
    tools.out(tools.words(command.about))
    named = [f"{option.name} {option.value}".rstrip() for option in command.options]
    width = max(map(len, named), default=0)
    for text, option in zip(named, command.options, strict=True):
        tools.out(f"  {text:{width}}  {tools.words(option.about)}")
    if command.name == "export":
        tools.out("")
        show_table(tools)
