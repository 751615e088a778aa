"""Every page that is built, in the order of the rail. An entry names its module, which is imported on first use."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Final

from app.exchange.recognise import FileKind
from app.message import Message, say
from widgets.common.desk import Desk
from widgets.common.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """Where a page is in the rail and where it is in the code."""

    id: str
    title: Message
    icon: str
    group: Message | None  # None: at the bottom of the rail, or not in it
    module: str
    name: str
    needs_file: bool = True
    under: str = ""  # the page of the rail that it belongs to
    shows: tuple[str, ...] = ()  # kinds of things, as the search names them, that it can show
    takes: tuple[FileKind, ...] = ()  # files that it brings in when they are dropped on the window

    def preload(self) -> None:
        """Import the page before it is made."""
        import_module(self.module)


GROUPS: Final = (say("page.group.plan"), say("page.group.run"), say("page.group.listen"))
HOME: Final = PageEntry("home", say("page.home"), "house", GROUPS[0], "widgets.home.page", "HomePage")
PURPOSE: Final = PageEntry(
    "purpose", say("page.purpose"), "target", GROUPS[0], "widgets.purpose.page", "PurposePage",
    shows=("note", "board"), takes=(FileKind.BOARD,),
)  # fmt: skip
PERSONAS: Final = PageEntry(
    "personas", say("page.personas"), "users", GROUPS[0], "widgets.personas.page", "PersonasPage",
    shows=("persona", "persona_section", "persona_card"),
)  # fmt: skip
FUNNEL: Final = PageEntry(
    "funnel", say("page.funnel"), "network", GROUPS[0], "widgets.funnel.page", "FunnelPage",
    shows=("branch", "stage"), takes=(FileKind.OUTLINE,),
)  # fmt: skip
CALENDAR: Final = PageEntry(
    "calendar", say("page.calendar"), "calendar-range", GROUPS[0], "widgets.calendar.page", "CalendarPage",
    shows=("event",),
)  # fmt: skip
SETTINGS: Final = PageEntry(
    "settings", say("page.settings"), "settings", None, "widgets.settings.page", "SettingsPage", needs_file=False
)
START: Final = PageEntry(
    "start", say("page.start"), "house", None, "widgets.playbook.start_page", "StartPage", needs_file=False
)
RECOVERY: Final = PageEntry(
    "recovery", say("page.recovery"), "file-warning", None, "widgets.playbook.recovery_page", "RecoveryPage",
    needs_file=False,
)  # fmt: skip
EXPORT: Final = PageEntry(
    "export", say("page.export"), "file-up", None, "widgets.printing.page", "ExportPage", under=CALENDAR.id
)
TASKS: Final = PageEntry(
    "tasks", say("page.tasks"), "list-todo", GROUPS[1], "widgets.tasks.page", "TasksPage",
    shows=("task", "task_step"), takes=(FileKind.TASKS,),
)  # fmt: skip
MEMBERS: Final = PageEntry(
    "members", say("page.members"), "user", GROUPS[2], "widgets.members.page", "MembersPage", shows=("member",)
)
WORKFLOWS: Final = PageEntry(
    "workflows", say("page.workflows"), "workflow", GROUPS[1], "widgets.workflows.page", "WorkflowsPage",
    shows=("rule", "sequence", "sequence_step", "pipeline_entry"),
)  # fmt: skip
GUIDE: Final = PageEntry(
    "guide", say("page.guide"), "book-open", GROUPS[1], "widgets.guide.page", "GuidePage",
    shows=(
        "chapter", "tone_line", "scenario", "escalation", "strike_level", "guide_role", "reply", "reply_text",
        "resource", "known_answer", "incident",
    ),
)  # fmt: skip
PLANS: Final = PageEntry(
    "plans", say("page.plans"), "clipboard-check", GROUPS[1], "widgets.plans.page", "PlansPage",
    shows=("procedure", "procedure_step", "audience", "plan_text", "tactic", "tactic_message"),
)  # fmt: skip
PAGES: Final = (HOME, PURPOSE, PERSONAS, FUNNEL, CALENDAR, TASKS, WORKFLOWS, GUIDE, PLANS, MEMBERS)
EVERY: Final = {entry.id: entry for entry in (*PAGES, EXPORT, SETTINGS, START, RECOVERY)}

# (module, function): called with the window, the desk, the open store and what it is about; it may return an overlay.
DIALOGS: Final = {
    "import": ("widgets.exchange.import_dialog", "open_import"),
    "copy-ics": ("widgets.printing.copying", "copy_as_ics"),
}


def make(entry: PageEntry, desk: Desk) -> Page:
    """Import a page and make it."""
    page: Page = getattr(import_module(entry.module), entry.name)(desk)
    return page
