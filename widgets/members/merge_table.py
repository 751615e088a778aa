"""Two members field by field: where they differ one value is chosen, lists of both are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QWidget
from typing_extensions import override

from app.members.known_as import handles_text
from app.members.member import Member
from app.members.merging import CHOSEN, KEPT, merged, proposed
from app.members.snapshot import Members
from widgets.common.avatar import Avatar
from widgets.common.elided_label import ElidedLabel, plain_tooltip
from widgets.common.icon_label import IconLabel
from widgets.common.theme import theme
from widgets.common.words import day, tr

FIELD_TEXTS: Final[Mapping[str, str]] = {
    "name": "members.field.name",
    "persona": "members.field.persona",
    "state": "members.field.state",
    "role": "members.field.role",
    "company": "members.field.company",
    "zone": "members.field.zone",
    "joined": "members.field.joined",
    "left": "members.field.left",
    "handles": "members.field.handles",
    "emails": "members.field.emails",
    "languages": "members.field.languages",
    "interests": "members.field.interests",
    "tags": "members.field.tags",
}
ROW: Final = 36


class MergeTable(QWidget):
    """Rows of 36 px; the values that stay lie on the colour of what is selected.

    Signals:
        changed: another value is chosen.
    """

    changed = Signal()

    def __init__(self, members: Members, one: Member, other: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members, self._pair = members, (one, other)
        self._groups: dict[str, QButtonGroup] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, theme().wide(110))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(_caption(tr("members.merge.keep"), "caption"), 0, 0)
        grid.addWidget(_head(one), 0, 1)
        grid.addWidget(_head(other), 0, 2)
        wanted = proposed(one, other)
        for name in CHOSEN:
            if getattr(one, name) or getattr(other, name):
                self._add_choice(grid, name, theirs=name in wanted)
        for name in KEPT:
            if getattr(one, name) or getattr(other, name):
                self._add_kept(grid, name)

    def taken(self) -> list[str]:
        """Return the fields of which the values of the second one are kept."""
        return [name for name, group in self._groups.items() if group.checkedId() == 1]

    def choose(self, name: str, side: int) -> None:
        """Choose the value of a field: of the first (0) or of the second (1)."""
        self._groups[name].button(side).click()

    def value(self, name: str, member: Member) -> str:
        """Return what a field says, in words."""
        value = getattr(member, name)
        if name == "persona":
            found = self._members.personas.get(value)
            return found.name if found else ""
        if name == "state":
            state = self._members.states.get(value)
            return state.name if state else ""
        if name in ("joined", "left"):
            return day(value, "d MMM yyyy") if value else ""
        if name == "handles":
            return ", ".join(handles_text(value).splitlines())
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def _add_choice(self, grid: QGridLayout, name: str, *, theirs: bool) -> None:
        row, label = grid.rowCount(), tr(FIELD_TEXTS[name])
        grid.addWidget(_caption(label), row, 0)
        texts = [self.value(name, member) for member in self._pair]
        if texts[0] == texts[1]:
            grid.addWidget(_Kept(texts[0], tr("members.merge.same_value"), "equal"), row, 1, 1, 2)
            return
        group = self._groups[name] = QButtonGroup(self)
        for side, text in enumerate(texts):
            cell = _Cell(text, f"{label}: {text or tr('common.none')}")
            group.addButton(cell.button, side)
            grid.addWidget(cell, row, 1 + side)
        group.button(1 if theirs else 0).setChecked(True)
        group.idClicked.connect(lambda _: self.changed.emit())

    def _add_kept(self, grid: QGridLayout, name: str) -> None:
        row, both = grid.rowCount(), merged(*self._pair)
        grid.addWidget(_caption(tr(FIELD_TEXTS[name])), row, 0)
        differ = getattr(self._pair[0], name) != getattr(self._pair[1], name)
        detail = tr("members.merge.both") if differ else tr("members.merge.same_value")
        sign = "git-merge" if differ else "equal"
        grid.addWidget(_Kept(self.value(name, both), detail, sign), row, 1, 1, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("border"), 1))
        painter.setBrush(theme().color("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)


class _Ground(QWidget):
    """A cell: a line above it, the colour of what is selected below it while it stays."""

    def __init__(self, stays: Callable[[], bool]) -> None:
        super().__init__()
        self._stays = stays
        self.setMinimumHeight(round(ROW * max(1.0, theme().text_scale)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._stays():
            painter.fillRect(self.rect(), theme().color("selection"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("border"))


class _Cell(_Ground):
    def __init__(self, text: str, name: str) -> None:
        self.button = QRadioButton(text.replace("&", "&&") or "–")
        super().__init__(self.button.isChecked)
        self.button.setAccessibleName(name)
        self.button.setToolTip(plain_tooltip(text))
        self.button.toggled.connect(self.update)
        self.button.setMinimumWidth(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(self.button, 1)


class _Kept(_Ground):
    def __init__(self, text: str, detail: str, sign: str) -> None:
        super().__init__(lambda: True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        words, note = ElidedLabel(), QLabel(detail)
        words.setText(text)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("look", "caption")
        row.addWidget(IconLabel(sign, "accent", 14))
        row.addWidget(words, 1)
        row.addWidget(note)


def _caption(text: str, look: str = "label") -> QWidget:
    cell = _Ground(lambda: False) if look == "label" else QWidget()
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    row = QHBoxLayout(cell)
    row.setContentsMargins(12, 0, 8, 0)
    row.addWidget(label)
    return cell


def _head(member: Member) -> QWidget:
    cell, circle = QWidget(), Avatar(24)
    circle.show_person(member.id, member.name)
    name, about = ElidedLabel(look="strong"), ElidedLabel(look="caption")
    name.setText(member.name)
    known = [source for source, _ in member.handles if source] + list(member.emails[:1])
    about.setText(" · ".join(dict.fromkeys(known)))
    row = QHBoxLayout(cell)
    row.setContentsMargins(12, 8, 8, 8)
    row.setSpacing(10)
    row.addWidget(circle)
    words = QGridLayout()
    words.setSpacing(0)
    words.addWidget(name, 0, 0)
    words.addWidget(about, 1, 0)
    row.addLayout(words, 1)
    return cell
