"""A choice of one among few, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from widgets.common.icons import put_icon

STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segmented(QFrame):
    """Buttons in one frame, 30 high; arrows walk, Tab passes.

    Signals:
        chosen: the person chose another segment (its key).
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "segmented")
        self.setFixedHeight(30)
        self._buttons = {key: _Segment() for key in keys}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for key, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            button.walked.connect(self._walk)
            row.addWidget(button)
        self.set_value(keys[0])

    @property
    def value(self) -> str:
        """The key of the chosen segment."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Choose a segment without a signal."""
        self._buttons[key].setChecked(True)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Label the segments in the order of their keys."""
        for button, text in zip(self._buttons.values(), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)

    def set_icons(self, icons: Sequence[QIcon], names: Sequence[str]) -> None:
        """Show icons instead of texts; the names are for tooltips and screen readers."""
        for button, icon, name in zip(self._buttons.values(), icons, names, strict=True):
            button.setIcon(icon)
            button.setToolTip(name)
            button.setAccessibleName(name)

    def add_icons(self, icons: Mapping[str, QIcon]) -> None:
        """Put small icons before the texts of some segments."""
        for key, picture in icons.items():
            put_icon(self._buttons[key], picture, 13)

    def _walk(self, step: int) -> None:
        keys = list(self._buttons)
        key = keys[(keys.index(self.value) + step) % len(keys)]
        self.set_value(key)
        self._buttons[key].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(key)

    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if checked else Qt.FocusPolicy.NoFocus)
        if checked:
            self.setFocusProxy(button)


class _Segment(QPushButton):
    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "segment")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)
