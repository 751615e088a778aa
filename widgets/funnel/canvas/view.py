"""The mind map on its wall."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.elided_label import plain_tooltip
from widgets.common.theme import theme
from widgets.common.wall.view import WallView
from widgets.common.words import tr
from widgets.funnel.canvas.crossings import Crossing, crossings, paint_crossing
from widgets.funnel.canvas.hits import node_at
from widgets.funnel.canvas.keys import WALK, asked_by, types
from widgets.funnel.canvas.laid import ROOT, Draft, Node, Shown, bounds_of, lay_out
from widgets.funnel.canvas.motion import Motion
from widgets.funnel.canvas.mouse import MapMouse
from widgets.funnel.canvas.paint_lines import (
    Fan,
    fans,
    paint_fan,
    paint_step,
    steps,
)
from widgets.funnel.canvas.paint_nodes import READABLE, State, node_picture, paint_node
from widgets.funnel.canvas.saying import hidden_of, spoken
from widgets.funnel.canvas.typing import Typing
from widgets.funnel.canvas.walking import between, step_from
from widgets.funnel.canvas.writing import Writing

AROUND: Final = 12.0
LARGE_MAP: Final = 0.67  # the zoom at which a map opens that is too large to be seen whole
KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MapView(WallView):
    """Paints the map and hears keys and mouse; it changes nothing itself.

    Signals:
        selection_changed: other nodes are selected (ids, the one with the keyboard last).
        asked: a key asked for an action (its id).
        typing_requested: a printable key was pressed on a node (the text).
        move_requested: nodes were dropped (ids, onto, row).
        fold_requested: a node is to be folded or not (id, folded).
        step_requested: the conversion of a stage was pressed (id).
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    selection_changed = Signal(list)
    asked = Signal(str)
    typing_requested = Signal(str)
    move_requested = Signal(list, str, int)
    fold_requested = Signal(str, bool)
    step_requested = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__("border", space_pans=False)
        self.funnel = FunnelMap()
        self.nodes: Mapping[str, Node] = {}
        self.shown = Shown()
        self.state = State()
        self.selection: list[str] = []
        self._fans: list[Fan] = []
        self._crossings: list[Crossing] = []
        self._results: Mapping[str, tuple[Result, ...]] = {}
        self._today = date(2027, 1, 1)
        self._writing = Writing(self.funnel, self._results, self._today)
        theme().changed.connect(self._on_theme_changed)
        self._leaving = False  # Esc was pressed: the next Tab leaves the map
        self._motion = Motion(self, self.viewport().update)
        self.typing = Typing(self, self._on_draft_changed)
        self.mouse = MapMouse(self)
        self.setAccessibleName(tr("funnel.map"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    # --- what is shown ---

    def show_map(
        self,
        funnel: FunnelMap,
        results: Mapping[str, tuple[Result, ...]],
        today: date,
        changed: Collection[str] | None = None,
    ) -> None:
        """Show a map, of which only some things `changed`; what is looked at stays where it is."""
        if changed is None or funnel is not self.funnel:
            self._writing = Writing(funnel, results, today)
        else:
            self._writing.forget(changed)
        self.funnel, self._results, self._today = funnel, results, today
        self.refresh()

    def refresh(self, *, glide: bool = True) -> None:
        """Lay the map out as it is now."""
        before = self.nodes
        self._writing.draft = self.typing.draft
        self.shown = replace(self.shown, draft=self.typing.draft)
        self.nodes = lay_out(self.funnel, self.shown, self._writing.write, self._held())
        self._measure()
        if glide and self.typing.draft is None:
            self._motion.start(before, self.nodes)
        self.selection = [key for key in self.selection if key in self.nodes]
        current = self.state.current if self.state.current in self.nodes else ""
        selected = frozenset({self.state.typed} if self.is_editing() else self.selection)
        self.state = replace(self.state, selected=selected, current=current)
        self.typing.follow()
        self.content_changed()
        self.viewport().update()

    def show_whole(self, root: str = "") -> None:
        """Hide nothing but what is folded, from the next time that a map is shown; one beside the funnel has a root."""
        self.shown, self.nodes, self.selection = Shown(root), {}, []

    def fit_to_read(self) -> None:
        """Show everything, or of a large map the beginning at a size that can be read."""
        self.fit()
        if self.zoom() < READABLE and self.nodes:
            self.set_zoom(LARGE_MAP)
            first = next(iter(self.nodes.values()))
            room = self.visible_part()
            self.reveal(first.rect.translated(room.width() / 2 - first.rect.width(), 0), middle=True)

    def show_part_of(self, focus: str) -> None:
        """Show only a stage or a branch and what hangs on it, "" for everything."""
        self.shown = replace(self.shown, focus=focus)
        self.refresh(glide=False)
        self.fit()

    def show_open(self, opened: frozenset[str]) -> None:
        """Show some folded nodes open, as long as it is searched."""
        if opened != self.shown.opened:
            self.shown = replace(self.shown, opened=opened)
            self.refresh()

    def show_found(self, found: frozenset[str]) -> None:
        """Mark what a search found."""
        self.state = replace(self.state, found=found)
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        """Write everything anew: the text may have another size."""
        self._writing = Writing(self.funnel, self._results, self._today)
        if self.nodes:
            self.refresh(glide=False)

    def _held(self) -> tuple[str, QPointF] | None:
        """Return the node that shall stay where it is: what is typed on, has the keyboard or is in the middle."""
        if not self.nodes:
            return None
        seen = self.visible_part()
        typed = self.typing.draft.id if self.typing.draft else ""
        for key in (self.mouse.held, typed, self.state.current, *self.selection):
            node = self.nodes.get(key)
            if node and (key == typed or self._stays(key)) and seen.intersects(node.rect):
                return key, node.rect.topLeft()
        middle = seen.center()
        staying = [node for node in self.nodes.values() if self._stays(node.id)]
        if not staying:
            return None
        near = min(staying, key=lambda it: (it.rect.center() - middle).manhattanLength())
        return near.id, near.rect.topLeft()

    def _stays(self, id: str) -> bool:
        return id == ROOT or id in self.funnel.stages or self.funnel.branch(id) is not None

    def _measure(self) -> None:
        self._fans = fans(self.nodes)
        self._crossings = crossings(self.funnel, self.nodes)

    def _on_draft_changed(self) -> None:
        self.refresh(glide=False)

    # --- selection ---

    @property
    def current(self) -> str:
        """The node with the keyboard."""
        return self.state.current

    def select(self, ids: Sequence[str], *, by_keys: bool | None = None) -> None:
        """Select nodes, the last of them with the keyboard; tells it when it is another selection."""
        ids = [key for key in dict.fromkeys(ids) if key in self.nodes]
        changed = ids != self.selection
        self.selection = list(ids)
        ring = self.state.ring if by_keys is None else by_keys and self.hasFocus()
        current = ids[-1] if ids else ""
        self.state = replace(self.state, selected=frozenset(ids), current=current, ring=ring)
        self.setAccessibleDescription(spoken(self.nodes, self._writing, current))
        self.viewport().update()
        if changed:
            self.selection_changed.emit(list(ids))

    def walk(self, key: int, *, extend: bool) -> None:
        """Go where an arrow leads."""
        start = self.state.current
        goal = step_from(self.nodes, start, key)
        if goal == start and key == Qt.Key.Key_Right and start in self.nodes and self.nodes[start].hidden:
            self.fold_requested.emit(start, False)
            return
        if extend and start:
            chosen = [it for it in self.selection if it != goal]
            way = between(self.nodes, start, goal)
            self.select([*chosen, *(it for it in way if it not in chosen and it != goal), goal], by_keys=True)
        else:
            self.select([goal] if goal else [], by_keys=True)
        self.reveal_node(goal)

    def reveal_node(self, id: str, *, middle: bool = False) -> None:
        """Bring a node into view by the shortest way, or into the middle."""
        node = self.nodes.get(id)
        if node is not None:
            self.reveal(node.rect, middle=middle)

    def sees(self, id: str) -> bool:
        """Return whether a node can be seen where the wall stands now."""
        node = self.nodes.get(id)
        return node is not None and self.visible_part().contains(node.rect.center())

    def select_all(self) -> None:
        """Select every branch that shows."""
        self.select([key for key in self.nodes if self.funnel.branch(key)])

    # --- typing ---

    def type_on(self, draft: Draft, *, select: bool = False) -> None:
        """Type on a node, which may not be there yet."""
        self.typing.draft = draft
        self.refresh()
        self._motion.stop()
        self.state = replace(self.state, typed=draft.id, selected=frozenset({draft.id}))
        self.reveal_node(draft.id)
        self.typing.begin(draft, select=select)

    def end_typing(self) -> None:
        """Show the map without the editor."""
        self.state = replace(self.state, typed="", selected=frozenset(self.selection))
        self.refresh(glide=False)

    # --- what the wall asks ---

    @override
    def content(self) -> QRectF:
        return bounds_of(self.nodes).adjusted(-AROUND, -AROUND, AROUND, AROUND) if self.nodes else QRectF()

    @override
    def selected(self) -> QRectF:
        return bounds_of({key: self.nodes[key] for key in self.selection if key in self.nodes})

    @override
    def is_editing(self) -> bool:
        return self.typing.draft is not None

    def node_at(self, place: QPoint) -> Node | None:
        """Return the node at a place of the view."""
        return node_at(self.nodes, self.mapToScene(place))

    @override
    def press(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    @override
    def drag(self, event: QMouseEvent) -> None:
        self.mouse.drag(event)

    @override
    def release(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        node = self.node_at(event.position().toPoint())
        if node is None or event.button() != Qt.MouseButton.LeftButton:
            self.press(event)
        elif node.id != ROOT:
            self.select([node.id], by_keys=False)
            self.asked.emit("funnel_rename")

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        node = self.node_at(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else None
        if node is not None and node.id not in self.selection:
            self.select([node.id], by_keys=False)
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse and self.current in self.nodes:
            shown = self.part_on_view(self.nodes[self.current].rect)
            place = self.viewport().mapToGlobal(shown.bottomLeft().toPoint())
        self.menu_requested.emit(place)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.mouse.dragging:
            words = hidden_of(self.funnel, self._writing, self.node_at(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().viewportEvent(event)

    def picture_of(self, node: Node) -> QPixmap:
        """Return one node as a picture."""
        return node_picture(node, self._writing, self.devicePixelRatioF())

    # --- keys ---

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.is_editing():
            leads = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and (self._leaving or not self.selection)
            if not leads and self._key(event):
                return True
        return super().event(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it asked for anything."""
        self._leaving = event.key() == Qt.Key.Key_Escape
        if self._leaving:
            return self._on_escape()
        if event.key() in WALK and not event.modifiers() & ~WALK_WITH:
            self.walk(event.key(), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if action := asked_by(event):
            self.asked.emit(action)
            return True
        if self.current and types(event):
            self.typing_requested.emit(event.text())
            return True
        return False

    def _on_escape(self) -> bool:
        if self.mouse.dragging:
            self.mouse.cancel()
        elif len(self.selection) > 1:
            self.select([self.current])
        elif self.shown.focus:
            self.asked.emit("funnel_focus_off")
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._leaving = False
        by_keys = event.reason() in KEYBOARD
        self.state = replace(self.state, ring=by_keys)
        if not self.selection and by_keys and self.nodes:
            self.select([next(iter(self.nodes))], by_keys=True)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.state = replace(self.state, ring=False)
        if self.mouse.dragging:
            self.mouse.cancel()
        self.viewport().update()

    # --- painting ---

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area, zoom = QRectF(rect).adjusted(-AROUND, -AROUND, AROUND, AROUND), self.zoom()
        nodes = self._motion.now(self.nodes)
        gliding = nodes is not self.nodes
        for fan in fans(nodes) if gliding else self._fans:
            if fan.bounds.intersects(area):
                paint_fan(painter, fan, area)
        for stage, above, below in steps(self.funnel, nodes):
            hovered = self.mouse.hovered_step == stage
            paint_step(painter, self.funnel.conversions[stage], above, below, hovered=hovered)
        for line in self._crossings if not gliding else ():
            chosen = bool({line.link.start, line.link.end} & self.state.selected)
            paint_crossing(painter, line, area, selected=chosen)
        for node in nodes.values():
            if node.rect.adjusted(0, 0, 120, 0).intersects(area):
                paint_node(painter, node, self._writing, self.state, zoom)
        self.mouse.paint(painter)


WALK_WITH: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
