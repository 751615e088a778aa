"""A line that finds one of many people by letters of the name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.words import tr

KEPT: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)  # it is typed on afterwards


class PersonField(QLineEdit):
    """Offers who holds the letters; Enter takes the one that is written out, or the first that begins so.

    Where `adds` is set, somebody whom nobody knows yet can be written down: offered below, taken by Enter as well.

    Signals:
        chosen: somebody was taken (the id, "" when the line was emptied).
        added: somebody new is meant (the name).
    """

    chosen = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, adds: bool = False) -> None:
        super().__init__(parent)
        self._adds = adds
        self._ids: dict[str, str] = {}  # by what the list says
        self._names: dict[str, str] = {}
        self._value = self._offered = ""
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(self._on_taken)
        self.setCompleter(completer)
        self._clear = self.addAction(icon("x", "text_muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self._on_clear)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._clear.setVisible(False)
        self._name()
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
        if text in self._ids:
            self._give(self._ids[text])
        elif self._offered:
            self.added.emit(self._offered)

    def _on_edited(self, text: str) -> None:
        if not text.strip() and self._value:
            self._give("")
        self._offered = text.strip() if self._adds and not self._called(text.strip().casefold()) else ""
        new = [tr("common.person.add", name=self._offered)] if self._offered else []
        self._model.setStringList([*self._ids, *new])

    def _called(self, typed: str) -> list[str]:
        return [text for text in self._ids if text.casefold() == typed]

    def _take_typed(self) -> None:
        typed = self.text().strip().casefold()
        found = self._called(typed) or [text for text in self._ids if typed and text.casefold().startswith(typed)]
        if found:
            self._on_taken(found[0])
        elif typed and not any(typed in text.casefold() for text in self._ids):
            self._on_taken("")  # whom nobody knows yet

    def _on_clear(self) -> None:
        self.clear()
        self._on_edited("")

    def _name(self) -> None:
        self._clear.setText(tr("common.search.clear"))  # the name of its button, for screen readers
        self._clear.setToolTip(tr("common.search.clear"))

    def _give(self, key: str) -> None:
        self._offered = ""
        changed = key != self._value
        self.show_person(key)
        if changed:
            self.chosen.emit(key)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in KEPT:
            self._take_typed()
            self.show_person(self._value)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)
