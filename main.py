"""The roof: reads the command line and hands what stands below to a command or to the window."""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.playbook.files import Playbooks

VERSION: Final = "0.1.0"
TIMED: Final = "--time"  # for who measures: prints when the window was painted and when it was ready


def main(words: list[str]) -> int:
    """Run the command that the first word names, or the window until it closes; return the exit code."""
    typed = [word for word in words if word != TIMED]
    if typed and not (typed[0].endswith(".sedyanka") and _has_display()):  # a window shall not wait for the commands
        from app.commands.registry import is_command

        if is_command(typed[0]) or not _has_display():
            return _run_command(typed)
    elif not _has_display():
        from widgets.shell import console
        from widgets.shell.headless import do_main_job

        return console.attended(lambda: do_main_job(Path("out"), _playbooks, VERSION))
    return _open_window(typed, timed=TIMED in words)


def _has_display() -> bool:
    """Asked before Qt, which ends the program when it finds none."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_window(files: list[str], *, timed: bool) -> int:
    from widgets.shell.sources import read_no_sources

    read_no_sources()
    from widgets.shell.start import Lent, run

    launch = (sys.executable, str(Path(__file__).resolve()))
    lent = Lent(_prepared, launch, VERSION, _tell_time if timed else lambda _: None)
    return run(Path(files[0]) if files else None, lent)


def _playbooks(data: Path | None = None, now: Callable[[], datetime] | None = None) -> Playbooks:
    from storage.playbooks import SqlPlaybooks

    return SqlPlaybooks(data, now=now) if now else SqlPlaybooks(data)


def _prepared() -> Playbooks:
    """Load storage; called in a thread while the window is put together."""
    from storage.playbooks import SqlPlaybooks

    playbooks = SqlPlaybooks()
    playbooks.prepare()
    return playbooks


def _tell_time(what: str) -> None:
    print(f"{what} {time.time():.4f}", flush=True)


def _run_command(words: list[str]) -> int:
    from app.commands.plain import language_from, words_in
    from app.commands.run import run
    from app.commands.tools import Tools
    from resources import templates
    from resources.texts import LANGUAGES, find
    from storage.outside_files import OutsideFiles
    from widgets.shell import console
    from widgets.shell.drawing import Drawing

    tools = Tools(
        playbooks=_playbooks(),
        outside=OutsideFiles(),
        draws=Drawing(_playbooks, VERSION),
        words_in=lambda language: words_in(language, find),
        language=language_from(os.environ, LANGUAGES),
        out=console.out,
        err=console.err,
        today=datetime.now().astimezone().date(),
        communities=templates.COMMUNITIES,
        content=templates.content,
        version=VERSION,
    )
    return console.attended(lambda: run(words, tools))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
