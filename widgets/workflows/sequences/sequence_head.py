"""The top of a sequence: its name, whether it runs, how many began it, and the rules that hold for all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.sequence import Sequence, Weekend
from app.workflows.snapshot import Workflows
from widgets.common.check_menu import CheckMenu
from widgets.common.drop_button import DropButton
from widgets.common.elided_label import ElidedLabel
from widgets.common.flow_layout import FlowLayout
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, day, tr
from widgets.workflows.sequences.wording import WEEKEND_TEXTS

NAME_MOST = 260  # px
LINE = 24
ROUNDS = (0, 7, 14, 28)  # days after which a loop begins again


class SequenceHead(Retranslated):
    """Two lines: what it is, and its rules as words with menus.

    Signals:
        edited: fields of the sequence have other values (name -> value).
        start_requested: it is to be started for somebody.
        rest_requested: it is to rest, or to go on.
        menu_requested: the menu of the sequence is wanted (the button).
    """

    edited = Signal(object)
    start_requested = Signal()
    rest_requested = Signal()
    menu_requested = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sequence = Sequence("", "")
        self._flows = Workflows()
        self.name, self.state, self.sign = TextField(), QLabel(), IconLabel("circle-check", "success", 14)
        self.name.setProperty("look", "heading")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.about = ElidedLabel(look="subtitle")
        self.start, self.rest, self.more = QPushButton(), QPushButton(), QPushButton()
        self.start.setProperty("look", "primary")
        put_icon(self.start, icon("play", "on_accent"), 14)
        put_icon(self.more, icon("ellipsis"), 14)
        self.ends, self.personas = DropButton("filter"), DropButton("filter")
        self.weekend, self.rounds = DropButton("filter"), DropButton("filter")
        self.labels = [QLabel() for _ in range(2)]
        for label in self.labels:
            label.setProperty("look", "subtitle")
            label.setFixedHeight(LINE)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 10)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget, stretch in ((self.name, 4), (self.sign, 0), (self.state, 0), (self.about, 5)):
            first.addWidget(widget, stretch)
        for button in (self.start, self.rest, self.more):
            first.addWidget(button)
        column.addLayout(first)
        second = FlowLayout()
        for part in (self.labels[0], self.ends, self.labels[1], self.personas, self.weekend, self.rounds):
            second.addWidget(part)
        column.addLayout(second)

    def _connect(self) -> None:
        self.name.committed.connect(self._on_name)
        self.start.clicked.connect(self.start_requested)
        self.rest.clicked.connect(self.rest_requested)
        self.more.clicked.connect(lambda: self.menu_requested.emit(self.more))
        self.ends.clicked.connect(self._on_ends)
        self.personas.clicked.connect(self._on_personas)
        self.weekend.clicked.connect(self._on_weekend)
        self.rounds.clicked.connect(self._on_rounds)

    @override
    def retranslate(self) -> None:
        self.start.setText(tr("sequences.start"))
        self.labels[0].setText(tr("sequences.ends_when"))
        self.labels[1].setText(tr("sequences.for"))
        self.name.setAccessibleName(tr("sequences.field.sequence"))
        self.more.setAccessibleName(tr("members.more"))
        self.more.setToolTip(tr("members.more"))
        self.start.setAccessibleName(tr("sequences.action.start"))
        if self.sequence.id:
            self.show_sequence(self._flows, self.sequence)

    def show_sequence(self, flows: Workflows, sequence: Sequence) -> None:
        """Show a sequence as it is now."""
        self._flows, self.sequence = flows, sequence
        self.name.show_value(sequence.name)
        self.name.setMinimumWidth(min(NAME_MOST, self.name.fontMetrics().horizontalAdvance(sequence.name) + 20))
        self.sign.set_icon(*(("circle", "text_muted") if sequence.paused else ("circle-check", "success")))
        self.state.setText(tr("sequences.rests") if sequence.paused else tr("sequences.runs"))
        began, since = flows.joined_since(sequence.id)
        self.about.setText(tr("sequences.began", n=began, day=day(since)) if since else tr("sequences.began.none"))
        put_icon(self.rest, icon("play" if sequence.paused else "pause"), 14)
        self.rest.setText(tr("sequences.go_on") if sequence.paused else tr("sequences.pause"))
        self.rest.setAccessibleName(f"{self.rest.text()}: {sequence.name}")  # people are paused at the right
        states, personas = flows.members.states, flows.members.personas
        end = states.get(sequence.ends)
        self._say(self.ends, end.name if end else tr("sequences.ends.last"))
        names = [personas[key].name for key in sequence.personas if key in personas]
        self._say(self.personas, ", ".join(names) or tr("sequences.for.everybody"))
        self._say(self.weekend, tr(WEEKEND_TEXTS[sequence.weekend]))
        self._say(self.rounds, _rounds_words(sequence.every))

    def focus_name(self) -> None:
        """Let the name be written."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _say(self, button: DropButton, text: str) -> None:
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)

    def _on_name(self, text: str) -> None:
        if text.strip():
            self.edited.emit({"name": text.strip()})
        else:
            self.name.show_value(self.sequence.name)

    def _menu(self, button: DropButton, entries: list[tuple[str, dict[str, object], bool]]) -> None:
        """Show choices of which one holds."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, fields, chosen in entries:
            action = menu.addAction(text.replace("&", "&&"), partial(self.edited.emit, fields))
            action.setCheckable(True)
            action.setChecked(chosen)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_ends(self) -> None:
        now = self.sequence.ends
        states = self._flows.members.states.values()
        entries: list[tuple[str, dict[str, object], bool]] = [(tr("sequences.ends.last"), {"ends": ""}, not now)]
        self._menu(self.ends, entries + [(it.name, {"ends": it.id}, it.id == now) for it in states])

    def _on_weekend(self) -> None:
        now = self.sequence.weekend
        self._menu(self.weekend, [(tr(WEEKEND_TEXTS[it]), {"weekend": it}, it is now) for it in Weekend])

    def _on_rounds(self) -> None:
        now = self.sequence.every
        offered = sorted({*ROUNDS, now})
        self._menu(self.rounds, [(_rounds_words(it), {"every": it}, it == now) for it in offered])

    def _on_personas(self) -> None:
        menu = CheckMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for persona in self._flows.members.personas.values():
            if persona.archived and persona.id not in self.sequence.personas:
                continue
            action = menu.addAction(persona.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(persona.id in self.sequence.personas)
            action.toggled.connect(partial(self._toggle, persona.id))
        menu.popup(self.personas.mapToGlobal(self.personas.rect().bottomLeft()))

    def _toggle(self, persona: str, on: bool) -> None:
        others = tuple(it for it in self.sequence.personas if it != persona)
        self.edited.emit({"personas": (*others, persona) if on else others})


def _rounds_words(every: int) -> str:
    return tr("sequences.every", n=every) if every else tr("sequences.once")
