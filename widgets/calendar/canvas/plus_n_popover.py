"""Everything of one day in a list below its "+n"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout
from typing_extensions import override

from app.calendar.occurrence import Key
from app.calendar.workload import COUNTED
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.calendar.canvas.plus_n_list import ROW, PlusNList
from widgets.common.hairline import hairline
from widgets.common.icons import icon
from widgets.common.key_cap import KeyCap
from widgets.common.popover import Popover
from widgets.common.theme import theme
from widgets.common.words import day as write_day
from widgets.common.words import hours, tr

if TYPE_CHECKING:
    from widgets.calendar.canvas.painted import PaintedCanvas

WIDTH: Final = 278
HEAD: Final = 36
FOOT: Final = 32
ROWS_MAX: Final = 12
ROWS_MIN: Final = 4
MOVING: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
AROUND: Final = 40  # px of a popover around its list, besides head and foot


class PlusNPopover(QFrame):
    """The content of the popover: the day, its events, and what can be done with them."""

    def __init__(self, canvas: PaintedCanvas, day: date) -> None:
        super().__init__()
        self._canvas, self.day = canvas, day
        self._title, self._sum = QLabel(), QLabel()
        self.list = PlusNList()
        self.add, self.close_button = QToolButton(), QToolButton()
        self.open_day = QPushButton(tr("canvas.list.open_day"))
        self._arrange()
        self._name()
        self._connect()
        self.show_day()

    def show_day(self) -> None:
        """Show the events of the day as the canvas has them now."""
        model, key = self._canvas.model, self.list.current_key()
        assert model.plan
        items = model.on(self.day)
        looks = ChipLooks(model.plan, model.colour_by, model.today, model.hits)
        self.list.events.show_events([item.occurrence for item in items], looks)
        self.list.set_current_key(key)
        markers = model.plan.markers
        counted = (it.event for it in (item.occurrence for item in items) if it.event.status in COUNTED)
        effort = sum(event.effort for event in counted if event.kind not in markers)
        self._title.setText(write_day(self.day, tr("canvas.day")))
        self._sum.setText(tr("canvas.list.sum", n=len(items), hours=hours(effort)))
        self.list.setAccessibleName(tr("canvas.list.name", day=write_day(self.day, tr("canvas.day.long"))))

    def fit(self, room: int) -> None:
        """Show as many rows as there is room for, at most twelve."""
        rows = min(ROWS_MAX, max(ROWS_MIN, (room - HEAD - FOOT - AROUND) // ROW), self.list.events.rowCount())
        self.list.setFixedHeight(rows * ROW)

    def _arrange(self) -> None:
        self.setFixedWidth(theme().wide(WIDTH))
        head, foot = QFrame(), QFrame()
        head.setFixedHeight(HEAD)
        foot.setFixedHeight(FOOT)
        foot.setProperty("look", "popover-foot")
        self._title.setProperty("look", "strong")
        self._sum.setProperty("look", "caption")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._sum, 1)
        row.addWidget(self.add)
        row.addWidget(self.close_button)
        line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(self.list)
        column.addSpacing(4)
        column.addWidget(foot)
        self._arrange_foot(QHBoxLayout(foot))

    def _arrange_foot(self, row: QHBoxLayout) -> None:
        before, after = QLabel(tr("canvas.list.drag_out")), QLabel(tr("canvas.list.moves_it"))
        for label in (before, after):
            label.setProperty("look", "caption")
        self.open_day.setProperty("look", "link-small")
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        for widget in (before, KeyCap("Alt+→"), after):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.open_day)

    def _name(self) -> None:
        for button, picture, text in (
            (self.add, "plus", tr("canvas.list.add")),
            (self.close_button, "x", tr("canvas.list.close")),
        ):
            button.setIcon(icon(picture))
            button.setIconSize(QSize(14, 14))
            button.setFixedSize(24, 24)
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.open_day.setAccessibleName(self.open_day.text())

    def _connect(self) -> None:
        canvas = self._canvas
        self.list.current_changed.connect(lambda key: canvas.choose([key]))
        self.list.opened.connect(canvas.open_requested)
        self.list.taken_out.connect(self._on_taken_out)
        self.list.key_pressed.connect(self._on_key_pressed)
        self.add.clicked.connect(lambda: canvas.add_requested.emit(self.day))
        self.open_day.clicked.connect(lambda: canvas.view_requested.emit(self.day))
        canvas.refreshed.connect(self.show_day)

    def _on_taken_out(self, key: Key, place: QPoint) -> None:
        self._canvas.take_out(key, place)

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        """Let the canvas do with the current event what the key means there."""
        key = self.list.current_key()
        if key and (event.modifiers() & MOVING or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Space)):
            self._canvas.set_cursor(self.day, key)
            event.setAccepted(self._canvas.key_asked(event))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().wide(WIDTH), HEAD + 1 + 8 + self.list.height() + FOOT)


def open_list(canvas: PaintedCanvas, day: date) -> Popover:
    """Open the list of a day below its row, so that what is drawn of the day stays visible."""
    content = PlusNPopover(canvas, day)
    plus, cell = canvas.places.plus_rect(day), canvas.places.day_rect(day)
    anchor = QRect(plus.x(), cell.y(), plus.width(), cell.height())
    window = canvas.window()
    below = window.height() - canvas.mapTo(window, anchor.bottomLeft()).y()
    content.fit(max(below, canvas.mapTo(window, anchor.topLeft()).y()))
    popover = Popover(content, canvas, gap=-4)
    content.close_button.clicked.connect(popover.dismiss)
    content.open_day.clicked.connect(popover.dismiss)
    content.add.clicked.connect(popover.dismiss)
    content.list.opened.connect(popover.dismiss)
    content.list.taken_out.connect(popover.dismiss)
    popover.closed.connect(lambda: canvas.set_opened(None))
    canvas.set_opened(day)
    popover.open_at(anchor, canvas)
    content.list.setFocus(Qt.FocusReason.PopupFocusReason)
    return popover
