"""A text typed on a node, or on one that is not there yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from widgets.common.theme import theme
from widgets.common.wall.editor import WallEditor
from widgets.common.words import tr
from widgets.funnel.canvas.laid import Draft, Look, Node
from widgets.funnel.canvas.writing import ICON, LINE, SIDE, font_of

if TYPE_CHECKING:
    from widgets.funnel.canvas.view import MapView


def ending(event: QKeyEvent) -> str:
    """Return why a key ends the typing: Enter, Tab, Shift+Tab, Esc; Shift+Enter is a new line."""
    key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
        return "done"
    return {Qt.Key.Key_Tab: "child", Qt.Key.Key_Backtab: "done", Qt.Key.Key_Escape: "cancelled"}.get(Qt.Key(key), "")


class Typing(QObject):
    """Keeps the editor on its node while the map grows around it.

    Signals:
        typed: a text is to be kept (the draft with it).
        ended: the typing is over (the draft, why: "done", "child", "cancelled", "left").
    """

    typed = Signal(object)
    ended = Signal(object, str)

    def __init__(self, view: MapView, changed: Callable[[], None]) -> None:
        super().__init__(view)
        self._view, self._changed = view, changed
        self.draft: Draft | None = None
        self.editor = WallEditor(view, ending)
        self.editor.changed.connect(self._on_changed)
        self.editor.typed.connect(self._on_typed)
        self.editor.ended.connect(self._on_ended)

    def begin(self, draft: Draft, *, select: bool) -> None:
        """Type on a node that is laid out already."""
        node = self._view.nodes.get(draft.id)
        if node is None:
            self.draft = None
            return
        self.editor.open(_part(node), draft.text, font_of(node.look), tr("funnel.text"), select=select)

    def follow(self) -> None:
        """Stay on the node after the map was laid out anew."""
        node = self._view.nodes.get(self.draft.id) if self.draft else None
        if node is not None:
            self.editor.set_part(_part(node))
        elif self.draft and self.editor.isVisible():
            self.editor.end("gone")  # what was typed on was deleted or folded away

    def flush(self) -> None:
        """Give what was typed, now."""
        if self.draft:
            self.editor.flush()

    def _on_changed(self, text: str) -> None:
        if self.draft and text != self.draft.text:
            self.draft = Draft(self.draft.id, self.draft.onto, self.draft.row, text)
            self._changed()

    def _on_typed(self, text: str) -> None:
        if self.draft:
            self.draft = Draft(self.draft.id, self.draft.onto, self.draft.row, text)
            self.typed.emit(self.draft)

    def _on_ended(self, why: str) -> None:
        draft, self.draft = self.draft, None
        if draft:
            self.ended.emit(draft, why)


def _part(node: Node) -> QRectF:
    """Return the part of a node where its text is."""
    scale = theme().text_scale
    side = SIDE[node.look] * scale
    left = node.rect.left() + side
    height = LINE[node.look] * scale * max(1, len(node.lines))
    top = node.rect.center().y() - height / 2
    if node.look in ICON:
        left += (ICON[node.look] + 6) * scale
    elif node.look is Look.STAGE:
        top -= 8 * scale
    return QRectF(left, top - 1, node.rect.right() - side - left + 2, height + 4)  # lines break as on the node
