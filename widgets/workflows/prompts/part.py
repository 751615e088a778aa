"""The bank of prompts on the page: filtered, copied, used, one's own written, given away and taken in as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KnownError
from app.exchange.prompts_file import write_prompts
from app.message import say
from app.store import Changes, Store
from app.tasks.today import today_of
from app.workflows import prompts
from app.workflows.enrolment import Enrolment
from app.workflows.prompt import Prompt, PromptKind, PromptUse
from app.workflows.prompts import STAGES, Banked, PromptFilter
from resources.templates import prompts as ready_prompts
from widgets.common.action import Action
from widgets.common.elided_label import ElidedLabel
from widgets.common.filter_chip import FilterChip
from widgets.common.flow_layout import FlowLayout
from widgets.common.hairline import hairline
from widgets.common.nav_list import NavRow
from widgets.common.page_over_store import PageOverStore
from widgets.common.saving import save
from widgets.common.search_field import SearchField
from widgets.common.words import language, tr
from widgets.workflows.prompts.bank_list import KIND_TEXTS, STAGE_TEXTS, BankList
from widgets.workflows.prompts.prompt_side import PromptSide
from widgets.workflows.prompts.reading import read_file
from widgets.workflows.sequences.wording import language_name

BANK: Final = "prompts"
FOLDER: Final = "prompts.folder"
WEEKS: Final = (4, 8, 12, 26)
USES: Final[Mapping[str, Callable[[Store, Banked, str], str]]] = {
    "task": prompts.use_as_task,
    "event": prompts.use_as_event,
    "loop": prompts.use_in_loop,
}
USED_TEXTS: Final[Mapping[str, str]] = {
    "task": "prompts.used_for.task",
    "event": "prompts.used_for.event",
    "loop": "prompts.used_for.loop",
}


class PromptsPart(QObject):
    """What a page with a bank asks for: rows of its list, a middle, a side."""

    def __init__(self, page: PageOverStore) -> None:
        super().__init__(page)
        self.page = page
        self.bank: list[Banked] = []
        self.filter = PromptFilter()
        self.search, self.sum, self.list, self.side = (
            SearchField(),
            ElidedLabel(look="caption"),
            BankList(),
            PromptSide(),
        )
        self.chips = {name: FilterChip() for name in ("kinds", "stages", "themes", "language", "unused", "own")}
        self.middle = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(24, 12, 24, 10)
        bar.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.search, 1)
        first.addWidget(self.sum)
        bar.addLayout(first)
        flow = FlowLayout()
        for chip in self.chips.values():
            flow.addWidget(chip)
        bar.addLayout(flow)
        column.addLayout(bar)
        line = hairline()
        column.addWidget(line)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self._choose(words=text.strip()))
        self.chips["kinds"].chosen.connect(lambda keys: self._choose(kinds=frozenset(map(PromptKind, keys))))
        self.chips["stages"].chosen.connect(lambda keys: self._choose(stages=frozenset(keys)))
        self.chips["themes"].chosen.connect(lambda keys: self._choose(themes=frozenset(keys)))
        self.chips["language"].chosen.connect(lambda keys: self._choose(language=keys[-1] if keys else ""))
        self.chips["unused"].chosen.connect(lambda keys: self._choose(unused=int(keys[-1]) if keys else 0))
        self.chips["own"].chosen.connect(lambda keys: self._choose(own=bool(keys)))
        self.list.chosen.connect(lambda _: self._show_side())
        self.list.copied.connect(lambda: self.copy(self.side.language()))
        self.list.deleted.connect(self.delete)
        self.side.copied.connect(self.copy)
        self.side.used.connect(self.use)
        self.side.edited.connect(self._on_edited)
        self.side.delete_requested.connect(self.delete)

    # --- what the page asks ---

    def begin(self, store: Store) -> None:
        """Show the bank of a playbook that was opened."""
        self.filter = PromptFilter()
        self.search.clear()
        self._read(store)
        self.refresh()

    def take_over(self, changes: Changes) -> None:
        """Take over what changed."""
        if not changes.keys().isdisjoint({Prompt, PromptUse}):
            self._read(self.page.open_store())
            self.refresh()
        elif Enrolment in changes:
            self._show_side()

    def rows(self) -> list[NavRow]:
        """Return the rows of the list at the left of the page."""
        count = str(len(self.bank)) if self.bank else ""
        return [NavRow("", tr("prompts.group")), NavRow(BANK, tr("prompts.bank"), count, "message-square-quote")]

    def refresh(self) -> None:
        """Show everything anew."""
        if not self.page.is_open():
            return
        self._offer()
        today = today_of(self.page.open_store())
        found = [it for it in self.bank if self.filter.matches(it, today)]
        self.sum.setText(tr("prompts.shown", shown=len(found), all=len(self.bank)))
        self.list.show_bank(found, self.list.key())
        self._show_side()

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.side.flush()

    def show_thing(self, id: str) -> bool:
        """Choose one's own text; return whether it is there."""
        if id not in {it.key for it in self.bank}:
            return False
        self.filter = PromptFilter()
        self.search.clear()
        self.refresh()
        self.list.show_bank(self.bank, id)
        self._show_side()
        return True

    def actions(self) -> Sequence[Action]:
        """Return what can be done with prompts."""
        there, chosen, own = self._is_shown, self._chosen, self._own
        return (
            Action("prompt_add", "prompts.action.add", self.add, "plus", ("Ins",), "edit", there),
            Action("prompt_copy", "prompts.action.copy", lambda: self.copy(self.side.language()), "copy",
                   ("Ctrl+Shift+C",), "edit", chosen),
            Action("prompt_task", "prompts.action.task", lambda: self.use("task", self.side.language()), "list-todo",
                   (), "edit", chosen),
            Action("prompt_event", "prompts.action.event", lambda: self.use("event", self.side.language()),
                   "calendar-plus", (), "edit", chosen),
            Action("prompt_loop", "prompts.action.loop", lambda: self.use("loop", self.side.language()), "repeat",
                   (), "edit", lambda: chosen() and prompts.has_loop(self.page.open_store())),
            Action("prompt_delete", "prompts.action.delete", self.delete, "trash-2", (), "edit", own),
            Action("prompts_save", "prompts.action.save", self.ask_save, "download", (), "file",
                   lambda: there() and any(it.own for it in self.bank)),
            Action("prompts_read", "prompts.action.read", self.ask_read, "upload", (), "file", there),
        )  # fmt: skip

    # --- what a person does ---

    def add(self) -> None:
        """Add a text of one's own and let it be written."""
        text = tr("prompts.new")
        made: list[str] = []
        new = Prompt("", PromptKind.PROMPT, ((language(), text),))
        if self.page.run(lambda s: made.append(prompts.add_prompt(s, new))):
            self.show_thing(made[0])
            self.side.focus_text()

    def copy(self, code: str) -> None:
        """Copy the chosen text and remember that it was used."""
        it = self.side.it
        if it:
            text = it.text(code)
            QGuiApplication.clipboard().setText(text)
            self.page.run(lambda s: prompts.note_use(s, it.key, "copy", prompts.title_of(text)))
            self.page.desk.tell(say("prompts.copied"))

    def use(self, what: str, code: str) -> None:
        """Use the chosen text for a task, an event, or the weekly loop."""
        it = self.side.it
        if it and self.page.run(lambda s: USES[what](s, it, code)):
            self.page.desk.tell(say(USED_TEXTS[what]), undo=True)

    def delete(self) -> None:
        """Delete the chosen text when it is one's own."""
        it = self.side.it
        if it and it.own and self.page.run(lambda s: prompts.delete_prompts(s, [it.key])):
            self.page.desk.tell(say("prompts.deleted"), undo=True)

    def ask_save(self) -> None:
        """Ask for a place and write one's own texts there."""
        folder = Path(self.page.desk.settings.get(FOLDER, str(Path.home())))
        kinds = f"{tr('prompts.file')} (*.json)"
        proposed = str(folder / tr("prompts.file.name"))
        chosen, _ = QFileDialog.getSaveFileName(self.page, tr("prompts.action.save"), proposed, kinds)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".json"))

    def save_to(self, path: Path) -> None:
        """Write one's own texts to a place."""
        self.page.desk.settings.set(FOLDER, str(path.parent))
        own = sorted(self.page.open_store().of(Prompt).all(), key=lambda it: (it.position, it.id))
        try:
            save(path, write_prompts(own))
        except KnownError as error:
            self.page.desk.fail(error)
        else:
            self.page.desk.tell(say("printing.saved", file=path.name))

    def ask_read(self) -> None:
        """Ask for a file and take in its texts."""
        folder = self.page.desk.settings.get(FOLDER, str(Path.home()))
        kinds = f"{tr('prompts.file')} (*.json)"
        chosen, _ = QFileDialog.getOpenFileName(self.page, tr("prompts.action.read"), folder, kinds)
        if chosen:
            self.read_from(Path(chosen))

    def read_from(self, path: Path) -> None:
        """Read a file in a process of its own and take in its texts."""
        desk, store = self.page.desk, self.page.open_store()
        desk.settings.set(FOLDER, str(path.parent))

        def take(found: Any) -> None:
            made: list[str] = []
            if self.page.store is store and self.page.run(lambda s: made.extend(prompts.add_prompts(s, found))):
                desk.tell(say("prompts.read", n=len(made), known=len(found) - len(made)), undo=bool(made))

        desk.jobs.start(say("import.job", file=path.name), read_file, str(path), done=take, failed=desk.fail)

    # --- inside ---

    def _read(self, store: Store) -> None:
        self.bank = prompts.read_bank(ready_prompts(language()), store)

    def _offer(self) -> None:
        themes = sorted({it.theme for it in self.bank if it.theme}, key=str.casefold)
        codes = sorted({code for it in self.bank for code in it.texts})
        offers: Mapping[str, tuple[str, list[tuple[str, str, str]]]] = {
            "kinds": (tr("prompts.field.kind"), [(it.value, tr(text), "") for it, text in KIND_TEXTS.items()]),
            "stages": (tr("prompts.field.stage"), [(it, tr(STAGE_TEXTS[it]), "") for it in STAGES]),
            "themes": (tr("prompts.field.theme"), [(it, it, "") for it in themes]),
            "language": (tr("prompts.field.language"), [(it, language_name(it), "") for it in codes]),
            "unused": (tr("prompts.filter.unused"), [(str(n), tr("prompts.weeks", n=n), "") for n in WEEKS]),
            "own": (tr("prompts.filter.whose"), [("own", tr("prompts.own"), "")]),
        }
        chosen: Mapping[str, Sequence[str]] = {
            "kinds": sorted(self.filter.kinds),
            "stages": sorted(self.filter.stages),
            "themes": sorted(self.filter.themes),
            "language": [self.filter.language] if self.filter.language else [],
            "unused": [str(self.filter.unused)] if self.filter.unused else [],
            "own": ["own"] if self.filter.own else [],
        }
        for name, (caption, choices) in offers.items():
            self.chips[name].set_caption(caption)
            self.chips[name].set_choices(choices)
            self.chips[name].set_keys(chosen[name])
        self.search.set_texts(tr("prompts.search"))
        self.list.setAccessibleName(tr("prompts.bank"))

    def _show_side(self) -> None:
        key = self.list.key()
        it = next((it for it in self.bank if it.key == key), None)
        self.side.show_prompt(it, loops=self.page.is_open() and prompts.has_loop(self.page.open_store()))

    def _choose(self, **terms: Any) -> None:
        changed = replace(self.filter, **terms)
        if changed != self.filter:
            self.filter = changed
            self.refresh()

    def _on_edited(self, fields: dict[str, Any]) -> None:
        it = self.side.it
        if it and it.own and fields.get("texts", True):  # a text in no language would be none
            self.page.run(lambda s: prompts.edit_prompt(s, it.key, **fields))

    def _is_shown(self) -> bool:
        return self.page.is_open() and self.middle.isVisible()

    def _chosen(self) -> bool:
        return self._is_shown() and self.side.it is not None

    def _own(self) -> bool:
        return self._chosen() and bool(self.side.it and self.side.it.own)
