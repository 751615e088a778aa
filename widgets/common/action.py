"""Actions as data: menus, toolbar, palette, shortcut sheet and tests read the same list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can ask for; `text` is an id of the text catalogue, `menu` one of MENUS or ""."""

    id: str
    text: str
    handler: Callable[[], object]
    icon: str = ""
    shortcuts: tuple[str, ...] = ()  # portable, such as "Ctrl+Shift+F"
    menu: str = ""
    enabled: Callable[[], bool] = _always
    in_fields: bool = False  # works while a text field has the focus
    checked: Callable[[], bool] | None = None  # for what can be on or off


MENUS = ("file", "edit", "view", "go", "event", "branch", "task", "member", "help")
