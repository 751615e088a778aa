"""The log of the program: what it did and what broke, never whose data it was.

Messages of our own name ids and counts only. What others say (errors of libraries hold values of rows) is left out or
made unrecognisable before it is written.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from typing_extensions import override

from app.errors import KnownError
from resources import FOLDER

FILE: Final = "sedyanka.log"
NATIVE: Final = "native-crash.log"
LARGEST: Final = 512 * 1024
OLD_ONES: Final = 3
SAYS_NO_DATA: Final = (AttributeError, TypeError, NameError, ImportError, NotImplementedError, RecursionError)
EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HANDLE: Final = re.compile(r"(?<![\w.])@\w[\w.-]*")
QUOTED: Final = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|„[^“\n]*“|‘[^’\n]*’|“[^”\n]*”")
NAME_OF_CODE: Final = re.compile(r"['\"]<?[A-Za-z_][A-Za-z0-9_.]*>?['\"]")
PATH: Final = re.compile(r"(?:/(?:home|Users|root)(?:/[^/\s'\":,]+)*|[A-Za-z]:\\Users(?:\\[^\\\s'\":,]+)*)")


def unrecognisable(text: str, *, names_of_code: bool = False) -> str:
    """Return a text without addresses, handles, private paths and whatever is quoted.

    Names of code may stay quoted where nothing else can be: in errors that never hold data.
    """
    text = QUOTED.sub(lambda found: found[0] if names_of_code and NAME_OF_CODE.fullmatch(found[0]) else "<text>", text)
    text = EMAIL.sub("<e-mail>", text)
    text = HANDLE.sub("<handle>", text)
    return PATH.sub(_place, text)


def _place(found: re.Match[str]) -> str:
    """Keep of a path only the name of a module of ours."""
    last = re.split(r"[/\\]", found[0])[-1]
    return f"~/…/{last}" if last.endswith(".py") else "~/…"


def _code_place(file: str) -> str:
    """Return which code a file is, without where it was put."""
    path = Path(file)
    if path.is_relative_to(FOLDER.parent):
        return path.relative_to(FOLDER.parent).as_posix()
    return "/".join(path.parts[-2:])


def describe(error: BaseException) -> str:
    """Return where an error came from and of what kind it is; what it says only when that cannot be data."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"  {_code_place(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in frames
        if not frame.filename.startswith("<frozen")
    ]
    kind = type(error)
    said = ""
    if isinstance(error, KnownError):
        said = f": {error.what.id}"
    elif isinstance(error, SAYS_NO_DATA):
        said = f": {unrecognisable(str(error), names_of_code=True)}"
    lines.append(f"{kind.__module__}.{kind.__qualname__}{said}")
    return "\n".join(("Traceback (most recent call last):", *lines))


class _Formatter(logging.Formatter):
    @override
    def formatException(self, ei: Any) -> str:
        return describe(ei[1])

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        return unrecognisable(super().formatMessage(record))

    @override
    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # never what another formatter kept
        return super().format(record)


class _PrivateFile(RotatingFileHandler):
    @override
    def _open(self) -> Any:
        stream = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return stream


def start_log(folder: Path) -> Callable[[], None]:
    """Write the log into a folder that only its owner can read; return what ends that.

    Without such a folder there is no log: the work goes on.
    """
    root = logging.getLogger()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        handler = _PrivateFile(folder / FILE, maxBytes=LARGEST, backupCount=OLD_ONES, encoding="utf-8")
    except OSError:
        return lambda: None
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)

    def end() -> None:
        root.removeHandler(handler)
        handler.close()

    return end


def watch_native_crashes(folder: Path) -> None:
    """Let Python write where it was when the process itself breaks down."""
    with suppress(OSError):
        file = os.open(folder / NATIVE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        faulthandler.enable(file)


def log_error(error: BaseException, traced: TracebackType | None = None) -> None:
    """Write an error into the log."""
    logging.getLogger("sedyanka").error("broken", exc_info=error.with_traceback(traced or error.__traceback__))
