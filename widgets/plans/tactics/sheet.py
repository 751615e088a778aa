"""A tactic with everything that it brings, to be written in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import say
from app.tactics import keeping
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice, Option
from widgets.common.icons import icon, put_icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.number_field import NumberField
from widgets.common.segmented import Segmented
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, language, tr
from widgets.plans.bench import PlansBench
from widgets.plans.tactics.message_row import MessageRow
from widgets.records.record_editor import open_records

WIDTH: Final = 860
LANGUAGES: Final = ("en", "bg")
LANGUAGE_TEXTS: Final = {"en": "plans.language.en", "bg": "plans.language.bg"}


class TacticSheet(Retranslated):
    """Steps, owner, effort, whom it is for, success, what members read, and messages by day and language."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__()
        self.bench = bench
        self.id = ""
        self.rows: dict[str, MessageRow] = {}
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.title, self.success, self.call = (Labelled(TextField()) for _ in range(3))
        self.title.field.setProperty("weight", "medium")
        self.kind, self.owner, self.stage, self.channel = (Labelled(Choice()) for _ in range(4))
        self.prep, self.live = Labelled(NumberField()), Labelled(NumberField())
        self.personas = Labelled(ChipsField(say("field.personas.add"), say("field.personas.manage")))
        self.steps, self.public, self.notes = Labelled(TextArea(4)), Labelled(TextArea(2)), Labelled(TextArea(2))
        self.languages = Segmented(list(LANGUAGES))
        self.languages.set_value(language())
        self.messages_label, self.new_message = QLabel(), QPushButton()
        self.messages_label.setProperty("look", "strong")
        self.messages_label.setTextFormat(Qt.TextFormat.PlainText)
        self.new_message.setProperty("look", "dashed")
        put_icon(self.new_message, icon("plus"))

    def _arrange(self) -> None:
        self.paper = QWidget()
        self.paper.setMaximumWidth(WIDTH)
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        rows: Sequence[Sequence[tuple[QWidget, int]]] = (
            ((self.title, 3), (self.kind, 2)),
            ((self.owner, 2), (self.stage, 2), (self.channel, 2), (self.prep, 1), (self.live, 1)),
            ((self.personas, 1),),
            ((self.steps, 1),),
            ((self.success, 1), (self.call, 1)),
        )
        for fields in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for field, share in fields:
                row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        head = QHBoxLayout()
        head.addWidget(self.messages_label)
        head.addStretch()
        head.addWidget(self.languages)
        column.addLayout(head)
        column.addWidget(self.public)
        self.list = QVBoxLayout()
        self.list.setSpacing(12)
        column.addLayout(self.list)
        column.addWidget(self.new_message)
        column.addWidget(self.notes)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setWidget(self.paper)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _connect(self) -> None:
        self.title.field.committed.connect(self._on_title)
        self.success.field.committed.connect(lambda text: self._edit(success=text.strip()))
        self.call.field.committed.connect(lambda text: self._edit(call_to_action=text.strip()))
        self.notes.field.committed.connect(lambda text: self._edit(notes=text))
        self.steps.field.committed.connect(lambda text: self._edit(steps=_lines(text)))
        self.public.field.committed.connect(self._on_public)
        self.prep.field.entered.connect(lambda value: self._edit(prep=value))
        self.live.field.entered.connect(lambda value: self._edit(live=value))
        for name in ("kind", "owner", "stage", "channel"):
            choice: Choice = getattr(self, name).field
            choice.chosen.connect(lambda key, name=name: self._edit(**{name: key}))
        self.personas.field.chosen.connect(lambda ids: self._edit(personas=tuple(ids)))
        self.personas.field.manage_requested.connect(
            lambda: open_records(self.bench.store, "persona", self.personas.field)
        )
        self.languages.chosen.connect(lambda _: self.refresh())
        self.new_message.clicked.connect(self.add_message)

    @override
    def retranslate(self) -> None:
        self.title.set_label(tr("plans.field.name"))
        self.kind.set_label(tr("field.kind"))
        self.owner.set_label(tr("field.owner"))
        self.stage.set_label(tr("field.stage"))
        self.channel.set_label(tr("field.channel"))
        self.prep.set_label(tr("field.prep"))
        self.live.set_label(tr("field.live"))
        self.personas.set_label(tr("field.personas"))
        self.steps.set_label(tr("tactic.steps"))
        self.success.set_label(tr("field.success"))
        self.call.set_label(tr("field.call_to_action"))
        self.public.set_label(tr("plans.tactic.public"))
        self.notes.set_label(tr("field.notes"))
        self.messages_label.setText(tr("plans.tactic.messages"))
        self.languages.setAccessibleName(tr("plans.tactic.language"))
        self.languages.set_texts([tr(text) for text in LANGUAGE_TEXTS.values()])
        self.new_message.setText(tr("plans.message.new"))
        self.new_message.setAccessibleName(tr("plans.message.new"))
        self.refresh()

    @property
    def tactic(self) -> Tactic | None:
        """The tactic that is shown."""
        return self.bench.plans.plan.tactics.get(self.id)

    @property
    def language(self) -> str:
        """The language whose texts are shown."""
        return self.languages.value or LANGUAGES[0]

    def show_tactic(self, id: str) -> None:
        """Show another tactic; what is being typed goes to the one before."""
        if id != self.id:
            self.flush()
            self.id = id
            self._forget(self.rows.keys())
            self.area.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Show what the snapshot holds now; what is being typed stays."""
        it, plan = self.tactic, self.bench.plans.plan
        self.paper.setVisible(it is not None)
        if it is None:
            return
        for line, text in ((self.title, it.title), (self.success, it.success), (self.call, it.call_to_action)):
            line.field.show_value(text)
        self.steps.field.show_value("\n".join(it.steps))
        self.public.field.show_value(dict(it.public_text).get(self.language, ""))
        self.notes.field.show_value(it.notes)
        self.prep.field.show_number(it.prep)
        self.live.field.show_number(it.live)
        kinds = [Option(one.id, one.name, icon(one.icon, f"category.{one.family}.solid"), look=one.icon + one.family)
                 for one in plan.kinds.values()]  # fmt: skip
        self.kind.field.show_options(kinds)
        self.kind.field.show_value(it.kind)
        offered = ((self.owner, plan.people, it.owner), (self.stage, plan.stages, it.stage))
        for choice, things, chosen in (*offered, (self.channel, plan.channels, it.channel)):
            choice.field.show_options(named_options(things.values()))
            choice.field.show_value(chosen)
        self.personas.field.show_value(plan.personas, it.personas)
        self._show_messages()

    def add_message(self) -> None:
        """Add a message and let its name be written."""
        made: list[str] = []
        new = TacticMessage("", self.id, tr("plans.message.untitled"))
        if self.tactic and self.bench.run(lambda store: made.append(keeping.add_message(store, new))):
            self.rows[made[0]].name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rows[made[0]].name.selectAll()

    def reveal(self, message: str) -> None:
        """Put the keyboard on a message."""
        if message in self.rows:
            self.area.ensureWidgetVisible(self.rows[message])
            self.rows[message].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Give what is being typed, now."""
        for line in (self.title, self.success, self.call):
            line.field.flush()
        for area in (self.steps, self.public, self.notes):
            area.field.flush()
        self.prep.field.flush()
        self.live.field.flush()
        for row in list(self.rows.values()):
            row.flush()

    def _show_messages(self) -> None:
        messages = self.bench.plans.messages.get(self.id, [])
        self._forget(self.rows.keys() - {it.id for it in messages})
        for at, message in enumerate(messages):
            if message.id not in self.rows:
                self.rows[message.id] = self._new_row(message.id)
            row = self.rows[message.id]
            if self.list.indexOf(row) != at:
                self.list.insertWidget(at, row)
            row.show_message(message, self.language, self.bench.plans.plan)

    def _new_row(self, message: str) -> MessageRow:
        row = MessageRow()
        row.edited.connect(lambda fields: self.bench.run(lambda store: keeping.edit_message(store, message, **fields)))
        row.said.connect(lambda text: self.bench.run(lambda store: keeping.say_in(store, message, row.language, text)))
        row.deleted.connect(partial(self._delete_message, message))
        return row

    def _forget(self, ids: Any) -> None:
        for gone in list(ids):
            row = self.rows.pop(gone)
            self.list.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _delete_message(self, message: str) -> None:
        if self.bench.run(lambda store: keeping.delete_message(store, message)):
            self.bench.desk.tell(say("plans.deleted"), undo=True)

    def _edit(self, **fields: Any) -> None:
        if self.tactic:
            self.bench.run(lambda store: keeping.edit_tactic(store, self.id, **fields))

    def _on_title(self, text: str) -> None:
        title = " ".join(text.split())
        if title:
            self._edit(title=title)
        elif self.tactic:  # one without a name could not be found again
            self.title.field.show_value(self.tactic.title)

    def _on_public(self, text: str) -> None:
        if self.tactic:
            texts = dict(self.tactic.public_text) | {self.language: text}
            self._edit(public_text=tuple(sorted((code, words) for code, words in texts.items() if words)))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.splitlines())))
