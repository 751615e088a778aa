"""Edits the moments and touchpoints of a member journey where their names stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu

from app.purpose import journey
from app.purpose.board import Axis, GridLine
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

WIDER: Final = 40  # px


class JourneyEditing(QObject):
    """A double click on a name renames it, after the last one it adds one; lines are pulled; a menu does the rest."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        page.canvas.grid_requested.connect(self._on_grid)
        page.canvas.grid_menu_requested.connect(self.show_menu)
        page.canvas.line_requested.connect(self._on_pulled)

    def add(self, axis: Axis) -> None:
        """Add a moment or a touchpoint at the end, and ask for its name."""
        page = self._page
        names = {Axis.MOMENT: tr("purpose.journey.moment"), Axis.TOUCHPOINT: tr("purpose.journey.touchpoint")}
        board = page.wall.board.id
        made = page.gestures.run(lambda: journey.add_line(page.open_store(), board, axis, names[axis]))
        line = next((it for it in page.wall.grid if it.id == made), None)
        if line:
            self.rename(line)

    def rename(self, line: GridLine) -> None:
        """Ask for another name beside the old one."""
        page = self._page
        panel = SmallPanel(tr("purpose.journey.rename"), "", tr("purpose.board.rename"))
        field = Labelled(TextField())
        field.set_label(tr("purpose.board.name"))
        field.field.setText(line.name)
        field.field.selectAll()
        panel.fields.addWidget(field)

        def take() -> bool:
            named = field.field.text().strip()
            if not named:
                field.set_error(tr("purpose.board.needs_name"))
                return False
            page.gestures.run(lambda: journey.edit_line(page.open_store(), line.id, name=named))
            return True

        open_small(panel, page.canvas, self._place(line), take)

    def _place(self, line: GridLine) -> QRect:
        rect = page_rect = self._page.canvas.part_on_view(self._page.canvas.picture.head_of(line)).toAlignedRect()
        room = self._page.canvas.viewport().rect()
        return rect & room if page_rect.intersects(room) else QRect(room.center(), room.center())

    def _on_grid(self, what: GridLine | Axis) -> None:
        if isinstance(what, GridLine):
            self.rename(what)
        else:
            self.add(what)

    def _on_pulled(self, line: GridLine, size: int, *, nudge: bool = False) -> None:
        store = self._page.open_store()
        self._page.gestures.run(lambda: journey.edit_line(store, line.id, size=size, nudge=nudge))

    def show_menu(self, line: GridLine, place: QPoint | None = None) -> None:
        """Offer what can be done with a moment or touchpoint, at a place of the screen or at its name."""
        page = self._page
        at_name = self._place(line).bottomLeft()
        order = journey.lines(page.wall, line.axis)
        at = [it.id for it in order].index(line.id)
        across = line.axis is Axis.MOMENT
        menu = QMenu(page)
        menu.addAction(icon("pencil"), tr("purpose.journey.rename"), partial(self.rename, line))
        menu.addAction(icon("plus"), tr("purpose.journey.add"), partial(self.add, line.axis))
        signs = ("chevron-left", "chevron-right") if across else ("arrow-up", "arrow-down")
        earlier = menu.addAction(icon(signs[0]), tr("purpose.journey.earlier"))
        later = menu.addAction(icon(signs[1]), tr("purpose.journey.later"))
        earlier.triggered.connect(partial(self._run, journey.move_line, line.id, at - 1))
        later.triggered.connect(partial(self._run, journey.move_line, line.id, at + 1))
        earlier.setEnabled(at > 0)
        later.setEnabled(at < len(order) - 1)
        for by, text in ((WIDER, tr("purpose.journey.wider")), (-WIDER, tr("purpose.journey.narrower"))):
            menu.addAction(text, partial(self._on_pulled, line, line.size + by, nudge=True))
        menu.addSeparator()
        menu.addAction(icon("trash-2"), tr("common.delete"), partial(self._run, journey.delete_line, line.id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place or page.canvas.viewport().mapToGlobal(at_name))

    def _run(self, action: Callable[..., object], *values: object) -> None:
        store = self._page.open_store()
        self._page.gestures.run(lambda: action(store, *values))
