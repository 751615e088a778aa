"""Tactics: the library that events are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.errors import KnownError
from app.exchange.file_name import safe_name
from app.exchange.tactics_file import OCTETS_MOST, read_tactics, write_tactics
from app.message import say
from app.playbook.records import delete_record, move_record, save_record
from app.tactics.keeping import add_tactics, duplicate_tactic
from app.tactics.tactic import Tactic
from app.text.document import Document
from widgets.common.action import Action
from widgets.common.nav_list import NavRow
from widgets.common.saving import save
from widgets.common.words import tr
from widgets.plans.bench import PlansBench
from widgets.plans.list_tab import ListTab, named
from widgets.plans.tactics.sheet import TacticSheet
from widgets.plans.taking_out import FOLDER, writer

ENDING: Final = ".json"


class TacticsTab(ListTab):
    """The list at the left, the whole tactic beside it."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self.sheet, self.new_button = TacticSheet(bench), self.add_below("plus")
        self.stand_beside(self.sheet)
        self.list.chosen.connect(self.sheet.show_record)
        self.list.opened.connect(lambda _: self.sheet.title.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.deleted.connect(self.delete)
        self.list.shifted.connect(self.shift)
        self.new_button.clicked.connect(self.add)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("plans.tab.tactics"))
        named(self.new_button, tr("plans.tactic.new"))
        self.show_plans()

    @override
    def subtitle(self) -> str:
        return tr("plans.tactics.subtitle", n=len(self.bench.plans.plan.tactics))

    @override
    def show_plans(self) -> None:
        plan = self.bench.plans.plan
        chosen = self.list.key() if self.list.key() in plan.tactics else next(iter(plan.tactics), "")
        rows = []
        for it in plan.tactics.values():
            kind = plan.kinds.get(it.kind)
            rows.append(NavRow(it.id, it.title, icon=kind.icon if kind else "circle"))
        self.list.show_rows(rows, chosen)
        self.sheet.show_record(chosen)

    @override
    def show_thing(self, id: str) -> bool:
        of = {it.id: key for key, messages in self.bench.plans.messages.items() for it in messages}
        tactic = of.get(id, id)
        if tactic not in self.bench.plans.plan.tactics:
            return False
        self.list.choose(tactic)
        self.show_plans()
        self.sheet.reveal(id)
        return True

    @override
    def document(self) -> Document | None:
        what = self.sheet.tactic
        return writer(self.bench).tactic(what.id) if what else None

    @override
    def flush(self) -> None:
        self.sheet.flush()

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.list, self.sheet)

    @override
    def commands(self) -> Sequence[Action]:
        chosen, is_open = self.is_chosen, self.bench.is_open
        return (
            Action("plans_new_tactic", "plans.tactic.new", self.add, "plus", ("Ins",), "edit", is_open),
            Action("plans_copy_tactic", "common.duplicate", self.duplicate, "copy", ("Ctrl+D",), "edit", chosen),
            Action(
                "plans_delete_tactic", "common.delete", lambda: self.delete(self.list.key()), "trash-2", (), "edit",
                chosen,
            ),
            Action("plans_share_tactic", "plans.tactic.share", self.ask_share, "upload", (), "file", chosen),
            Action("plans_share_tactics", "plans.tactic.share.all", self.ask_share_all, "upload", (), "file", is_open),
            Action("plans_read_tactics", "plans.tactic.read", self.ask_read, "download", (), "file", is_open),
        )  # fmt: skip

    # --- what is done here ---

    def add(self) -> None:
        """Add a tactic of one's own and let its name be written."""
        kinds, made = self.bench.plans.plan.kinds.values(), list[str]()
        new = Tactic("", tr("plans.tactic.untitled"), next((it.id for it in kinds if not it.marker), ""))
        if self.bench.run(lambda store: made.append(save_record(store, new))):
            self.show_thing(made[0])
            self.sheet.title.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet.title.field.selectAll()

    def duplicate(self) -> None:
        """Add a copy of the chosen tactic."""
        what, made = self.sheet.tactic, list[str]()
        if what:
            title = tr("plans.copy_of", name=what.title)
            if self.bench.run(lambda store: made.append(duplicate_tactic(store, what.id, title))):
                self.show_thing(made[0])

    def delete(self, id: str) -> None:
        """Delete a tactic; events that came from it stay as they are."""
        if id and self.bench.run(lambda store: delete_record(store, Tactic, id)):
            self.bench.desk.tell(say("plans.deleted"), undo=True)

    def shift(self, id: str, by: int) -> None:
        """Put a tactic further up or down."""
        there = list(self.bench.plans.plan.tactics)
        to = there.index(id) + by
        if 0 <= to < len(there):
            self.bench.run(lambda store: move_record(store, Tactic, id, to))

    def share(self, ids: Sequence[str], path: Path) -> None:
        """Write tactics to a file."""
        self.flush()
        try:
            save(path, write_tactics(self.bench.plans.plan, self.bench.plans.messages, ids))
        except KnownError as error:
            self.bench.desk.fail(error)
        else:
            self.bench.desk.tell(say("plans.saved", file=path.name))

    def read(self, path: Path) -> None:
        """Take the tactics of a file in; a file that is not to be believed is refused as a whole."""
        made: list[str] = []
        try:
            with path.open("rb") as file:
                data = file.read(OCTETS_MOST + 1)
            found = read_tactics(data, path.name, self.bench.plans.plan)
        except KnownError as error:
            self.bench.desk.fail(error)
            return
        except OSError:
            self.bench.desk.fail(KnownError(say("plans.file.unreadable", file=path.name)))
            return
        lead = next(iter(self.bench.plans.plan.people), "")
        owned = [(replace(tactic, owner=lead), messages) for tactic, messages in found]
        if owned and self.bench.run(lambda store: made.extend(add_tactics(store, owned))):
            self.bench.desk.tell(say("plans.tactic.came", n=len(made)), undo=True)
            self.show_thing(made[0])

    def ask_share(self) -> None:
        """Ask where the chosen tactic is to be written."""
        what = self.sheet.tactic
        if what:
            self._ask_and_share([what.id], what.title)

    def ask_share_all(self) -> None:
        """Ask where all tactics are to be written."""
        self._ask_and_share(list(self.bench.plans.plan.tactics), tr("plans.tab.tactics"))

    def ask_read(self) -> None:
        """Ask for a file with tactics."""
        kinds = f"{tr('plans.file.tactics')} (*{ENDING})"
        chosen, _ = QFileDialog.getOpenFileName(self, tr("plans.tactic.read"), str(self._folder()), kinds)
        if chosen:
            self.bench.desk.settings.set(FOLDER, str(Path(chosen).parent))
            self.read(Path(chosen))

    def _ask_and_share(self, ids: Sequence[str], title: str) -> None:
        proposed = self._folder() / safe_name(title.replace(" ", "-").casefold(), ENDING)
        kinds = f"{tr('plans.file.tactics')} (*{ENDING})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("plans.save_as"), str(proposed), kinds)
        if chosen:
            path = Path(chosen)
            self.bench.desk.settings.set(FOLDER, str(path.parent))
            self.share(ids, path if path.suffix else path.with_suffix(ENDING))

    def _folder(self) -> Path:
        return Path(self.bench.desk.settings.get(FOLDER, str(Path.home())))
