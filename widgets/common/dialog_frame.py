"""The frame of a dialog: what it is above, what is at stake below. An Overlay shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.elided_label import ElidedLabel
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon
from widgets.common.words import tr


class DialogFrame(QFrame):
    """Header of 56 px, body, footer of 56 px with a line at the left and the buttons at the right.

    Signals:
        accepted: the filled button, or Enter.
        rejected: Cancel or ×; Esc is told by the Overlay.
    """

    accepted = Signal()
    rejected = Signal()

    def __init__(self, picture: str, width: int = 928, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "dialog")
        self.setFixedWidth(width - 2)  # the frame lies outside
        self.picture = IconLabel(picture, "text_2", 16)
        self.title = ElidedLabel(look="section")
        self.subtitle = ElidedLabel(look="subtitle")
        self.steps = QLabel()
        self.steps.setProperty("look", "subtitle")
        self.steps.setTextFormat(Qt.TextFormat.PlainText)
        self.shut = QToolButton()
        self.shut.setIcon(icon("x"))
        self.shut.setIconSize(QSize(16, 16))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 16)
        self.stake = ElidedLabel(look="subtitle")
        self.sign = IconLabel("info", "text_muted", 14)
        self.sign.hide()
        self.cancel = QPushButton()
        self.accept = QPushButton()
        self.accept.setProperty("look", "primary")
        self.accept.setDefault(True)
        self._arrange()
        self.shut.clicked.connect(self.rejected)
        self.cancel.clicked.connect(self.rejected)
        self.accept.clicked.connect(self.accepted)
        self.retranslate()

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Write what the dialog is."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_stake(self, stake: str, accept: str, sign: str = "") -> None:
        """Write what is at stake, with an icon before it where there is one, and what the filled button does."""
        self.sign.setVisible(bool(sign))
        if sign:
            self.sign.set_icon(sign)
        self.stake.setText(stake)
        self.accept.setText(accept)
        self.accept.setAccessibleName(accept)

    def add_button(self, button: QWidget) -> None:
        """Put a further button before the others."""
        self._foot.insertWidget(1, button)

    def put_steps(self, trail: QWidget) -> None:
        """Show a trail of steps in place of their plain names."""
        self._head.replaceWidget(self.steps, trail)
        self.steps.hide()

    def put_foot(self, running: QWidget) -> None:
        """Put what tells how far something is where otherwise stands what is at stake; hidden until it is shown."""
        self._foot.insertWidget(0, running, 1)
        running.hide()

    def retranslate(self) -> None:
        """Set the texts that every dialog has."""
        self.cancel.setText(tr("common.cancel"))
        self.cancel.setAccessibleName(tr("common.cancel"))
        self.shut.setToolTip(tr("common.close"))
        self.shut.setAccessibleName(tr("common.close"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addLayout(self.body, 1)
        column.addWidget(self._footer())

    def _header(self) -> QWidget:
        header = _bar("dialog-head")
        square = QFrame()
        square.setProperty("look", "icon-square")
        square.setFixedSize(32, 32)
        inside = QHBoxLayout(square)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch()
        row = self._head = QHBoxLayout(header)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(square)
        row.addLayout(words, 1)
        row.addWidget(self.steps)
        row.addWidget(self.shut)
        return header

    def _footer(self) -> QWidget:
        footer = _bar("dialog-foot")
        row = self._foot = QHBoxLayout(footer)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        said = QHBoxLayout()
        said.setSpacing(7)
        said.addWidget(self.sign)
        said.addWidget(self.stake, 1)
        row.addLayout(said, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept)
        return footer

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _bar(look: str) -> QFrame:
    bar = QFrame()
    bar.setProperty("look", look)
    bar.setFixedHeight(56)
    return bar
