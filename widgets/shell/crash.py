"""What happens when something breaks: known errors are told calmly, others are logged and shown."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, qVersion

from app.errors import KnownError


class CrashGuard(QObject):
    """Catches what nobody else caught, in every thread.

    Signals:
        known: a person can act on it (a KnownError).
        broken: only we can mend it (what to tell us).
    """

    known = Signal(object)
    broken = Signal(str)

    def __init__(
        self, version: str, parent: QObject | None = None, *, start_log: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._version = version
        self._start_log = start_log  # called before the first error is logged; does nothing the second time

    def install(self) -> Callable[[], None]:
        """Listen everywhere from now on; return what ends that."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        last_resort, logging.lastResort = logging.lastResort, None  # it would print what errors say
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable

        def end() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before
            logging.lastResort = last_resort

        return end

    def report(self, error: BaseException) -> None:
        """Tell an error that somebody caught."""
        if isinstance(error, KnownError):
            self.known.emit(error)
        else:
            self._log(error)
            details = self._details(error)
            if sys.stderr is not None:  # there is none where the desktop starts programs without a console
                sys.stderr.write(f"{details}\n")
            self.broken.emit(details)

    def _log(self, error: BaseException) -> None:
        from widgets.shell.log import log_error

        self._start_log()
        log_error(error)

    def _details(self, error: BaseException) -> str:
        import platform

        from widgets.shell.log import describe

        system = f"{platform.system()} {platform.release()}"
        about = f"Sedyanka {self._version} · Python {platform.python_version()} · Qt {qVersion()} · {system}"
        return f"{about}\n\n{describe(error)}"

    def _on_error(self, kind: type[BaseException], error: BaseException, traced: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self.report(error.with_traceback(traced))

    def _on_thread_error(self, args: Any) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self.report(args.exc_value)

    def _on_unraisable(self, args: Any) -> None:
        if args.exc_value is not None:
            self._log(args.exc_value)
