"""The head of a column: name, how full it is, hours, a plus; it is also what the column is dragged by."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from widgets.common.elided_label import ElidedLabel
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon
from widgets.common.reorder_drag import ReorderDrag
from widgets.common.theme import theme
from widgets.common.words import tr

HEIGHT: Final = 34
RADIUS: Final = 9


class ColumnHead(QWidget):
    """34 px; amber above its limit. Alt+Left and Alt+Right on the name move the column.

    Signals:
        stepped: the column is to go one place to the left (-1) or to the right (1).
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.name = _Name()
        self.name.stepped.connect(self.stepped)
        self.full = IconLabel("triangle-alert", "warning_text", 12)
        self.full.hide()
        self.count, self.hours = ElidedLabel(look="caption"), ElidedLabel(look="caption")
        self.plus = QToolButton()
        self.plus.setIcon(icon("plus"))
        self.plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 6, 0)
        row.setSpacing(7)
        for widget in (self.name, self.full, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.hours)
        row.addWidget(self.plus)
        self.drag = ReorderDrag(self, self, self.name)
        theme().changed.connect(self._fit)
        self._fit()

    def show_words(self, name: str, hours: str) -> None:
        """Write the name and the hours."""
        self.name.setText(name.replace("&", "&&"))
        self.name.setAccessibleName(tr("tasks.column.menu", name=name))
        self.name.setToolTip(tr("tasks.column.menu.tip"))
        self.hours.setText(hours)
        self.plus.setAccessibleName(tr("tasks.column.add_task", name=name))
        self.plus.setToolTip(tr("tasks.column.add_task.tip"))

    def show_count(self, text: str, *, over: bool) -> None:
        """Write how many tasks there are of how many; `over` when these are too many."""
        self._over = over
        self.count.setText(text)
        self.full.setVisible(over)
        self.full.setToolTip(tr("tasks.column.over"))
        self.count.setProperty("look", "warning-small" if over else "caption")
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(round(HEIGHT * max(1.0, theme().text_scale)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._over:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("warning_soft"))
        painter.setClipRect(self.rect())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, RADIUS), RADIUS, RADIUS)


class _Name(QPushButton):
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "column-name")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)
