"""Brings a calendar file in, phase by phase, and lets the window breathe: read, compare, wait for a word, write."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.calendar.plan import KINDS, Plan
from app.errors import KnownError
from app.exchange.ics.apply import apply_in_steps
from app.exchange.ics.merge import Comparison, ImportPlan
from app.exchange.ics.work import Packed, read_ics_file
from app.exchange.recognise import LOOKED_AT, FileKind, recognise
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import EVERYTHING, Store
from widgets.common.desk import Job, Jobs

BREATH: Final = 40  # so many events are compared between two looks at the clock
SLICE: Final = 0.010  # seconds of work between two looks at mouse and keys


class Phase(StrEnum):
    """What goes on."""

    READING = "reading"
    COMPARING = "comparing"
    WAITING = "waiting"
    WRITING = "writing"
    OVER = "over"


class ImportRun(QObject):
    """One file on its way into one playbook; nothing is written before `write`.

    Signals:
        moved: it got further (share of the phase, 0 … 1).
        compared: what the import will do can be looked at.
        written: it is in the playbook.
        failed: it cannot come in, or the writing did not work out (the error).
    """

    moved = Signal(float)
    compared = Signal()
    written = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, store: Store, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.phase = Phase.READING
        self.wanted = ImportPlan("")
        self.plan = Plan()
        self.foreign = False  # some of it was written by another program
        self._jobs, self._store = jobs, store
        self._job: Job | None = None
        self._packed: Packed | None = None
        self._comparison: Comparison | None = None
        self._steps: Iterator[float] = iter(())
        self._then: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def read(self) -> None:
        """Read the file in a child process, then compare it with the plan."""
        self.phase = Phase.READING
        try:
            self._refuse_playbook()
        except KnownError as error:
            self._fail(error)
            return
        playbook = next(self._store.of(Playbook).some([PLAYBOOK_ID]), self.plan.playbook)
        self._job = self._jobs.start(
            say("import.job", file=self.path.name),
            read_ics_file,
            str(self.path),
            playbook.zone,
            done=self._on_read,
            failed=self._fail,
            progress=lambda done, of, _: self.moved.emit(done / of if of else 0.0),
        )

    def compare(self) -> None:
        """Hold what the file brought against the plan as it is now."""
        if self._packed is None:
            return
        self.phase = Phase.COMPARING
        self._begin(self._compare(self._packed), self._on_compared)

    def write(self, wanted: ImportPlan) -> None:
        """Bring in what was chosen, as one step of undo."""
        self.phase = Phase.WRITING
        QTimer.singleShot(0, self, lambda: self._write(wanted))  # what has to be shown of it comes first

    def stop(self) -> None:
        """Put an end to whatever goes on; nothing of it stays."""
        self.phase = Phase.OVER
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._timer.stop()
        close = getattr(self._steps, "close", None)
        if close:
            close()

    @property
    def entries(self) -> int:
        """How many parts the file has."""
        return self._packed.head.components if self._packed else 0

    def _refuse_playbook(self) -> None:
        try:
            with self.path.open("rb") as file:
                head = file.read(LOOKED_AT)
        except OSError as error:
            raise KnownError(say("exchange.unreadable", file=self.path.name), say("exchange.unreadable.do")) from error
        if recognise(head) is FileKind.PLAYBOOK:
            raise KnownError(say("import.is_playbook", file=self.path.name), say("import.is_playbook.do"))

    def _compare(self, packed: Packed) -> Iterator[float]:
        self.foreign = False
        self.plan = plan = Plan()
        for kind in KINDS:
            plan.refresh(self._store, {kind: EVERYTHING})
            yield 0.0  # much of it may be there
        self._comparison = comparison = Comparison(packed.head, plan, self._store.new_id)
        for number, arrivals in enumerate(packed.arrivals()):
            for at, arrival in enumerate(arrivals):
                comparison.take(arrival)
                self.foreign |= not arrival.own
                if at % BREATH == 0:
                    yield (number + at / len(arrivals)) / len(packed.pieces)

    def _write(self, wanted: ImportPlan) -> None:
        """Write as one of the jobs: two imports at once would take each other's things for their own."""
        if self.phase is Phase.WRITING:
            self._job = self._jobs.write(
                say("import.job.writing", file=self.path.name),
                self._told(apply_in_steps(self._store, wanted)),
                done=lambda _: self._on_written(),
                failed=self._fail,
            )

    def _told(self, steps: Iterator[float]) -> Generator[float, None, None]:
        for share in steps:
            self.moved.emit(share)
            yield share

    def _begin(self, steps: Iterator[float], then: Callable[[], None]) -> None:
        self._steps, self._then = steps, then
        self._timer.start(0)

    def _go_on(self) -> None:
        end, share = perf_counter() + SLICE, None
        while perf_counter() < end:
            try:
                step = next(self._steps, None)
            except KnownError as error:
                self._fail(error)
                return
            if step is None:
                if share is None:  # what follows gets a turn of its own
                    self._timer.stop()
                    self._then()
                    return
                break
            share = step
        self.moved.emit(share)

    def _on_read(self, packed: Packed) -> None:
        self._job = None
        self._packed = packed
        self.compare()

    def _on_compared(self) -> None:
        assert self._comparison is not None
        self.phase = Phase.WAITING
        self.wanted = self._comparison.result()
        self.compared.emit()

    def _on_written(self) -> None:
        self._job = None
        self.phase = Phase.OVER
        self.written.emit()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._timer.stop()
        self.phase = Phase.OVER
        self.failed.emit(error)
