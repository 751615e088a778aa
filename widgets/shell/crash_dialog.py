"""Tells that something broke, that nothing saved is lost, and how to tell us."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from widgets.common.dialog_frame import DialogFrame
from widgets.common.overlay import Overlay
from widgets.common.paragraph import Paragraph
from widgets.common.theme import theme
from widgets.common.words import tr

WIDTH = 640


class CrashDialog(DialogFrame):
    """Shows the details without personal data; only one is open at a time."""

    def __init__(self, details: str, log_folder: str) -> None:
        super().__init__("triangle-alert", WIDTH)
        self._details = details
        self._folder = log_folder
        self._text = QPlainTextEdit(details)
        self._text.setReadOnly(True)
        self._text.setFont(theme().font("caption"))
        self._text.setMinimumHeight(200)
        self._stake = Paragraph(look="subtitle")
        self.body.setSpacing(10)
        self.body.addWidget(self._text)
        self.body.addWidget(self._stake)
        self._copy = QPushButton()
        self.add_button(self._copy)
        self._copy.clicked.connect(self._on_copy)
        self.cancel.clicked.connect(self._on_folder)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        if not hasattr(self, "_copy"):
            return  # the frame sets its texts before there are ours
        self.set_texts(tr("shell.crash"), tr("shell.crash.note"))
        self._stake.setText(tr("shell.crash.stake"))
        self.set_stake("", tr("common.go_on"))
        self._text.setAccessibleName(tr("shell.crash.details"))
        self._copy.setText(tr("shell.crash.copy"))
        self._copy.setAccessibleName(tr("shell.crash.copy"))
        self.cancel.setText(tr("shell.crash.folder"))
        self.cancel.setAccessibleName(tr("shell.crash.folder"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))


def show_crash(window: QWidget, details: str, log_folder: str) -> Overlay:
    """Show the dialog over a window."""
    dialog = CrashDialog(details, log_folder)
    overlay = Overlay(dialog, window)
    dialog.accepted.connect(overlay.dismiss)
    dialog.shut.clicked.connect(overlay.dismiss)
    overlay.open()
    return overlay
