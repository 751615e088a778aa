"""Menus made from the actions: the menu bar that F10 shows, and the one of playbooks in the rail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.message import Message
from widgets.common.action import MENUS
from widgets.common.icons import icon
from widgets.common.words import tr, words
from widgets.shell.action_set import ActionSet

MENU_TEXTS: Final = {
    "file": "shell.menu.file",
    "edit": "shell.menu.edit",
    "view": "shell.menu.view",
    "go": "shell.menu.go",
    "event": "shell.menu.event",
    "help": "shell.menu.help",
}
SHOWN: Final = 5  # recent files in the menu


class MenuBar(QMenuBar):
    """Hidden until F10: the window shows its work, and everything is in the palette too."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setNativeMenuBar(False)
        for name in MENUS:
            menu = QMenu(self)
            menu.aboutToShow.connect(lambda menu=menu, name=name: self._fill(menu, name))
            menu.aboutToHide.connect(self._on_menu_hidden)
            menu.menuAction().setObjectName(name)
            self.addMenu(menu)
        self.hide()

    def open(self) -> None:
        """Show the bar with its first menu open."""
        for entry in self.actions():
            entry.setText(words(Message(MENU_TEXTS[entry.objectName()])))
            entry.setVisible(any(record.menu == entry.objectName() for record in self._actions.records()))
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

    def _on_menu_hidden(self) -> None:
        if not self.activeAction():
            self.hide()


def playbook_menu(
    parent: QWidget, actions: ActionSet, recent: Sequence[Path], open_file: Callable[[Path], None]
) -> QMenu:
    """Return the menu of the rail's top: files used last, then what can be done with files."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for file in recent[:SHOWN]:
        entry = menu.addAction(icon("file"), file.stem.replace("&", "&&"))
        entry.setToolTip(str(file))
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
