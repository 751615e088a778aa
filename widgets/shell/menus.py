"""Menus made from the actions: the menu bar that F10 shows, and the one of playbooks in the rail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid
from typing_extensions import override

from app.message import Message
from widgets.common.action import MENUS
from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import icon
from widgets.common.words import tr, words
from widgets.shell.action_set import ActionSet

MENU_TEXTS: Final = {
    "file": "shell.menu.file",
    "edit": "shell.menu.edit",
    "view": "shell.menu.view",
    "go": "shell.menu.go",
    "event": "shell.menu.event",
    "branch": "shell.menu.branch",
    "task": "shell.menu.task",
    "member": "shell.menu.member",
    "help": "shell.menu.help",
}
SHOWN: Final = 5  # recent files in the menu


class MenuBar(QMenuBar):
    """Hidden until F10: the window shows its work, and everything is in the palette too."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._before: QWidget | None = None
        self.setNativeMenuBar(False)
        for name in MENUS:
            menu = QMenu(self)
            menu.aboutToShow.connect(lambda menu=menu, name=name: self._fill(menu, name))
            menu.menuAction().setObjectName(name)
            self.addMenu(menu)
        self.triggered.connect(lambda _: self.close_bar())
        self.hide()

    def close_bar(self) -> None:
        """Hide the bar; the focus goes back to where it was."""
        had_focus = self.hasFocus() or QApplication.focusWidget() is None
        self.hide()
        if had_focus and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def open(self) -> None:
        """Show the bar with its first menu open."""
        for entry in self.actions():
            entry.setText(words(Message(MENU_TEXTS[entry.objectName()])))
            entry.setVisible(any(record.menu == entry.objectName() for record in self._actions.records()))
        self._before = QApplication.focusWidget()
        self.show()
        self.setFocus()
        self.setActiveAction(self.actions()[0])

    def _fill(self, menu: QMenu, name: str) -> None:
        menu.clear()
        records = [record for record in self._actions.records() if record.menu == name]
        always = [record for record in records if not self._actions.of_page(record.id)]
        here = [record for record in records if self._actions.of_page(record.id)]
        for record in always:
            menu.addAction(self._actions.get(record.id))
        if always and here:
            menu.addSeparator()
        for record in here:
            menu.addAction(self._actions.get(record.id))

    def _leave(self) -> None:
        """Go, unless one of the menus is open: opening it takes the focus too."""
        if QApplication.activePopupWidget() is None and not self.hasFocus():
            self.close_bar()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._leave)


def playbook_menu(
    parent: QWidget, actions: ActionSet, recent: Sequence[Path], open_file: Callable[[Path], None]
) -> QMenu:
    """Return the menu of the rail's top: files used last, then what can be done with files."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for file in recent[:SHOWN]:
        entry = menu.addAction(icon("file"), file.stem.replace("&", "&&"))
        entry.setToolTip(plain_tooltip(str(file)))
        entry.triggered.connect(lambda _=False, file=file: open_file(file))
    if recent:
        menu.addSeparator()
    for name in ("new", "open", "sample", "copy_file", "import", "close"):
        menu.addAction(actions.get(name))
    menu.addSeparator()
    for name in ("rail", "shortcuts", "menu"):
        menu.addAction(actions.get(name))
    menu.setAccessibleName(tr("shell.playbooks"))
    return menu


def below(widget: QWidget) -> QPoint:
    """Return where a menu of a widget opens."""
    return widget.mapToGlobal(QPoint(0, widget.height() + 4))
