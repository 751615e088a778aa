"""The agenda as Qt sees it: a heading for each week, then its events; also what a screen reader is told of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.quarter import iso_week
from app.calendar.workload import Load
from widgets.calendar.wording import STATUS_TEXTS, effort, when
from widgets.common.elided_label import plain_tooltip
from widgets.common.own_time import with_own_time
from widgets.common.words import day, hours, tr

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class WeekRow:
    """The heading of a week."""

    number: int
    first: date
    load: Load


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a week: on its first day, or on the first day that is shown."""

    occurrence: Occurrence
    day: date
    heads_day: bool  # the day is written in this row
    opens: bool  # first of its week's card
    closes: bool  # last of its week's card


@dataclass(frozen=True, slots=True)
class EmptyRow:
    """A week in which nothing is planned."""

    first: date


Row = WeekRow | EventRow | EmptyRow


class AgendaModel(QAbstractListModel):
    """Weeks and events in the order of time; only events can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self._rows: list[Row] = []

    def show_weeks(self, plan: Plan, weeks: Sequence[date], first: date, shown: Iterable[Occurrence]) -> None:
        """Show events from a first day on, under the weeks that begin on the given days."""
        by_week: dict[date, list[tuple[date, Occurrence]]] = {week: [] for week in weeks}
        for occurrence in shown:
            begins = max(occurrence.day, first)
            by_week.get(plan.week_of(begins), []).append((begins, occurrence))
        loads = plan.week_loads(weeks)
        self.beginResetModel()
        self.plan = plan
        self._rows = []
        for week in weeks:
            if week + timedelta(days=6) >= first:
                self._rows.append(WeekRow(iso_week(week, plan.playbook.first_weekday), week, loads[week]))
                self._rows.extend(_events(by_week[week]) or [EmptyRow(week)])
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() else None

    def rows_of(self, keys: Iterable[Key]) -> list[int]:
        """Return the rows of events."""
        wanted = set(keys)
        return [at for at, row in enumerate(self._rows) if isinstance(row, EventRow) and row.occurrence.key in wanted]

    def row_on(self, day_wanted: date) -> int:
        """Return the first row on a day or after it, the last event when there is none, or -1."""
        events = [(at, row.day) for at, row in enumerate(self._rows) if isinstance(row, EventRow)]
        later = (at for at, on in events if on >= day_wanted)
        return next(later, events[-1][0] if events else -1)

    def spoken(self, row: Row) -> str:
        """Return what a screen reader says of a row."""
        if isinstance(row, WeekRow):
            load = tr("calendar.load", hours=hours(row.load.hours), capacity=hours(row.load.capacity))
            return f"{tr('calendar.week', n=row.number)}, {load}"
        if isinstance(row, EmptyRow):
            return tr("calendar.agenda.nothing")
        it = row.occurrence
        time = with_own_time(when(it.at, it.day, it.last_day), it)
        parts = [it.event.title, day(it.day, "dddd d MMMM"), time]
        parts += [self.kind_name(it), self.stage_name(it), tr(STATUS_TEXTS[it.event.status]), effort(it.event.effort)]
        return ", ".join(filter(None, parts))

    def kind_name(self, it: Occurrence) -> str:
        """Return the name of the kind of an event."""
        kind = self.plan.kinds.get(it.event.kind) if self.plan else None
        return kind.name if kind else ""

    def stage_name(self, it: Occurrence) -> str:
        """Return the name of the stage of an event."""
        stage = self.plan.stages.get(it.event.stage) if self.plan else None
        return stage.name if stage else ""

    def persona_names(self, it: Occurrence) -> str:
        """Return the names of the personas of an event."""
        known = self.plan.personas if self.plan else {}
        names = [known[key].name for key in it.event.personas if key in known]
        return tr("calendar.agenda.all_personas") if len(names) == len(known) > 1 else ", ".join(names)

    def channel_name(self, it: Occurrence) -> str:
        """Return the name of the channel of an event."""
        channel = self.plan.channels.get(it.event.channel) if self.plan else None
        return channel.name if channel else ""

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.occurrence.event.title if isinstance(row, EventRow) else self.spoken(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.spoken(row)) if isinstance(row, EventRow) else None
            case _ if role == ROW:
                return row
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if isinstance(row, EventRow):
            can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            return can | Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsDropEnabled if row else Qt.ItemFlag.NoItemFlags


def _events(entries: list[tuple[date, Occurrence]]) -> list[Row]:
    entries.sort(key=lambda entry: (entry[0], entry[1].order))
    rows: list[Row] = []
    for at, (begins, occurrence) in enumerate(entries):
        heads = at == 0 or entries[at - 1][0] != begins
        rows.append(EventRow(occurrence, begins, heads, opens=at == 0, closes=at == len(entries) - 1))
    return rows
