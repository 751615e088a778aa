"""The steps of the playbook: how far each is, why, and the next small action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.home.overview import Overview
from app.home.step import STATE_TEXTS, State, Step
from app.home.steps import in_use, steps
from widgets.common.card import Card
from widgets.common.elided_label import ElidedLabel
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel
from widgets.common.painted_text import draw_text, width_of
from widgets.common.paragraph import Paragraph
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr, words

ICONS: Final[Mapping[State, tuple[str, str]]] = {
    State.NOT_BEGUN: ("circle", "text_muted"),
    State.BEGUN: ("circle-dot", "warning"),
    State.IN_USE: ("circle-check", "success"),
}
RING: Final = 56
STROKE: Final = 6
EDGE: Final = 6  # the page leaves as much less, for the weeks


class StepsCard(Retranslated):
    """How many steps are in use, then each of them.

    Signals:
        opened: where the next small action is done (id of a page, id of a thing).
    """

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._seen = Overview()
        self._steps: list[Step] | None = None
        self.rows: list[StepRow] = []
        self.card = Card()
        self.ring = _Ring()
        self.verdict, self.rest = ElidedLabel(look="strong"), Paragraph(look="subtitle")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._build()

    def _build(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(13, 13, 13, 14)
        row.setSpacing(14)
        row.addWidget(self.ring)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch()
        said.addWidget(self.verdict)
        said.addWidget(self.rest)
        said.addStretch()
        row.addLayout(said, 1)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside = QWidget()
        inside.setObjectName("raised")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(hairline())
        whole.addLayout(self._column)
        whole.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.card.body.setContentsMargins(0, 0, 0, 1)
        self.card.body.addWidget(area)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, EDGE, 0)
        outer.addWidget(self.card)

    def show_steps(self, seen: Overview) -> None:
        """Show how far the steps are now."""
        found = steps(seen)
        if found != self._steps:
            self._steps = found
            self.retranslate()

    @override
    def retranslate(self) -> None:
        found = self._steps or []
        self.card.set_title(tr("home.steps"))
        self.ring.show_share(in_use(found), len(found))
        self.verdict.setText(tr("home.steps.in_use", done=in_use(found), n=len(found)))
        self.rest.setText(_rest(found))
        while len(self.rows) < len(found):
            self.rows.append(StepRow())
            self.rows[-1].opened.connect(self.opened)
            self._column.addWidget(self.rows[-1])
        for row, step in zip(self.rows, found, strict=True):
            row.show_step(step)


def _rest(found: Sequence[Step]) -> str:
    """Say which step is to be gone on with."""
    following = next((step for step in found if step.state is not State.IN_USE), None)
    if following is None:
        return tr("home.steps.all")
    return tr("home.steps.next", title=words(following.title))


class StepRow(QWidget):
    """Sign of the state, number and name, the state in words, why, and a link."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.sign = IconLabel("circle", "text_muted", 16)
        self.name, self.state = ElidedLabel(look="strong"), QLabel()
        self.state.setProperty("look", "caption")
        self.reason, self.link = Paragraph(), QPushButton()
        self.link.setProperty("look", "link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.setMinimumWidth(1)  # however long its words are, the card keeps its width
        self._goal = ("", "")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.state)
        words_ = QVBoxLayout()
        words_.setSpacing(1)
        words_.addLayout(top)
        words_.addWidget(self.reason)
        words_.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self.name, self.reason):
            label.setContentsMargins(2, 0, 0, 0)  # a link has as much air around its words
        row = QHBoxLayout()
        row.setContentsMargins(13, 10, 13, 8)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        self.link.clicked.connect(lambda: self.opened.emit(*self._goal))

    def show_step(self, step: Step) -> None:
        """Show how far a step is."""
        self._goal = (step.page, step.thing)
        self.sign.set_icon(*ICONS[step.state])
        state = tr(STATE_TEXTS[step.state])
        self.name.setText(tr("home.step.name", number=str(step.number), title=words(step.title)))
        self.state.setText(state)
        self.reason.setText(words(step.reason))
        action = words(step.action)
        self.link.setText(action.replace("&", "&&"))
        self.link.setAccessibleName(action)
        self.link.setAccessibleDescription(f"{self.name.text()}, {state}: {self.reason.text()}")


class _Ring(QWidget):
    """A ring that closes as steps come into use."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._of = 0, 1
        self.setFixedSize(RING, RING)
        theme().changed.connect(self.update)

    def show_share(self, done: int, of: int) -> None:
        self._done, self._of = done, max(1, of)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(RING, RING)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(STROKE / 2, STROKE / 2, -STROKE / 2, -STROKE / 2)
        painter.setPen(QPen(theme().color("border"), STROKE))
        painter.drawEllipse(place)
        if self._done:
            pen = QPen(theme().color("success"), STROKE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(place, 90 * 16, -round(360 * 16 * self._done / self._of))
        text, font = f"{self._done}/{self._of}", theme().font_px(16, 600)
        draw_text(painter, (self.width() - width_of(text, font)) / 2, self.rect(), text, font, "text")
