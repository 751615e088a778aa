"""Every command, in the order of the help. Their modules are imported when they run."""

from __future__ import annotations

from typing import Final

from app.commands.arguments import Command, Option
from app.message import say

JSON: Final = Option("--json", say("command.option.json"))
FROM: Final = Option("--from", say("command.option.from"), "DATE")
TO: Final = Option("--to", say("command.option.to"), "DATE")
FILTER: Final = Option("--filter", say("command.option.filter"), "KEY=VALUE", many=True)
START: Final = Option("--start", say("command.option.start"), "DATE")
CONTENT: Final = Option("--lang", say("command.option.content"), "en|bg")
LANGUAGE: Final = Option("--lang", say("command.option.lang"), "en|bg")
TODAY: Final = Option("--today", say("command.option.today"), "DATE")

COMMANDS: Final = (
    Command(
        "new",
        "app.commands.new",
        say("command.about.new"),
        options=(
            Option("--template", say("command.option.template"), "NAME"),
            START,
            Option("--tz", say("command.option.tz"), "ZONE"),
            CONTENT,
        ),
    ),
    Command("sample", "app.commands.sample", say("command.about.sample"), options=(START, CONTENT)),
    Command(
        "generate",
        "app.commands.generate",
        say("command.about.generate"),
        options=(
            Option("--seed", say("command.option.seed"), "N"),
            Option("--events", say("command.option.events"), "N"),
            START,
            CONTENT,
        ),
    ),
    Command("events", "app.commands.events", say("command.about.events"), options=(FROM, TO, FILTER, JSON)),
    Command("verify", "app.commands.verify", say("command.about.verify")),
    Command(
        "backup",
        "app.commands.backup",
        say("command.about.backup"),
        options=(
            Option("--to", say("command.option.backup_to"), "FILE"),
            Option("--list", say("command.option.list")),
            JSON,
        ),
    ),
    Command("restore", "app.commands.restore", say("command.about.restore"), places=("PLAYBOOK", "FILE")),
)
CONTENT_LANGUAGES: Final = ("en", "bg")
HELP: Final = ("--help", "-h", "help")
VERSION: Final = ("--version",)


def is_command(word: str) -> bool:
    """Return whether the first word of a command line asks for something that needs no window."""
    return word in HELP or word in VERSION or any(word == command.name for command in COMMANDS)
