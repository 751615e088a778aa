"""A line that finds one of many people by letters of the name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override


class PersonField(QLineEdit):
    """Offers who holds the letters; Enter takes the one that is written out, or the first that begins so.

    Signals:
        chosen: somebody was taken (the id, "" when the line was emptied).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, str] = {}  # by what the list says
        self._names: dict[str, str] = {}
        self._value = ""
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(self._on_taken)
        self.setCompleter(completer)
        self.setClearButtonEnabled(True)
        self.returnPressed.connect(self._take_typed)
        self.textEdited.connect(self._on_edited)

    def show_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Offer people as (id, name); who is called alike is numbered."""
        self._ids, self._names = {}, {}
        for key, name in people:
            text, n = name, 1
            while text in self._ids:
                n += 1
                text = f"{name} ({n})"
            self._ids[text] = key
            self._names[key] = text
        self._model.setStringList(list(self._ids))
        if not self.hasFocus():
            self.show_person(self._value)

    def show_person(self, key: str) -> None:
        """Show who is chosen, "" for nobody."""
        self._value = key
        self.setText(self._names.get(key, ""))

    def person(self) -> str:
        """Return who is chosen, or ""."""
        return self._value

    def _on_taken(self, text: str) -> None:
        self._give(self._ids.get(text, ""))

    def _on_edited(self, text: str) -> None:
        if not text.strip() and self._value:
            self._give("")

    def _take_typed(self) -> None:
        typed = self.text().strip().casefold()
        exact = [text for text in self._ids if text.casefold() == typed]
        found = exact or [text for text in self._ids if typed and text.casefold().startswith(typed)]
        if found:
            self._on_taken(found[0])

    def _give(self, key: str) -> None:
        changed = key != self._value
        self.show_person(key)
        if changed:
            self.chosen.emit(key)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take_typed()
            self.show_person(self._value)
