"""The chosen text of the bank: whole, in its languages, with what can be done with it; one's own is written here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.prompt import PromptKind
from app.workflows.prompts import STAGES, TEXT_MOST, THEME_MOST, Banked
from widgets.common.choice import Choice, Option
from widgets.common.icons import icon, put_icon
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.labelled import Labelled
from widgets.common.named_options import none_option
from widgets.common.paragraph import Paragraph
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import language, tr
from widgets.workflows.prompts.bank_list import KIND_ICONS, KIND_TEXTS, STAGE_TEXTS, about
from widgets.workflows.sequences.wording import language_name

LINES: Final = 6


class PromptSide(InspectorFrame):
    """Copy, use for a task, an event or the weekly loop; the fields of one's own.

    Signals:
        copied: the text is to be copied (language).
        used: the text is to be used for "task", "event" or "loop" (what, language).
        edited: one's own text has other values (name -> value).
    """

    copied = Signal(str)
    used = Signal(str, str)
    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.it: Banked | None = None
        self._languages: list[str] = []
        self.tabs, self.text, self.about = QTabBar(), Labelled(TextArea(LINES)), Paragraph(look="setting-note")
        self.tabs.setProperty("look", "small")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.copy = QPushButton()
        self.copy.setProperty("look", "strong")
        self.uses = {what: QPushButton() for what in ("task", "event", "loop")}
        self.kind, self.stage, self.theme = Labelled(Choice()), Labelled(Choice()), Labelled(TextField())
        self.own = QWidget()
        fields = QVBoxLayout(self.own)
        fields.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.kind, 1)
        row.addWidget(self.stage, 1)
        fields.addLayout(row)
        fields.addWidget(self.theme)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.fill((self.about, self.tabs, self.text, self.copy, *self.uses.values(), self.own))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.text.field.committed.connect(self._on_text)
        self.copy.clicked.connect(lambda: self.copied.emit(self.language()))
        for what, button in self.uses.items():
            button.clicked.connect(lambda _=False, what=what: self.used.emit(what, self.language()))
        self.kind.field.chosen.connect(lambda key: self.edited.emit({"kind": PromptKind(key)}))
        self.stage.field.chosen.connect(lambda key: self.edited.emit({"stage": key}))
        self.theme.field.committed.connect(lambda text: self.edited.emit({"theme": text.strip()[:THEME_MOST]}))

    @override
    def retranslate(self) -> None:
        self.text.set_label(tr("prompts.field.text"))
        self.kind.set_label(tr("prompts.field.kind"))
        self.stage.set_label(tr("prompts.field.stage"))
        self.theme.set_label(tr("prompts.field.theme"))
        self.tabs.setAccessibleName(tr("sequences.languages"))
        signs: Mapping[str, tuple[str, str]] = {
            "task": ("list-todo", tr("prompts.use.task")),
            "event": ("calendar-plus", tr("prompts.use.event")),
            "loop": ("repeat", tr("prompts.use.loop")),
        }
        for what, (sign, text) in signs.items():
            put_icon(self.uses[what], icon(sign), 14)
            self.uses[what].setText(text)
            self.uses[what].setAccessibleName(text)
        put_icon(self.copy, icon("copy", "accent"), 14)
        self.copy.setText(tr("prompts.copy"))
        self.copy.setAccessibleName(self.copy.text())
        self.kind.field.show_options([Option(it.value, tr(text)) for it, text in KIND_TEXTS.items()])
        self.stage.field.show_options([none_option(), *(Option(it, tr(STAGE_TEXTS[it])) for it in STAGES)])
        self.empty.set_texts(tr("prompts.empty"))
        self.show_prompt(self.it, loops=self.uses["loop"].isEnabled())

    def language(self) -> str:
        """Return the language that is shown."""
        at = self.tabs.currentIndex()
        return self._languages[at] if 0 <= at < len(self._languages) else language()

    def show_prompt(self, it: Banked | None, *, loops: bool) -> None:
        """Show a text; the loop is offered when one runs."""
        if (it.key if it else "") != (self.it.key if self.it else ""):
            self.flush()
        self.it = it
        self.show_fields(something=it is not None)
        self.head.show_what(tr("prompts.one"), "conversation", KIND_ICONS[it.kind] if it else "smile", active=bool(it))
        self.head.duplicate.hide()
        self.head.close_button.hide()
        self.head.delete.setVisible(bool(it and it.own))
        if it is None:
            return
        self._show_tabs(it)
        self.about.setText(about(it))
        self.text.field.setReadOnly(not it.own)
        self._show_text()
        self.own.setVisible(it.own)
        self.kind.field.show_value(it.kind.value)
        self.stage.field.show_value(it.stage)
        self.theme.field.show_value(it.theme)
        self.uses["loop"].setEnabled(loops)
        self.uses["loop"].setToolTip("" if loops else tr("prompts.no_loop"))

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.text.field.flush()
        self.theme.field.flush()

    def focus_text(self) -> None:
        """Let the text be written."""
        self.text.field.setFocus()
        self.text.field.selectAll()

    def _show_tabs(self, it: Banked) -> None:
        wanted = list(dict.fromkeys([language(), *it.texts, "en", "bg"])) if it.own else list(it.texts)
        if wanted == self._languages:
            return
        now, self._languages = self.language(), wanted
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for code in wanted:
            self.tabs.addTab(language_name(code))
        self.tabs.setCurrentIndex(wanted.index(now) if now in wanted else 0)
        self.tabs.blockSignals(False)

    def _show_text(self) -> None:
        self.text.field.show_value(self.it.texts.get(self.language(), "") if self.it else "")

    def _on_tab(self) -> None:
        self.text.field.flush()
        self._show_text()

    def _on_text(self, text: str) -> None:
        if self.it and self.it.own:
            texts = dict(self.it.texts) | {self.language(): text.strip()[:TEXT_MOST]}
            self.edited.emit({"texts": tuple((code, value) for code, value in texts.items() if value)})
