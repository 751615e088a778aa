"""Every command, in the order of the help. Their modules are imported when they run."""

from __future__ import annotations

from typing import Final

from app.commands.arguments import Command, Option, closest
from app.commands.formats import WHATS
from app.message import say

JSON: Final = Option("--json", say("command.option.json"))
FROM: Final = Option("--from", say("command.option.from"), "DATE")
TO: Final = Option("--to", say("command.option.to"), "DATE")
FILTER: Final = Option("--filter", say("command.option.filter"), "KEY=VALUE", many=True)
START: Final = Option("--start", say("command.option.start"), "DATE")
CONTENT: Final = Option("--lang", say("command.option.content"), "en|bg")
LANGUAGE: Final = Option("--lang", say("command.option.lang"), "en|bg")

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
    Command(
        "import",
        "app.commands.import_files",
        say("command.about.import"),
        places=("PLAYBOOK", "FILE…"),
        options=(
            Option("--as", say("command.option.as"), "KIND"),
            Option("--dry-run", say("command.option.dry_run")),
            JSON,
        ),
    ),
    Command(
        "export",
        "app.commands.export",
        say("command.about.export"),
        options=(
            Option("--pdf", say("command.option.pdf"), "FILE"),
            Option("--ics", say("command.option.ics"), "FILE"),
            Option("--csv", say("command.option.csv"), "FILE"),
            Option("--markdown", say("command.option.markdown"), "FILE"),
            Option("--html", say("command.option.html"), "FILE"),
            Option("--png", say("command.option.png"), "FILE"),
            Option("--svg", say("command.option.svg"), "FILE"),
            Option("--json-canvas", say("command.option.json_canvas"), "FILE"),
            Option("--excalidraw", say("command.option.excalidraw"), "FILE"),
            Option("--opml", say("command.option.opml"), "FILE"),
            Option("--mm", say("command.option.mm"), "FILE"),
            Option("--what", say("command.option.what"), "|".join(WHATS)),
            Option("--name", say("command.option.name"), "NAME"),
            FROM,
            TO,
            FILTER,
            Option("--profile", say("command.option.profile"), "full|members"),
            LANGUAGE,
            Option("--paper", say("command.option.paper"), "A4|Letter"),
            Option("--landscape", say("command.option.landscape")),
            Option("--outlook", say("command.option.outlook")),
        ),
    ),
    Command("events", "app.commands.events", say("command.about.events"), options=(FROM, TO, FILTER, JSON)),
    Command("measures", "app.commands.measures", say("command.about.measures"), options=(FROM, TO, JSON)),
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
    Command(
        "screenshots",
        "app.commands.screenshots",
        say("command.about.screenshots"),
        options=(
            Option("--out", say("command.option.out"), "DIR"),
            Option("--lang", say("command.option.one_language"), "en|bg"),
            Option("--theme", say("command.option.theme"), "light|dark"),
            Option("--size", say("command.option.size"), "WxH"),
            Option("--scale", say("command.option.scale"), "F"),
            Option("--today", say("command.option.today"), "DATE"),
        ),
    ),
)
CONTENT_LANGUAGES: Final = ("en", "bg")
HELP: Final = ("--help", "-h", "help")
VERSION: Final = ("--version",)


def is_command(word: str) -> bool:
    """Return whether the first word of a command line asks for something that needs no window, or wrongly tries to."""
    if word in HELP or word.startswith("-") or any(word == command.name for command in COMMANDS):
        return True
    return bool(command_like(word))


def command_like(word: str) -> str:
    """Return the command that a misspelt word means, "" when it may as well be the name of a file."""
    if any(sign in word for sign in "./\\"):
        return ""
    return closest(word, [command.name for command in COMMANDS])
