"""Takes a list of names as somebody has it somewhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.errors import ImportRejected
from app.members.name_lines import LETTERS_MOST, NameLine, read_names
from widgets.common.dialog_frame import DialogFrame
from widgets.common.overlay import Overlay
from widgets.common.words import tr, words

PAUSE = 150  # ms after the last key


class PasteDialog(DialogFrame):
    """A large field; below it how many people were understood.

    Signals:
        names_given: the people of a list are to be added (list of NameLine).
    """

    names_given = Signal(object)

    def __init__(self) -> None:
        super().__init__("clipboard-paste", 640)
        self.lines: tuple[NameLine, ...] = ()
        self.field, self.count = QPlainTextEdit(), QLabel()
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(260)
        self.field.setPlaceholderText("Mila D. <mila@example.org>")
        self.count.setProperty("look", "setting-note")
        self.body.addWidget(self.field)
        self.body.addWidget(self.count)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self.field.textChanged.connect(self._pause.start)
        self.accepted.connect(self._on_accepted)
        self.set_texts(tr("members.ask.paste"), tr("members.ask.paste.about"))
        self.field.setAccessibleName(tr("members.ask.paste"))
        self._read()

    def _read(self) -> None:
        self._pause.stop()
        document = self.field.document()
        text = self.field.toPlainText() if document.characterCount() <= LETTERS_MOST + 1 else " " * (LETTERS_MOST + 1)
        try:
            self.lines, refused = read_names(text), ""
        except ImportRejected as error:
            self.lines, refused = (), words(error.why)
        n = len(self.lines)
        understood = tr("members.ask.paste.count", n=n) if n else tr("members.ask.paste.none")
        self.count.setText(refused or understood)
        button = tr("members.ask.paste.do", n=n) if n else tr("members.ask.paste.do.none")
        self.set_stake(tr("members.ask.paste.stake"), button)
        self.accept.setEnabled(bool(self.lines))

    def _on_accepted(self) -> None:
        self._read()
        if self.lines:
            self.names_given.emit(self.lines)


def open_paste(over: QWidget) -> PasteDialog:
    """Show the dialog over the window; the caller hears `names_given`."""
    dialog = PasteDialog()
    overlay = Overlay(dialog, over)
    dialog.rejected.connect(overlay.dismiss)
    dialog.names_given.connect(lambda _: overlay.close())
    overlay.open()
    dialog.field.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog
