"""One step of the time line: its day as a pill, its card, and the editor while it is open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.sequence import SequenceStep
from app.workflows.snapshot import Workflows
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.workflows.sequences.step_editor import StepEditor
from widgets.workflows.sequences.step_head import HEIGHT, StepHead
from widgets.workflows.sequences.wording import about

GUTTER: Final = 60
PILL: Final = 26
GAP: Final = 14


class StepCard(QWidget):
    """The pill opens the step at its day; the head opens and closes it.

    Signals:
        opened: the step is to be opened, or closed when it is open.
        day_pressed: the day of the step is to be written.
    """

    opened = Signal()
    day_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = SequenceStep("", "", "")
        self.editor: StepEditor | None = None
        self.pill, self.head = _Pill(), StepHead()
        self._card = _Card()
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._inside.setSpacing(0)
        self._inside.addWidget(self.head)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2, 0)
        row.setSpacing(GAP)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._card, 1)
        self.head.pressed.connect(self.opened)
        self.pill.clicked.connect(self.day_pressed)

    def show_step(self, step: SequenceStep, flows: Workflows, place: int, sent: int) -> None:
        """Show a step as it is now."""
        self.step = step
        words = tr("sequences.sent", n=sent)
        self.head.show_step(step.name, about(step, flows), words, step.icon, place, opened=self.is_open)
        self.pill.show_day(step.day, chosen=self.is_open)
        if self.editor:
            self.editor.show_step(step, flows)

    @property
    def is_open(self) -> bool:
        """Whether the step is open."""
        return self.editor is not None

    def open_with(self, editor: StepEditor) -> None:
        """Hold the editor below the head."""
        self.editor = editor
        self._inside.addWidget(editor)
        editor.show()
        self._card.set_open(True)

    def let_go(self) -> None:
        """Close: give the editor away."""
        if self.editor:
            self._inside.removeWidget(self.editor)
            self.editor = None
        self._card.set_open(False)


class _Card(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._open = False
        theme().changed.connect(self.update)

    def set_open(self, on: bool) -> None:
        self._open = on
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._open else 1
        painter.setPen(QPen(theme().color("accent" if self._open else "border"), width))
        painter.setBrush(theme().color("raised"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)


class _Pill(QAbstractButton):
    """A day such as "Day 3", 26 high, filled while its step is open."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the head of the card beside it."""
        self.setFixedSize(theme().wide(GUTTER), round((HEIGHT + 2) * max(1.0, theme().text_scale)))
        self.update()

    def show_day(self, day: int, *, chosen: bool) -> None:
        """Show a day, and whether its step is open."""
        self._chosen = chosen
        self.setText(tr("sequences.day", n=day))
        self.setAccessibleName(tr("sequences.day.edit", n=day))
        self.setToolTip(self.accessibleName())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall = round(PILL * max(1.0, theme().text_scale))
        place = QRectF(0.5, (self.height() - tall) / 2 + 0.5, self.width() - 1, tall - 1)
        painter.setPen(QPen(theme().color("accent" if self._chosen else "border_strong"), 1))
        ground = "accent" if self._chosen else "hover" if self.underMouse() else "raised"
        painter.setBrush(theme().color(ground))
        painter.drawRoundedRect(place, tall / 2, tall / 2)
        painter.setFont(theme().font("caption", 600))
        painter.setPen(theme().color("on_accent" if self._chosen else "text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.text())
