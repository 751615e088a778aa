"""What edits a reply: its texts by variant and language, and who approved it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton
from typing_extensions import override

from app.guide import replying
from app.guide.escalation import Scenario
from app.guide.reply import Reply
from app.guide.tone import ToneLine
from app.guide.tone_words import places, unwanted
from app.playbook.playbook import Person
from widgets.common.choice import Choice
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.inspector import GuideInspector
from widgets.guide.inspectors.fields import PlainFields
from widgets.guide.replies.pill_text import BLANK_TEXTS, blank_name
from widgets.guide.replies.reply_area import ReplyArea
from widgets.guide.replies.tabs import LanguageTabs, VariantTabs


class ReplyName(PlainFields):
    """What it is called and when it is said."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.line("name", needed=True)
        self.scenario = Labelled(Choice())
        self.column.addWidget(self.scenario)
        self.scenario.field.chosen.connect(lambda key: self.tell(scenario=key))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.scenario.set_label(tr("guide.matrix.scenario"))
        self.label({"name": tr("guide.replies.name")})

    @override
    def show_values(self) -> None:
        super().show_values()
        for reply in self.things:
            self.scenario.field.show_options(named_options(self.bench.guide.of(Scenario).values()))
            self.scenario.field.show_value(reply.scenario)


class TextFields(FieldGroup[Reply]):
    """One variant in one language at a time."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self._written = ("", "", "")  # reply, variant and language of what stands in the field
        self.variants, self.languages = VariantTabs(), LanguageTabs()
        self.more, self.blank = QToolButton(), QPushButton()
        self.more.setIcon(icon("ellipsis"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.blank.setProperty("look", "small")
        self.text, self.wrong = ReplyArea(), QLabel()
        self.wrong.setProperty("look", "warning-small")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        self._lay_out()
        self.variants.chosen.connect(lambda key: self._turn(key, self.language))
        self.languages.chosen.connect(lambda key: self._turn(self.variant, key))
        self.text.committed.connect(self._on_typed)
        self.more.clicked.connect(self._offer)
        self.blank.clicked.connect(self._offer_blanks)
        bench.worded.connect(self._on_worded)
        self.retranslate()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.variants)
        first.addWidget(self.more)
        first.addStretch()
        second.addWidget(self.languages)
        second.addStretch()
        second.addWidget(self.blank)
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addWidget(self.text)
        self.column.addWidget(self.wrong)

    @property
    def reply(self) -> str:
        """The id of the reply."""
        return self.things[0].id if self.things else ""

    @property
    def variant(self) -> str:
        """The variant that is written."""
        there = replying.variants(self.bench.guide, self.reply)
        return self.bench.variant if self.bench.variant in there else there[min(1, len(there) - 1)] if there else ""

    @property
    def language(self) -> str:
        """The language that is written."""
        return self.bench.language or self.bench.guide.language

    def _turn(self, variant: str, language: str) -> None:
        self.text.flush()
        self.bench.word(variant, language)

    def _on_worded(self) -> None:
        self.show_values()

    def _on_typed(self, text: str) -> None:
        reply, variant, language = self._written
        if reply and variant:
            self.bench.run(lambda store: replying.write(store, reply, variant, language, text))

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("plus"), tr("guide.variant.add"), self.ask_new)
        rename = menu.addAction(icon("pencil"), tr("guide.variant.rename"), self.ask_name)
        delete = menu.addAction(icon("trash-2"), tr("guide.variant.delete"), self.delete_variant)
        for action in (rename, delete):
            action.setEnabled(bool(self.variant))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _offer_blanks(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in BLANK_TEXTS:
            action = menu.addAction(blank_name(key))
            action.triggered.connect(lambda _=False, key=key: self.text.insert_blank(key))
        menu.popup(self.blank.mapToGlobal(self.blank.rect().bottomLeft()))

    def ask_new(self) -> None:
        """Ask what another variant is called."""
        self._ask("", self._add)

    def ask_name(self) -> None:
        """Ask what the variant is called from now on."""
        self._ask(self.variant, self._rename)

    def _ask(self, name: str, take: object) -> None:
        panel = SmallPanel(tr("guide.variant.ask"), "", tr("guide.chips.take"))
        field = Labelled(TextField())
        field.set_label(tr("guide.variant.name"))
        field.field.show_value(name)
        panel.fields.addWidget(field)

        def accept() -> bool:
            typed = " ".join(field.field.text().split())
            if typed and callable(take):
                take(typed)
            return bool(typed)

        open_small(panel, self.more, self.more.rect(), accept)
        field.field.setFocus()
        field.field.selectAll()

    def _add(self, name: str) -> None:
        reply, language = self.reply, self.language
        if self.bench.run(lambda store: replying.add_variant(store, reply, name, language)):
            self._turn(name, language)

    def _rename(self, name: str) -> None:
        reply, before = self.reply, self.variant
        self.text.flush()
        if self.bench.run(lambda store: replying.rename_variant(store, reply, before, name)):
            self._turn(name, self.language)

    def delete_variant(self) -> None:
        """Delete the variant in all its languages."""
        reply, variant = self.reply, self.variant
        self.text.flush()
        self.bench.run(lambda store: replying.delete_variant(store, reply, variant))

    @override
    def retranslate(self) -> None:
        self.more.setAccessibleName(tr("guide.variant.more"))
        self.more.setToolTip(tr("guide.variant.more"))
        self.blank.setText(tr("guide.variant.blank"))
        self.blank.setAccessibleName(self.blank.text())
        self.text.setAccessibleName(tr("guide.replies.text"))
        self.show_values()

    @override
    def show_things(self, things: object) -> None:
        self.things = list(things)  # type: ignore[call-overload]
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        guide, reply = self.bench.guide, self.reply
        shown = (reply, self.variant, self.language)
        if shown != self._written:
            self.text.flush()  # what is being typed belongs to what was shown
            self._written = shown
        there = replying.variants(guide, reply)
        self.variants.show_keys(there, self.variant)
        self.languages.show_languages(self.language, replying.spoken(guide, reply, self.variant))
        text = replying.text_of(guide, reply, self.variant, self.language)
        said, wordings = (text.text if text else ""), unwanted(guide.of(ToneLine).values())
        self.text.set_unwanted(wordings)
        self.text.setEnabled(bool(self.variant))
        self.text.show_value(said)
        found = list(dict.fromkeys(said[begin:end].casefold() for begin, end in places(said, wordings)))
        self.wrong.setVisible(bool(found))
        self.wrong.setText(tr("guide.replies.wrong", n=len(found), words=", ".join(f"“{it}”" for it in found)))

    @override
    def flush(self) -> None:
        self.text.flush()


class ApprovalFields(FieldGroup[Reply]):
    """Who approved it when, and when somebody should look again."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.by, self.on, self.review = (
            Labelled(Choice()),
            Labelled(DayField("d MMM yyyy")),
            Labelled(DayField("d MMM yyyy")),
        )
        self.column.addWidget(self.by)
        self.add_row(self.on, self.review)
        self.by.field.chosen.connect(self._on_chosen)
        self.on.field.entered.connect(lambda when: self.tell(approved=when))
        self.review.field.entered.connect(lambda when: self.tell(review=when))
        self.retranslate()

    def _on_chosen(self, person: str) -> None:
        reply = self.things[0].id if self.things else ""
        if reply:
            self.bench.run(lambda store: replying.approve(store, reply, person))

    @override
    def retranslate(self) -> None:
        self.by.set_label(tr("guide.replies.by"))
        self.on.set_label(tr("guide.replies.when"))
        self.review.set_label(tr("guide.replies.look"))
        self.show_values()

    @override
    def show_values(self) -> None:
        for reply in self.things:
            self.by.field.show_options(named_options(self.bench.guide.of(Person).values()))
            self.by.field.show_value(reply.approved_by)
            self.on.field.show_day(reply.approved, none=tr("common.none"))
            self.review.field.show_day(reply.review, none=tr("common.none"))
            late = replying.overdue(reply, self.bench.today())
            self.review.set_error(tr("guide.replies.late.short") if late else "")


class ReplyInspector(GuideInspector):
    """A sample reply."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.texts = TextFields(bench)
        self.fill_with(ReplyName(bench), self.texts, ApprovalFields(bench))

    @override
    def show_head(self, thing: Reply) -> None:
        self.head.show_what(tr("guide.inspector.reply"), "ops", "quote", active=True)
