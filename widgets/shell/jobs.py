"""Heavy work in child processes, and what is written into the playbook step by step: one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.message import Message

if TYPE_CHECKING:
    from widgets.shell.child_job import ChildJob, Progress
    from widgets.shell.step_job import StepJob

    _J = TypeVar("_J", ChildJob, StepJob)


class ChildJobs(QObject):
    """Runs one job at a time, others wait; keeps the promise of `widgets.common.desk.Jobs`.

    Signals:
        changed: another job runs, or none, or one got further.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[ChildJob | StepJob] = deque()
        self._writing: deque[StepJob] = deque()  # only one at a time lays things beside the tables
        self.current: ChildJob | StepJob | None = None
        self.state = (0, 0, "")  # done, of, what

    def start(
        self,
        label: Message,
        work: Callable[..., Any],
        *values: Any,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Progress | None = None,
    ) -> ChildJob:
        """Call `work(report, *values)` in a child, after the jobs that were asked for before."""
        from widgets.shell.child_job import ChildJob, Work

        call = (work.__module__, work.__qualname__, values)
        job = ChildJob(Work(label, call, done, failed, progress), self)
        return self._queue(job)

    def write(
        self,
        label: Message,
        steps: Generator[float, None, Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> StepJob:
        """Walk steps that write, after those that were asked for before; what is small is done at once."""
        from widgets.shell.step_job import StepJob

        job = StepJob(label, steps, done, failed, self)
        if not self._writing:
            job.go_on()
        if job.over:
            job.retire()
            return job
        self._writing.append(job)
        return self._queue(job)

    def stop_writing(self) -> None:
        """Leave off what is being written: its playbook is going to be closed."""
        for job in reversed(self._writing.copy()):
            job.cancel()

    @property
    def waiting(self) -> int:
        """How many jobs wait behind the one that runs."""
        return len(self._waiting)

    def cancel_all(self) -> None:
        """End everything, at the end of the program."""
        from widgets.shell.child_job import ChildJob

        self.stop_writing()
        self._waiting.clear()
        if self.current is not None:
            self.current.cancel()
        for job in self.findChildren(ChildJob):
            job.bury()

    def _queue(self, job: _J) -> _J:
        job.moved.connect(self._on_moved)
        job.ended.connect(self._on_ended)
        self._waiting.append(job)
        self._next()
        return job

    def _next(self) -> None:
        if self.current is None and self._waiting:
            self.current = self._waiting.popleft()
            self.state = (0, 0, "")
            self.current.run()
        self.changed.emit()

    def _on_moved(self, done: int, of: int, what: str) -> None:
        self.state = (done, of, what)
        self.changed.emit()

    def _on_ended(self, job: ChildJob | StepJob) -> None:
        for waiting in (self._waiting, self._writing):
            if job in waiting:
                waiting.remove(job)  # type: ignore[arg-type]
        if self.current is job:
            self.current = None
        job.retire()
        self._next()
