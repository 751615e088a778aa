"""Says calmly what did not work and what can be done; it stays until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import KnownError
from app.playbook.files import Displaced
from widgets.common.banner import WARNING, Banner
from widgets.common.icons import icon
from widgets.common.words import tr, words


class MessageBar(QWidget):
    """A banner above the page.

    Signals:
        copy_requested: the person wants to save what is open under another name.
    """

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: KnownError | None = None
        self._banner = Banner(WARNING, icon="triangle-alert")
        self.copy = QPushButton(icon("save"), "")
        self.copy.setProperty("look", "small")
        self.copy.clicked.connect(self.copy_requested)
        self._banner.add_action(self.copy)
        self._shut = QToolButton()
        self._shut.setIcon(icon("x"))
        self._shut.setIconSize(QSize(16, 16))
        self._shut.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shut.clicked.connect(self.hide)
        self._banner.add_action(self._shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(self._banner)
        self.hide()

    def say(self, error: KnownError) -> None:
        """Show what happened and what can be done."""
        self._error = error
        self.copy.setVisible(isinstance(error, Displaced))
        self.retranslate()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._banner.title.text()))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.copy.setText(tr("action.copy_file"))
        self._shut.setToolTip(tr("common.close"))
        self._shut.setAccessibleName(tr("common.close"))
        if self._error is not None:
            remedy = words(self._error.remedy) if self._error.remedy is not None else ""
            self._banner.set_texts(words(self._error.what), remedy)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
