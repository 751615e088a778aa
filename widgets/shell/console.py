"""The streams of a command: what other programs read is UTF-8 on every system, and may be left before its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Final

INTERRUPTED: Final = 130


def out(text: str) -> None:
    """Print a line for people or programs."""
    sys.stdout.write(f"{text}\n")


def err(text: str) -> None:
    """Print a line of trouble or progress at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def attended(command: Callable[[], int]) -> int:
    """Run a command; return its exit code, 0 when whoever reads has enough, 130 when it was interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
