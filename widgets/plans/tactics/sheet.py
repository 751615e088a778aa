"""A tactic with everything that it brings, to be written in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton
from typing_extensions import override

from app.message import say
from app.tactics import keeping
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice, Option
from widgets.common.icons import icon, put_icon
from widgets.common.labelled import Labelled
from widgets.common.level_options import level_options
from widgets.common.named_options import named_options
from widgets.common.number_field import NumberField
from widgets.common.rhythm.suggested import rhythm_options
from widgets.common.segmented import Segmented
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.time_span import HOUR, read_span, show_span
from widgets.common.words import language, tr
from widgets.plans.bench import PlansBench
from widgets.plans.sheet import Sheet, Typed
from widgets.plans.tactics.message_row import MessageRow
from widgets.records.record_editor import open_records

LANGUAGES: Final = ("en", "bg")
LANGUAGE_TEXTS: Final = {"en": "plans.language.en", "bg": "plans.language.bg"}


class TacticSheet(Sheet[MessageRow]):
    """When and how often, owner, effort, whom it is for, steps, success, and messages by day and language."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.title, self.success, self.call = (Labelled(TextField()) for _ in range(3))
        self.title.field.setProperty("weight", "medium")
        self.kind, self.owner, self.stage, self.channel = (Labelled(Choice()) for _ in range(4))
        self.impact, self.ease, self.rhythm = (Labelled(Choice()) for _ in range(3))
        self.prep, self.live = Labelled(NumberField()), Labelled(NumberField())
        self.time, self.days = Labelled(TextField()), Labelled(NumberField())
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
        self.add_beside((self.title, 3), (self.kind, 2))
        self.add_beside((self.time, 3), (self.days, 2), (self.rhythm, 3), (self.prep, 2), (self.live, 2))
        self.add_beside((self.owner, 1), (self.stage, 1), (self.channel, 1))
        self.add_beside((self.personas, 2), (self.impact, 1), (self.ease, 1))
        self.column.addWidget(self.steps)
        self.add_beside((self.success, 1), (self.call, 1))
        head = QHBoxLayout()
        head.addWidget(self.messages_label)
        head.addStretch()
        head.addWidget(self.languages)
        self.column.addLayout(head)
        self.column.addWidget(self.public)
        self.parts.setSpacing(12)
        self.column.addLayout(self.parts)
        self.column.addWidget(self.new_message)
        self.column.addWidget(self.notes)
        self.column.addStretch()

    def _connect(self) -> None:
        self.title.field.committed.connect(self._on_title)
        self.success.field.committed.connect(lambda text: self._edit(success=text.strip()))
        self.call.field.committed.connect(lambda text: self._edit(call_to_action=text.strip()))
        self.notes.field.committed.connect(lambda text: self._edit(notes=text))
        self.steps.field.committed.connect(lambda text: self._edit(steps=_lines(text)))
        self.public.field.committed.connect(self._on_public)
        self.prep.field.entered.connect(lambda value: self._edit(prep=value))
        self.live.field.entered.connect(lambda value: self._edit(live=value))
        self.time.field.committed.connect(self._on_time)
        self.days.field.entered.connect(self._on_days)
        self.impact.field.chosen.connect(lambda level: self._edit(impact=int(level)))
        self.ease.field.chosen.connect(lambda level: self._edit(ease=int(level)))
        for name in ("kind", "owner", "stage", "channel", "rhythm"):
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
        self.time.set_label(tr("field.time"))
        self.time.field.set_hint(tr("calendar.any_time"))
        self.days.set_label(tr("field.days"))
        self.rhythm.set_label(tr("tactic.rhythm"))
        self.impact.set_label(tr("field.impact"))
        self.ease.set_label(tr("field.ease"))
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

    @override
    def refresh(self) -> None:
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
        self.time.field.show_value(show_span(it.at, it.minutes))
        self.time.set_error("")
        self.days.field.show_number(float(it.days))
        self.days.setEnabled(it.at is None)
        self._show_choices(it)
        self.personas.field.show_value(plan.personas, it.personas)
        self._show_messages()

    def _show_choices(self, it: Tactic) -> None:
        plan = self.bench.plans.plan
        kinds = [Option(one.id, one.name, icon(one.icon, f"category.{one.family}.solid"), look=one.icon + one.family)
                 for one in plan.kinds.values()]  # fmt: skip
        offered = (
            (self.kind, kinds, it.kind),
            (self.owner, named_options(plan.people.values()), it.owner),
            (self.stage, named_options(plan.stages.values()), it.stage),
            (self.channel, named_options(plan.channels.values()), it.channel),
            (self.rhythm, rhythm_options(it.rhythm), it.rhythm),
            (self.impact, level_options(), str(it.impact)),
            (self.ease, level_options(), str(it.ease)),
        )
        for choice, options, chosen in offered:
            choice.field.show_options(options)
            choice.field.show_value(chosen)

    def add_message(self) -> None:
        """Add a message and let its name be written."""
        made: list[str] = []
        new = TacticMessage("", self.id, tr("plans.message.untitled"))
        if self.tactic and self.bench.run(lambda store: made.append(keeping.add_message(store, new))):
            self.rows[made[0]].name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rows[made[0]].name.selectAll()

    @override
    def fields(self) -> Iterable[Typed]:
        lines = (self.title, self.success, self.call, self.time, self.prep, self.live, self.days)
        return [*(it.field for it in lines), *(it.field for it in (self.steps, self.public, self.notes))]

    def _show_messages(self) -> None:
        messages = self.bench.plans.messages.get(self.id, [])
        self.lay_rows([it.id for it in messages], self._new_row)
        for message in messages:
            self.rows[message.id].show_message(message, self.language, self.bench.plans.plan)

    def _new_row(self, message: str) -> MessageRow:
        row = MessageRow()
        row.edited.connect(lambda fields: self.bench.run(lambda store: keeping.edit_message(store, message, **fields)))
        row.said.connect(lambda text: self.bench.run(lambda store: keeping.say_in(store, message, row.language, text)))
        row.deleted.connect(partial(self._delete_message, message))
        return row

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

    def _on_time(self, text: str) -> None:
        it = self.tactic
        span = read_span(text, it.minutes or HOUR) if it else None
        self.time.set_error("" if span is not None else tr("field.time.wrong"))
        if it and span is not None:
            self._edit(at=span[0], minutes=span[1], days=1 if span[0] else it.days)

    def _on_days(self, value: float) -> None:
        if value >= 1:
            self._edit(days=int(value))
        elif self.tactic:
            self.days.field.show_number(float(self.tactic.days))

    def _on_public(self, text: str) -> None:
        if self.tactic:
            texts = dict(self.tactic.public_text) | {self.language: text}
            self._edit(public_text=tuple(sorted((code, words) for code, words in texts.items() if words)))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.splitlines())))
