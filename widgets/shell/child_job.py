"""One piece of heavy work in a child process: spawned, killable, told by frames over a pipe."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.errors import BugError
from app.message import Message
from resources import FOLDER
from widgets.shell.worker import BROKEN, DONE, FAILED, HEAD, PROGRESS, frame

PATIENCE: Final = 2000  # ms for a killed child to be gone
Progress = Callable[[int, int, str], None]
START: Final = "import sys; sys.path.insert(0, {root!r}); from widgets.shell.worker import serve; serve()"


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done, and who wants to know."""

    label: Message
    call: tuple[str, str, tuple[Any, ...]]  # module, function, values
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progress: Progress | None = None


class ChildJob(QObject):
    """One piece of work in a process of its own; keeps the promise of `widgets.common.desk.Job`.

    Signals:
        moved: it got further (done, of, what).
        ended: it is over: done, failed or cancelled (the job itself: a closure that held it would keep the sender
            alive through its own end, which crashes).
    """

    moved = Signal(int, int, str)
    ended = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.work, self.label = work, work.label
        self._process: QProcess | None = None
        self._bytes = bytearray()
        self._over = False

    def run(self) -> None:
        """Start the child."""
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(sys.executable, ["-c", START.format(root=str(FOLDER.parent))])
        process.write(frame(self.work.call))

    def cancel(self) -> None:
        """End it at once; nothing of it is kept."""
        self._end()
        self.bury()

    def bury(self) -> None:
        """Kill the child if it is still there, and wait until it is gone: Qt must not find it alive later."""
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def retire(self) -> None:
        """Go as soon as the child is gone: it has answered, but may not have ended yet."""
        if self._process is None or self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.finished.connect(self.deleteLater)

    def _on_output(self) -> None:
        if self._process is None:
            return
        self._bytes += self._process.readAllStandardOutput().data()
        while not self._over and len(self._bytes) >= HEAD.size:
            size = HEAD.size + HEAD.unpack_from(self._bytes)[0]
            if len(self._bytes) < size:
                return
            kind, what = pickle.loads(bytes(self._bytes[HEAD.size : size]))  # noqa: S301  (our own child wrote it)
            del self._bytes[:size]
            self._take(kind, what)

    def _take(self, kind: str, what: Any) -> None:
        if kind == PROGRESS:
            self.moved.emit(*what)
            if self.work.progress is not None:
                self.work.progress(*what)
            return
        self._end()
        match kind:
            case _ if kind == DONE:
                self.work.done(what)
            case _ if kind == FAILED:
                self.work.failed(what)
            case _ if kind == BROKEN:
                self.work.failed(BugError(what))

    def _on_finished(self) -> None:
        self._on_output()
        self._die("the child process ended without an answer")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._die("the child process did not start")

    def _die(self, why: str) -> None:
        if not self._over:
            self._end()
            self.work.failed(BugError(why))

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(self)
