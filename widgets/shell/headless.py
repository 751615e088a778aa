"""The main job on a computer without a display: the real window, offscreen, drags an event and exports the plan."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter, iso_week
from app.commands.plain import language_from, words_in
from app.errors import BugError
from app.message import Message, say
from app.playbook.files import Playbooks
from resources.texts import LANGUAGES, find
from widgets.shell import console
from widgets.shell.new_playbook import begin_sample
from widgets.shell.offscreen import Offscreen

MORNING: Final = datetime(2027, 3, 10, 8, 40, tzinfo=UTC)  # the day on which the sample is looked at
FROM, TO = date(2027, 3, 11), date(2027, 4, 15)  # out of a week that is too full into the emptiest
SIZE: Final = (1440, 900)
STEPS: Final = 12  # of the mouse on its way
THEMES: Final = ("light", "dark")
MakePlaybooks = Callable[[Path, Callable[[], datetime]], Playbooks]


def do_main_job(out: Path, make: MakePlaybooks, version: str) -> int:
    """Take pictures of the sample, drag an event to another week and write the plan into a folder; return 0."""
    told = words_in(language_from(os.environ, LANGUAGES), find)
    console.out(told(say("command.headless.start", folder=out.name)))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sedyanka-") as folder:
        playbooks = make(Path(folder), lambda: MORNING)
        window = Offscreen(playbooks, Path(folder), version, SIZE, 1.0)
        for language in LANGUAGES:
            path = begin_sample(playbooks, language)
            window.dress(THEMES[0])
            window.speak(language)
            window.open(path)
            if language == LANGUAGES[0]:
                for message in _drag(window):
                    console.out(told(message))
                _export(window, out / "plan.pdf", out / "plan.ics")
            for theme in THEMES:
                window.dress(theme)
                window.take_picture(out / f"calendar-{theme}-{language}.png")
        window.close()
    for name in sorted(path.name for path in out.iterdir()):
        console.out(told(say("command.headless.file", file=f"{out.name}/{name}")))
    return 0


def _drag(window: Offscreen) -> list[Message]:
    """Drag an event with the mouse from one week to another; return what came of it."""
    before = _plan(window)
    key = before.occurrences(FROM, FROM)[0].key
    view = window.view
    _pull(view, view.mapFromGlobal(view.anchor(key).center()), view.places.day_rect(TO).center())
    window.settle()
    after = _plan(window)
    moved = after.occurrence(key)
    if moved is None or moved.day != TO:
        raise BugError("the drag went nowhere")
    weeks = [_week(before, after, after.week_of(day)) for day in (FROM, TO)]
    return [say("command.headless.drag", title=moved.event.title, first=FROM, last=TO), *weeks]


def _export(window: Offscreen, pdf: Path, ics: Path) -> None:
    """Write the plan as a person would hand it on."""
    from app.exchange.ics.choice import Profile
    from app.exchange.ics.writing import write_calendar
    from widgets.common.saving import save
    from widgets.common.words import words
    from widgets.printing.manuscript import gather
    from widgets.printing.options import PaperOptions
    from widgets.printing.pdf import write_pdf

    plan = _plan(window)
    quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
    options = PaperOptions(quarter.first, quarter.last, language=plan.playbook.language)
    write_pdf(lambda *_: None, gather(plan, options), options, pdf)
    save(ics, write_calendar(plan, Profile.FULL, about=words).data)


def _plan(window: Offscreen) -> Plan:
    return Plan.read(window.page.open_store())


def _week(before: Plan, after: Plan, week: date) -> Message:
    was, becomes = (plan.week_loads([week])[week] for plan in (before, after))
    number = iso_week(week, after.playbook.first_weekday)
    return say("command.headless.week", week=number, before=was.hours, after=becomes.hours, capacity=becomes.capacity)


def _pull(widget: QWidget, start: QPoint, end: QPoint) -> None:
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
