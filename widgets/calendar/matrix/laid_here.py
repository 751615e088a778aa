"""What lies at one score and found no room on the field, in a list below its "+n"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from app.calendar.ranking import Ref, Scored, rank_of
from widgets.calendar.matrix.ranking_list import LINE, RankingList
from widgets.common.hairline import hairline
from widgets.common.popover import Popover
from widgets.common.theme import theme
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.calendar.matrix.view import MatrixView

WIDTH: Final = 278
HEAD: Final = 36
MOST: Final = 8  # rows before it scrolls


class LaidHere(QFrame):
    """The score, and the things that lie there; they are dragged from here as from the ranking."""

    def __init__(self, view: MatrixView, refs: Sequence[Ref]) -> None:
        super().__init__()
        self._view, self._refs = view, refs
        self._title, self._count = QLabel(), QLabel()
        self.list = RankingList()
        self.list.delegate.family = view.list.delegate.family
        self._arrange()
        self.show_things()

    def show_things(self) -> None:
        """Show those things as the matrix has them now."""
        all_of_them = self._view.list.rows.things()
        things = [it for it in all_of_them if it.ref in self._refs]
        ranks = {it.ref: rank_of(all_of_them, it.ref) for it in things}
        self.list.rows.show_only(things, ranks)
        self.list.setFixedHeight(max(1, min(MOST, len(things))) * LINE)
        score = f"{tr('field.impact')} {things[0].impact} · {tr('field.ease')} {things[0].ease}" if things else ""
        self._title.setText(score)
        self._count.setText(tr("calendar.matrix.laid_here", n=len(things)))
        self.list.setAccessibleName(f"{score}, {self._count.text()}")

    def choose(self, row: int) -> None:
        """Put the keyboard on a row."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.list.rows.index(row, 0), flag)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def current(self) -> Scored | None:
        """Return what is chosen."""
        return self.list.rows.thing(self.list.currentIndex().row())

    def _arrange(self) -> None:
        self.setFixedWidth(theme().wide(WIDTH))
        self._title.setProperty("look", "strong")
        self._count.setProperty("look", "caption")
        head = QFrame()
        head.setFixedHeight(HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 6)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hairline())
        column.addSpacing(4)
        column.addWidget(self.list)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), HEAD + 1 + 4 + self.list.height() + 6)


def open_laid_here(view: MatrixView, refs: Sequence[Ref], anchor: QRect) -> Popover:
    """Open the list beside its "+n", a rectangle of the field; choosing, opening and scoring are as in the ranking."""
    content = LaidHere(view, refs)
    popover = Popover(content, view.plot)
    content.list.selectionModel().currentChanged.connect(lambda *_: view.choose(content.current()))
    content.list.opened.connect(popover.dismiss)
    content.list.opened.connect(view.open_thing)
    content.list.nudged.connect(popover.dismiss)
    content.list.nudged.connect(view.plot.nudge)
    content.list.cleared.connect(popover.dismiss)
    content.list.cleared.connect(view.clear_chosen)
    content.list.taken_out.connect(popover.hide)  # closed it would be gone before the drag is over
    content.list.put_down.connect(popover.deleteLater)
    popover.open_at(anchor, view.plot)
    content.choose(0)
    return popover
