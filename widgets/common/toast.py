"""Says in passing what was done, and offers to take it back."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from widgets.common.theme import theme
from widgets.common.words import tr

ABOVE_BOTTOM = 104  # clear of the status strip and of the bars that float over the foot of a page


class Toast(QFrame):
    """Rises at the bottom of the window and stays five seconds, longer while the mouse or the focus is in it.

    Signals:
        undo_requested: the person wants it back.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("look", "toast")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton()
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._text)
        row.addWidget(self.undo)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.timeout.connect(self._on_time_up)
        parent.installEventFilter(self)
        self.retranslate()
        self.hide()

    def say(self, text: str, *, undo: bool = False) -> None:
        """Show a text; with `undo` there is a button that asks for it."""
        self._text.setText(text)
        self.undo.setVisible(undo)
        self.adjustSize()
        end = self._place()
        self._rise.stop()
        self._rise.setDuration(theme().ms("toast_in"))
        self._rise.setStartValue(end + QPoint(0, 16))
        self._rise.setEndValue(end)
        self.show()
        self.raise_()
        self._rise.start()
        self._stay.start(int(theme().token("motion.toast_stay")))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.undo.setText(tr("common.undo"))
        self.undo.setAccessibleName(tr("common.undo"))

    def _place(self) -> QPoint:
        left = (self._window.width() - self.width()) // 2
        return QPoint(left, self._window.height() - self.height() - ABOVE_BOTTOM)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_requested.emit()

    def _on_time_up(self) -> None:
        if self.underMouse() or self.undo.hasFocus():
            self._stay.start(1000)
        else:
            self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.move(self._place())
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._stay.start(int(theme().token("motion.toast_stay")))
