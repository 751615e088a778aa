"""What is to be seen of members, sequences, pipelines and prompts, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from app.members.merging import Reason, reasons
from widgets.shell.offscreen import Offscreen
from widgets.shell.pages import MEMBERS, WORKFLOWS

if TYPE_CHECKING:
    from widgets.members.page import MembersPage
    from widgets.workflows.page import WorkflowsPage


def pictures_of_people(window: Offscreen) -> list[tuple[str, Callable[[], object]]]:
    """Return the names of pictures, and what brings each on the screen."""
    return [
        ("members-person", lambda: _members(window).show_thing(_first_member(window))),
        ("members-merge", lambda: _merge(window)),
        ("members-paste", lambda: _members(window).paste_names()),
        ("workflows-sequence", lambda: _open_step(window)),
        ("workflows-people", lambda: _people(window)),
        ("workflows-start", lambda: _start(window)),
        ("workflows-board", lambda: _entry(window)),
        ("workflows-prompts", lambda: _sequences(window).show_key("prompts")),
    ]


def _members(window: Offscreen) -> MembersPage:
    window.program.go(MEMBERS.id, "")
    return cast("MembersPage", window.program.window.pages.get(MEMBERS.id))


def _sequences(window: Offscreen) -> WorkflowsPage:
    """Show the first sequence."""
    window.program.go(WORKFLOWS.id, "")
    page = cast("WorkflowsPage", window.program.window.pages.get(WORKFLOWS.id))
    page.show_thing(next(iter(page.sequences.flows.sequences), ""))
    page.sequences.side.tabs.setCurrentIndex(0)
    return page


def _first_member(window: Offscreen) -> str:
    return next(iter(_members(window).people.model.ids()), "")


def _merge(window: Offscreen) -> None:
    """Ask about two neighbours for whom most speaks that they are one."""
    page = _members(window)
    ids = page.people.model.ids()
    people = page.members.all
    likely = [pair for pair in pairwise(ids) if Reason.EMAIL in reasons(people[pair[0]], people[pair[1]])]
    for one, other in (likely or list(pairwise(ids)))[:1]:
        page.asking.merge(one, other)


def _open_step(window: Offscreen) -> None:
    page = _sequences(window)
    steps = page.sequences.flows.steps.get(page.sequences.shown, [])
    page.sequences.line.open(steps[1].id if len(steps) > 1 else "")


def _people(window: Offscreen) -> None:
    page = _sequences(window)
    page.sequences.line.open("")
    page.sequences.side.show_people_tab()


def _start(window: Offscreen) -> None:
    _sequences(window).sequences.ask_start()


def _entry(window: Offscreen) -> None:
    page = _sequences(window)
    page.show_key("pipeline:contribution")
    for entry in list(page.pipelines.entries)[:1]:
        page.show_thing(entry)
