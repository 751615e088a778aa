"""What the mouse does on the map: selects, opens and folds, drags branches elsewhere, draws a frame."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QDrag, QFontMetricsF, QMouseEvent, QPainter, QPen, QPixmap

from widgets.common.drag_data import branches_data
from widgets.common.shadow import paint_shadow
from widgets.common.theme import theme
from widgets.common.words import tr, words
from widgets.funnel.canvas.dropping import Drop, drop_at
from widgets.funnel.canvas.hits import handle_at, node_at, pill_at, step_at
from widgets.funnel.canvas.laid import ROOT, Look, Node
from widgets.funnel.canvas.paint_lines import curve
from widgets.funnel.canvas.paint_nodes import RADIUS
from widgets.funnel.canvas.walking import between
from widgets.funnel.canvas.writing import LINE, SIDE, font_of

if TYPE_CHECKING:
    from widgets.funnel.canvas.view import MapView

AWAY: Final = 6  # px that the mouse goes before it drags
COPY: Final = QPointF(12, 8)  # from the mouse to what is dragged
REST: Final = 600  # ms over a folded node until it opens
EDGE: Final = 36  # px from the edge of the view at which it moves along
STRIDE: Final = 14
OUT: Final = 8  # px outside the map from which on it is left


class MapMouse(QObject):
    """One gesture at a time; nothing changes before it ends."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._node: Node | None = None
        self._frame: QRectF | None = None  # on the wall
        self._before: list[str] = []
        self._taken: list[str] = []
        self._chosen: list[str] = []  # with those that hang on others of them: each can become something
        self._at = QPointF()
        self._drop: Drop | None = None
        self._opened: set[str] = set()  # folded nodes that opened under what is dragged
        self.hovered_step = ""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._open_target)
        self._along = QTimer(self, interval=30)
        self._along.timeout.connect(self._move_along)

    @property
    def dragging(self) -> bool:
        """Whether branches are being dragged."""
        return bool(self._taken)

    @property
    def held(self) -> str:
        """The node that is being dragged, "" for none."""
        return self._taken[0] if self._taken else ""

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        on_wall = self._view.mapToScene(place.toPoint())
        if pill := pill_at(self._view.nodes, on_wall):
            self._view.fold_requested.emit(pill.id, False)
            return
        if folding := handle_at(self._view.nodes, self._view.state.hovered, on_wall):
            self._view.fold_requested.emit(folding.id, True)
            return
        if stage := step_at(self._view.funnel, self._view.nodes, on_wall):
            self._view.step_requested.emit(stage)
            return
        self._pressed, self._node = place, node_at(self._view.nodes, on_wall)
        self._before = list(self._view.selection) if event.modifiers() & _ADDS else []
        if self._node is None:
            self._view.select(self._before, by_keys=False)
        elif event.modifiers() & _ADDS:
            self._add(self._node.id, span=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self._node.id not in self._view.selection:
            self._view.select([self._node.id], by_keys=False)

    def drag(self, event: QMouseEvent) -> None:
        """Go on with it, or show what is below the mouse."""
        place = event.position()
        if self._pressed is None:
            self._hover(place)
            return
        self._at = place
        if self._taken and self._leaves(place):
            self._carry_out()
        elif self._taken:
            self._aim()
        elif self._frame is not None:
            self._stretch()
        elif (place - self._pressed).manhattanLength() >= AWAY:
            self._begin()

    def release(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        taken, drop, node = self._taken, self._drop, self._node
        moved = bool(taken) or self._frame is not None
        self.cancel()
        if taken and drop and drop.allowed:
            self._view.move_requested.emit(taken, drop.onto, drop.row)
        elif not moved and node is not None and not event.modifiers() & _ADDS:
            self._view.select([node.id], by_keys=False)

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._pressed, self._node, self._frame = None, None, None
        self._taken, self._drop = [], None
        self._rest.stop()
        self._along.stop()
        self._view.state = replace(self._view.state, taken=frozenset())
        self._view.show_cursor()
        self._view.show_open(frozenset(it for it in self._view.shown.opened if it not in self._opened))
        self._opened.clear()
        self._view.viewport().update()

    def _add(self, id: str, *, span: bool) -> None:
        chosen = self._view.selection
        if span and chosen:
            self._view.select([*chosen, *between(self._view.nodes, self._view.current, id), id], by_keys=False)
        elif id in chosen:
            self._view.select([it for it in chosen if it != id], by_keys=False)
        else:
            self._view.select([*chosen, id], by_keys=False)

    def _begin(self) -> None:
        funnel = self._view.funnel
        if self._node is None:
            self._frame = QRectF()
            self._stretch()
            return
        if self._node.id == ROOT:
            return
        chosen = self._view.selection if self._node.id in self._view.selection else [self._node.id]
        stage = self._node.id in funnel.stages
        self._taken = [self._node.id] if stage else funnel.forest.tops(chosen)
        self._chosen = [key for key in self._view.nodes if key in chosen and funnel.branch(key)]
        below = set(self._taken) if stage else set(funnel.forest.below(*self._taken))
        self._view.state = replace(self._view.state, taken=frozenset(below))
        self._opened = set()
        self._along.start()
        self._aim()

    def _leaves(self, place: QPointF) -> bool:
        """Return whether a branch is taken out of the map: to another page."""
        outside = not self._view.viewport().rect().adjusted(-OUT, -OUT, OUT, OUT).contains(place.toPoint())
        return outside and self._taken[0] not in self._view.funnel.stages

    def _carry_out(self) -> None:
        """Go on as a drag that other pages can take; held over one in the rail it opens."""
        held, chosen = self._taken[0], self._chosen
        self.cancel()
        drag = QDrag(self._view)
        drag.setMimeData(branches_data(chosen))
        drag.setPixmap(self._picture(held, len(chosen)))
        drag.setHotSpot((-COPY).toPoint())
        drag.exec(Qt.DropAction.CopyAction)

    def _aim(self) -> None:
        """Find where it would land now."""
        view = self._view
        node = view.nodes.get(self._taken[0])
        size = node.rect if node else QRectF(0, 0, 222, 22)
        before = self._drop.opens if self._drop else ""
        self._drop = drop_at(view.funnel, view.nodes, self._taken, view.mapToScene(self._at.toPoint()), size)
        opens = self._drop.opens if self._drop else ""
        if opens != before:
            self._rest.stop()
            if opens:
                self._rest.start()
        forbidden = self._drop is not None and not self._drop.allowed
        view.viewport().setCursor(Qt.CursorShape.ForbiddenCursor if forbidden else Qt.CursorShape.ClosedHandCursor)
        view.viewport().update()

    def _open_target(self) -> None:
        if self._drop and self._drop.opens:
            self._opened.add(self._drop.opens)
            self._view.show_open(frozenset({*self._view.shown.opened, self._drop.opens}))
            self._aim()

    def _move_along(self) -> None:
        """Move the view while something is held near its edge."""
        room = QRectF(self._view.viewport().rect())
        right = STRIDE * ((self._at.x() > room.right() - EDGE) - (self._at.x() < room.left() + EDGE))
        down = STRIDE * ((self._at.y() > room.bottom() - EDGE) - (self._at.y() < room.top() + EDGE))
        if right or down:
            self._view.pan(right, down)
            self._aim()

    def _stretch(self) -> None:
        """Select what the frame touches."""
        assert self._pressed is not None
        view = self._view
        self._frame = QRectF(view.mapToScene(self._pressed.toPoint()), view.mapToScene(self._at.toPoint())).normalized()
        inside = [key for key, node in view.nodes.items() if key != ROOT and self._frame.intersects(node.rect)]
        view.select([*self._before, *inside], by_keys=False)

    def _hover(self, place: QPointF) -> None:
        on_wall = self._view.mapToScene(place.toPoint())
        nodes = self._view.nodes
        node = node_at(nodes, on_wall) or handle_at(nodes, self._view.state.hovered, on_wall)
        stage = "" if node else step_at(self._view.funnel, self._view.nodes, on_wall)
        hovered = node.id if node else ""
        if hovered != self._view.state.hovered or stage != self.hovered_step:
            self.hovered_step = stage
            self._view.state = replace(self._view.state, hovered=hovered)
            self._view.viewport().update()

    # --- painting ---

    def paint(self, painter: QPainter) -> None:
        """Paint the frame, or what is dragged and where it would land."""
        if self._frame is not None:
            fill = QColor(theme().color("accent"))
            fill.setAlphaF(0.08)
            painter.setPen(QPen(theme().color("accent"), 1 / self._view.zoom()))
            painter.setBrush(fill)
            painter.drawRect(self._frame)
        if self._taken:
            if self._drop and self._drop.allowed:
                _paint_target(painter, self._drop)
            self._paint_copy(painter)

    def _paint_copy(self, painter: QPainter) -> None:
        node = self._view.nodes.get(self._taken[0])
        if node is None:
            return
        place = self._view.mapToScene((self._at + COPY).toPoint())
        rect = QRectF(place.x(), place.y(), node.rect.width(), node.rect.height())
        _paint_card(painter, rect, node, len(self._taken))
        if self._drop and self._drop.words:
            place = rect.bottomLeft() + QPointF(14, 10)
            _paint_tip(painter, place, words(self._drop.words), 1 / self._view.zoom(), self._view.visible_part())

    def _picture(self, held: str, count: int) -> QPixmap:
        """Return what is dragged as a picture: the branch itself, or how many there are."""
        node = self._view.nodes[held]
        if count == 1:
            return self._view.picture_of(node)
        ratio, rect = self._view.devicePixelRatioF(), QRectF(QPointF(0, 0), node.rect.size())
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_card(painter, rect, node, count)
        painter.end()
        return picture


_ADDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _paint_card(painter: QPainter, rect: QRectF, node: Node, count: int) -> None:
    """Paint what is held: a node, or how many there are."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paint_shadow(painter, rect, RADIUS[node.look])
    painter.setPen(QPen(theme().color("accent"), 1))
    painter.setBrush(theme().color("raised"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS[node.look], RADIUS[node.look])
    many = count > 1
    lines = (tr("funnel.branches", n=count),) if many else node.lines
    painter.setFont(font_of(node.look if node.look is not Look.STAGE else Look.BRANCH))
    painter.setPen(theme().color("text"))
    line = LINE[node.look] * theme().text_scale
    top = rect.center().y() - line * len(lines) / 2
    for row, text in enumerate(lines):
        part = QRectF(rect.left() + SIDE[node.look], top + row * line, rect.width() - 2 * SIDE[node.look], line)
        painter.drawText(part, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _paint_tip(painter: QPainter, place: QPointF, text: str, scale: float, seen: QRectF) -> None:
    """Paint a dark label in px of the screen, whatever the zoom, inside what is in view."""
    font = theme().font("small", 500)
    metrics = QFontMetricsF(font)
    rect = QRectF(0, 0, metrics.horizontalAdvance(text) + 18, metrics.height() + 10)
    painter.save()
    painter.translate(max(seen.left(), min(place.x(), seen.right() - (rect.width() + 4) * scale)), place.y())
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("tooltip"))
    painter.drawRoundedRect(rect, 6, 6)
    painter.setFont(font)
    painter.setPen(theme().color("on_tooltip"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


def _paint_target(painter: QPainter, drop: Drop) -> None:
    if drop.slot is not None:
        if drop.start is not None:
            painter.setPen(QPen(theme().color("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(curve(drop.start, QPointF(drop.slot.left(), drop.slot.center().y())))
        painter.setPen(QPen(theme().color("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme().color("accent_soft"))
        painter.drawRoundedRect(drop.slot, 6, 6)
    if drop.line is not None:
        start, end = drop.line
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawLine(start, end)
        painter.setBrush(theme().color("raised"))
        painter.drawEllipse(start, 4.0, 4.0)
