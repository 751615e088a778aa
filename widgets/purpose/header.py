"""The head of the page: what it is, which board, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout
from typing_extensions import override

from app.purpose.board import Board, BoardKind
from widgets.common.drop_button import DropButton
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.words import Retranslated, tr

LONGEST = 28  # letters of a board's name on the button


class PurposeHeader(Retranslated):
    """Title, the boards, templates, present, export.

    Signals:
        board_chosen: another board (its id).
        templates_requested, present_requested, export_requested, boards_requested: a button; the point of the screen
            below it where a menu opens.
    """

    board_chosen = Signal(str)
    boards_requested = Signal(QPoint)
    templates_requested = Signal(QPoint)
    present_requested = Signal()
    export_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.frame = PageHeader()
        self.boards, self.export = DropButton("drop"), DropButton("drop")
        self.boards.setProperty("look", "ghost")
        self.templates, self.present = QPushButton(), QPushButton()
        self.templates.setProperty("look", "ghost")
        for button, sign in (
            (self.boards, "presentation"),
            (self.templates, "layout-template"),
            (self.present, "focus"),
            (self.export, "upload"),
        ):
            put_icon(button, icon(sign))
            self.frame.add_action(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.setFixedHeight(self.frame.height())
        self.boards.clicked.connect(lambda: self.boards_requested.emit(_below(self.boards)))
        self.templates.clicked.connect(lambda: self.templates_requested.emit(_below(self.templates)))
        self.export.clicked.connect(lambda: self.export_requested.emit(_below(self.export)))
        self.present.clicked.connect(self.present_requested)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.frame.set_texts(tr("purpose.title"), tr("purpose.subtitle"))
        for button, text in (
            (self.templates, tr("purpose.templates")),
            (self.present, tr("purpose.present")),
            (self.export, tr("purpose.export")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self._show_name()

    def show_board(self, name: str, *, there: bool) -> None:
        """Show which board is open."""
        self._name = name
        self.boards.setVisible(there)
        self.present.setEnabled(there)
        self.export.setEnabled(there)
        self._show_name()

    def _show_name(self) -> None:
        shown = self._name if len(self._name) <= LONGEST else f"{self._name[: LONGEST - 1]}…"
        self.boards.setText(shown.replace("&", "&&"))
        self.boards.setAccessibleName(tr("purpose.boards.open", name=self._name))

    def menu_of_boards(
        self, boards: Sequence[Board], current: str, actions: Sequence[tuple[str, str, Callable[[], object]]]
    ) -> QMenu:
        """Return the menu of the boards and of what can be done with them (icon, words, what it does)."""
        menu = QMenu(self)
        for board in boards:
            sign = "route" if board.kind is BoardKind.JOURNEY else "presentation"
            entry = menu.addAction(icon(sign), board.name.replace("&", "&&") or tr("purpose.board.untitled"))
            entry.setCheckable(True)
            entry.setChecked(board.id == current)
            entry.triggered.connect(lambda _=False, key=board.id: self.board_chosen.emit(key))
        menu.addSeparator()
        for sign, text, work in actions:
            menu.addAction(icon(sign), text, work)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _below(button: QPushButton) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())
