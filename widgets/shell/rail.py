"""The navigation at the left: whose playbook, its pages in groups, search and settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.icons import icon
from widgets.common.key_cap import key_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr, words
from widgets.shell.community_button import CommunityButton
from widgets.shell.pages import GROUPS, SETTINGS, PageEntry
from widgets.shell.rail_button import RailButton

AUTO_BELOW: Final = "calendar.rail_auto_collapse_below"


class Rail(Retranslated):
    """208 px wide, 56 when narrow.

    It narrows by itself in a window below 1360 px; what the person chose holds until the window is resized across that.

    Signals:
        page_requested: a page is asked for (its id).
        search_requested, playbooks_requested: so is the palette, or the menu of playbooks.
        narrowed: the person chose another width (narrow or not).
    """

    page_requested = Signal(str)
    search_requested = Signal()
    playbooks_requested = Signal()
    narrowed = Signal(bool)

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = {entry.id: entry for entry in (*pages, SETTINGS)}
        self._narrow = False
        self._chosen: bool | None = None
        self._small_window: bool | None = None
        self.setObjectName("rail")
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()
        self._apply()

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def follow_window(self, width: int) -> None:
        """Take the width of the window into account."""
        small = width < int(theme().token(AUTO_BELOW))
        if self._small_window is not None and small != self._small_window:
            self._chosen = None
        self._small_window = small
        self._apply()

    def set_chosen(self, narrow: bool | None) -> None:
        """Take over what the person chose before; None leaves it to the window."""
        self._chosen = narrow
        self._apply()

    def toggle(self) -> None:
        """Show names or not, as the person wants."""
        self._chosen = not self._narrow
        self._apply()
        self.narrowed.emit(self._narrow)

    def show_page(self, id: str) -> None:
        """Mark the page that shows."""
        for key, button in self._buttons.items():
            button.setChecked(key == id)

    def show_badge(self, id: str, text: str, words: str, *, alert: bool) -> None:
        """Show a number beside a page, "" for none; `words` say it to screen readers."""
        if id in self._buttons:
            self._buttons[id].set_badge(text, words, alert=alert)

    def set_file_open(self, *, is_open: bool) -> None:
        """Offer the pages that need a file, or not."""
        for key, button in self._buttons.items():
            button.setEnabled(is_open or not self._pages[key].needs_file)
        self.search.setEnabled(is_open)

    def _build(self) -> None:
        self.community = CommunityButton()
        self._titles: list[tuple[QLabel, Message]] = []
        self._buttons = {key: RailButton(entry.icon) for key, entry in self._pages.items()}
        self.search = RailButton("search", key_text("Ctrl+K"))
        self._toggle = QToolButton(self)
        self._toggle.setIcon(icon("panel-left", "text_muted"))
        self._toggle.setIconSize(QSize(16, 16))
        self._toggle.setFixedSize(24, 24)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in self._buttons.values():
            button.setCheckable(True)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 9, 8)  # the right edge has a line of 1 px
        column.setSpacing(1)
        column.addWidget(self.community)
        column.addSpacing(8)
        for group in GROUPS:
            entries = [entry for entry in self._pages.values() if entry.group == group]
            if entries:
                column.addWidget(self._title(group))
                for entry in entries:
                    column.addWidget(self._buttons[entry.id])
        column.addStretch()
        column.addWidget(self.search)
        column.addWidget(self._buttons[SETTINGS.id])

    def _title(self, group: Message) -> QLabel:
        title = QLabel()
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._titles.append((title, group))
        return title

    def _connect(self) -> None:
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._on_page_clicked(key))
        for button in (*self._buttons.values(), self.search):
            button.walked.connect(lambda step, button=button: self._walk(button, step))
        self.search.clicked.connect(self.search_requested)
        self.community.clicked.connect(self.playbooks_requested)
        self._toggle.clicked.connect(self.toggle)
        theme().changed.connect(self._on_theme_changed)

    def _on_page_clicked(self, id: str) -> None:
        self._buttons[id].setChecked(True)
        self.page_requested.emit(id)

    def _walk(self, button: RailButton, step: int) -> None:
        *pages, settings = self._buttons.values()
        row = [other for other in (*pages, self.search, settings) if other.isEnabled()]
        row[(row.index(button) + step) % len(row)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_theme_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        self._narrow = bool(self._small_window) if self._chosen is None else self._chosen
        self.setFixedWidth(theme().size("rail_collapsed" if self._narrow else "rail"))
        self.community.set_narrow(narrow=self._narrow)
        for button in (*self._buttons.values(), self.search):
            button.set_narrow(narrow=self._narrow)
        for title, _ in self._titles:
            title.setFixedHeight(14 if self._narrow else 30)
        self._toggle.setVisible(not self._narrow)
        self._dress_titles()

    def _dress_titles(self) -> None:
        font = QFont(theme().font_px(10, 600))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.9)
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, theme().color("text_muted"))
        for title, group in self._titles:
            title.setFont(font)
            title.setPalette(palette)
            title.setContentsMargins(8, 12, 8, 5)
            title.setText("" if self._narrow else words(group).upper())

    @override
    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(tr("shell.rail"))
        for key, button in self._buttons.items():
            button.set_name(words(self._pages[key].title))
        self.search.set_name(tr("shell.search"))
        self._toggle.setToolTip(tr("shell.rail.narrow"))
        self._toggle.setAccessibleName(tr("shell.rail.narrow"))
        self._dress_titles()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        row = self._buttons[SETTINGS.id].geometry()
        self._toggle.move(row.right() - 27, row.top() + 4)
        self._toggle.raise_()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.playbooks_requested.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("border"))
