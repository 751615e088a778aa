"""The texts of the bank as a list: the text, and below it what it is for and when it was used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.workflows.prompt import PromptKind
from app.workflows.prompts import Banked
from widgets.common.elided_label import plain_tooltip
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import paint_focus, paint_icon, paint_text
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.theme import theme
from widgets.common.words import day, language, tr

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()
LINE: Final = 46
SIDE: Final = 24
KIND_TEXTS: Final[Mapping[PromptKind, str]] = {
    PromptKind.PROMPT: "prompts.kind.prompt",
    PromptKind.ICEBREAKER: "prompts.kind.icebreaker",
    PromptKind.INVITATION: "prompts.kind.invitation",
}
KIND_ICONS: Final[Mapping[PromptKind, str]] = {
    PromptKind.PROMPT: "message-circle-question-mark",
    PromptKind.ICEBREAKER: "smile",
    PromptKind.INVITATION: "send",
}
STAGE_TEXTS: Final[Mapping[str, str]] = {
    "awareness": "prompts.stage.awareness",
    "activation": "prompts.stage.activation",
    "contribution": "prompts.stage.contribution",
    "advocacy": "prompts.stage.advocacy",
}


def about(it: Banked) -> str:
    """Return what a text is for, and when it was used."""
    parts = [tr(KIND_TEXTS[it.kind])]
    if it.stage:
        parts.append(tr(STAGE_TEXTS[it.stage]))
    if it.theme:
        parts.append(it.theme)
    parts.append(tr("prompts.used", day=day(it.used), n=it.times) if it.used else tr("prompts.unused"))
    if it.own:
        parts.append(tr("prompts.own"))
    return " · ".join(parts)


class BankList(QListView):
    """Rows of 46 px, one of them chosen.

    Signals:
        chosen: another text is chosen (its key).
        copied: the chosen text is to be copied.
        deleted: the chosen text is to go.
    """

    chosen = Signal(str)
    copied = Signal()
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_scroll_bar(self)
        KeyboardFocus(self)
        self._quiet = False
        self.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_bank(self, bank: Sequence[Banked], wanted: str) -> None:
        """Show other texts, one of them chosen: the wanted one when it is there, else the first."""
        self._quiet = True
        self.rows.show_bank(bank)
        at = next((at for at, it in enumerate(bank) if it.key == wanted), 0)
        if bank:
            self.setCurrentIndex(self.rows.index(at, 0))
        self._quiet = False

    def key(self) -> str:
        """Return the key of the chosen text, or ""."""
        found = self.currentIndex().data(ROW)
        return found.key if isinstance(found, Banked) else ""

    def _on_current(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.key())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bank: list[Banked] = []

    def show_bank(self, bank: Sequence[Banked]) -> None:
        if [it.key for it in bank] == [it.key for it in self._bank]:
            self._bank = list(bank)
            if bank:
                self.dataChanged.emit(self.index(0, 0), self.index(len(bank) - 1, 0))
            return
        self.beginResetModel()
        self._bank = list(bank)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._bank)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        it = self._bank[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return it
            case Qt.ItemDataRole.DisplayRole:
                return it.text(language())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{it.text(language())}, {about(it)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(it.text(language()))
        return None


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, round(LINE * max(1.0, theme().text_scale)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        it, rect, flags = index.data(ROW), option.rect, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, hovered = bool(option.state & flags.State_Selected), bool(option.state & flags.State_MouseOver)
        painter.fillRect(rect, theme().color("selection" if selected else "hover" if hovered else "bg"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().color("border"))
        sign = QRect(rect.left() + SIDE, rect.top(), 16, rect.height())
        paint_icon(painter, sign, KIND_ICONS[it.kind], "text_muted", 16)
        half = rect.height() // 2
        words = QRect(sign.right() + 12, rect.top() + 4, rect.right() - sign.right() - 12 - SIDE, half - 2)
        text = " ".join(it.text(language()).split())
        paint_text(painter, words, text, theme().font("body", 500), "text_muted" if it.used else "text")
        low = QRect(words.left(), rect.top() + half, words.width(), half - 5)
        paint_text(painter, low, about(it), theme().font("caption"), "text_muted")
        if shows_focus(option):
            paint_focus(painter, rect)
        painter.restore()
