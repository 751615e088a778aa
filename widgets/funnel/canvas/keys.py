"""What keys mean on the map; those with a modifier that menus show belong to the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier

WALK: Final = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)  # fmt: skip
KEYS: Final = {
    (Qt.Key.Key_Tab, NONE): "funnel_child",
    (Qt.Key.Key_Backtab, SHIFT): "funnel_parent",
    (Qt.Key.Key_Tab, SHIFT): "funnel_parent",
    (Qt.Key.Key_Return, NONE): "funnel_after",
    (Qt.Key.Key_Return, SHIFT): "funnel_before",
    (Qt.Key.Key_Return, ALT): "funnel_notes",
    (Qt.Key.Key_Space, NONE): "funnel_fold",
    (Qt.Key.Key_Space, CONTROL): "funnel_fold_children",
    (Qt.Key.Key_Delete, SHIFT): "funnel_delete_only",
    (Qt.Key.Key_Up, CONTROL): "funnel_up",
    (Qt.Key.Key_Down, CONTROL): "funnel_down",
    (Qt.Key.Key_Left, CONTROL): "funnel_out",
    (Qt.Key.Key_Right, CONTROL): "funnel_in",
}
KEYS_TEXTS: Final[dict[str, tuple[str, ...]]] = {
    "funnel.key.child": ("Tab",),
    "funnel.key.after": ("Enter",),
    "funnel.key.before": ("Shift+Enter",),
    "funnel.key.parent": ("Shift+Tab",),
    "funnel.key.fold": ("Space",),
    "funnel.key.fold_children": ("Ctrl+Space",),
    "funnel.key.walk": ("←", "→", "↑", "↓"),
    "funnel.key.root": ("Home",),
    "funnel.key.siblings": ("PgUp", "PgDown"),
    "funnel.key.extend": ("Shift+↑", "Shift+↓"),
    "funnel.key.reorder": ("Ctrl+↑", "Ctrl+↓"),
    "funnel.key.out_in": ("Ctrl+←", "Ctrl+→"),
    "funnel.key.delete_only": ("Shift+Del",),
    "funnel.key.notes": ("Alt+Enter",),
    "funnel.key.leave": ("Esc", "Tab"),
}


def asked_by(event: QKeyEvent) -> str:
    """Return the id of the action that a key asks for, "" for none."""
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    return KEYS.get((key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier), "")


def types(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter."""
    held = event.modifiers() & (CONTROL | ALT | Qt.KeyboardModifier.MetaModifier)
    return bool(event.text()) and event.text().isprintable() and not event.text().isspace() and not held
