"""One message that is due: to whom, what it says, Copy, Mark sent, Skip."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.filling import blanks_in
from app.workflows.snapshot import Due
from widgets.common.avatar import Avatar
from widgets.common.elided_label import ElidedLabel, plain_tooltip
from widgets.common.icons import icon, put_icon
from widgets.common.paragraph import Paragraph
from widgets.common.words import Retranslated, day, tr
from widgets.workflows.sequences.wording import blank_name

LETTERS = 88  # of the text that are shown


class DueCard(Retranslated):
    """A framed card.

    Signals:
        sent: the message was sent (the id of the delivery).
        skipped: the message is to be left out.
        worded: the message is to be worded for this one person.
        opened: who gets it is to be shown (the id of the member).
    """

    sent = Signal(str)
    skipped = Signal(str)
    worded = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due: Due | None = None
        self._copied = ""
        self.frame = QFrame()
        self.frame.setProperty("look", "card")
        self.face, self.name, self.about = Avatar(26), ElidedLabel(look="strong"), ElidedLabel(look="caption")
        self.language, self.text, self.blanks = QLabel(), Paragraph(look="small"), Paragraph(look="warning-small")
        self.language.setProperty("look", "pill")
        self.copy_button, self.mark, self.skip, self.word = QPushButton(), QPushButton(), QToolButton(), QToolButton()
        for button in (self.copy_button, self.mark):
            button.setProperty("look", "small")
        for tool, sign in ((self.skip, "skip-forward"), (self.word, "pencil")):
            tool.setIcon(icon(sign))
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrange()
        self.copy_button.clicked.connect(self.copy_text)
        self.mark.clicked.connect(lambda: self.due and self.sent.emit(self.due.delivery.id))
        self.skip.clicked.connect(lambda: self.due and self.skipped.emit(self.due.delivery.id))
        self.word.clicked.connect(lambda: self.due and self.worded.emit(self.due.delivery.id))
        self.retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(11, 9, 11, 9)
        column.setSpacing(7)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self.face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        head.addWidget(self.language)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.word)
        tools.addWidget(self.skip)
        head.addLayout(tools)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.blanks)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.copy_button, 1)
        buttons.addWidget(self.mark, 1)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)

    @override
    def retranslate(self) -> None:
        self.mark.setText(tr("sequences.mark"))
        for tool, name in ((self.skip, tr("sequences.skip")), (self.word, tr("sequences.word"))):
            tool.setToolTip(name)
        put_icon(self.mark, icon("send"), 13)
        self._show_copied()
        if self.due:
            self.show_due(self.due, self.due.day)

    def show_due(self, due: Due, today: date) -> None:
        """Show a message."""
        if self.due is None or self.due.delivery.id != due.delivery.id or self.due.text != due.text:
            self._copied = ""
        self.due = due
        name = due.member.name if due.member else tr("sequences.whole_community")
        self.face.show_person(due.member.id if due.member else due.run.id, name)
        self.name.setText(name)
        about = tr("sequences.due.about", n=due.step.day, step=due.step.name)
        late = due.day != today
        self.about.setText(f"{tr('sequences.due.since', day=day(due.day))} · {about}" if late else about)
        self.language.setText(due.language)
        line = " ".join(due.text.split())
        self.text.setText(line if len(line) <= LETTERS else line[:LETTERS].rstrip() + "…")
        self.text.setToolTip(plain_tooltip(due.text))
        left = [blank_name(blank) for blank in blanks_in(due.text)]
        self.blanks.setText(tr("sequences.due.blanks", what=", ".join(left)) if left else "")
        self.blanks.setVisible(bool(left))
        for button, does in (
            (self.mark, self.mark.text()),
            (self.skip, self.skip.toolTip()),
            (self.word, self.word.toolTip()),
        ):
            button.setAccessibleName(f"{does}: {name}")
        self._show_copied()

    def copy_text(self) -> None:
        """Copy the message as it is to be sent."""
        if self.due:
            QGuiApplication.clipboard().setText(self.due.text)
            self._copied = self.due.delivery.id
            self._show_copied()

    def _show_copied(self) -> None:
        copied = bool(self._copied)
        self.copy_button.setText(tr("sequences.copied") if copied else tr("sequences.copy"))
        put_icon(self.copy_button, icon("check", "success") if copied else icon("copy"), 13)
        name = self.due.member.name if self.due and self.due.member else ""
        self.copy_button.setAccessibleName(f"{self.copy_button.text()}: {name}" if name else self.copy_button.text())
        look = "small-strong" if copied else "small"
        if self.mark.property("look") != look:
            self.mark.setProperty("look", look)
            self.mark.style().unpolish(self.mark)
            self.mark.style().polish(self.mark)
