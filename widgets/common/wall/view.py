"""A wall without edges: panned, zoomed at the cursor, fitted, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QRegion,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from widgets.common.theme import theme
from widgets.common.wall.accessible import describe_wall
from widgets.common.wall.back_button import BackButton
from widgets.common.wall.ground import paint_ground

if TYPE_CHECKING:
    from widgets.common.wall.floating import Floating

LEAST: Final = 0.05
MOST: Final = 4.0
STEPS: Final = (0.05, 0.1, 0.25, 0.35, 0.5, 0.67, 0.87, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
REACH: Final = 1_100_000  # px of the wall to each side: farther than anything may lie
EDGE: Final = 20  # px that stay free around what is fitted
FOOT: Final = 72  # px at the bottom that floating bars cover
WHEEL: Final = 120 * 6  # an eighth of a degree each: six notches double the size
LOST_AFTER: Final = 120  # ms of rest before it is looked whether anything is in view


class WallView(QGraphicsView):
    """Shows a scene, or what a subclass paints, on a wall that ends nowhere.

    Pan: Space and drag, middle button, wheel, Shift and wheel, touchpad. Zoom: Ctrl and wheel, pinch. A subclass says
    what there is (`content`), what is selected (`selected`) and whether a text is being typed (`is_editing`), and
    takes the mouse in `press`, `drag` and `release`, which hear nothing while the wall is being panned.

    Signals:
        zoom_changed: another zoom (1.0 is 100 %).
        moved: another part of the wall is in view.
    """

    zoom_changed = Signal(float)
    moved = Signal()

    def __init__(
        self, ground: str = "border_strong", parent: QWidget | None = None, *, space_pans: bool = True
    ) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.scene().setSceneRect(-REACH, -REACH, 2 * REACH, 2 * REACH)
        self.bars: list[Floating] = []  # they enter themselves
        self.hand = False  # the left button pans, as a tool
        self._ground = ground
        self._space_pans = space_pans
        self._space = False
        self._grabbed: QPoint | None = None
        self._fitted = True  # nobody moved the wall since it was fitted: it is fitted again when its room changes
        self._set_up()
        self._lost = QTimer(self, singleShot=True, interval=LOST_AFTER)
        self._lost.timeout.connect(self._look_whether_lost)
        self.back = BackButton(self)
        self.back.clicked.connect(self.fit)
        self.moved.connect(self._lost.start)
        theme().changed.connect(self.repaint_all)
        describe_wall(self)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # --- what a subclass says ---

    def content(self) -> QRectF:
        """Return the part of the wall on which there is something."""
        return self.scene().itemsBoundingRect()

    def selected(self) -> QRectF:
        """Return the part of the wall on which something is selected."""
        found = QRectF()
        for item in self.scene().selectedItems():
            found = found.united(item.sceneBoundingRect())
        return found

    def is_editing(self) -> bool:
        """Return whether a text is being typed in place."""
        return False

    def press(self, event: QMouseEvent) -> None:
        """Take a press that does not pan."""
        super().mousePressEvent(event)

    def drag(self, event: QMouseEvent) -> None:
        """Take a move that does not pan."""
        super().mouseMoveEvent(event)

    def release(self, event: QMouseEvent) -> None:
        """Take a release that does not pan."""
        super().mouseReleaseEvent(event)

    # --- looking about ---

    def zoom(self) -> float:
        """Return the zoom, 1.0 for 100 %."""
        return self.transform().m11()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom; what is at a place of the view (its middle for None) stays there."""
        self._fitted = False
        self._scale(zoom, at or QPointF(self.viewport().rect().center()))

    def step_zoom(self, steps: int) -> None:
        """Zoom in or out to the next round number."""
        now = self.zoom()
        if steps > 0:
            self.set_zoom(next((it for it in STEPS if it > now * 1.01), MOST))
        else:
            self.set_zoom(next((it for it in reversed(STEPS) if it < now * 0.99), LEAST))

    def fit(self) -> None:
        """Show everything, no larger than 100 %."""
        self.show_part(self.content())
        self._fitted = True

    def fit_selection(self) -> None:
        """Show what is selected."""
        self.show_part(self.selected(), 2.0)

    def show_part(self, part: QRectF, largest: float = 1.0) -> None:
        """Show a part of the wall whole, above the floating bars."""
        self._fitted = False
        room = QRectF(self.viewport().rect()).adjusted(EDGE, EDGE, -EDGE, -FOOT)
        if part.isEmpty():
            part = QRectF(part.center(), part.center()).adjusted(-1, -1, 1, 1)
        wanted = min(largest, room.width() / part.width(), room.height() / part.height())
        self._scale(wanted, QPointF(0, 0))
        middle = QPointF(part.center().x(), part.center().y())
        if part.height() * self.zoom() < room.height():
            middle.setY(part.top() + room.height() / 2 / self.zoom())
        self._put(middle, room.center())

    def reveal(self, part: QRectF, *, middle: bool = False) -> None:
        """Bring a part into view by the shortest way, or into the middle; the zoom stays."""
        room = self.visible_part()
        if middle:
            self._fitted = False
            self._put(part.center(), QRectF(self.viewport().rect()).center())
            return
        edge = 0 if room.contains(part) else 24 / self.zoom()
        wide = part.adjusted(-edge, -edge, edge, edge)
        right, left = max(0.0, wide.right() - room.right()), min(0.0, wide.left() - room.left())
        down, up = max(0.0, wide.bottom() - room.bottom()), min(0.0, wide.top() - room.top())
        self.pan(round((left or right) * self.zoom()), round((up or down) * self.zoom()))
        self.pan(0, self._behind_bars(part))

    def _behind_bars(self, part: QRectF) -> int:
        """Return how far a part has to go up to stand above the bars at the bottom that cover it now."""
        shown = self.part_on_view(part).toAlignedRect()
        covering = [bar.panel().top() for bar in self.bars if bar.covers(shown)]
        return max(0, min(shown.bottom() + 12 - min(covering), shown.top() - EDGE)) if covering else 0

    def visible_part(self) -> QRectF:
        """Return the part of the wall that is in view."""
        return self.viewportTransform().inverted()[0].mapRect(QRectF(self.viewport().rect()))

    def part_on_view(self, part: QRectF) -> QRectF:
        """Return where a part of the wall is in the view, in px."""
        return self.viewportTransform().mapRect(part)

    def pan(self, right: int, down: int) -> None:
        """Look further to the right and down by px of the view."""
        if not right and not down:
            return
        self._fitted = False
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + right)
        along.setValue(along.value() + down)

    def content_changed(self) -> None:
        """Look again whether anything is in view."""
        self._lost.start()

    def repaint_all(self) -> None:
        """Paint everything anew that can be seen: not what lies behind floating bars, nor the bars themselves."""
        region = QRegion(self.viewport().rect())
        for bar in self.bars:
            if bar.isVisible():
                region -= bar.panel()
        self.viewport().update(region)

    def _scale(self, zoom: float, at: QPointF) -> None:
        zoom = max(LEAST, min(MOST, zoom))
        before = self.viewportTransform().inverted()[0].map(at)
        if abs(zoom - self.zoom()) > 1e-9:
            self.setTransform(QTransform.fromScale(zoom, zoom))
        self._put(before, at)
        self.zoom_changed.emit(zoom)
        self.moved.emit()

    def _put(self, place: QPointF, at: QPointF) -> None:
        """Bring a place of the wall to a place of the view."""
        off = self.viewportTransform().map(place) - at
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(off.x()))
        along.setValue(along.value() + round(off.y()))

    def _look_whether_lost(self) -> None:
        content = self.content()
        lost = not content.isEmpty() and not self.visible_part().intersects(content)
        self.back.setVisible(lost)
        self.back.place()

    # --- input ---

    def _begins_pan(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        return event.button() == Qt.MouseButton.MiddleButton or (left and (self._space or self.hand))

    def show_cursor(self) -> None:
        """Show the hand while the wall can be panned, else the arrow."""
        if self._grabbed is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space or self.hand:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._begins_pan(event):
            self._grabbed = event.position().toPoint()
            self.show_cursor()
        else:
            self.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            self.drag(event)
            return
        here = event.position().toPoint()
        by, self._grabbed = self._grabbed - here, here
        self.pan(by.x(), by.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            self.release(event)
            return
        self._grabbed = None
        self.show_cursor()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * 2 ** (angle.y() / WHEEL), event.position())
        elif not pixels.isNull():
            self.pan(-pixels.x(), -pixels.y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(angle.y() or angle.x()) // 2, 0)
        else:
            self.pan(-angle.x() // 2, -angle.y() // 2)
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self.zoom() * (1 + event.value()), event.position())
                return True
            return False
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._space_pans and not self.is_editing():
            if not event.isAutoRepeat():
                self._space = True
                self.show_cursor()
            event.accept()
        else:
            event.ignore()  # the scroll bars are not asked: arrows belong to what is on the wall

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._space and not event.isAutoRepeat():
            self._space = False
            self.show_cursor()
        else:
            event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self.show_cursor()
        super().focusOutEvent(event)

    # --- painting ---

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        shown = self.part_on_view(QRectF(rect)).toAlignedRect().adjusted(-1, -1, 1, 1)
        shown &= self.viewport().rect()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        origin = self.viewportTransform().map(QPointF(0, 0)).toPoint()
        paint_ground(painter, shown, origin, self.zoom(), self._ground)
        painter.restore()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        self.back.place()
        self.moved.emit()
