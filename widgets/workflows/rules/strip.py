"""The strip under the sentence: what can be chosen for the open place, or the field in which it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.rules.actions import BLANKS
from app.workflows.rules.shapes import Shape
from widgets.common.flow_layout import FlowLayout
from widgets.common.hairline import hairline
from widgets.common.painting import paint_text
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.workflows.rules.places import Place
from widgets.workflows.rules.token import PILL_TEXTS

NUMBERED: Final = 9
LOW: Final = 40


class ChoiceStrip(Retranslated):
    """Shows the open place; the keyboard stays on the place unless text is typed.

    Signals:
        chosen: a value was chosen.
        typed: a text was typed.
        left: the typing is over: go on (1), back (-1) or stay (0).
    """

    chosen = Signal(str)
    typed = Signal(str)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place: Place | None = None
        self._lead = QLabel()
        self._lead.setProperty("look", "caption")
        self._lead.setTextFormat(Qt.TextFormat.PlainText)
        self._line, self._area = _Line(), _Area()
        self._chips: list[_Chip] = []
        self._flow = QWidget()
        self._choices = FlowLayout(self._flow, 2)
        self._blanks = QWidget()
        self._build()
        for field in (self._line, self._area):
            field.committed.connect(self.typed)
            field.left.connect(self._on_left)
        self.show_place(None)

    def _build(self) -> None:
        self._insert = QHBoxLayout(self._blanks)
        self._insert.setContentsMargins(0, 0, 0, 0)
        self._insert.setSpacing(4)
        for name in BLANKS:
            button = QPushButton()
            button.setProperty("look", "pill")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("blank", name)
            button.clicked.connect(self._on_blank)
            self._insert.addWidget(button)
        self._insert.addStretch()
        self._typing = QWidget()
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(6)
        typing.addWidget(self._line)
        typing.addWidget(self._area)
        typing.addWidget(self._blanks)
        row = QHBoxLayout()
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(8)
        row.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._flow, 1)
        row.addWidget(self._typing, 1)
        line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)
        self.setMinimumHeight(LOW)
        self.retranslate()

    def show_place(self, place: Place | None) -> None:
        """Show what can be chosen or typed for a place."""
        other = place is None or self.place is None or place.key != self.place.key
        if other:
            self.flush()
        self.place = place
        typed = place is not None and place.typed
        lines = typed and place is not None and place.shape is Shape.LINES
        self._lead.setText(place.lead if place else tr("workflows.strip.hint"))
        self._lead.setVisible(bool(self._lead.text()) and not typed)
        self._lead.setFixedHeight(24)
        self._flow.setVisible(not typed and place is not None)
        self._typing.setVisible(typed)
        self._line.setVisible(typed and not lines)
        self._area.setVisible(lines)
        self._blanks.setVisible(typed and place is not None and place.shape is not Shape.WORDS)
        if place is not None and typed:
            field = self._area if lines else self._line
            field.setAccessibleName(tr("workflows.token.text"))
            field.set_hint(tr("workflows.hint.lines") if lines else tr("workflows.hint.text"))
            field.show_value(place.value)
        self._show_chips(place.options if place and not typed else (), place.value if place else "")

    def step(self, by: int) -> None:
        """Choose the next value, or the one before."""
        if self.place is None or not self.place.options or self.place.adds:
            return
        values = [value for value, _ in self.place.options]
        at = values.index(self.place.value) + by if self.place.value in values else 0
        if 0 <= at < len(values):
            self.chosen.emit(values[at])

    def pick(self, number: int) -> None:
        """Choose the value of a number, from 0."""
        if self.place is not None and number < len(self.place.options):
            self.chosen.emit(self.place.options[number][0])

    def edit(self, text: str) -> None:
        """Type into the place: from the beginning with a letter, else with all of it selected."""
        field = self._area if self.place is not None and self.place.shape is Shape.LINES else self._line
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        if text:
            field.insert_typed(text)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self._line.flush()
        self._area.flush()

    def _show_chips(self, options: Sequence[tuple[str, str]], value: str) -> None:
        while len(self._chips) > len(options):
            chip = self._chips.pop()
            chip.hide()
            self._choices.removeWidget(chip)
            chip.deleteLater()
        while len(self._chips) < len(options):
            chip = _Chip()
            chip.clicked.connect(self._on_chip)
            self._chips.append(chip)
            self._choices.addWidget(chip)
            chip.show()
        for row, (chip, (option, text)) in enumerate(zip(self._chips, options, strict=True)):
            chip.show_option(option, text, row + 1 if row < NUMBERED else 0, chosen=option == value)
        self._choices.invalidate()
        self._flow.updateGeometry()

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            self.chosen.emit(chip.value)

    def _on_blank(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            field = self._area if self._area.isVisible() else self._line
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.insert_typed(f"{{{button.property('blank')}}}")

    def _on_left(self, by: int) -> None:
        self.flush()
        self.left.emit(by)

    @override
    def retranslate(self) -> None:
        for at in range(self._insert.count()):
            item = self._insert.itemAt(at)
            button = item.widget() if item else None
            if isinstance(button, QPushButton):
                blank = str(button.property("blank"))
                name = tr(PILL_TEXTS[blank])
                button.setText(name)
                button.setAccessibleName(tr("workflows.insert", name=name))


class _Line(TextField):
    """Tab, Enter and Esc lead back to the sentence."""

    left = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.returnPressed.connect(lambda: self.left.emit(0))

    def insert_typed(self, text: str) -> None:
        """Put in a text as if it was typed."""
        self.insert(text)
        self.textEdited.emit(self.text())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self.left.emit(1 if next else -1)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit(0)


class _Area(TextArea):
    """Tab, Ctrl+Enter and Esc lead back to the sentence."""

    left = Signal(int)

    def __init__(self) -> None:
        super().__init__(2)

    def insert_typed(self, text: str) -> None:
        """Put in a text as if it was typed."""
        self.insertPlainText(text)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self.left.emit(1 if next else -1)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event) if not ends else None
            event.accept()
            self.left.emit(0)
        else:
            super().keyPressEvent(event)


class _Chip(QAbstractButton):
    """One choice: its number, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.value = ""
        self._number = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_option(self, value: str, text: str, number: int, *, chosen: bool) -> None:
        """Show a choice; those after the ninth have no number."""
        self.value, self._number = value, number
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.updateGeometry()
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Stay: only the store says what is chosen."""

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font_px(12, 600)).horizontalAdvance(self.text())
        return QSize(words + 18 + (14 if self._number else 0), round(24 * max(1.0, theme().text_scale)))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        left = 8
        if self._number:
            number = QRect(left, 0, 12, self.height())
            paint_text(painter, number, str(self._number), theme().font_px(10), "text_muted")
            left += 14
        words = QRect(left, 0, self.width() - left - 4, self.height())
        font = theme().font_px(12, 600 if self.isChecked() else 400)
        paint_text(painter, words, self.text(), font, "text" if self.isChecked() else "text_2")
