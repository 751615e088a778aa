"""The bar below the head: how tasks are put together, which are shown, and how much they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.tasks.due import Due
from app.tasks.filter import DUE_TEXTS, OWN, PRIORITY_TEXTS, TaskFilter
from app.tasks.snapshot import Tasks
from widgets.common.drop_button import DropButton
from widgets.common.elided_label import ElidedLabel
from widgets.common.filter_chip import FilterChip
from widgets.common.hairline import hairline
from widgets.common.icons import icon, put_icon
from widgets.common.words import Retranslated, tr
from widgets.tasks.count_button import CountButton

GROUP_TEXTS: Final[Mapping[str, str]] = {
    "due": "tasks.group.due",
    "column": "tasks.group.column",
    "priority": "tasks.group.priority",
    "owner": "tasks.group.owner",
    "program": "tasks.group.program",
    "": "tasks.group.none",
}
SOURCE_TEXTS: Final[Mapping[str, str]] = {
    "event": "tasks.source.event",
    "note": "tasks.source.note",
    "branch": "tasks.source.branch",
    "kpi": "tasks.source.kpi",
    "program": "tasks.source.program",
    "persona": "tasks.source.persona",
    "stage": "tasks.source.stage",
    "task": "tasks.source.task",
    "incident": "tasks.source.incident",
    "sequence": "tasks.source.sequence",
    OWN: "tasks.source.own",
}

SPACING: Final = 6


class TasksToolbar(Retranslated):
    """40 px.

    Signals:
        filter_chosen: only some tasks are to be shown (a TaskFilter).
        group_chosen: the list is to be put together by another side.
    """

    filter_chosen = Signal(object)
    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter, self._group_by = TaskFilter(), "due"
        self._view, self._late = "board", 0
        self._sources: list[str] = []
        self._tags: list[str] = []
        self._people: dict[str, str] = {}
        self._offered: list[QPushButton] = []
        self._folded: list[QPushButton] = []
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.label = QLabel()
        self.label.setProperty("look", "caption")
        self.group = DropButton("side")
        self.rule = QFrame()
        self.rule.setProperty("look", "strong-line")
        self.rule.setFixedSize(1, 18)
        names = ("due", "source", "priority", "owner", "tag")
        self.chips = {name: FilterChip() for name in names}
        self.late, self.hide_done = CountButton(), DropButton("filter", "")
        self.hide_done.setCheckable(True)
        self.more = DropButton("filter", parent=self)
        self.more.setCheckable(True)
        put_icon(self.more, icon("list-filter", "text_2", "accent_soft_text"), 14)
        self.sum = ElidedLabel(look="caption")

    def _arrange(self) -> None:
        self.setFixedHeight(41)
        host = QWidget()
        host.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # chips fold
        row = QHBoxLayout(host)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(SPACING)
        self._parts = (self.label, self.group, self.rule, *self.chips.values(), self.late, self.hide_done)
        for widget in self._parts:
            row.addWidget(widget)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.sum)
        line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(host, 1)
        column.addWidget(line)

    def _connect(self) -> None:
        self.group.clicked.connect(self._on_group_clicked)
        self.chips["due"].chosen.connect(lambda keys: self._choose(due=frozenset(map(Due, keys))))
        self.chips["source"].chosen.connect(lambda keys: self._choose(sources=frozenset(keys)))
        self.chips["priority"].chosen.connect(lambda keys: self._choose(priorities=frozenset(map(int, keys))))
        self.chips["owner"].chosen.connect(lambda keys: self._choose(owners=frozenset(keys)))
        self.chips["tag"].chosen.connect(lambda keys: self._choose(tags=frozenset(keys)))
        self.late.clicked.connect(self._on_late_clicked)
        self.hide_done.clicked.connect(lambda on: self._choose(hide_done=on))
        self.more.clicked.connect(self._on_more_clicked)

    @override
    def retranslate(self) -> None:
        captions = {
            "due": tr("tasks.filter.due"),
            "source": tr("tasks.filter.source"),
            "priority": tr("tasks.filter.priority"),
            "owner": tr("tasks.filter.owner"),
            "tag": tr("tasks.filter.tag"),
        }
        for name, caption in captions.items():
            self.chips[name].set_caption(caption)
        priorities = [(str(int(key)), tr(text), "") for key, text in PRIORITY_TEXTS.items()]
        self.chips["due"].set_choices([(due.value, tr(text), "") for due, text in DUE_TEXTS.items()])
        self.chips["priority"].set_choices(priorities)
        self.chips["source"].set_choices([(key, tr(SOURCE_TEXTS[key]), "") for key in self._sources])
        self.chips["owner"].set_choices([(key, name, "") for key, name in self._people.items()])
        self.chips["tag"].set_choices([(tag, tag, "") for tag in self._tags])
        self.hide_done.setText(tr("tasks.filter.hide_done"))
        self.hide_done.setAccessibleName(tr("tasks.filter.hide_done"))
        self.late.show_count(tr("tasks.filter.late"), self._late)
        self.label.setText(tr("tasks.group_by") if self._view == "list" else tr("tasks.show"))
        self.group.setText(tr(GROUP_TEXTS[self._group_by]))
        self.group.setAccessibleName(f"{tr('tasks.group_by')}: {tr(GROUP_TEXTS[self._group_by])}")

    def show_view(self, view: str) -> None:
        """Show what belongs to the board or to the list."""
        self._view = view
        for widget in (self.group, self.rule):
            widget.setVisible(view == "list")
        self.retranslate()
        self._arrange_chips()

    def show_tasks(self, tasks: Tasks, late: int, words: str) -> None:
        """Offer what there is to choose among, and say how much there is."""
        kinds = tasks.sources()
        self._sources = [kind for kind in SOURCE_TEXTS if kind in kinds or kind == OWN] if kinds else []
        self._tags, self._late = tasks.tags(), late
        used = {task.owner for task in tasks.all.values()}
        self._people = {person.id: person.name for person in tasks.plan.people.values() if person.id in used}
        self.sum.setText(words)
        self.retranslate()
        self._arrange_chips()

    def show_filter(self, chosen: TaskFilter, group_by: str) -> None:
        """Show what is chosen."""
        self._filter, self._group_by = chosen, group_by
        self.chips["due"].set_keys([due.value for due in Due if due in chosen.due])
        self.chips["source"].set_keys(_in_order(chosen.sources, SOURCE_TEXTS))
        self.chips["priority"].set_keys([str(it) for it in sorted(chosen.priorities, reverse=True)])
        self.chips["owner"].set_keys(sorted(chosen.owners))
        self.chips["tag"].set_keys(sorted(chosen.tags))
        self.late.setChecked(chosen.due == frozenset({Due.LATE}))
        self.hide_done.setChecked(chosen.hide_done)
        self.retranslate()
        self._arrange_chips()

    def _arrange_chips(self) -> None:
        """Offer only what there is something to choose in."""
        offered = {
            self.chips["source"]: bool(self._sources or self._filter.sources),
            self.chips["owner"]: len(self._people) > 1 or bool(self._filter.owners),
            self.chips["tag"]: bool(self._tags or self._filter.tags),
            self.late: bool(self._late) or self.late.isChecked(),
            self.hide_done: self._view == "list",
        }
        foldable = (*self.chips.values(), self.late, self.hide_done)
        self._offered = [chip for chip in foldable if offered.get(chip, True)]
        for chip in foldable:
            chip.setVisible(chip in self._offered)
        self._fit()

    def _fit(self) -> None:
        """Fold chips from the right while there is no room, and say how much there is only where that has room."""
        standing = [self.label, *((self.group, self.rule) if self._view == "list" else ())]
        room = self.width() - 48 - sum(widget.sizeHint().width() + SPACING for widget in standing)
        chips = self._offered
        if _width(chips) > room:
            room -= self.more.sizeHint().width() + SPACING
            while chips and _width(chips) > room:
                chips = chips[:-1]
        self._folded = self._offered[len(chips) :]
        for chip in self._offered:
            chip.setVisible(chip in chips)
        self.more.setVisible(bool(self._folded))
        self.more.setText(str(len(self._folded)))
        name = tr("tasks.filter.more", n=len(self._folded))
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)
        self.more.setChecked(any(chip.isChecked() for chip in self._folded))
        self.sum.setVisible(not self._folded and room - _width(chips) >= self.sum.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self, **terms: object) -> None:
        self.filter_chosen.emit(replace(self._filter, **terms))  # type: ignore[arg-type]

    def _on_late_clicked(self, on: bool) -> None:
        self._choose(due=frozenset({Due.LATE}) if on else frozenset())

    def _on_more_clicked(self) -> None:
        self.more.setChecked(any(chip.isChecked() for chip in self._folded))
        menu = QMenu(self)
        for chip in self._folded:
            if isinstance(chip, FilterChip):
                menu.addMenu(chip.menu_of_values(menu))
            else:
                action = menu.addAction(chip.accessibleName(), chip.click)
                action.setCheckable(True)
                action.setChecked(chip.isChecked())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_group_clicked(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for by, text in GROUP_TEXTS.items():
            action = menu.addAction(tr(text), partial(self.group_chosen.emit, by))
            action.setCheckable(True)
            action.setChecked(by == self._group_by)
            group.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.group.mapToGlobal(self.group.rect().bottomLeft()))


def _width(chips: Sequence[QWidget]) -> int:
    return sum(chip.sizeHint().width() + SPACING for chip in chips)


def _in_order(keys: Iterable[str], order: Iterable[str]) -> list[str]:
    chosen = set(keys)
    return [key for key in order if key in chosen]
