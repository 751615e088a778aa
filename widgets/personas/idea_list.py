"""Ideas as cards: what, when, how many hours, what it answers and its measure; planned by a press or dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.ideas import Idea
from widgets.common.drag_data import IDEA_MIME, drag_data, idea_of
from widgets.common.elided_label import ElidedLabel
from widgets.common.words import day, effort, tr


class IdeaList(QWidget):
    """Signals say which idea is to be planned.

    Signals:
        planned: an idea is to be planned (the Idea).
    """

    planned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[IdeaCard] = []
        self._shown: tuple[object, ...] = ()
        self.heading = ElidedLabel(look="strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)

    def show_ideas(self, heading: str, ideas: Sequence[Idea], personas: Sequence[str]) -> None:
        """Show other ideas for personas; hidden while there are none."""
        self.setVisible(bool(ideas))
        wanted = (heading, tuple(ideas), tuple(personas))
        if wanted == self._shown:
            return
        self._shown = wanted
        self.heading.setText(heading)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [IdeaCard(idea, personas) for idea in ideas]
        for card in self.cards:
            card.plan.clicked.connect(lambda _=False, idea=card.idea: self.planned.emit(idea))
            self._column.addWidget(card)


class IdeaCard(QFrame):
    """One idea."""

    def __init__(self, idea: Idea, personas: Sequence[str]) -> None:
        super().__init__()
        self.idea, self._personas = idea, personas
        self._pressed: QPoint | None = None
        self.setProperty("look", "card")
        title = ElidedLabel(idea.tactic.title, look="strong-small")
        when = tr("personas.idea.when", day=day(idea.day), hours=effort(idea.hours), left=effort(idea.left))
        self.plan = QPushButton(tr("personas.idea.plan"))
        self.plan.setProperty("look", "small")
        self.plan.setAccessibleName(tr("personas.idea.plan.name", title=idea.tactic.title, day=day(idea.day)))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 8, 8, 9)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(_line(f"{idea.stage.name} · {when}"))
        column.addWidget(_line(tr("personas.idea.answers", text=idea.card.text)))
        if idea.measure:
            column.addWidget(_line(tr("personas.idea.measure", text=idea.measure)))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        held = idea_of(self.idea.tactic.id, self._personas, [self.idea.card.id])
        drag.setMimeData(drag_data(IDEA_MIME, held))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None


def _line(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "caption")
    label.setWordWrap(True)
    return label
