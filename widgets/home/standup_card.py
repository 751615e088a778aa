"""The stand-up: what was done, what comes until the next working day, what is late; to be copied as text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton
from typing_extensions import override

from app.home.overview import Overview
from app.home.standup import Standup, standup
from widgets.common.icons import icon
from widgets.common.words import Retranslated, day, tr
from widgets.home.building import standup_rows
from widgets.home.list_card import ListCard

FORM_TEXTS: Final = {"markdown": "home.standup.markdown", "plain": "home.standup.plain"}
LANGUAGE_TEXTS: Final = {"en": "home.standup.en", "bg": "home.standup.bg"}


class StandupCard(Retranslated):
    """The card of the stand-up; how it is copied is remembered.

    Signals:
        opened: what a row leads to is wanted (id of a page, id of a thing).
        copy_requested: the text is to be copied.
        form_chosen: it is to be copied in another form ("markdown" or "plain").
        language_chosen: it is to be copied in another language.
    """

    opened = Signal(str, str)
    copy_requested = Signal()
    form_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.found: Standup | None = None
        self._form, self._language = "markdown", "en"
        self.card = ListCard()
        self.more = QToolButton()
        self.more.setIcon(icon("chevron-down", "text_muted"))
        self.more.setIconSize(QSize(14, 14))
        self.card.head.addWidget(self.more)
        self.card.head.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.card)
        self.setFocusProxy(self.card.list)
        self.card.link_pressed.connect(self.copy_requested)
        self.card.list.opened.connect(self.opened)
        self.more.clicked.connect(self._on_more)

    def show_standup(self, seen: Overview) -> None:
        """Show the stand-up of today."""
        self.found = standup(seen.tasks, seen.today)
        self.retranslate()

    def show_form(self, form: str, language: str) -> None:
        """Show how it is copied."""
        self._form, self._language = form, language

    @override
    def retranslate(self) -> None:
        if self.found is None:
            return
        days = tr("home.standup.days", first=day(self.found.since, "ddd"), last=day(self.found.until, "ddd"))
        self.card.set_texts(tr("home.standup"), days, tr("home.standup.copy"))
        self.card.list.show_rows(standup_rows(self.found))
        self.more.setAccessibleName(tr("home.standup.how"))
        self.more.setToolTip(tr("home.standup.how"))

    def menu(self) -> QMenu:
        """Return the menu of forms and languages."""
        menu = QMenu(self)
        for texts, now, chosen in (
            (FORM_TEXTS, self._form, self.form_chosen),
            (LANGUAGE_TEXTS, self._language, self.language_chosen),
        ):
            group = QActionGroup(menu)
            for key, text in texts.items():
                entry = menu.addAction(tr(text))
                entry.setCheckable(True)
                entry.setChecked(key == now)
                group.addAction(entry)
                entry.triggered.connect(lambda _=False, key=key, chosen=chosen: chosen.emit(key))
            menu.addSeparator()
        return menu

    def _on_more(self) -> None:
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height())))
        menu.aboutToHide.connect(menu.deleteLater)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)
