"""The right side of the settings: how things look with what is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from widgets.common.card import Card
from widgets.common.hairline import hairline
from widgets.common.paragraph import Paragraph
from widgets.common.theme import theme
from widgets.common.words import day, locale, tr
from widgets.settings.preview import WeekPreview
from widgets.settings.section import plain_label


class PreviewPanel(QWidget):
    """A week, a date, a number, and whose settings these are.

    Signals:
        usual_requested: the looks of this computer are to be the usual ones again.
    """

    usual_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._today = today
        self._title = plain_label("strong")
        self._lead, self._note = Paragraph(look="subtitle"), Paragraph(look="subtitle")
        self._week = WeekPreview(today)
        self._names = [plain_label("subtitle") for _ in range(3)]
        self._values = [plain_label("small") for _ in range(3)]
        self._usual = QPushButton()
        self._usual.clicked.connect(self.usual_requested)
        self._arrange()

    def refresh(self, *, equal: bool) -> None:
        """Show the week with narrow or equal weekend columns."""
        self._week.equal = equal
        self._week.update()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._title.setText(tr("settings.preview"))
        self._lead.setText(tr("settings.preview.lead"))
        self._note.setText(tr("settings.preview.note"))
        self._usual.setText(tr("settings.usual"))
        self._usual.setToolTip(tr("settings.usual.tip"))
        for label, text in zip(
            self._names,
            (tr("settings.preview.date"), tr("settings.preview.number"), tr("settings.preview.week")),
            strict=True,
        ):
            label.setText(text)
        number = locale().toString(1240.5, "f", 1)
        week = tr("settings.preview.week.value", n=self._today.isocalendar().week)
        for label, text in zip(self._values, (day(self._today, "ddd d MMMM yyyy"), number, week), strict=True):
            label.setText(text)
        self._week.update()

    def _arrange(self) -> None:
        self.setFixedWidth(theme().size("inspector"))
        facts = Card()
        grid = QGridLayout()
        facts.body.addLayout(grid)
        grid.setVerticalSpacing(6)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        head = QWidget()
        head.setFixedHeight(44)
        title = QHBoxLayout(head)
        title.setContentsMargins(16, 0, 16, 0)
        title.addWidget(self._title)
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 14)
        body.setSpacing(12)
        for widget in (self._lead, self._week, facts, hairline(), self._note):
            body.addWidget(widget)
        body.addStretch()
        body.addWidget(self._usual)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hairline())
        column.addLayout(body, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        edge = hairline()
        edge.setMinimumHeight(0)
        edge.setMaximumHeight(16777215)
        edge.setFixedWidth(1)
        across.addWidget(edge)
        across.addLayout(column, 1)
