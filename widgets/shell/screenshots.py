"""Pictures of every page, palette, popover and dialog, for those who judge and for the README."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.calendar.plan import Plan
from app.calendar.quarter import DAYS
from app.playbook.files import Playbooks
from widgets.common.overlay import Overlay
from widgets.common.popover import Popover
from widgets.shell.offscreen import Offscreen
from widgets.shell.pages import CALENDAR, EVERY, FUNNEL, GUIDE, PLANS, RECOVERY, TASKS, WORKFLOWS
from widgets.shell.pictures_of_handover import pictures_of_handover
from widgets.shell.pictures_of_people import pictures_of_people
from widgets.shell.pictures_of_personas import pictures_of_personas
from widgets.shell.pictures_of_the_guide import pictures_of_the_guide

if TYPE_CHECKING:
    from app.commands.tools import PictureWish
    from app.playbook.files import DamageReport
    from widgets.funnel.page import FunnelPage
    from widgets.playbook.recovery_page import RecoveryPage
    from widgets.workflows.page import WorkflowsPage

MORNING: Final = time(10, 40)
MORE: Final = """BEGIN:VEVENT
UID:breakfast@elsewhere.example
DTSTAMP:20270101T080000Z
DTSTART;TZID=Europe/Sofia:{day}T090000
DTEND;TZID=Europe/Sofia:{day}T100000
SUMMARY:Partner breakfast
END:VEVENT
BEGIN:VEVENT
UID:fair@elsewhere.example
DTSTAMP:20270101T080000Z
DTSTART;VALUE=DATE:{day}
RRULE:FREQ=MONTHLY;COUNT=3
SUMMARY:Trade fair
END:VEVENT
BEGIN:VEVENT
UID:broken@elsewhere.example
DTSTAMP:20270101T080000Z
SUMMARY:Without a start
END:VEVENT
"""
MakePlaybooks = Callable[[Path | None, Callable[[], datetime] | None], Playbooks]
Shot = tuple[str, Callable[[], object]]  # name, and what brings it on the screen


def take(playbook: Path, make: MakePlaybooks, version: str, wish: PictureWish, folder: Path) -> Iterator[str]:
    """Take all pictures of a copy of a playbook, and yield their names as they are written."""
    with tempfile.TemporaryDirectory(prefix="sedyanka-") as temporary:
        here = Path(temporary)
        playbooks = make(here, lambda: _moment(wish))
        copy, calendar = here / playbook.name, here / "calendar.ics"
        make(None, None).back_up(playbook, "manual", copy)
        for reason in ("automatic", "manual"):
            playbooks.back_up(copy, reason)
        folder.mkdir(parents=True, exist_ok=True)
        window = Offscreen(playbooks, here, version, (wish.width, wish.height), wish.scale)
        try:
            window.open(copy)
            _write_calendar(window, calendar)
            yield from _taken(window, wish, folder, lambda: _shots(window, playbooks.damage(copy), calendar))
        finally:
            window.close()  # also when a picture failed: what is told of that needs no window


def _taken(window: Offscreen, wish: PictureWish, folder: Path, shots: Callable[[], list[Shot]]) -> Iterator[str]:
    """Take the pictures in every language and theme that was wished for."""
    for language in wish.languages:
        window.speak(language)
        for theme in wish.themes:
            window.dress(theme)
            for name, show in shots():
                show()
                window.settle(lambda: window.program.jobs.current is None)
                window.take_picture(folder / f"{name}-{theme}-{language}.png")
                yield f"{name}-{theme}-{language}.png"
                _leave(window)


def _moment(wish: PictureWish) -> datetime:
    return datetime.combine(wish.today, MORNING, ZoneInfo("Europe/Sofia"))


def _write_calendar(window: Offscreen, path: Path) -> None:
    """Write a calendar for the import dialog: the plan as it is, with something new and something broken."""
    from app.exchange.ics.choice import Profile
    from app.exchange.ics.writing import write_calendar

    plan = Plan.read(window.page.open_store())
    data, day = write_calendar(plan, Profile.FULL).data, window.page.quarter.first + timedelta(days=16)
    more = MORE.format(day=f"{day:%Y%m%d}").replace("\n", "\r\n").encode()
    end = data.rindex(b"END:VCALENDAR")
    path.write_bytes(data[:end] + more + data[end:])


def _shots(window: Offscreen, report: DamageReport, calendar: Path) -> list[Shot]:
    """Return what is to be seen, one after the other."""
    program, run = window.program, window.program.actions.run
    pages = [page for page in EVERY if page not in {CALENDAR.id, FUNNEL.id, TASKS.id, GUIDE.id, RECOVERY.id}]
    return [
        ("calendar", lambda: run("view_quarter")),
        ("calendar-month", lambda: run("view_month")),
        ("calendar-agenda", lambda: run("view_agenda")),
        ("calendar-matrix", lambda: run("view_matrix")),
        ("calendar-backlog", lambda: run("panel_backlog")),
        ("calendar-inspector", lambda: _open_inspector(window)),
        ("calendar-list", lambda: _open_list(window)),
        ("calendar-scope", lambda: _ask_scope(window)),
        ("calendar-capacity", lambda: run("capacity")),
        ("calendar-rhythm", lambda: run("fill_quarter")),
        ("palette", program.show_palette),
        ("shortcuts", program.show_shortcuts),
        ("import", lambda: program.go("import", str(calendar))),
        *((page, partial(program.go, page, "")) for page in pages),
        ("funnel", lambda: _show_funnel(window, "funnel_map")),
        ("funnel-branch", lambda: _show_funnel(window, "funnel_map", of_branch=True)),
        ("funnel-outline", lambda: _show_funnel(window, "funnel_outline", of_branch=True)),
        ("funnel-table", lambda: _show_funnel(window, "funnel_table", of_branch=True)),
        ("tasks", lambda: _show_tasks(window, "tasks_board")),
        ("tasks-list", lambda: _show_tasks(window, "tasks_list", "task_open")),
        ("workflows-rule", lambda: _show_rule(window, "prepare")),
        *pictures_of_people(window),
        *pictures_of_personas(window),
        *pictures_of_the_guide(window),
        *pictures_of_handover(window),
        ("plans-communication", lambda: program.go(PLANS.id, "communication")),
        ("plans-action", lambda: program.go(PLANS.id, "action")),
        ("plans-tactics", lambda: program.go(PLANS.id, "tactics")),
        (RECOVERY.id, lambda: _show_damage(window, report)),
    ]


def _show_tasks(window: Offscreen, *actions: str) -> None:
    """Show the tasks, and do what they offer."""
    window.program.go(TASKS.id, "")
    for action in actions:
        window.program.actions.run(action)


def _show_rule(window: Offscreen, key: str) -> None:
    """Show a ready rule, dry-run."""
    window.program.go(WORKFLOWS.id, "")
    rules = cast("WorkflowsPage", window.program.window.pages.get(WORKFLOWS.id)).rules
    there = (whole.rule for whole in rules.rules.values() if whole.rule.key == key)
    if rule := next(there, None):
        window.program.go(WORKFLOWS.id, rule.id)
    else:
        rules.take(key)
    rules.try_out()
    rules.editor.sentence.open_first()


def _show_funnel(window: Offscreen, view: str, *, of_branch: bool = False) -> None:
    """Show the funnel in one of its views, with the first branch that became something selected when that is wanted."""
    window.program.go(FUNNEL.id, "")
    page = cast("FunnelPage", window.program.window.pages.get(FUNNEL.id))
    window.program.actions.run(view)
    there = [key for key in page.funnel.in_order() if key in page.results]
    page.select(there[:1] if of_branch else [])
    page.fit()


def _open_inspector(window: Offscreen) -> None:
    """Open the event that has the most to tell: still ahead, once, at a time, its preparation begun."""
    page = window.page
    there = page.plan.occurrences(page.quarter.first, page.quarter.last)
    steps = page.plan.checklist
    begun = [it for it in there if it.at and not it.repeats and len({s.done for s in steps.get(it.event.id, [])}) == 2]
    ahead = [it for it in begun if it.day >= page.today]
    for it in (ahead or begun or there)[:1]:
        page.reveal(it.key)
        page.open_selection()


def _open_list(window: Offscreen) -> None:
    """Open the list of the first day that shows only some of its events."""
    quarter = window.page.quarter
    days = (quarter.first + timedelta(days=number) for number in range(DAYS))
    day = next((day for day in days if window.view.places.plus_rect(day).isValid()), None)
    if day:
        window.view.open_list(day)


def _ask_scope(window: Offscreen) -> None:
    """Move one of a series by key, so that it is asked how much of it is meant."""
    page = window.page
    there = page.plan.occurrences(page.quarter.first, page.quarter.last)
    repeating = [it for it in there if it.repeats and page.quarter.contains(it.day + timedelta(days=8))]
    for it in repeating[len(repeating) // 3 :][:1]:
        page.reveal(it.key)
        page.select([it.key])
        _press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, window)


def _show_damage(window: Offscreen, report: DamageReport) -> None:
    cast("RecoveryPage", window.program.window.pages.get(RECOVERY.id)).show_report(report)
    window.program.go(RECOVERY.id, "")


def _leave(window: Offscreen) -> None:
    """Close whatever lies over the page, and go back to the quarter."""
    frame = window.program.window.window()
    over: list[Overlay | Popover] = [*frame.findChildren(Overlay), *frame.findChildren(Popover)]
    for one in over:
        if one.isVisible():
            one.dismiss()
    window.program.go(CALENDAR.id, "")
    window.page.side.close_inspector()
    window.page.select([])
    window.program.actions.run("panel_palette")
    window.program.actions.run("view_quarter")
    window.view.setFocus()
    window.settle()


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier, window: Offscreen) -> None:
    for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.view, QKeyEvent(what, key, modifiers))
