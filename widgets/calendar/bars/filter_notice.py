"""Says in the middle of an empty view that it is the filter which hides everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.words import Retranslated, tr

WIDTH = 340


class FilterNotice(Retranslated):
    """One sentence that names the filter, and the way out of it.

    Signals:
        clear_requested: everything is to be shown again.
    """

    clear_requested = Signal()

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
        self.clear = QPushButton()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.clear.clicked.connect(self.clear_requested)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.clear.setText(tr("calendar.filter.clear"))
        self.clear.setAccessibleName(tr("calendar.filter.clear"))
        self.sentence.setText(tr("calendar.filter.hides_all", filter=self._filter))

    def show_filter(self, filter: str) -> None:
        """Show which filter hides everything, or nothing when it is ""."""
        self._filter = filter
        self.retranslate()
        self.setVisible(bool(filter))
        self._place()
        self.raise_()

    def _place(self) -> None:
        height = self.heightForWidth(WIDTH) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((self._over.width() - WIDTH) // 2, (self._over.height() - height) // 2, WIDTH, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
