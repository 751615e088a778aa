"""A wall for those who hear it: the bars that float over it, which Qt hides from them in a scroll area."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from widgets.common.wall.view import WallView


class _Known:
    """The interfaces that Qt was given; nothing else holds them."""

    of: ClassVar[dict[int, QAccessibleWidget]] = {}
    installed = False


def describe_wall(view: WallView) -> None:
    """Let assistive programs see the bars over a wall from now on; what lies on it is told by its outline."""
    if not _Known.installed:
        _Known.installed = True
        QAccessible.installFactory(_interface_of)
    name = id(view)
    view.destroyed.connect(lambda: _Known.of.pop(name, None))


def _interface_of(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    from widgets.common.wall.view import WallView

    if not isinstance(thing, WallView):
        return None
    interface = QAccessibleWidget(thing, QAccessible.Role.Canvas)
    _Known.of[id(thing)] = interface
    return interface
