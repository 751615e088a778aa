"""Everything about one task, or about several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.quarter import iso_week
from app.message import say
from app.tasks.snapshot import Tasks
from app.tasks.task import Task
from widgets.common.checklist import Checklist
from widgets.common.checklist_model import STEP_ID
from widgets.common.icons import icon
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.load_bar import paint_load
from widgets.common.paragraph import Paragraph
from widgets.common.tags_field import TagsField
from widgets.common.theme import theme
from widgets.common.words import Retranslated, hours, tr, words
from widgets.tasks.inspector_fields import TaskFields, TaskNotes, WhatFields, WhenFields, WhoFields
from widgets.tasks.links import Links
from widgets.tasks.own_group import OwnGroup

NAMED = 6
TAGS = say("tasks.field.tags")


class TaskInspector(InspectorFrame):
    """The fields of the selected tasks.

    Signals:
        edited: fields have other values (name -> value).
        tags_changed: tags are to be added and taken away (two lists).
        part_requested: a step is to become a task of its own (its id).
        manage_requested: the things that a field chooses among are to be edited (side, the field).
    """

    edited = Signal(object)
    tags_changed = Signal(list, list)
    part_requested = Signal(str)
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ids: list[str] = []
        self._tasks: Tasks | None = None
        self._today = date(2027, 1, 1)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.several, self.mixed = Paragraph(), QLabel()
        self.several.setProperty("look", "small")
        self.mixed.setProperty("look", "setting-note")
        for label in (self.several, self.mixed):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.what, self.when, self.who, self.notes = WhatFields(), WhenFields(), WhoFields(), TaskNotes()
        self.own, self.links, self.checklist = OwnGroup(), Links(), Checklist()
        self.tags_label, self.tags, self.week = QLabel(), TagsField(TAGS, say("tasks.tag.add")), WeekLoad()
        self.tags_label.setProperty("look", "label")
        self.checklist.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def groups(self) -> Sequence[TaskFields]:
        """The groups of fields from top to bottom."""
        return (self.what, self.when, self.who, self.notes, self.own)

    def _arrange(self) -> None:
        first = (self.several, self.what, self.when, self.checklist, self.notes, self.links, self.who)
        self.fill((*first, self.tags_label, self.tags, self.own, self.mixed, self.week))

    def _connect(self) -> None:
        for group in self.groups:
            group.edited.connect(self.edited)
            group.manage_requested.connect(self.manage_requested)
        self.tags.added.connect(lambda tag: self.tags_changed.emit([tag], []))
        self.tags.removed.connect(lambda tag: self.tags_changed.emit([], [tag]))
        self.checklist.list.customContextMenuRequested.connect(self._on_step_menu)

    @override
    def retranslate(self) -> None:
        self.tags_label.setText(words(TAGS))
        self.mixed.setText(tr("tasks.inspector.mixed"))
        self.empty.set_texts(
            tr("tasks.inspector.empty"),
            keys=(("Space", tr("tasks.key.tick")), ("T", tr("tasks.key.add")), ("D", tr("tasks.key.due"))),
        )
        self._show_head()

    def show_tasks(self, tasks: Tasks, ids: Sequence[str], today: date) -> None:
        """Show other tasks; what is being typed goes to the ones before."""
        if list(ids) != self.ids:
            self.flush()
            self.area.verticalScrollBar().setValue(0)
        self.ids = list(ids)
        self.refresh(tasks, today)

    def refresh(self, tasks: Tasks, today: date) -> None:
        """Show what the snapshot holds now."""
        self._tasks, self._today = tasks, today
        self.ids = [one for one in self.ids if one in tasks.all]
        things = self.things()
        self.show_fields(something=bool(things))
        self._show_head()
        if not things:
            return
        alone = len(things) == 1
        for group in self.groups:
            group.show_tasks(tasks, things, today)
        for widget in (self.checklist, self.notes, self.links):
            widget.setVisible(alone)
        self.several.setVisible(not alone)
        self.mixed.setVisible(not alone)
        self._show_several(things)
        shared = [tag for tag in things[0].tags if all(tag in it.tags for it in things)]
        self.tags.show_tags(shared, tasks.tags())
        self.week.show_week(tasks, next((it.due for it in things if it.due), None))
        if alone:
            self.checklist.show_steps(things[0].id, tasks.steps.get(things[0].id, ()))
            self.links.show_task(tasks, things[0])

    def things(self) -> list[Task]:
        """Return the tasks that are shown."""
        return [self._tasks.all[one] for one in self.ids] if self._tasks else []

    def flush(self) -> None:
        """Give what is being typed, now."""
        for group in self.groups:
            group.flush()
        self.checklist.flush()
        self.links.flush()
        self.tags.flush()

    def focus_title(self) -> None:
        """Put the keyboard on the title."""
        self.what.title.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.what.title.field.selectAll()

    def _show_several(self, things: Sequence[Task]) -> None:
        names = [f"•  {task.title}" for task in things[:NAMED]]
        if len(things) > NAMED:
            names.append(tr("tasks.inspector.more", n=len(things) - NAMED))
        self.several.setText("\n".join(names))

    def _show_head(self) -> None:
        n = len(self.ids)
        title = tr("tasks.inspector.several", n=n) if n > 1 else tr("tasks.inspector.one")
        self.head.show_what(title, "ops", "layers" if n > 1 else "list-todo", active=n > 0)

    def _on_step_menu(self, place: QPoint) -> None:
        index = self.checklist.list.indexAt(place)
        if not index.isValid():
            return
        step = str(index.data(STEP_ID))
        menu = QMenu(self)
        menu.addAction(icon("list-tree"), tr("tasks.step.to_part"), lambda: self.part_requested.emit(step))
        menu.addAction(icon("trash-2"), tr("common.delete"), lambda: self.checklist.delete_requested.emit(step))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.checklist.list.viewport().mapToGlobal(place))

    def step_chosen(self) -> str:
        """Return the step of the checklist that the keyboard is on, or ""."""
        return str(self.checklist.list.currentIndex().data(STEP_ID) or "")


class WeekLoad(Retranslated):
    """What the week of a day holds, as a bar with figures."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.figures, self.bar = QLabel(), QLabel(), _Bar()
        self.title.setProperty("look", "strong")
        self.figures.setProperty("look", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.bar, 1)
        row.addWidget(self.figures)
        column.addLayout(row)

    def show_week(self, tasks: Tasks, day: date | None) -> None:
        """Show the week of a day, or nothing."""
        self.setVisible(day is not None)
        if day is None:
            return
        week = tasks.plan.week_of(day)
        load = tasks.plan.week_loads([week])[week]
        number = iso_week(week, tasks.plan.playbook.first_weekday)
        self.title.setText(tr("tasks.week", n=number))
        capacity = hours(load.capacity).removesuffix(".0").removesuffix(",0")
        self.figures.setText(tr("tasks.week.load", hours=hours(round(load.hours, 1)), capacity=capacity))
        self.figures.setProperty("look", "danger" if load.level == "over" else "small")
        self.bar.show_load(load.hours, load.capacity)


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._load = (0.0, 1.0)
        self.setFixedHeight(12)
        theme().changed.connect(self.update)

    def show_load(self, work: float, capacity: float) -> None:
        self._load = (work, capacity)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_load(painter, QRectF(0, 4, self.width() - 2, 4), *self._load)
