"""Menus of actions, made when they are wanted and gone when they close."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from widgets.common.action import Action
from widgets.common.icons import icon
from widgets.common.words import tr


def action_menu(parent: QWidget, actions: Iterable[Action | None]) -> QMenu:
    """Return a menu of actions with the keys they have; None is a line between them."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in actions:
        if action is None:
            menu.addSeparator()
            continue
        entry = menu.addAction(icon(action.icon), tr(action.text), action.handler)
        entry.setEnabled(action.enabled())
        if action.shortcuts:
            entry.setShortcut(action.shortcuts[0])
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only: the window has the key
            entry.setShortcutVisibleInContextMenu(True)
    return menu


def pop_up_below(menu: QMenu, button: QWidget) -> None:
    """Show a menu below a button; both end at one edge."""
    corner = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))
