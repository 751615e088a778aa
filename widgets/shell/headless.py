"""The main job on a computer without a display: the real window, offscreen, drags an event and exports the plan."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter, iso_week
from app.errors import BugError
from app.message import Message, say
from app.playbook.files import Playbooks
from widgets.shell.computer_settings import LANGUAGE, REDUCE_MOTION, THEME, ComputerSettings
from widgets.shell.new_playbook import begin_sample
from widgets.shell.pages import CALENDAR
from widgets.shell.start import Lent, Start

if TYPE_CHECKING:
    from widgets.calendar.canvas_painted import PaintedCanvas
    from widgets.calendar.page import CalendarPage
    from widgets.shell.program import Program

MORNING: Final = datetime(2027, 3, 10, 8, 40, tzinfo=UTC)  # the day on which the sample is looked at
FROM, TO = date(2027, 3, 11), date(2027, 4, 15)  # out of a week that is too full into the emptiest
WIDTH, HEIGHT = 1440, 900
READY: Final = "ready"  # what the window says when it can be used
STEPS: Final = 12  # of the mouse on its way
PATIENCE: Final = 60_000  # milliseconds for the window to be ready
LANGUAGES: Final = ("en", "bg")
THEMES: Final = ("light", "dark")
MakePlaybooks = Callable[[Path, Callable[[], datetime]], Playbooks]


def do_main_job(out: Path, make: MakePlaybooks, version: str, told: Callable[[Message], None]) -> None:
    """Take pictures of the sample, drag an event to another week and write the plan into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["sedyanka"])
    with tempfile.TemporaryDirectory(prefix="sedyanka-") as folder:
        job = _Job(cast("QApplication", app), Path(folder), make, version)
        for language in LANGUAGES:
            job.open_sample(language)
            if language == LANGUAGES[0]:
                for message in job.drag():
                    told(message)
                job.export(out / "plan.pdf", out / "plan.ics")
            for theme in THEMES:
                job.take_picture(theme, out / f"calendar-{theme}-{language}.png")
        job.close()
    for name in sorted(path.name for path in out.iterdir()):
        told(say("command.headless.file", file=f"{out.name}/{name}"))


class _Job:
    """One window with one playbook after the other."""

    def __init__(self, app: QApplication, folder: Path, make: MakePlaybooks, version: str) -> None:
        self._app = app
        self._playbooks = make(folder, lambda: MORNING)
        self._settings = ComputerSettings(folder / "settings.json")
        self._settings.set(REDUCE_MOTION, True)
        self._settings.set(THEME, THEMES[0])
        self._version = version
        self._program: Program | None = None

    def open_sample(self, language: str) -> None:
        """Make the sample in one language and show it in the window."""
        self._settings.set(LANGUAGE, language)
        if self._program is None:
            self._program = self._started(begin_sample(self._playbooks, language))
        else:
            before = self._page().open_store().path
            self._program.opening.close_file()
            before.unlink()  # so that the next one takes its name
            self._program.opening.open_file(begin_sample(self._playbooks, language))
        self._program.go(CALENDAR.id, "")
        self._settle()

    def drag(self) -> list[Message]:
        """Drag an event with the mouse from one week to another; return what came of it."""
        before, key = self._plan(), self._key_on(FROM)
        view = self._view()
        start = view.mapFromGlobal(view.anchor(key).center())
        _drag(view, start, view.places.day_rect(TO).center())
        self._settle()
        after = self._plan()
        moved = after.occurrence(key)
        if moved is None or moved.day != TO:
            raise BugError("the drag went nowhere")
        weeks = [_week(before, after, after.week_of(day)) for day in (FROM, TO)]
        return [say("command.headless.drag", title=moved.event.title, first=FROM, last=TO), *weeks]

    def export(self, pdf: Path, ics: Path) -> None:
        """Write the plan as a person would hand it on."""
        from app.exchange.ics_choice import Profile
        from app.exchange.ics_out import write_calendar
        from widgets.common.words import words
        from widgets.printing.manuscript import gather
        from widgets.printing.options import PaperOptions
        from widgets.printing.pdf import write_pdf
        from widgets.printing.saving import save

        plan = self._plan()
        quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
        options = PaperOptions(quarter.first, quarter.last, language=plan.playbook.language)
        write_pdf(lambda *_: None, gather(plan, options), options, pdf)
        save(ics, write_calendar(plan, Profile.FULL, about=words).data)

    def take_picture(self, theme: str, path: Path) -> None:
        """Save what the window looks like in a theme."""
        self._settings.set(THEME, theme)
        self._settle()
        self._running().window.window().grab().save(str(path))

    def close(self) -> None:
        """Close the window."""
        self._running().quit()
        self._settle()

    def _started(self, path: Path) -> Program:
        loop = QEventLoop()
        lent = Lent(lambda: self._playbooks, (), self._version, lambda what: loop.quit() if what == READY else None)
        start = Start(self._app, self._settings, path, lent)
        start.show()
        QTimer.singleShot(PATIENCE, loop.quit)
        loop.exec()
        if start.program is None or not start.program.has_file():
            raise BugError("the window did not get ready")
        start.program.window.window().resize(WIDTH, HEIGHT)
        return start.program

    def _running(self) -> Program:
        if self._program is None:
            raise BugError("no window")
        return self._program

    def _page(self) -> CalendarPage:
        return cast("CalendarPage", self._running().window.pages.get(CALENDAR.id))

    def _view(self) -> PaintedCanvas:
        return cast("PaintedCanvas", self._page().views.current)

    def _plan(self) -> Plan:
        return Plan.read(self._page().open_store())

    def _key_on(self, day: date) -> Key:
        return self._plan().occurrences(day, day)[0].key

    def _settle(self) -> None:
        """Let the window do all that waits."""
        for _ in range(5):
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _week(before: Plan, after: Plan, week: date) -> Message:
    was, becomes = (plan.week_loads([week])[week] for plan in (before, after))
    number = iso_week(week, after.playbook.first_weekday)
    return say("command.headless.week", week=number, before=was.hours, after=becomes.hours, capacity=becomes.capacity)


def _drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move and release the mouse as a hand does."""
    _mouse(widget, QEvent.Type.MouseButtonPress, start)
    for step in range(1, STEPS + 1):
        _mouse(widget, QEvent.Type.MouseMove, start + (end - start) * step / STEPS)
        QApplication.processEvents()
    _mouse(widget, QEvent.Type.MouseButtonRelease, end)


def _mouse(widget: QWidget, what: QEvent.Type, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if what is QEvent.Type.MouseMove else left
    buttons = none if what is QEvent.Type.MouseButtonRelease else left
    place, on_screen = QPointF(at), QPointF(widget.mapToGlobal(at))
    modifiers = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(what, place, on_screen, button, buttons, modifiers))
