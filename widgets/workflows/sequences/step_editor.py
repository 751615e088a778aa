"""What of a step is written: its text in each language, when it comes, for whom, and what somebody is then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip
from typing_extensions import override

from app.members.member import Member
from app.personas.offering import offered
from app.workflows.filling import BLANKS, filled, values_for
from app.workflows.sequence import SequenceStep
from app.workflows.snapshot import Workflows
from widgets.common.check_menu import CheckMenu
from widgets.common.choice import Choice
from widgets.common.drop_button import DropButton
from widgets.common.elided_label import plain_tooltip
from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.theme import theme
from widgets.common.words import Retranslated, effort, tr
from widgets.workflows.sequences.message_text import MessageText
from widgets.workflows.sequences.wording import LANGUAGES, blank_name, condition_words, language_name

LETTERS = 40  # of a condition that are shown


class StepEditor(Retranslated):
    """Below the head of the one step that is open.

    Signals:
        edited: fields of the step have other values (name -> value).
        written: the text in a language is another (language, text).
        language_dropped: a language is to go.
        manage_requested: the things that a field chooses among are to be edited (side, the field).
    """

    edited = Signal(object)
    written = Signal(str, str)
    language_dropped = Signal(str)
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = SequenceStep("", "", "")
        self._flows = Workflows()
        self._languages: list[str] = []
        self._language = ""
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.name, self.day, self.channel = Labelled(TextField()), Labelled(NumberField()), Labelled(Choice())
        self.state, self.hours = Labelled(Choice()), Labelled(NumberField())
        self.tabs, self.add_language, self.complete = QTabBar(), QToolButton(), QLabel()
        self.tabs.setProperty("look", "small")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.add_language.setIcon(icon("plus", "text_muted"))
        self.text, self.preview = MessageText(), QPushButton()
        self.preview.setProperty("look", "link")
        self.preview.setCheckable(True)
        self.insert, self.count = QLabel(), QLabel()
        for label in (self.insert, self.count, self.complete):
            label.setProperty("look", "caption")
            label.setFixedHeight(20)
        self.blanks = {blank: QPushButton() for blank in BLANKS}
        for button in self.blanks.values():
            button.setProperty("look", "pill")
        self.only_if = DropButton("filter")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 12)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(8)
        for field, stretch in ((self.name, 5), (self.day, 1), (self.channel, 3)):
            first.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        tabs.addWidget(self.tabs)
        tabs.addWidget(self.add_language)
        tabs.addStretch()
        tabs.addWidget(self.complete)
        column.addLayout(tabs)
        column.addWidget(self.text)
        inserts = FlowLayout()
        for part in (self.insert, *self.blanks.values(), self.count):
            inserts.addWidget(part)
        column.addLayout(inserts)
        strip = QHBoxLayout()
        strip.setSpacing(8)
        strip.addWidget(self.state, 1)
        strip.addWidget(self.hours)
        strip.addStretch(1)
        column.addLayout(strip)
        last = QHBoxLayout()
        self.only_if.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.only_if.setMinimumWidth(80)
        last.addWidget(self.only_if)
        last.addStretch(1)
        last.addWidget(self.preview)
        column.addLayout(last)
        self.hours.setFixedWidth(theme().wide(90))

    def _connect(self) -> None:
        self.name.field.committed.connect(self._on_name)
        self.day.field.entered.connect(lambda day: self.edited.emit({"day": round(day)}))
        self.hours.field.entered.connect(lambda hours: self.edited.emit({"effort": hours}))
        self.channel.field.chosen.connect(lambda key: self.edited.emit({"channel": key}))
        self.state.field.chosen.connect(lambda key: self.edited.emit({"state": key}))
        self.state.field.manage_requested.connect(lambda: self.manage_requested.emit("state", self.state.field))
        self.channel.field.manage_requested.connect(lambda: self.manage_requested.emit("channel", self.channel.field))
        self.tabs.currentChanged.connect(self._on_tab)
        self.add_language.clicked.connect(self._on_add_language)
        self.text.committed.connect(lambda _: self.written.emit(self._language, self.text.kept()))
        self.text.textChanged.connect(self._show_count)
        self.preview.toggled.connect(self._show_text)
        self.only_if.clicked.connect(self._on_only_if)
        for blank, button in self.blanks.items():
            button.clicked.connect(partial(self.text.insert_blank, blank))

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("sequences.field.name"))
        self.day.set_label(tr("sequences.field.day"))
        self.channel.set_label(tr("sequences.field.channel"))
        self.state.set_label(tr("sequences.field.state"))
        self.hours.set_label(tr("sequences.field.effort"))
        self.insert.setText(tr("sequences.insert"))
        self.text.setAccessibleName(tr("sequences.field.text"))
        self.text.set_hint(tr("sequences.field.text.hint"))
        self.tabs.setAccessibleName(tr("sequences.languages"))
        self.add_language.setToolTip(tr("sequences.language.add"))
        self.add_language.setAccessibleName(tr("sequences.language.add"))
        for blank, button in self.blanks.items():
            button.setText(blank_name(blank))
            button.setAccessibleName(tr("sequences.insert.one", name=blank_name(blank)))
            button.setToolTip(f"{{{blank}}}")
        self._show_rest()

    def show_step(self, step: SequenceStep, flows: Workflows) -> None:
        """Show a step; what is being typed in it stays."""
        other = step.id != self.step.id
        if other:
            self.flush()
        self.step, self._flows = step, flows
        self.name.field.show_value(step.name)
        self.day.field.show_number(float(step.day))
        self.hours.field.show_value(effort(step.effort) if step.effort else "")
        self.channel.field.show_options(named_options(flows.channels.values()), tr("sequences.channels.edit"))
        self.channel.field.show_value(step.channel)
        self.state.field.show_options(named_options(flows.members.states.values()), tr("members.states.edit"))
        self.state.field.show_value(step.state)
        self._show_tabs(first=flows.playbook.language if other else self._language)
        self._show_text()
        self._show_rest()

    def flush(self) -> None:
        """Give what is being typed, now."""
        for field in (self.name, self.day, self.hours):
            field.field.flush()
        self.text.flush()

    def _show_tabs(self, first: str) -> None:
        texts = dict(self.step.texts)
        wanted = list(dict.fromkeys([*texts, *("en", "bg")]))
        if wanted != self._languages:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for language in wanted:
                self.tabs.addTab(language_name(language))
            self.tabs.blockSignals(False)
            self._languages = wanted
        self._language = first if first in wanted else wanted[0]
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(wanted.index(self._language))
        self.tabs.blockSignals(False)
        missing = [language for language in wanted if not texts.get(language, "").strip()]
        for at, language in enumerate(wanted):
            gone = language in missing
            self.tabs.setTabIcon(at, icon("triangle-alert", "warning") if gone else icon("check", "success"))
            self.tabs.setTabToolTip(at, tr("sequences.language.missing") if gone else tr("sequences.language.there"))
        self.complete.setText(tr("sequences.missing", n=len(missing)) if missing else tr("sequences.complete"))

    def _show_text(self) -> None:
        text = dict(self.step.texts).get(self._language, "")
        shown = self.preview.isChecked()
        self.text.setReadOnly(shown)
        if shown:
            self.text.flush()
            text = filled(text, values_for(self._sample(), self._flows.playbook))
        self.text.show_value(text)
        self._show_count()

    def _sample(self) -> Member | None:
        """Return somebody who shows how the text reads: one to whom it is due, else anybody."""
        due = self._flows.due(sequence=self.step.sequence)
        there = [it.member for it in due if it.member and self._language in it.member.languages]
        return next(iter(there or [it for it in self._flows.members.all.values() if not it.bot]), None)

    def _show_count(self) -> None:
        self.count.setText(tr("sequences.words", n=self.text.words()))

    def _show_rest(self) -> None:
        words = condition_words(self.step, self._flows)
        text = tr("sequences.only_if", what=words) if words else tr("sequences.for_all")
        short = text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip(" ,") + "…"
        self.only_if.setText(short.replace("&", "&&"))
        self.only_if.setAccessibleName(text)
        self.only_if.setToolTip(plain_tooltip(text) if short != text else "")
        member = self._sample()
        name = member.name if member else ""
        self.preview.setText(tr("sequences.preview.as", name=name) if name else tr("sequences.preview"))
        self.preview.setAccessibleName(self.preview.text())

    def _on_name(self, text: str) -> None:
        if text.strip():
            self.edited.emit({"name": text.strip()})
        else:
            self.name.field.show_value(self.step.name)

    def _on_tab(self, at: int) -> None:
        self.text.flush()
        if 0 <= at < len(self._languages):
            self._language = self._languages[at]
            self._show_text()

    def _on_add_language(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for language in LANGUAGES:
            if language not in self._languages:
                menu.addAction(language_name(language), partial(self._take_language, language))
        drop = menu.addAction(icon("trash-2"), tr("sequences.language.drop", name=language_name(self._language)))
        drop.triggered.connect(lambda: self.language_dropped.emit(self._language))
        menu.popup(self.add_language.mapToGlobal(self.add_language.rect().bottomLeft()))

    def _take_language(self, language: str) -> None:
        self.text.flush()
        self._language = language
        self.written.emit(language, "")
        self.text.setFocus()

    def _on_only_if(self) -> None:
        menu = CheckMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        members = self._flows.members
        states = [(it.id, it.name) for it in members.states.values()]
        tags = [(tag, tag) for tag in members.words_in_use("tags")]
        personas = offered(members.personas, (value for what, value in self.step.condition if what == "persona"))
        groups: list[tuple[str, str, list[tuple[str, str]]]] = [
            ("state", tr("sequences.if.state.head"), states),
            ("state_before", tr("sequences.if.state_before.head"), states),
            ("persona", tr("sequences.if.persona.head"), [(it.id, it.name) for it in personas]),
            ("tag", tr("sequences.if.tag.head"), tags),
            ("no_tag", tr("sequences.if.no_tag.head"), tags),
        ]
        for what, head, values in groups:
            part = CheckMenu(head, menu)
            for value, name in values:
                action = part.addAction(name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked((what, value) in self.step.condition)
                action.toggled.connect(self._toggler((what, value)))
            if values:
                menu.addMenu(part)
        menu.addAction(tr("sequences.for_all"), lambda: self.edited.emit({"condition": ()}))
        menu.popup(self.only_if.mapToGlobal(self.only_if.rect().bottomLeft()))

    def _toggler(self, pair: tuple[str, str]) -> Callable[[bool], None]:
        def toggle(on: bool) -> None:
            others = tuple(it for it in self.step.condition if it != pair)
            self.edited.emit({"condition": (*others, pair) if on else others})

        return toggle
