"""The rules of the page: shows one, or all of them, and does what a person asks of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.calendar.saving import micros
from app.message import say
from app.store import Changes, Store
from app.tasks.today import clocks
from app.workflows.rule import ClauseKind, Rule, RuleClause, RuleFiring
from app.workflows.rules import editing
from app.workflows.rules.fired import Outcome
from app.workflows.rules.log import asked, done_since, log_lines
from app.workflows.rules.ready import Ready, read_ready, take_ready
from app.workflows.rules.taking_back import take_back
from app.workflows.rules.trying import Trial, dry_run
from app.workflows.rules.waiting import accept, dismiss
from app.workflows.rules.whole import Whole, read_all
from app.workflows.rules.world import World
from resources.templates import part
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.common.nav_list import NavRow
from widgets.common.page_over_store import PageOverStore
from widgets.common.words import language, locale, tr
from widgets.workflows.rules.editor import RuleEditor
from widgets.workflows.rules.inspector import RuleInspector
from widgets.workflows.rules.overview import RulesOverview
from widgets.workflows.rules.places import ADD_ACTION, ADD_CONDITION, TRIGGER, WHAT

OVERVIEW: Final = "rules"
ON, OFF = "success", "border_strong"  # colour roles of the dots
RULE: Final = "rule:"  # before the id of a rule, in the list of the page
LATER: Final = 200  # ms after a change: rules have acted on it by then, or asked


class RulesPart(QObject):
    """What a page with rules asks for: rows of its list, a middle, an inspector.

    Signals:
        chosen: another rule is shown, or all of them (key of its row).
    """

    chosen = Signal(str)

    def __init__(self, page: PageOverStore) -> None:
        super().__init__(page)
        self.page = page
        self.rules: dict[str, Whole] = {}
        self.shown = ""  # id of the rule that is shown
        self._world: World | None = None
        self._trials: dict[str, Trial] = {}
        self.editor, self.overview = RuleEditor(), RulesOverview()
        self.inspector = RuleInspector()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.overview)
        self.middle.addWidget(self.editor)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.show_log)
        self._connect()

    def _connect(self) -> None:
        editor, sentence = self.editor, self.editor.sentence
        sentence.chosen.connect(self._on_chosen)
        sentence.removed.connect(lambda clause: self._run(lambda store: editing.remove_clause(store, clause)))
        editor.switched.connect(self.switch)
        editor.duplicate_requested.connect(self.duplicate)
        editor.menu_requested.connect(self._on_menu)
        editor.trial.run_requested.connect(self.try_out)
        editor.log.all_requested.connect(lambda: self.show(OVERVIEW))
        self.inspector.fields.edited.connect(self._on_edited)
        self.inspector.duplicate_requested.connect(self.duplicate)
        self.inspector.delete_requested.connect(self.delete)
        self.overview.taken.connect(self.take)
        for card in (editor.suggestions, self.overview.suggestions):
            card.accepted.connect(self._on_accepted)
            card.dismissed.connect(self._on_dismissed)
        for log in (editor.log, self.overview.log):
            log.undo_requested.connect(self._on_taken_back)

    # --- what the page asks ---

    def begin(self, store: Store) -> None:
        """Show the rules of a playbook that was opened."""
        self._world, self._trials, self.shown = World(store), {}, ""
        self._read(store)
        self.show(OVERVIEW)

    def take_over(self, changes: Changes) -> None:
        """Show what changed."""
        store = self.page.open_store()
        self._world = World(store)
        if Rule in changes or RuleClause in changes:
            self._read(store)
            if self.shown and self.shown not in self.rules:
                self._leave_gone()
        if self.middle.isVisible():
            self.refresh()
            self._later.start()

    def _leave_gone(self) -> None:
        """Show all rules in place of one that is not there any more, without coming to the front for it."""
        self.editor.sentence.forget()
        if self.middle.isVisible():
            self.show(OVERVIEW)
        else:
            self.shown = ""
            self.middle.setCurrentWidget(self.overview)

    def rows(self) -> list[NavRow]:
        """Return the rows of the list at the left of the page."""
        count = str(len(self.rules)) if self.rules else ""
        rows = [NavRow("", tr("workflows.group.automation")), NavRow(OVERVIEW, tr("workflows.rules"), count, "zap")]
        return rows + [
            NavRow(RULE + key, it.rule.name or tr("workflows.rule.unnamed"), dot=ON if it.on else OFF)
            for key, it in self.rules.items()
        ]

    def show(self, key: str) -> None:
        """Show a rule, or all of them."""
        self.flush()
        self.shown = key.removeprefix(RULE) if key.startswith(RULE) and key.removeprefix(RULE) in self.rules else ""
        self.middle.setCurrentWidget(self.editor if self.shown else self.overview)
        self.refresh()
        self.chosen.emit(RULE + self.shown if self.shown else OVERVIEW)

    def refresh(self) -> None:
        """Show everything anew."""
        whole = self.rules.get(self.shown)
        if whole is None or self._world is None:
            self.overview.show_ready(self._ready(), {it.rule.key for it in self.rules.values()})
        else:
            self.editor.show_rule(whole, self._world)
            if whole.tried and self.shown not in self._trials:
                self._trials[self.shown] = dry_run(self.page.open_store(), self.shown)
            self.editor.show_trial(self._trials.get(self.shown))
        self.show_log()

    def show_log(self) -> None:
        """Show what rules did and suggest by now; no change is told of that."""
        if not self.page.is_open():
            return
        store = self.page.open_store()
        part = self.editor if self.shown else self.overview
        part.log.show_lines(log_lines(store, self.shown))
        part.suggestions.show_found(asked(store, self.shown))
        self._show_inspector(store)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.editor.flush()
        self.inspector.flush()

    def actions(self) -> Sequence[Action]:
        """Return what can be done with rules."""
        there = self._is_shown
        return (
            Action("rule_new", "workflows.action.new", self.add, "plus", ("N",), "edit", self.page.is_open),
            Action("rule_try", "workflows.action.try", self.try_out, "flask-conical", ("Ctrl+Return",), "edit", there),
            Action("rule_switch", "workflows.action.switch", self.turn, "zap", ("Ctrl+Shift+Return",), "edit", there),
            Action("rule_copy", "workflows.action.copy", self.duplicate, "copy", ("Ctrl+D",), "edit", there),
            Action("rule_delete", "workflows.action.delete", self.delete, "trash-2", (), "edit", there),
        )

    # --- what a person does ---

    def add(self) -> None:
        """Add a rule to begin with, and put the keyboard into its sentence."""
        made = self._made(lambda store: editing.begin_rule(store, tr("workflows.rule.new")))
        if made:
            self.show(RULE + made)
            self.editor.sentence.open_first()

    def take(self, key: str) -> None:
        """Copy a ready rule and show it."""
        ready = next(it for it in self._ready() if it.key == key)
        if made := self._made(lambda store: take_ready(store, ready)):
            self.show(RULE + made)

    def duplicate(self) -> None:
        """Copy the rule that is shown."""
        rule, name = self.shown, tr("workflows.rule.copy", name=self.rules[self.shown].rule.name)
        if made := self._made(lambda store: editing.duplicate(store, rule, name)):
            self.show(RULE + made)

    def delete(self) -> None:
        """Delete the rule that is shown."""
        self.flush()
        rule = self.shown
        name = self.rules[rule].rule.name
        if self._run(lambda store: editing.delete(store, rule)):
            self.page.desk.tell(say("workflows.deleted", rule=name), undo=True)

    def try_out(self) -> None:
        """Dry-run the rule that is shown."""
        self.flush()
        self._trials[self.shown] = dry_run(self.page.open_store(), self.shown)
        self._run(lambda store: editing.keep_tried(store, self.shown))
        self.refresh()

    def turn(self) -> None:
        """Switch the rule that is shown on when it is off, off when it is on."""
        self.switch(on=not self.rules[self.shown].on)

    def switch(self, on: bool) -> None:
        """Switch the rule that is shown; one that was not dry-run is dry-run first, to be looked at."""
        self.flush()
        whole = self.rules[self.shown]
        if on and not whole.tried and not editing.lacks(whole):
            self.try_out()
            self.page.desk.tell(say("workflows.tried_first"))
        else:
            self._run(lambda store: editing.switch(store, self.shown, on=on))
        self.refresh()

    def _on_chosen(self, clause: str, name: str, value: str) -> None:
        rule = self.shown
        if clause in (ADD_CONDITION, ADD_ACTION):
            kind = ClauseKind.CONDITION if clause == ADD_CONDITION else ClauseKind.ACTION
            if made := self._made(lambda store: editing.add_clause(store, rule, kind, value)):
                self.editor.sentence.open_clause(made)
        elif clause == TRIGGER:
            act = editing.set_trigger if name == WHAT else lambda s, r, v: editing.set_value(s, r, name, v)
            self._run(lambda store: act(store, rule, value))
        elif name == WHAT:
            self._run(lambda store: editing.set_clause(store, clause, value))
        else:
            self._run(lambda store: editing.set_clause_value(store, clause, name, value))

    def _on_edited(self, fields: dict[str, Any]) -> None:
        rule = self.shown
        if "name" in fields:
            self._run(lambda store: editing.rename(store, rule, str(fields["name"])))
        else:
            self._run(lambda store: editing.edit(store, rule, **fields))
            self._trials.pop(rule, None)
            self.refresh()

    def _on_accepted(self, rows: list[RuleFiring]) -> None:
        self._run(lambda store: accept(store, rows, lambda what: self.page.desk.tell(what, undo=True)))
        self.refresh()

    def _on_dismissed(self, rows: list[RuleFiring]) -> None:
        self._run(lambda store: dismiss(store, rows))
        self.refresh()

    def _on_taken_back(self, row: RuleFiring) -> None:
        if self._run(lambda store: take_back(store, row)):
            self.page.desk.tell(say("workflows.taken_back"), undo=True)
        self.refresh()

    def _on_menu(self, button: QWidget) -> None:
        pop_up_below(action_menu(button, self.actions()[1:]), button)

    # --- inside ---

    def _is_shown(self) -> bool:
        return bool(self.shown)

    def _ready(self) -> list[Ready]:
        return read_ready(part(language(), "rules"))

    def _read(self, store: Store) -> None:
        self.rules = {whole.rule.id: whole for whole in read_all(store)}

    def _run(self, work: Callable[[Store], object]) -> bool:
        return self.page.run(work)

    def _made(self, work: Callable[[Store], str]) -> str:
        made: list[str] = []
        self._run(lambda store: made.append(work(store)))
        return made[0] if made else ""

    def _show_inspector(self, store: Store) -> None:
        whole = self.rules.get(self.shown)
        now = store.now().astimezone(clocks(World(store).playbook.zone))
        month = locale().standaloneMonthName(now.month)
        if whole is None:
            self.inspector.show_rule(None, 0, 0, month)
            return
        first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        waiting = sum(row.outcome == Outcome.WAITS for row in store.of(RuleFiring).where(rule=self.shown))
        self.inspector.show_rule(whole.rule, done_since(store, self.shown, micros(first)), waiting, month)
