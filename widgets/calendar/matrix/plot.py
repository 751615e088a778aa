"""The field on which things are weighed: dragged and moved by keys to another score."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from app.calendar.event import Event
from app.calendar.ranking import Ref, Scored, rank_of
from widgets.calendar.matrix.held import Held, refs_of
from widgets.calendar.matrix.paint import paint_field, paint_more, paint_pill, paint_tip, pill_width
from widgets.common.elided_label import plain_tooltip
from widgets.common.matrix_places import DOT, MatrixPlaces, More, Pill
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr

ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0),
}  # fmt: skip


class MatrixPlot(Retranslated):
    """Painted by hand; it changes nothing itself.

    Signals:
        chosen: something was taken hold of (Scored, or None for the empty ground).
        walked: the next (1) or the previous (-1) one is wanted.
        opened: something is to be looked at (Scored).
        score_wanted: something is to have another score (its ref, impact, ease); 0 and 0 take it away.
        more_wanted: what did not fit at a score is wanted (list of Scored, where on the field).
        menu_wanted: a menu is wanted (place on the screen).
    """

    chosen = Signal(object)
    walked = Signal(int)
    opened = Signal(object)
    score_wanted = Signal(object, int, int)
    more_wanted = Signal(object, QRect)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumWidth(320)
        self._things: Sequence[Scored] = ()
        self._family: Callable[[Event | None], str] = lambda _: "ops"
        self._selected: Ref | None = None
        self._hits: Container[Ref] = ()
        self.places = MatrixPlaces(640, 480)
        self.pills: list[Pill] = []
        self.more: list[More] = []
        self.held: Held | None = None
        self.over_tray: Callable[[QPoint], bool] = lambda _: False  # whether a place of the screen takes scores away
        theme().changed.connect(self._lay)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("calendar.matrix.name"))
        self._say()
        self.update()

    def show_things(self, things: Sequence[Scored], family: Callable[[Event | None], str]) -> None:
        """Show what is weighed, the best first."""
        self._things, self._family = things, family
        self._lay()

    def show_selected(self, ref: Ref | None, hits: Container[Ref] = ()) -> None:
        """Show which one is selected, and which ones a search found."""
        self._selected, self._hits = ref, hits
        self._say()
        self.update()

    def pill_of(self, ref: Ref) -> Pill | None:
        """Return where something stands, None when there was no room or it has no score."""
        return next((pill for pill in self.pills if pill.thing.ref == ref), None)

    def _selected_thing(self) -> Scored | None:
        return next((it for it in self._things if it.ref == self._selected), None)

    def _lay(self) -> None:
        widths = {it.ref: pill_width(it.title) for it in self._things}
        self.places = MatrixPlaces(self.width(), self.height())
        self.pills, self.more = self.places.lay(self._things, widths)
        self._say()
        self.update()

    def _say(self) -> None:
        thing = self._selected_thing()
        self.setAccessibleDescription(self._words_of(thing) if thing else "")

    def _words_of(self, thing: Scored) -> str:
        if not thing.rated:
            return f"{thing.title}: {tr('calendar.matrix.unscored')}"
        rank = rank_of(self._things, thing.ref)
        return f"{thing.title}: {tr('calendar.matrix.score', impact=thing.impact, ease=thing.ease, rank=rank)}"

    def _tip_words(self, held: Held) -> str:
        if held.score is None:
            return tr("calendar.matrix.take_away") if held.over_tray else held.thing.title
        impact, ease = held.score
        before, after = held.ranks(self._things)
        ranks = f"{before} → {after}" if before and before != after else str(after)
        return tr("calendar.matrix.score", impact=impact, ease=ease, rank=ranks)

    # --- by mouse ---

    def _at(self, place: QPoint) -> Pill | None:
        return next((pill for pill in reversed(self.pills) if pill.rect.contains(place)), None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        pill = self._at(place)
        more = next((it for it in self.more if it.rect.contains(place)), None)
        if more and pill is None:
            self.more_wanted.emit(list(more.things), more.rect)
            return
        self.chosen.emit(pill.thing if pill else None)
        if pill and event.button() == Qt.MouseButton.LeftButton:
            self.held = Held(pill.thing, pill, place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place, held = event.position().toPoint(), self.held
        if held is None:
            over = self._at(place) or any(it.rect.contains(place) for it in self.more)
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        if held.moved or (place - held.pressed).manhattanLength() >= QApplication.startDragDistance():
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            held.move(place, self.places.score_at(place), over_tray=self.over_tray(self.mapToGlobal(place)))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self.held = self.held, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(event.globalPosition().toPoint())
        elif held and held.moved and held.score:
            self._want(held.thing, *held.score)
        elif held and held.moved and held.over_tray:
            self._want(held.thing, 0, 0)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pill = self._at(event.position().toPoint())
        if pill:
            self.opened.emit(pill.thing)

    def _want(self, thing: Scored, impact: int, ease: int) -> None:
        if (impact, ease) != (thing.impact, thing.ease):
            self.score_wanted.emit(thing.ref, impact, ease)

    def _drop_ref(self, event: QDropEvent) -> Scored | None:
        refs = refs_of(event.mimeData())
        return next((it for it in self._things if it.ref in refs), None)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._drop_ref(event):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        thing, place = self._drop_ref(event), event.position().toPoint()
        score = self.places.score_at(place)
        event.setAccepted(bool(thing and score))
        if thing:
            rect = QRect(place + QPoint(12, 8), place + QPoint(12 + min(190, pill_width(thing.title)), 33))
            self.held = Held(thing, Pill(thing, 0, rect, False), rect.topLeft() + QPoint(DOT, DOT))
            self.held.move(rect.topLeft() + QPoint(DOT, DOT), score, over_tray=False)
            self.update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.held = None
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        thing, score = self._drop_ref(event), self.places.score_at(event.position().toPoint())
        self.held = None
        self.update()
        if thing and score:
            event.acceptProposedAction()
            self.chosen.emit(thing)
            self._want(thing, *score)

    # --- by keys ---

    def nudge(self, impact: int, ease: int) -> bool:
        """Move the selected thing by so many levels; what has no score begins in the middle."""
        thing = self._selected_thing()
        if thing is None:
            return False
        if not thing.rated:
            self._want(thing, thing.impact or 3, thing.ease or 3)
        else:
            self._want(thing, min(5, max(1, thing.impact + impact)), min(5, max(1, thing.ease + ease)))
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, thing = Qt.Key(event.key()), self._selected_thing()
        if key == Qt.Key.Key_Escape and self.held:
            self.held = None
            self.update()
        elif key in ARROWS and thing:
            self.nudge(*ARROWS[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) or key in ARROWS:
            self.walked.emit(-1 if key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up) else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and thing:
            self.opened.emit(thing)
        elif key == Qt.Key.Key_Backspace and thing and (thing.impact or thing.ease):
            self._want(thing, 0, 0)
        elif key == Qt.Key.Key_Menu:
            pill = self.pill_of(thing.ref) if thing else None
            self.menu_wanted.emit(self.mapToGlobal(pill.rect.bottomLeft() if pill else self.rect().center()))
        else:
            super().keyPressEvent(event)

    # --- painting ---

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pill = self._at(event.pos())
            if pill:
                QToolTip.showText(event.globalPos(), plain_tooltip(self._words_of(pill.thing)), self, pill.rect)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("bg"))
        paint_field(painter, self.places)
        held = self.held if self.held and self.held.moved else None
        if held and held.score:
            painter.fillRect(self.places.cell(*held.score), theme().color("drop"))
        for pill in sorted(self.pills, key=lambda it: it.thing.ref == self._selected):
            taken = held is not None and pill.thing.ref == held.thing.ref
            self._paint(painter, pill, ghost=taken)
        for more in self.more:
            paint_more(painter, more)
        if held:
            self._paint(painter, held.lifted(self._things), lifted=True)
            paint_tip(painter, held.lifted(self._things).rect, self.rect(), self._tip_words(held))
        painter.end()

    def _paint(self, painter: QPainter, pill: Pill, *, ghost: bool = False, lifted: bool = False) -> None:
        ref, family = pill.thing.ref, self._family(pill.thing.event)
        selected = ref == self._selected
        by_key = selected and self.hasFocus() and not (ghost or lifted)
        paint_pill(
            painter, pill, family, selected=selected, focused=by_key, lifted=lifted, hit=ref in self._hits, ghost=ghost
        )
