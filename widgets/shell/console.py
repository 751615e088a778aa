"""The streams of a command: what other programs read is UTF-8 on every system, and may be left before its end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import Final

from app.errors import KnownError
from app.message import Message, say

INTERRUPTED: Final = 130


def out(text: str) -> None:
    """Print a line for people or programs; KnownError when it cannot be kept where it goes."""
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as trouble:
        _leave(sys.stdout)
        raise KnownError(say("command.error.output", why=_why(trouble))) from trouble


def err(text: str) -> None:
    """Print a line of trouble or progress at once; there is nobody to tell when that fails."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        _leave(sys.stderr)


def attended(command: Callable[[], int]) -> int:
    """Run a command; return its exit code, 0 when whoever reads has enough, 130 when it was interrupted."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        return command()
    except BrokenPipeError:
        _leave(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _open_closed() -> None:
    """Open what was closed by whoever started us: the next file, maybe a playbook, would be taken for that stream."""
    for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False))  # noqa: SIM115


def _leave(stream: TextIOWrapper | object) -> None:
    """Let what is still to be written go nowhere, so that Python does not complain of it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
    os.close(nowhere)


def _why(trouble: OSError) -> Message:
    if trouble.errno == errno.ENOSPC:
        return say("command.why.full")
    return say("command.why.other", why=trouble.strerror or "")
