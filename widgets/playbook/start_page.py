"""The start page: what is shown while no playbook is open. It stands where others put a wizard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.desk import Desk
from widgets.common.elided_label import ElidedLabel, plain_tooltip
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.page import Page
from widgets.common.page_header import PageHeader
from widgets.common.paragraph import Paragraph
from widgets.common.segmented import Segmented
from widgets.common.theme import theme
from widgets.common.words import language, tr
from widgets.playbook.mark import Mark
from widgets.playbook.start_button import StartButton
from widgets.playbook.start_card import StartCard, Template

RECENT = 3
LEAD_WIDTH, CHOICES_WIDTH = 560, 884


class StartPage(Page):
    """Templates, the sample, opening, importing and starting empty; language and theme at hand.

    Signals:
        template_chosen: a new playbook from a template is asked for (its id).
        sample_requested, open_requested, import_requested, empty_requested: so is one of these.
        recent_chosen: a file that was open before is asked for.
        language_chosen, theme_chosen: how the program should look and speak.
    """

    template_chosen = Signal(str)
    sample_requested = Signal()
    open_requested = Signal()
    import_requested = Signal()
    empty_requested = Signal()
    recent_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, desk: Desk, templates: Callable[[str], Sequence[Template]]) -> None:
        super().__init__(desk)
        self._templates = templates
        self._recent: list[QPushButton] = []
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def show_recent(self, files: Sequence[Path]) -> None:
        """Offer files that were open before."""
        for button in self._recent:
            button.deleteLater()
        self._recent = []
        for file in files[:RECENT]:
            button = QPushButton(file.stem.replace("&", "&&"))
            put_icon(button, icon("file", "accent"))
            button.setProperty("look", "ghost")
            button.setToolTip(plain_tooltip(tr("start.recent.tip", file=file.name)))
            button.setAccessibleName(tr("start.recent.tip", file=file.name))
            button.clicked.connect(lambda _=False, file=file: self.recent_chosen.emit(str(file)))
            self._recent.append(button)
            self._recent_row.insertWidget(self._recent_row.count() - 1, button)
        self._recent_title.setVisible(bool(files))

    def _build(self) -> None:
        self._header = PageHeader()
        self._language = Segmented(["en", "bg"])
        self._language.set_texts(["English", "Български"])
        self._theme = Segmented(["light", "dark"])
        self._theme.set_value(theme().name)
        self._mark = Mark(60)
        self._title = _label("start-title", centred=True)
        self._lead = Paragraph(look="lead")
        self._lead.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._from, self._or = _label("group"), _label("group")
        self._cards = [StartCard(template) for template in self._templates(language())]
        self._sample, self._open = StartButton("sparkles"), StartButton("folder-open")
        self._import, self._empty = StartButton("file-down"), StartButton("square")
        self._recent_title = _label("muted")
        self._recent_title.hide()
        self._promise = ElidedLabel(look="subtitle")

    def _arrange(self) -> None:
        self._header.add_action(self._language)
        self._header.add_action(self._theme)
        inner = QWidget()
        inner.setObjectName("bg")
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        column.addWidget(self._title)
        column.addSpacing(7)
        column.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(28)
        column.addWidget(self._choices(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        promise = QHBoxLayout()
        promise.setSpacing(7)
        promise.addStretch()
        promise.addWidget(IconLabel("lock", "text_muted", 14))
        promise.addWidget(self._promise)
        promise.addStretch()
        column.addLayout(promise)
        column.addStretch(3)
        scroll = QScrollArea()
        scroll.setObjectName("bg")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(scroll, 1)

    def _choices(self) -> QWidget:
        box = self._box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._from)
        column.addSpacing(14)
        column.addLayout(_row(self._cards))
        column.addSpacing(26)
        column.addWidget(self._or)
        column.addSpacing(8)
        column.addLayout(_row((self._sample, self._open, self._import, self._empty)))
        self._recent_row = QHBoxLayout()
        self._recent_row.setContentsMargins(0, 12, 0, 0)
        self._recent_row.addWidget(self._recent_title)
        self._recent_row.addStretch()
        column.addLayout(self._recent_row)
        return box

    def _fit(self) -> None:
        """Give words as much room as their size asks for and the window has."""
        room = max(CHOICES_WIDTH, self.width() - 80)
        self._box.setFixedWidth(min(theme().wide(CHOICES_WIDTH), room))
        lead = min(theme().wide(LEAD_WIDTH), room)
        self._lead.setFixedSize(lead, self._lead.heightForWidth(lead))

    def _connect(self) -> None:
        for card in self._cards:
            card.chosen.connect(self.template_chosen)
        self._sample.clicked.connect(self.sample_requested)
        self._open.clicked.connect(self.open_requested)
        self._import.clicked.connect(self.import_requested)
        self._empty.clicked.connect(self.empty_requested)
        self._language.chosen.connect(self.language_chosen)
        self._theme.chosen.connect(self.theme_chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def retranslate(self) -> None:
        """Set every text anew."""
        self._header.set_texts(tr("start.welcome"), tr("start.none"))
        self._title.setText(tr("start.title"))
        self._lead.setText(tr("start.lead"))
        self._fit()
        self._from.setText(tr("start.from").upper())
        self._or.setText(tr("start.or").upper())
        self._recent_title.setText(tr("start.recent"))
        self._sample.set_texts(tr("start.sample"), tr("start.sample.note"))
        self._open.set_texts(tr("start.open"), tr("start.open.note"))
        self._import.set_texts(tr("start.import"), tr("start.import.note"))
        self._empty.set_texts(tr("start.empty"), tr("start.empty.note"))
        self._promise.setText(tr("start.promise"))
        self._theme.set_icons([icon("sun", "text_2"), icon("moon", "text_2")], [tr("start.light"), tr("start.dark")])
        self._language.set_value(language())
        for card, template in zip(self._cards, self._templates(language()), strict=True):
            card.show_template(template)


def _label(look: str, *, centred: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _row(widgets: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for widget in widgets:
        row.addWidget(widget)
    return row
