"""Says in the middle of an empty view why it is empty, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.words import Retranslated, tr

WIDTH = 340


class EmptyNotice(Retranslated):
    """One sentence and one button: out of the filter that hides everything, or to a rhythm that fills the quarter.

    Signals:
        clear_requested: everything is to be shown again.
        fill_requested: the quarter is to be filled.
    """

    clear_requested = Signal()
    fill_requested = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._filter = ""
        over.installEventFilter(self)
        frame = QFrame()
        frame.setProperty("look", "card")
        self.sentence = QLabel()
        self.sentence.setProperty("look", "second")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.button = QPushButton()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.setAcceptDrops(True)
        self.button.clicked.connect(self._on_clicked)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._filter:
            self.sentence.setText(tr("calendar.filter.hides_all", filter=self._filter))
            self.button.setText(tr("calendar.filter.clear"))
        else:
            self.sentence.setText(tr("playbook.rhythm.empty"))
            self.button.setText(tr("playbook.rhythm.action"))
        self.button.setAccessibleName(self.button.text())

    def show_reason(self, filter: str, *, empty: bool) -> None:
        """Show which filter hides everything, or that there is nothing at all; neither hides the notice."""
        self._filter = filter
        self.retranslate()
        self.setVisible(bool(filter) or empty)
        self._place()
        self.raise_()

    def _place(self) -> None:
        height = self.heightForWidth(WIDTH) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((self._over.width() - WIDTH) // 2, (self._over.height() - height) // 2, WIDTH, height)

    def _on_clicked(self) -> None:
        if self._filter:
            self.clear_requested.emit()
        else:
            self.fill_requested.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.hide()  # what is held may be dropped on the days below

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
