"""What hours are painted with: a role, and who of it; beside it what the other marks mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.guide.role import GuideRole
from widgets.common.choice import Choice, Option
from widgets.common.dots import dot
from widgets.common.flow_layout import FlowLayout
from widgets.common.painting import LEFT, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.guide.coverage.cell_paint import paint_gap


@cache
def _dot(colour: str) -> QIcon:
    """Return the dot of a colour category: each is made once and kept."""
    return dot(f"category.{colour}.solid")


class Brushes(Retranslated):
    """The roles as pills, one of them chosen.

    Signals:
        chosen: hours are to be painted with another role or person.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.role, self.person = "", ""
        self._roles: Mapping[str, GuideRole] = {}
        self._people: Mapping[str, str] = {}
        self._pills: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.who, self.key = Choice(), CoverageKey()
        self.who.chosen.connect(self._on_person)
        self.who.setMinimumContentsLength(14)
        self._flow = FlowLayout(spacing=6)
        self._flow.setContentsMargins(0, 4, 0, 0)  # in line with the list beside them
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(self._flow, 1)
        row.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def show_roles(self, roles: Mapping[str, GuideRole], people: Mapping[str, str]) -> None:
        """Offer the roles that there are; the chosen one stays chosen."""
        self._roles, self._people = roles, people
        for gone in self._pills.keys() - roles.keys():
            pill = self._pills.pop(gone)
            self._group.removeButton(pill)
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        for role in roles.values():
            pill = self._pills.get(role.id) or self._make(role.id)
            names = ", ".join(people[one] for one in role.people if one in people)
            text = tr("coverage.who", role=role.name, people=names) if names else role.name
            pill.setText(text.replace("&", "&&"))
            pill.setIcon(_dot(role.colour))
            pill.setAccessibleName(tr("coverage.paint_with", name=text))
        if self.role not in roles:
            self.role = next(iter(roles), "")
        self._show_people()

    def _make(self, role: str) -> QPushButton:
        pill = self._pills[role] = QPushButton()
        pill.setProperty("look", "filter")
        pill.setCheckable(True)
        pill.setIconSize(QSize(10, 10))
        pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pill.clicked.connect(self._on_pill)
        self._group.addButton(pill)
        self._flow.addWidget(pill)
        return pill

    def _show_people(self) -> None:
        role = self._roles.get(self.role)
        if self.role in self._pills:
            self._pills[self.role].setChecked(True)
        of_role = role.people if role else ()
        others = [one for one in self._people if one not in of_role]
        named = [Option(one, self._people[one]) for one in (*of_role, *others) if one in self._people]
        self.who.show_options([Option("", tr("coverage.whoever")), *named])
        if self.person not in {option.id for option in named}:
            self.person = ""
        self.who.show_value(self.person)
        self.who.setVisible(bool(named and role))

    def _on_pill(self) -> None:
        pressed = self.sender()
        self.role = next((role for role, pill in self._pills.items() if pill is pressed), self.role)
        self.person = ""
        self._show_people()
        self.chosen.emit()

    def _on_person(self, person: str) -> None:
        self.person = person
        self.chosen.emit()

    @override
    def retranslate(self) -> None:
        self.who.setAccessibleName(tr("coverage.for_whom"))
        self.show_roles(self._roles, self._people)


class CoverageKey(QWidget):
    """What stripes and greys mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().changed.connect(self.updateGeometry)

    def _entries(self) -> list[tuple[str, str]]:
        return [
            ("", tr("coverage.key.gap")),
            ("border", tr("coverage.key.busy")),
            ("sunken", tr("coverage.key.quiet")),
        ]

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 17

    @override
    def sizeHint(self) -> QSize:
        self.setFont(theme().font("caption"))
        return QSize(sum(self._width(text) + 12 for _, text in self._entries()), 20)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 12
        for role, text in self._entries():
            if x + self._width(text) > self.width():
                return  # the greys can be understood without
            mark = QRect(x, self.height() // 2 - 5, 12, 10)
            if role:
                painter.fillRect(mark, theme().color(role))
                painter.setPen(theme().color("border_strong"))
                painter.drawRect(mark.adjusted(0, 0, -1, -1))
            else:
                paint_gap(painter, mark)
            room = QRect(x + 17, 0, self._width(text), self.height())
            paint_text(painter, room, text, theme().font("caption"), "text_muted", LEFT)
            x += self._width(text) + 12
