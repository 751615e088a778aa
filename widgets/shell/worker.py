"""The child process of a job: reads one piece of work from standard input, tells its progress and result in frames.

It imports no Qt. When the window dies, its end of the pipe closes and the child goes too.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO, Final

SELDOM: Final = (200_000, 20, 100)  # a short life makes little garbage; to look for it takes a fifth of the time
HEAD: Final = struct.Struct("!I")
APART: Final = 0.05  # seconds between two reports at least
PROGRESS: Final = "progress"
DONE: Final = "done"
FAILED: Final = "failed"
BROKEN: Final = "broken"


def frame(what: object) -> bytes:
    """Return a thing as bytes with their length before them."""
    body = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(body)) + body


def serve() -> None:
    """Do one piece of work: (module, function, values)."""
    gc.set_threshold(*SELDOM)
    out = _take_over_output()
    source = sys.stdin.buffer
    module, name, values = pickle.loads(_exactly(source, HEAD.unpack(_exactly(source, HEAD.size))[0]))  # noqa: S301
    threading.Thread(target=_end_with_the_window, args=(source,), daemon=True).start()
    answer = _answer(getattr(import_module(module), name), values, _reporter(out))
    out.write(answer)
    out.flush()
    os._exit(0)


def _answer(work: Callable[..., Any], values: tuple[Any, ...], report: Callable[[int, int, str], None]) -> bytes:
    try:
        return frame((DONE, work(report, *values)))
    except Exception as error:  # noqa: BLE001  border: whatever happens here is told to the window
        from app.errors import KnownError

        if isinstance(error, KnownError):
            return frame((FAILED, error))
        return frame((BROKEN, "".join(traceback.format_exception(error))))


def _reporter(out: BinaryIO) -> Callable[[int, int, str], None]:
    last = 0.0

    def report(done: int, of: int, what: str = "") -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= APART or done >= of:
            last = now
            out.write(frame((PROGRESS, (done, of, what))))
            out.flush()

    return report


def _take_over_output() -> BinaryIO:
    """Return standard output for frames only; what anybody prints goes to standard error."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        os._exit(1)
    return data


def _end_with_the_window(source: BinaryIO) -> None:
    source.read(1)
    os._exit(1)
