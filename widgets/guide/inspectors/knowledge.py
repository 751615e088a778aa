"""What edits documents and confirmed answers."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from app.guide.knowledge import KnownAnswer, Resource
from app.message import say
from app.playbook.playbook import Person
from widgets.common.choice import Choice
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.icons import icon, put_icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.text_area import TextArea
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.inspector import GuideInspector
from widgets.guide.inspectors.fields import PlainFields


class ResourceFields(PlainFields):
    """Name, address, notes, language."""

    def __init__(self) -> None:
        super().__init__()
        self.line("name", needed=True)
        self.line("address")
        self.area("notes")
        self.line("language")
        self.tick("public")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({
            "name": tr("guide.resources.name"),
            "address": tr("guide.resources.address"),
            "notes": tr("guide.resources.notes"),
            "language": tr("guide.resources.language"),
            "public": tr("guide.field.public"),
        })  # fmt: skip


class CopyButton(QPushButton):
    """Copies a text; it is there while there is one."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench, self._what = bench, ""
        put_icon(self, icon("copy"))
        self.clicked.connect(self._copy)

    def offer(self, name: str, text: str) -> None:
        """Offer another text under a name."""
        self._what = text
        self.setText(name)
        self.setAccessibleName(name)
        self.setVisible(bool(text.strip()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._what)
        self.bench.desk.tell(say("guide.copied"))


class ResourceInspector(GuideInspector):
    """A document to start with."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.copy_button = CopyButton(bench)
        self.fill_with(ResourceFields(), below=(self.copy_button,))

    @override
    def show_head(self, thing: Resource) -> None:
        self.head.show_what(tr("guide.inspector.resource"), "ops", "book-open", active=True)
        self.copy_button.offer(tr("guide.resources.copy"), thing.address)


class AnswerFields(PlainFields):
    """The question and its one answer."""

    def __init__(self) -> None:
        super().__init__()
        self.area("question", needed=True)
        self.area("answer", 4)
        self.similar = Labelled(TextArea(2))
        self.column.addWidget(self.similar)
        self.similar.field.committed.connect(self._on_similar)
        self.tick("public")
        self.retranslate()

    def _on_similar(self, text: str) -> None:
        lines = (line.strip() for line in text.splitlines())
        self.tell(similar=tuple(dict.fromkeys(line for line in lines if line)))

    @override
    def retranslate(self) -> None:
        self.similar.set_label(tr("guide.answers.similar"))
        self.label({
            "question": tr("guide.answers.question"),
            "answer": tr("guide.answers.answer"),
            "public": tr("guide.field.public"),
        })  # fmt: skip

    @override
    def show_values(self) -> None:
        super().show_values()
        for answer in self.things:
            self.similar.field.show_value("\n".join(answer.similar))

    @override
    def flush(self) -> None:
        super().flush()
        self.similar.field.flush()


class ConfirmedFields(FieldGroup[KnownAnswer]):
    """Who confirmed it, and when."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.by, self.on = Labelled(Choice()), Labelled(DayField("d MMM yyyy"))
        self.add_row(self.by, self.on)
        self.by.field.chosen.connect(lambda key: self.tell(confirmed_by=key))
        self.on.field.entered.connect(lambda when: self.tell(confirmed=when))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.by.set_label(tr("guide.answers.by"))
        self.on.set_label(tr("guide.answers.on"))
        self.show_values()

    @override
    def show_values(self) -> None:
        for answer in self.things:
            self.by.field.show_options(named_options(self.bench.guide.of(Person).values()))
            self.by.field.show_value(answer.confirmed_by)
            self.on.field.show_day(answer.confirmed, none=tr("common.none"))


class AnswerInspector(GuideInspector):
    """A question that comes again, with its one answer."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.confirm = QPushButton()
        self.confirm.clicked.connect(lambda: self.save({"confirmed": bench.today()}))
        self.copy_button = CopyButton(bench)
        self.fill_with(AnswerFields(), ConfirmedFields(bench), below=(self.confirm, self.copy_button))

    @override
    def show_head(self, thing: KnownAnswer) -> None:
        self.head.show_what(tr("guide.inspector.answer"), "ops", "message-circle-question-mark", active=True)
        self.copy_button.offer(tr("guide.answers.copy"), thing.answer)

    @override
    def retranslate(self) -> None:
        self.confirm.setText(tr("guide.answers.confirm"))
        self.confirm.setAccessibleName(self.confirm.text())
        super().retranslate()
