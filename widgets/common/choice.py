"""A choice of one among a few named things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.mixed import mark_mixed
from widgets.common.theme import theme
from widgets.common.words import tr

MANAGE: Final = "\0manage"
ID: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a choice."""

    id: str
    text: str
    icon: QIcon | None = None
    shown: str = ""  # what the closed list shows instead of the text
    look: str = ""  # tells icons apart: one that changed is shown anew


class Choice(QComboBox):
    """A drop-down list over ids; its last line may lead to where the list itself is edited.

    Signals:
        chosen: the id that a person took.
        manage_requested: the list itself is to be edited.
    """

    chosen = Signal(str)
    manage_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel: it is meant for the page below
        self._value: str | None = ""
        self._short: dict[str, str] = {}
        self._known: list[tuple[str, str, str, str]] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._on_activated)

    def show_options(self, options: Sequence[Option], manage: str = "") -> None:
        """Offer other things; the value stays."""
        known = [(it.id, it.text, it.shown, it.look) for it in options] + [(MANAGE, manage, "", "")]
        if known == self._known:
            return
        self._known = known
        self.clear()
        self._short = {option.id: option.shown for option in options if option.shown}
        for option in options:
            self.addItem(option.icon or QIcon(), option.text, option.id)
        if manage:
            self.insertSeparator(self.count())
            self.addItem(manage, MANAGE)
        self.show_value(self._value)

    def _shown(self) -> str:
        """Return what the closed list says, shortened to its room."""
        text = self._short.get(self.currentData(ID), self.currentText())
        icon_room = self.iconSize().width() + 4 if not self.itemIcon(self.currentIndex()).isNull() else 0
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        room -= icon_room + 1
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def show_value(self, id: str | None) -> None:
        """Show a value, None for several different ones."""
        self._value = id
        mark_mixed(self, id is None)
        self.setPlaceholderText(str(self.property("mixed_text")))
        row = -1 if id is None else self.findData(id, ID)
        if id and row < 0 and self.count():
            self.setPlaceholderText(tr("field.deleted"))  # what it named is not there any more
        self.setCurrentIndex(row)
        self.setToolTip(plain_tooltip(self.currentText()))

    def value(self) -> str | None:
        """Return the id that is shown."""
        return self._value

    def _on_activated(self, row: int) -> None:
        taken = self.itemData(row, ID)
        if taken == MANAGE:
            self.show_value(self._value)
            self.manage_requested.emit()
        elif taken is not None and taken != self._value:
            self.show_value(taken)
            self.chosen.emit(taken)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if self.currentIndex() >= 0:
            option.currentText = self._shown()
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
            return
        painter.setPen(theme().color("text_muted"))
        room = self.rect().adjusted(10, 0, -28, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.placeholderText())

    @override
    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 28))
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel must never change what is planned
