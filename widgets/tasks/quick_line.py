"""Adds tasks by typing: the line, and below it what was understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.rhythm.rule import describe
from app.tasks.quick_add import QuickTask, read_quick
from app.tasks.task import Task
from widgets.common.key_cap import KeyCap
from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, effort, tr, words
from widgets.tasks.face import due_words, priority_words
from widgets.tasks.quick_text import QuickText

Piece = tuple[str, str]  # icon, words
ROOMY: Final = 900


class QuickLine(Retranslated):
    """A dashed line while it rests; with its second line while something is typed.

    Signals:
        added: a task is to be added (a QuickTask, the column or "", whether to be opened).
        left: the keyboard is to go back to the tasks.
    """

    added = Signal(object, str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._first_weekday = date(2027, 1, 1), 0
        self._people: Mapping[str, str] = {}
        self._plain: set[str] = set()
        self._column = ("", "")  # id and name of the column that was asked for
        self._week: Callable[[QuickTask], str] = lambda _: ""
        self.read = QuickTask("")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.text = QuickText()
        self.key = KeyCap("T")
        self.understood = _Understood()
        self._hints = [(KeyCap(keys), QLabel()) for keys in ("Enter", "Ctrl+Enter", "Backspace")]
        first = QHBoxLayout()
        first.setContentsMargins(37, 6, 12, 6)
        first.addWidget(self.text, 1)
        first.addWidget(self.key)
        self.second = QWidget()
        second = QHBoxLayout(self.second)
        second.setContentsMargins(37, 1, 12, 0)
        second.setSpacing(5)
        second.addWidget(self.understood, 1)
        for cap, label in self._hints:
            label.setProperty("look", "caption")
            second.addWidget(cap)
            second.addWidget(label)
            second.addSpacing(7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.second)
        self.second.setFixedHeight(34)
        self.second.hide()

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_typed)
        self.text.entered.connect(self._on_entered)
        self.text.plain_requested.connect(self._on_plain_requested)
        self.text.left.connect(self._on_left)
        self.text.focus_changed.connect(self._on_focus_changed)

    @override
    def retranslate(self) -> None:
        self.text.setPlaceholderText(tr("tasks.quick.hint"))
        self.text.setAccessibleName(tr("tasks.quick"))
        texts = (tr("tasks.quick.enter"), tr("tasks.quick.open"), tr("tasks.quick.plain"))
        for (_, label), text in zip(self._hints, texts, strict=True):
            label.setText(text)
        self._show()

    def show_day(
        self, today: date, first_weekday: int, people: Mapping[str, str], week: Callable[[QuickTask], str]
    ) -> None:
        """Count from another day; `week` says what a task does to the hours of its week."""
        self._today, self._first_weekday, self._people, self._week = today, first_weekday, people, week
        self._read()

    def open(self, column: str = "", name: str = "") -> None:
        """Put the keyboard here, to add to a column."""
        self._column = (column, name)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show()

    def _read(self) -> None:
        line = self.text.line()
        self._plain = {piece for piece in self._plain if piece in line}
        self.read = read_quick(line, self._today, self._first_weekday, people=self._people, plain=self._plain)
        self.text.show_marks(self.read.marks)
        self._show()

    def _show(self) -> None:
        typed = bool(self.text.line().strip())
        self.key.setVisible(not typed and not self.text.hasFocus())
        self.second.setVisible(typed)
        roomy = self.width() >= ROOMY
        for row, (cap, label) in enumerate(self._hints):
            shown = roomy and (row < 2 or bool(self.read.marks))
            cap.setVisible(shown)
            label.setVisible(shown)
        pieces = self._pieces()
        self.understood.show_pieces(pieces, self._week(self.read) if typed else "")
        self.text.setAccessibleDescription(", ".join(text for _, text in pieces))
        self.updateGeometry()
        self.update()

    def _pieces(self) -> list[Piece]:
        read = self.read
        task = Task("", read.title, "", due=read.due, due_at=read.due_at)
        found = [
            ("calendar", due_words(task, self._today)),
            ("repeat", words(describe(read.repeat, read.due)) if read.repeat else ""),
            ("clock", effort(read.effort) if read.effort else ""),
            ("flag", priority_words(read.priority) if read.priority else ""),
            ("users", self._people.get(read.owner, "")),
            *(("hash", tag) for tag in read.tags),
            ("columns-3", self._column[1]),
        ]
        return [(sign, text) for sign, text in found if text]

    def _on_typed(self) -> None:
        self._read()

    def _on_entered(self, opened: bool) -> None:
        if self.read.title:
            read, column = self.read, self._column[0]
            self._plain.clear()
            self.text.clear()
            self.added.emit(read, column, opened)

    def _on_plain_requested(self, piece: str) -> None:
        self._plain.add(piece)
        self._read()

    def _on_left(self) -> None:
        self._column = ("", "")
        self.left.emit()

    def _on_focus_changed(self) -> None:
        if not self.text.hasFocus() and not self.text.line():
            self._column = ("", "")
        self._show()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.text.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.text.hasFocus() or bool(self.text.line())
        if active:
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(theme().color("raised"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        else:
            painter.setPen(QPen(theme().color("border_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        first = self.text.height() + 12
        paint_icon(painter, QRect(12, 0, 18, first), "plus", "accent" if active else "text_muted", 16)
        if not self.second.isHidden():
            painter.fillRect(2, first, self.width() - 4, 1, theme().color("grid"))


class _Understood(QWidget):
    """What was understood, as small frames, and what it does to the week."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[Piece] = []
        self._week = ""

    def show_pieces(self, pieces: list[Piece], week: str) -> None:
        """Show other pieces."""
        self._pieces, self._week = pieces, week
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, caption = theme().font("small"), theme().font("caption")
        label = tr("tasks.quick.understood") if self._pieces else tr("tasks.quick.nothing")
        width = QFontMetrics(caption).horizontalAdvance(label) + 1
        paint_text(painter, QRect(0, 0, width, self.height()), label, caption, "text_muted")
        x, top = width + 8, (self.height() - 22) // 2
        for sign, text in self._pieces:
            width = min(QFontMetrics(small).horizontalAdvance(text) + 36, self.width() - x)
            if width < 44:
                return
            frame = QRect(x, top, width, 22)
            painter.setPen(QPen(theme().color("border"), 1))
            painter.setBrush(theme().color("surface"))
            painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            paint_icon(painter, QRect(x + 8, top, 14, 22), sign, "text_2", 14)
            paint_text(painter, frame.adjusted(27, 0, -6, 0), text, small, "text")
            x += width + 6
        place = QRect(x + 4, 0, self.width() - x - 4, self.height())
        if place.width() > 60:
            paint_text(painter, place, self._week, caption, "text_muted")
