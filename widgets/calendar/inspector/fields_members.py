"""What members get to see of an event."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QTabBar
from typing_extensions import override

from app.calendar.event import MessageStatus
from widgets.calendar.inspector.event_fields import EventFields
from widgets.calendar.inspector.options import message_options
from widgets.common.choice import Choice
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.tab_order import in_order
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr

LANGUAGE_TEXTS: Final = {"en": "field.language.en", "bg": "field.language.bg"}


class _Languages(QTabBar):
    """Tabs that the wheel passes over: it scrolls the fields, another language would come unasked."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MembersFields(EventFields):
    """Public text in each language, call to action, link, and how far the message is."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = False
        self.languages = _Languages()
        self.languages.setProperty("look", "small")
        self.languages.setExpanding(False)
        self.languages.setDrawBase(False)
        for key in LANGUAGE_TEXTS:
            self.languages.setTabData(self.languages.addTab(""), key)
        self.text = Labelled(TextArea(3))
        self.action, self.link = Labelled(TextField()), Labelled(TextField())
        self.message = Labelled(Choice())
        self.column.addWidget(self.text)
        self.text.layout().insertWidget(1, self.languages)  # type: ignore[union-attr]
        self.column.addWidget(self.action)
        self.add_row(self.message, self.link)
        in_order(self.languages, self.text.field, self.action.field, self.message.field, self.link.field)
        self.languages.currentChanged.connect(self._on_language_changed)
        self.text.field.committed.connect(self._on_text)
        self.action.field.committed.connect(lambda text: self.tell(call_to_action=text))
        self.link.field.committed.connect(lambda text: self.tell(link=text.strip()))
        self.message.field.chosen.connect(lambda key: self.tell(message=MessageStatus(key)))
        self.retranslate()
        self._shown = self._language()

    def _language(self) -> str:
        return str(self.languages.tabData(self.languages.currentIndex()))

    def _on_language_changed(self) -> None:
        self.text.field.flush()  # the text belongs to the language that was open until now
        self._shown = self._language()
        self._show_text()

    def _on_text(self, text: str) -> None:
        self.tell(public_text={self._shown: text})  # other languages stay as they are in each event

    def _show_text(self) -> None:
        language = self._language()
        self.text.field.show_value(self.shared(lambda event: dict(event.public_text).get(language, "")))
        written = {key for event in self.things for key, text in event.public_text if text}
        for index, key in enumerate(LANGUAGE_TEXTS):
            missing = bool(written) and key not in written
            self.languages.setTabIcon(index, icon("triangle-alert", "warning") if missing else QIcon())
            self.languages.setTabToolTip(index, tr("field.public_text.missing") if missing else "")

    @override
    def retranslate(self) -> None:
        self.text.set_label(tr("field.public_text"))
        self.languages.setAccessibleName(tr("field.public_text.language"))
        for index, text in enumerate(LANGUAGE_TEXTS.values()):
            self.languages.setTabText(index, tr(text))
        self.action.set_label(tr("field.call_to_action"))
        self.link.set_label(tr("field.link"))
        self.message.set_label(tr("field.message"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.plan is None or not self.things:
            return
        if not self._begun:
            self._begun = True
            self.languages.setCurrentIndex(list(LANGUAGE_TEXTS).index(self.plan.playbook.language))
        self._show_text()
        self.action.field.show_value(self.shared(lambda event: event.call_to_action))
        self.link.field.show_value(self.shared(lambda event: event.link))
        self.message.field.show_options(message_options())
        self.message.field.show_value(self.shared(lambda event: event.message.value))

    @override
    def flush(self) -> None:
        for field in (self.text, self.action, self.link):
            field.field.flush()
