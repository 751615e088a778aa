"""One field that the person made: its name, what can be done with it, and the field itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.tasks.task import OwnField
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon
from widgets.common.reorder_drag import ReorderDrag
from widgets.common.words import tr

GRIP: Final = 14
STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OwnRow(QWidget):
    """The name is what the row is dragged by; Alt+Up and Alt+Down on the grip move it.

    Signals:
        menu_requested: what can be done with the field is to be shown.
        stepped: the field is to go one place up (-1) or down (1).
    """

    menu_requested = Signal()
    stepped = Signal(int)

    def __init__(self, field: OwnField, widget: QWidget) -> None:
        super().__init__()
        self.own, self.field = field, widget
        self.label, self.grip = ElidedLabel(field.name, look="label"), _Grip()
        widget.setAccessibleName(field.name)
        self.label.setBuddy(widget)
        self.label.setCursor(Qt.CursorShape.OpenHandCursor)
        self.label.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.label.customContextMenuRequested.connect(lambda _: self.menu_requested.emit())
        self.grip.clicked.connect(self.menu_requested)
        self.grip.stepped.connect(self.stepped)
        self.drag = ReorderDrag(self, self.label, self.grip)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.label, 1)
        head.addWidget(self.grip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words anew."""
        self.grip.setAccessibleName(tr("tasks.own.menu", name=self.own.name))
        self.grip.setToolTip(tr("tasks.own.menu.tip"))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.grip.show_sign(shown=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.grip.show_sign(shown=False)


class _Grip(QToolButton):
    """Its dots are stronger while the row is under the pointer."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(GRIP, GRIP))
        self.setFixedSize(20, 18)
        self.show_sign(shown=False)

    def show_sign(self, *, shown: bool) -> None:
        """Show the dots, or not."""
        self.setIcon(icon("grip-vertical", "text_muted" if shown else "border_strong"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)
