"""The strip at the bottom: whether all is saved, what undo would take back, the job that runs, the file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.elided_label import ElidedLabel, plain_tooltip
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr, words
from widgets.shell.undo_button import UndoButton

SAVED: Final = "saved"
READY: Final = "ready"
READ_ONLY: Final = "read only"
NO_FILE: Final = "no file"
STATE_TEXTS: Final = {
    SAVED: "shell.saved",
    READY: "shell.ready",
    READ_ONLY: "shell.read_only",
    NO_FILE: "shell.no_file",
}
STATE_ROLES: Final = {SAVED: "success", READY: "success", READ_ONLY: "warning_fill", NO_FILE: "danger"}


class StatusStrip(Retranslated):
    """28 px high over the whole width.

    Signals:
        undo_requested: the name of the next undo was pressed.
        cancel_requested: the job that runs shall end.
    """

    undo_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = READY
        self._step: Message | None = None
        self._file = ""
        self._job: tuple[Message, int, int, int] | None = None  # label, done, of, waiting
        self.setFixedHeight(theme().size("status_strip"))
        self._build()
        self._arrange()
        theme().changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def show_state(self, state: str, file: str) -> None:
        """Show whether all is saved, and the name of the file ("" for none)."""
        self._state, self._file = state, file
        self.retranslate()

    def show_undo(self, step: Message | None) -> None:
        """Show the name of the step that undo would take back."""
        self._step = step
        self.retranslate()

    def show_job(self, label: Message | None, done: int = 0, of: int = 0, waiting: int = 0) -> None:
        """Show how far the job that runs is, or that none does."""
        self._job = None if label is None else (label, done, of, waiting)
        self.retranslate()

    def _build(self) -> None:
        self._dot = _Dot()
        self._saved = QLabel()
        self._undo = UndoButton()
        self._undo.clicked.connect(self.undo_requested)
        self._label = ElidedLabel()
        self._bar = _Bar()
        self._percent = QLabel()
        self._cancel = QToolButton()
        self._cancel.setIcon(icon("x", "text_muted"))
        self._cancel.setIconSize(QSize(12, 12))
        self._cancel.setFixedSize(20, 20)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self.cancel_requested)
        self._offline = IconLabel("cloud-off", "text_muted", 14)
        self._where = QLabel()
        for label in (self._saved, self._percent, self._where):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(0)
        row.addWidget(self._dot)
        row.addSpacing(7)
        row.addWidget(self._saved)
        row.addSpacing(16)
        row.addWidget(self._undo)
        row.addStretch(1)
        for widget, gap in ((self._label, 14), (self._bar, 14), (self._percent, 8), (self._cancel, 8)):
            row.addWidget(widget)
            row.addSpacing(gap)
        row.addWidget(self._offline)
        row.addSpacing(14)
        row.addWidget(self._where)

    def _dress(self) -> None:
        font = theme().font_px(11)
        for label, role in (
            (self._saved, "text_muted"),
            (self._label, "text_muted"),
            (self._percent, "text_muted"),
            (self._where, "text_muted"),
        ):
            label.setFont(font)
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, theme().color(role))
            label.setPalette(palette)
        self._undo.updateGeometry()
        self.update()

    def _show_job(self) -> None:
        for widget in (self._label, self._bar, self._percent, self._cancel):
            widget.setVisible(self._job is not None)
        if self._job is None:
            return
        label, done, of, waiting = self._job
        text = words(label)
        self._label.setText(tr("shell.job.more", job=text, n=waiting) if waiting else text)
        self._bar.show_share(done / of if of else None)
        self._percent.setText(tr("shell.percent", share=round(100 * done / of)) if of else "")
        self._cancel.setToolTip(plain_tooltip(tr("shell.job.cancel", job=text)))
        self._cancel.setAccessibleName(tr("shell.job.cancel", job=text))

    @override
    def retranslate(self) -> None:
        """Set every text anew."""
        self._dot.show_role(STATE_ROLES[self._state])
        self._saved.setText(words(Message(STATE_TEXTS[self._state])))
        step = tr("shell.undo.next", step=words(self._step)) if self._step is not None else ""
        self._undo.show_step(step or tr("action.undo"))
        self._undo.setVisible(self._step is not None)
        self._where.setText(tr("shell.offline", file=self._file or tr("shell.offline.none")))
        self._show_job()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("rail"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("border"))


class _Dot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._role = STATE_ROLES[READY]
        self.setFixedSize(7, 7)

    def show_role(self, role: str) -> None:
        self._role = role
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._role))
        painter.drawEllipse(QRectF(self.rect()))


class _Bar(QWidget):
    """Four px high; without a known end it is filled in a soft colour."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setFixedSize(96, 4)

    def show_share(self, share: float | None) -> None:
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("border"))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.setBrush(theme().color("accent" if self._share is not None else "accent_soft"))
        share = 1.0 if self._share is None else max(0.0, min(1.0, self._share))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * share, 4), 2, 2)
