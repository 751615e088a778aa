"""The time zone of an event: a list that is searched by typing."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

from widgets.common.mixed import mark_mixed
from widgets.common.words import tr


@cache
def zones() -> tuple[str, ...]:
    """Return the names of places that a person may choose."""
    return tuple(sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")))


class ZoneChoice(QComboBox):
    """IANA names by place; the first line is a time without a zone.

    Signals:
        chosen: the name that was taken, "" for none.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel: it is meant for the page below
        self._value: str | None = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.activated.connect(lambda _: self._take())
        self._line().editingFinished.connect(self._take)

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None  # it is editable
        return line

    def show_value(self, zone: str | None) -> None:
        """Show a zone, None for several different ones."""
        self._value = zone
        mark_mixed(self, zone is None)
        self._line().setPlaceholderText(str(self.property("mixed_text")))
        self.setEditText("" if zone is None else zone.replace("_", " ") or tr("field.zone.floating"))
        self._line().setCursorPosition(0)

    def _fill(self) -> None:
        text = self.currentText()
        if self.count() == 0:
            self.addItem("", "")
            for zone in zones():
                self.addItem(zone.replace("_", " "), zone)
            completer = QCompleter(self.model(), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
        self.setItemText(0, tr("field.zone.floating"))
        self.setCurrentIndex(self.findText(text))  # the first line is the current one as soon as it is there
        self.setEditText(text)

    def _take(self) -> None:
        row = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        zone = self.itemData(row) if row >= 0 else self._value
        if zone != self._value and zone is not None:
            self._value = str(zone)
            self.chosen.emit(self._value)
        self.show_value(self._value)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    @override
    def showPopup(self) -> None:
        self._fill()
        self.view().setMinimumWidth(260)
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
