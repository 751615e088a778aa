"""The card below the preview: choices, what comes of them, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.card import Card
from widgets.common.elided_label import plain_tooltip
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.words import Retranslated, tr
from widgets.printing.export_form import ExportForm
from widgets.printing.wanted import Format

NOTES_SHOWN = 2


class ExportCard(Retranslated):
    """Puts the form above a line with the amount, the notes and the buttons.

    Signals:
        save_requested, print_requested, copy_requested, cancel_requested: what the buttons say.
    """

    save_requested = Signal()
    print_requested = Signal()
    copy_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ExportForm(language)
        self._build()
        self._arrange()
        self.form.changed.connect(self._show_buttons)
        self.retranslate()
        self.show_running(running=False)

    def show_amount(self, text: str) -> None:
        """Say how much the file will hold."""
        self.amount.setText(text)

    def show_notes(self, notes: Sequence[str], *, warning: bool) -> None:
        """Say what is left out, or what other programs will stumble over."""
        shown = list(notes[:NOTES_SHOWN])
        if len(notes) > NOTES_SHOWN:
            shown.append(tr("printing.more_notes", n=len(notes) - NOTES_SHOWN))
        self.notes.setText(" · ".join(shown))
        self.notes.setToolTip(plain_tooltip("\n".join(notes)) if len(notes) > NOTES_SHOWN else "")
        self._sign.set_icon("triangle-alert" if warning else "info", "warning" if warning else "text_muted")
        self._sign.setVisible(bool(notes))
        self.notes.setVisible(bool(notes))

    def set_ready(self, *, ready: bool) -> None:
        """Offer to save, print and copy only what is there."""
        for button in (self.save, self.print, self.copy):
            button.setEnabled(ready)

    def _build(self) -> None:
        self._running = False
        self.amount = _label("subtitle")
        self.notes = _label("subtitle")
        self.notes.setWordWrap(True)
        self._sign = IconLabel("info", "text_muted", 14)
        self.save, self.print, self.copy, self.cancel = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self.save.setProperty("look", "primary")
        put_icon(self.save, icon("download", "on_accent"))
        put_icon(self.print, icon("printer"))
        put_icon(self.copy, icon("clipboard-copy"))
        self.save.clicked.connect(self.save_requested)
        self.print.clicked.connect(self.print_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    def _arrange(self) -> None:
        card = Card()
        card.body.setContentsMargins(18, 14, 18, 14)
        card.body.setSpacing(12)
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.amount)
        row.addSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.notes, 1)
        row.addStretch()
        for button in (self.print, self.copy, self.cancel, self.save):
            row.addWidget(button)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 18)
        column.addWidget(card)

    def show_running(self, *, running: bool, text: str = "") -> None:
        """Show that a file is being written, or not."""
        going, coming = (self.save, self.cancel) if running else (self.cancel, self.save)
        keep = going.hasFocus()  # what goes would leave the keyboard to the rail
        self.form.setEnabled(not running)
        self._running = running
        if text:
            self.amount.setText(text)
        if keep:
            coming.setVisible(True)
            coming.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons()

    def _show_buttons(self) -> None:
        wanted = Format(self.form.format.value)
        self.print.setVisible(wanted.on_paper and not self._running)
        self.copy.setVisible(not wanted.on_paper and not self._running)
        self.save.setVisible(not self._running)
        self.cancel.setVisible(self._running)
        self._name_save()

    def _name_save(self) -> None:
        text = tr("printing.save", format=self.form.format_name())
        self.save.setText(text)
        self.save.setAccessibleName(text)
        copy = tr("printing.copy", format=self.form.format_name())
        self.copy.setText(copy)
        self.copy.setAccessibleName(copy)

    @override
    def retranslate(self) -> None:
        self.form.retranslate()
        self.print.setText(tr("printing.print"))
        self.print.setAccessibleName(tr("printing.print"))
        self.cancel.setText(tr("common.cancel"))
        self.cancel.setAccessibleName(tr("common.cancel"))
        self._name_save()


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
