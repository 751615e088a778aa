"""Turns what is entered in the inspector into actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from app.errors import KnownError
from app.funnel import crossing, editing, moving, stages
from widgets.common.day_field import DayField
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField, read_number
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.funnel.columns import behaviours_of
from widgets.records.record_editor import open_records

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage


class Edits(QObject):
    """Each edit is one step of undo; typing in one field folds into one."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self.reading: ReadingPanel | None = None

    def connect_inspector(self) -> None:
        """Hear what the inspector asks for."""
        inspector = self._page.inspector
        inspector.branch_edited.connect(self._on_branch)
        inspector.stage_edited.connect(self._on_stage)
        inspector.manage_requested.connect(self._on_manage)
        inspector.crossings.relabelled.connect(
            lambda link, text: self._run(lambda: crossing.relabel(self._page.open_store(), link, text))
        )
        inspector.crossings.taken_off.connect(
            lambda link: self._run(lambda: crossing.disconnect(self._page.open_store(), link))
        )
        inspector.crossings.followed.connect(self._page.show_thing)
        for part in (inspector.results, inspector.branch.when.field):
            part.open_requested.connect(self._page.becoming.go_to)
            part.schedule_requested.connect(self._page.becoming.schedule)
        inspector.results.task_requested.connect(self._page.becoming.make_task)
        inspector.step.reading_requested.connect(self.ask_reading_here)

    def ask_reading_here(self) -> None:
        """Ask for a reading of the stage that is selected, or in which the selected branch hangs."""
        page = self._page
        branch = page.funnel.branch(page.current)
        stage = branch.stage if branch else page.current
        if stage in page.funnel.stages and not page.funnel.map:
            box = page.inspector.step if page.inspector.step.isVisible() else page.stack
            self.ask_reading(stage, QRect(box.mapTo(page, box.rect().topLeft()), box.size()))

    def ask_reading(self, stage: str, anchor: QRect) -> None:
        """Ask for a reading of a stage beside a rectangle of the page."""
        panel = self.reading = ReadingPanel(self._page.funnel.text(stage))
        panel.day.field.show_day(self._page.today)

        def take() -> bool:
            value, day = panel.share(), panel.day.field.day()
            if value is None or day is None:
                panel.value.set_error(tr("funnel.reading.no_number") if value is None else "")
                return False
            source = panel.source.field.text().strip()
            self._run(lambda: stages.add_reading(self._page.open_store(), stage, day, value, source))
            return True

        open_small(panel, self._page, anchor, take)

    def _on_branch(self, fields: Mapping[str, Any]) -> None:
        ids, store = [key for key in self._page.inspector.ids if self._page.funnel.branch(key)], self._page.open_store()
        ((name, value),) = fields.items()
        if not ids:
            return
        if name == "text":
            if value.strip():
                self._run(lambda: editing.rename(store, ids[-1], value.strip()))
        elif name == "notes":
            self._run(lambda: editing.set_notes(store, ids[-1], value))
        elif name == "done":
            self._run(lambda: editing.set_done(store, ids, done=value))
        elif name == "onto":
            self._run(lambda: moving.move(store, ids, value))
        elif name == "cause":
            among = behaviours_of(self._page.funnel)
            self._run(lambda: crossing.lead_to(store, ids[-1], value, among))
        else:
            self._run(lambda: editing.set_field(store, ids, **{name: value}))

    def _on_stage(self, fields: Mapping[str, Any]) -> None:
        stage = next((key for key in self._page.inspector.ids if key in self._page.funnel.stages), "")
        if not stage or not str(fields.get("name", "x")).strip():
            return
        self._run(lambda: stages.change_stage(self._page.open_store(), stage, **fields))

    def _on_manage(self, side: str, beside: QWidget) -> None:
        open_records(self._page.open_store(), side, beside)

    def _run(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except KnownError as error:
            self._page.desk.fail(error)


class ReadingPanel(SmallPanel):
    """Which share went on, measured on which day, known from where."""

    def __init__(self, stage: str) -> None:
        super().__init__(tr("funnel.reading.title", stage=stage), tr("funnel.reading.about"), tr("funnel.reading.do"))
        self.value = Labelled(NumberField(lambda number: tr("funnel.percent", n=number)))
        self.day, self.source = Labelled(DayField()), Labelled(TextField())
        self.value.set_label(tr("funnel.reading.value"))
        self.day.set_label(tr("field.day"))
        self.source.set_label(tr("funnel.reading.from"))
        self.source.field.set_hint(tr("funnel.reading.from_hint"))
        for field in (self.value, self.day, self.source):
            self.fields.addWidget(field)

    def share(self) -> float | None:
        """Return the share that was typed, None when it is none."""
        text = self.value.field.text().replace("%", "").strip()
        number = read_number(text) if any(letter.isdigit() for letter in text) else None
        return number / 100 if number is not None and 0 <= number <= 100 else None
