"""All actions that can be asked for now: menus, shortcuts, palette and shortcut sheet read this one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.message import Message
from widgets.common.action import Action
from widgets.common.icons import icon
from widgets.common.words import words


class ActionSet(QObject):
    """The window's own actions and those of the page that shows, each as a QAction made from its record.

    Signals:
        changed: other actions are there now, or other ones can be used.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._of_window: dict[str, tuple[Action, QAction]] = {}
        self._of_page: dict[str, tuple[Action, QAction]] = {}
        self._page_is_free = True

    def set_window_actions(self, records: Sequence[Action]) -> None:
        """Take over the actions that are always there."""
        self._replace(self._of_window, records)

    def set_page_actions(self, records: Sequence[Action]) -> None:
        """Take over the actions of another page, or the changed ones of the same."""
        self._replace(self._of_page, records)
        for record, action in self._of_window.values():  # two actions with one shortcut would block each other
            action.setShortcuts([QKeySequence(keys) for keys in self.keys(record)])

    def records(self) -> Iterator[Action]:
        """Yield every action, the page's first."""
        for record, _ in (*self._of_page.values(), *self._of_window.values()):
            yield record

    def keys(self, record: Action) -> tuple[str, ...]:
        """Return the shortcuts that an action has now: the page that shows may have taken one of the window's."""
        taken = {keys for other, _ in self._of_page.values() for keys in other.shortcuts}
        return tuple(keys for keys in record.shortcuts if self.of_page(record.id) or keys not in taken)

    def of_page(self, id: str) -> bool:
        """Whether an action belongs to the page that shows."""
        return id in self._of_page

    def get(self, id: str) -> QAction:
        """Return one action for menus and buttons."""
        return (self._of_page.get(id) or self._of_window[id])[1]

    def set_page_free(self, *, free: bool) -> None:
        """Turn the actions of the page on, or off while something lies over it."""
        self._page_is_free = free
        self.refresh()

    def refresh(self) -> None:
        """Ask every action anew whether it can be used, and whether it is on."""
        for record, action in (*self._of_page.values(), *self._of_window.values()):
            action.setEnabled(record.enabled() and (self._page_is_free or record.id in self._of_window))
            if record.checked is not None:
                action.setChecked(record.checked())
        self.changed.emit()

    def ask_anew(self, keys: QKeySequence) -> None:
        """Ask the action with a shortcut whether it can be used, before Qt looks: a selection alone tells nobody."""
        record = self.by_keys(keys)
        if record is not None:
            free = self._page_is_free or record.id in self._of_window
            self.get(record.id).setEnabled(record.enabled() and free)

    def retranslate(self) -> None:
        """Set every text anew."""
        for record, action in (*self._of_page.values(), *self._of_window.values()):
            action.setText(words(Message(record.text)).replace("&", "&&"))

    def run(self, id: str) -> None:
        """Do what an action stands for, when it can be used now."""
        record, _ = self._of_page.get(id) or self._of_window[id]
        if not record.enabled():
            return
        try:
            record.handler()
        finally:
            self.refresh()

    def press(self, keys: QKeySequence) -> bool:
        """Do what a shortcut stands for, unless it is text that is typed; whether there was something."""
        record = self.by_keys(keys)
        if record is None or not self.get(record.id).isEnabled() or self.belongs_to_field(keys):
            return False
        self.run(record.id)
        return True

    def by_keys(self, keys: QKeySequence) -> Action | None:
        """Return the action with a shortcut."""
        for record in self.records():
            if any(QKeySequence(shortcut) == keys for shortcut in record.shortcuts):
                return record
        return None

    def belongs_to_field(self, keys: QKeySequence) -> bool:
        """Whether a key is the text field's that has the focus: the page's keys are off while one types."""
        if not is_typing():
            return False
        record = self.by_keys(keys)
        return record is not None and not record.in_fields

    def _replace(self, kept: dict[str, tuple[Action, QAction]], records: Sequence[Action]) -> None:
        if [record for record, _ in kept.values()] == list(records):
            self.refresh()
            return
        for _, action in kept.values():
            self._window.removeAction(action)
            action.deleteLater()
        kept.clear()
        for record in records:
            kept[record.id] = (record, self._make(record))
        self.refresh()

    def _make(self, record: Action) -> QAction:
        action = QAction(words(Message(record.text)).replace("&", "&&"), self)
        action.setObjectName(record.id)
        if record.icon:
            action.setIcon(icon(record.icon))
        action.setShortcuts([QKeySequence(keys) for keys in record.shortcuts])
        action.setCheckable(record.checked is not None)
        action.triggered.connect(lambda _=False, which=record.id: self.run(which))
        self._window.addAction(action)
        return action


def is_typing() -> bool:
    """Whether a text field that can be written to has the focus."""
    field = QApplication.focusWidget()
    return isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and not field.isReadOnly()
