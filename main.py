"""The roof: reads the command line and hands what stands below to a command or to the window."""

from __future__ import annotations

import os
import sys
from datetime import datetime

from app.commands.registry import is_command


def main(words: list[str]) -> int:
    """Run the command that the first word names, or the window until it closes; return the exit code."""
    if words and is_command(words[0]):
        return _run_command(words)
    raise SystemExit("the window is being built")


def _run_command(words: list[str]) -> int:
    from app.commands.plain import language_from, show
    from app.commands.run import run
    from app.commands.tools import Tools
    from resources import templates
    from resources.texts import LANGUAGES, find
    from storage.outside_files import read_whole, remove, write_whole
    from storage.playbooks import SqlPlaybooks

    language = language_from(os.environ, LANGUAGES)
    tools = Tools(
        playbooks=SqlPlaybooks(),
        words=lambda message: find(language, message.id, dict(message.values), lambda value: show(value, language)),
        out=print,
        err=lambda text: print(text, file=sys.stderr, flush=True),
        read=read_whole,
        write=write_whole,
        remove=remove,
        today=datetime.now().astimezone().date(),
        zone=_zone,
        language=language,
        communities=templates.COMMUNITIES,
        content=templates.content,
        version="0.1.0",
    )
    return run(words, tools)


def _zone() -> str:
    from PySide6.QtCore import QTimeZone

    return QTimeZone.systemTimeZoneId().data().decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
