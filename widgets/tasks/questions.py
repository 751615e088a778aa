"""Asks for a day, a name, a limit or where tasks go, beside what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.tasks import board
from app.tasks.columns import in_order, name_of
from app.tasks.filter import PRIORITY_TEXTS
from app.tasks.own_fields import add_field, change_field, delete_field, move_field
from app.tasks.task import Column, FieldShape, OwnField
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.popover import Popover
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.tasks.face import named

if TYPE_CHECKING:
    from widgets.tasks.inspector import TaskInspector
    from widgets.tasks.page import TasksPage

SHAPE_TEXTS = {
    FieldShape.TEXT: "tasks.own.text",
    FieldShape.NUMBER: "tasks.own.number",
    FieldShape.CHOICE: "tasks.own.choice",
    FieldShape.DATE: "tasks.own.date",
}
MOST_TASKS = 999


class Questions(QObject):
    """Each opens one popover or menu; the answer is one step of undo."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self._page = page

    def connect_inspector(self, inspector: TaskInspector) -> None:
        """Hear what the inspector asks for."""
        edits = self._page.edits

        def ids() -> list[str]:
            return list(inspector.ids)

        inspector.edited.connect(lambda fields: edits.edit(ids(), fields))
        inspector.when.repeat_chosen.connect(lambda rule: edits.set_repeat(ids(), rule))
        inspector.when.rhythm_requested.connect(self.about_rhythm)
        inspector.when.skip_requested.connect(lambda: edits.skip(ids()))
        inspector.tags_changed.connect(lambda add, remove: edits.tag(ids(), add, remove))
        inspector.own.own_entered.connect(lambda field, value: edits.set_own(ids(), field, value))
        inspector.own.field_requested.connect(self.about_field)
        inspector.own.field_moved.connect(lambda it, place: edits.run(lambda store: move_field(store, it, place)))
        inspector.links.part_typed.connect(lambda line: edits.add_part(inspector.ids, line))
        inspector.links.requested.connect(self._page.go_to)
        inspector.part_requested.connect(edits.part_from_step)
        inspector.manage_requested.connect(self._on_manage_requested)
        inspector.delete_requested.connect(lambda: edits.delete(ids()))
        inspector.duplicate_requested.connect(lambda: self._page.select(edits.duplicate(ids())))
        inspector.closed.connect(self._on_inspector_closed)
        steps = inspector.checklist
        steps.add_requested.connect(edits.add_step)
        steps.tick_requested.connect(edits.tick_step)
        steps.rename_requested.connect(edits.rename_step)
        steps.place_requested.connect(edits.place_step)
        steps.delete_requested.connect(edits.delete_step)

    def _on_inspector_closed(self) -> None:
        self._page.side.close_inspector()
        self._page.focus_tasks()

    def _on_manage_requested(self, side: str, field: QWidget) -> None:
        from widgets.records.record_editor import open_records

        open_records(self._page.open_store(), side, field)

    # --- many tasks ---

    def about_many(self, what: str, beside: QWidget) -> None:
        """Ask what is to be done with all that are selected."""
        ids, edits = self._page.meant(), self._page.edits
        if what == "due":
            self.due(beside)
        elif what == "done":
            edits.toggle(ids)
        elif what == "delete":
            edits.delete(ids)
        else:
            menu = QMenu(self._page)
            for action in self.entries(what, ids):
                menu.addAction(*action)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            corner = beside.mapToGlobal(beside.rect().topLeft())
            corner.setY(corner.y() - menu.sizeHint().height() - 4)
            menu.popup(corner)

    def entries(self, what: str, ids: Sequence[str]) -> list[tuple[QIcon, str, Callable[[], None]]]:
        """Return the priorities, or the columns, that tasks can be given."""
        edits = self._page.edits
        if what == "priority":
            return [
                (icon("flag") if key else QIcon(), tr(text), partial(edits.edit, ids, {"priority": int(key)}))
                for key, text in PRIORITY_TEXTS.items()
            ]
        columns = self._page.tasks.columns.values()
        return [
            (icon("check") if column.done else QIcon(), named(name_of(column)), partial(edits.move, ids, column.id, ""))
            for column in columns
        ]

    def due(self, beside: QWidget | None = None) -> None:
        """Ask when the tasks that are meant are due."""
        page = self._page
        ids = page.meant()
        if not ids:
            return
        panel = SmallPanel(tr("tasks.ask.due", n=len(ids)), "", tr("tasks.ask.due.do"))
        field = Labelled(DayField())
        field.set_label(tr("tasks.field.due"))
        task = page.tasks.all[ids[0]]
        field.field.show_day(task.due or page.today, none=tr("tasks.no_date"))
        panel.fields.addWidget(field)

        def take() -> bool:
            day = field.field.day()
            page.edits.edit(ids, {"due": day} if day else {"due": None, "due_at": None})
            return True

        self._open(panel, take, beside, ids[0])

    def about_rhythm(self, beside: QWidget) -> None:
        """Ask by which rhythm the tasks that are open repeat."""
        from widgets.common.rhythm.popover import open_rhythm

        page, ids = self._page, list(self._page.inspector.ids)
        tasks = [page.tasks.all[one] for one in ids]
        rule = tasks[0].repeat if len({task.repeat for task in tasks}) == 1 else ""
        first_weekday, start = page.tasks.plan.playbook.first_weekday, tasks[0].due or page.today
        open_rhythm(beside, rule, start, lambda it: page.edits.set_repeat(ids, it), first_weekday=first_weekday)

    # --- columns ---

    def about_column(self, what: str, column_id: str) -> None:
        """Do what was asked for with a column, after a question where it takes one."""
        columns = self._page.tasks.columns
        column, order = columns[column_id], list(columns)
        run, place = self._page.edits.run, order.index(column_id)
        match what:
            case "rename":
                self._ask_name(named(name_of(column)), tr("tasks.column.rename"), column_id, board.rename_column)
            case "limit":
                self._ask_limit(column)
            case "done":
                run(lambda store: board.set_done(store, column_id, done=not column.done))
            case "left" if place > 0:
                self.place_column(column_id, place - 1)
            case "right" if place < len(order) - 1:
                self.place_column(column_id, place + 1)
            case "add":
                self._ask_name(
                    "", tr("tasks.column.add"), column_id, lambda store, _, name: board.add_column(store, name)
                )
            case "delete":
                self._ask_where(column)

    def place_column(self, column_id: str, place: int) -> None:
        """Put a column elsewhere; the keyboard stays on its name."""
        name = self._page.board.columns[column_id].name
        focused = name.hasFocus()
        self._page.edits.run(lambda store: board.move_column(store, column_id, place))
        if focused:
            name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_name(self, name: str, title: str, column: str, work: Callable[..., object]) -> None:
        panel, field = self._with_text(title, "", tr("tasks.ask.ok"), tr("tasks.column.name"), name)

        def take() -> bool:
            typed = field.field.text().strip()
            if typed:
                self._page.edits.run(lambda store: work(store, column, typed))
            return bool(typed)

        self._open(panel, take, self._page.board.columns[column].name)

    def _ask_limit(self, column: Column) -> None:
        now = str(column.limit) if column.limit else ""
        panel, field = self._with_text(
            tr("tasks.column.limit"),
            tr("tasks.column.limit.about"),
            tr("tasks.ask.ok"),
            tr("tasks.column.limit.n"),
            now,
        )

        def take() -> bool:
            typed = field.field.text().strip() or "0"
            if not typed.isdecimal() or int(typed) > MOST_TASKS:
                field.set_error(tr("tasks.column.limit.wrong"))
                return False
            self._page.edits.run(lambda store: board.set_limit(store, column.id, int(typed)))
            return True

        self._open(panel, take, self._page.board.columns[column.id].name)

    def _ask_where(self, column: Column) -> None:
        tasks = self._page.tasks
        others = [other for other in in_order(tasks.columns.values()) if other.id != column.id]
        there = tasks.in_column(column.id)
        if not others or not there:
            goal = others[0].id if others else column.id
            self._page.edits.run(lambda store: board.delete_column(store, column.id, goal))
            return
        name = named(name_of(column))
        panel = SmallPanel(
            tr("tasks.column.delete.title", name=name),
            tr("tasks.column.delete.about", n=len(there)),
            tr("common.delete"),
        )
        field = Labelled(Choice())
        field.set_label(tr("tasks.column.delete.to"))
        field.field.show_options([Option(other.id, named(name_of(other))) for other in others])
        field.field.show_value(others[0].id)
        panel.fields.addWidget(field)

        def take() -> bool:
            goal = field.field.value() or others[0].id
            return self._page.edits.run(lambda store: board.delete_column(store, column.id, goal))

        self._open(panel, take, self._page.board.columns[column.id].name)

    # --- own fields ---

    def about_field(self, field_id: str, beside: QWidget) -> None:
        """Ask for the name, the shape and the choices of an own field."""
        known = self._page.tasks.fields.get(field_id, OwnField("", "task", ""))
        title = tr("tasks.own.change") if known.id else tr("tasks.own.add")
        panel, name = self._with_text(
            title, tr("tasks.own.about"), tr("tasks.ask.ok"), tr("tasks.own.name"), known.name
        )
        shape, choices = Labelled(Choice()), Labelled(TextField())
        shape.set_label(tr("tasks.own.shape"))
        shape.field.show_options([Option(it.value, tr(text)) for it, text in SHAPE_TEXTS.items()])
        shape.field.show_value(known.shape.value)
        choices.set_label(tr("tasks.own.choices"))
        choices.field.setText(", ".join(known.choices))
        choices.setVisible(known.shape is FieldShape.CHOICE)
        panel.fields.addWidget(shape)
        panel.fields.addWidget(choices)

        def take() -> bool:
            typed, kind = name.field.text().strip(), FieldShape(shape.field.value() or "text")
            offered = tuple(it for part in choices.field.text().split(",") if (it := part.strip()))
            if not typed:
                name.set_error(tr("tasks.own.needed"))
                return False
            if known.id:
                changed = OwnField(known.id, known.of_kind, typed, kind, offered, known.position)
                return self._page.edits.run(lambda store: change_field(store, changed))
            return self._page.edits.run(lambda store: add_field(store, typed, kind, offered))

        popover = self._open(panel, take, beside)

        def on_shape(value: str) -> None:
            choices.setVisible(value == FieldShape.CHOICE)
            popover.refit()

        shape.field.chosen.connect(on_shape)
        if known.id:
            self._offer_deleting(panel, known.id, popover)

    def _offer_deleting(self, panel: SmallPanel, field_id: str, popover: Popover) -> None:
        button = QPushButton(tr("tasks.own.delete"))
        button.setProperty("look", "danger")
        button.setAccessibleName(button.text())
        panel.fields.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

        def delete() -> None:
            popover.close()
            self._page.edits.run(lambda store: delete_field(store, field_id))

        button.clicked.connect(delete)
        popover.refit()

    def _with_text(
        self, title: str, about: str, accept: str, label: str, text: str
    ) -> tuple[SmallPanel, Labelled[TextField]]:
        panel, field = SmallPanel(title, about, accept), Labelled(TextField())
        field.set_label(label)
        field.field.setText(text)
        field.field.selectAll()
        panel.fields.addWidget(field)
        return panel, field

    def _open(self, panel: SmallPanel, take: Callable[[], bool], beside: QWidget | None, task: str = "") -> Popover:
        if beside is not None:
            return open_small(panel, beside, beside.rect(), take)
        place = self._page.current.anchor(task)
        here = QRect(self._page.mapFromGlobal(place.topLeft()), place.size())
        return open_small(panel, self._page, here, take)
