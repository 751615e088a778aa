"""The right side of the page: what is selected, what is missing, or the list of everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import KnownError
from app.purpose import connecting, editing, measuring
from app.purpose.board import Category, Connector, GridLine, Note, NoteKind
from app.purpose.findings import Finding, Missing, findings
from app.purpose.leading import lead_to
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.link_rows import MOST, Row, Rows
from widgets.common.segmented import Segmented
from widgets.common.words import Retranslated, tr
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.finder import FAMILIES
from widgets.purpose.inspector.evidence import card_of, evidence_rows
from widgets.purpose.inspector.grid_rows import GridRows
from widgets.purpose.inspector.serving_rows import ServingRows
from widgets.purpose.painting.fills import ICONS
from widgets.purpose.painting.words import RESULT_ICONS, kind_name, name, result_state, result_title

if TYPE_CHECKING:
    from app.playbook.link import Link
    from widgets.purpose.inspector.line_fields import LineFields
    from widgets.purpose.inspector.metric_fields import MetricFields
    from widgets.purpose.inspector.note_fields import NoteFields
    from widgets.purpose.inspector.outline import Outline
    from widgets.purpose.page import PurposePage

T = TypeVar("T")
FIELDS, OUTLINE = "fields", "outline"


class PurposeSide(Retranslated):
    """Fields of the selection or the outline, chosen by a switch at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PurposePage | None = None
        self._shown = Selection()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.frame = InspectorFrame()
        self.results, self.evidence, self.missing = Rows(ruled=True), Rows(ruled=True), Rows(ruled=True)
        self.serving = ServingRows(ruled=True)
        self.grid = GridRows()
        self.frame.fill((self.results, self.evidence, self.serving, self.grid, self.missing))
        self.switch = Segmented([FIELDS, OUTLINE])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.switch.chosen.connect(self._on_switch)
        self.results.pressed.connect(self._on_result)
        self.evidence.pressed.connect(self._on_missing)
        self.missing.pressed.connect(self._on_missing)
        self.serving.pressed.connect(self._on_serving)
        self.grid.pressed.connect(self._on_grid)
        self.frame.duplicate_requested.connect(self._on_duplicate)
        self.frame.delete_requested.connect(self._on_delete)
        self.frame.closed.connect(self._on_closed)

    @cached_property
    def fields(self) -> tuple[NoteFields, MetricFields, LineFields]:
        """The fields of notes, of a metric card and of connectors, made when something is first selected."""
        from widgets.purpose.inspector.line_fields import LineFields
        from widgets.purpose.inspector.metric_fields import MetricFields
        from widgets.purpose.inspector.note_fields import NoteFields

        notes, card, lines = NoteFields(), MetricFields(), LineFields()
        notes.edited.connect(self._on_note_edited)
        notes.outcomes_chosen.connect(self._on_outcomes)
        notes.outcome_wanted.connect(self._on_outcome_wanted)
        notes.manage_requested.connect(self._on_manage)
        card.edited.connect(self._on_metric_edited)
        card.read.connect(self._on_read)
        lines.edited.connect(self._on_line_edited)
        for group in (notes, card, lines):
            group.hide()  # made before anything is selected
        self.frame.fill_above((notes, card, lines))
        return notes, card, lines

    @property
    def notes(self) -> NoteFields:
        """The fields of notes."""
        return self.fields[0]

    @property
    def card(self) -> MetricFields:
        """The fields of a metric card."""
        return self.fields[1]

    @property
    def lines(self) -> LineFields:
        """The fields of connectors."""
        return self.fields[2]

    @cached_property
    def outline(self) -> Outline:
        """The list of everything on the board, made when it is first asked for."""
        from widgets.purpose.inspector.outline import Outline

        outline = Outline()
        outline.setAccessibleName(tr("purpose.outline"))
        outline.chosen.connect(self._on_outline_chosen)
        outline.opened.connect(self._on_outline_opened)
        self.stack.addWidget(outline)
        return outline

    def prepare(self) -> None:
        """Make the fields before something is selected, while nobody waits for them."""
        assert self.fields

    def _shows_outline(self) -> bool:
        return "outline" in vars(self) and self.stack.currentWidget() is self.outline

    def attach_page(self, page: PurposePage) -> None:
        """Serve a page."""
        self._page = page

    @override
    def retranslate(self) -> None:
        self.switch.set_texts([tr("purpose.side.fields"), tr("purpose.side.outline")])
        self.switch.setAccessibleName(tr("purpose.side"))
        if "outline" in vars(self):
            self.outline.setAccessibleName(tr("purpose.outline"))
        keys = (
            ("Ins", tr("purpose.action.note")),
            ("Ctrl+→", tr("purpose.key.grow")),
            ("F2", tr("purpose.key.edit")),
        )
        self.frame.empty.set_texts(tr("purpose.inspector.empty"), keys=keys)
        self.refresh()

    def toggle_outline(self) -> None:
        """Show the outline with the keyboard on it, or the fields again."""
        there = self._shows_outline()
        self._on_switch(FIELDS if there else OUTLINE)
        if not there:
            self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_target(self) -> None:
        """Put the keyboard on the target of the metric card that is selected."""
        self._on_switch(FIELDS)
        self.card.target.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_selection(self) -> None:
        """Show what is selected on the board now; what is being typed goes to what was selected before."""
        self.flush()
        self._shown = self._open().canvas.selection
        self.frame.area.verticalScrollBar().setValue(0)
        if "outline" in vars(self):
            self.outline.show_selection(self._shown.notes)
        self.refresh(outline=False)

    def refresh(self, *, outline: bool = True) -> None:
        """Show what the board holds now."""
        page = self._page
        if page is None:
            return
        wall = page.wall
        self._shown = page.canvas.selection
        notes = [wall.notes[key] for key in self._shown.notes if key in wall.notes]
        lines = [wall.connectors[key] for key in self._shown.connectors if key in wall.connectors]
        if outline and self._shows_outline():
            self.outline.show_wall(wall, page.around, self._shown.notes)
        lacking = findings(wall, page.around.kpis) if not notes and not lines else []
        grid = [] if notes or lines else wall.grid
        self.frame.show_fields(something=bool(notes or lines or lacking or grid))
        self._show_head(notes, lines)
        if notes or lines or "fields" in vars(self):
            self._show_fields(page, notes, lines)
        self.results.show_rows(tr("purpose.results"), self._results(page, notes))
        evidence = evidence_rows(wall, page.around, notes[0]) if len(notes) == 1 else []
        self.evidence.show_rows(tr("purpose.evidence", n=len(evidence)), evidence)
        self.serving.show_card(page.store, page.around, card_of(wall, notes[0]) if len(notes) == 1 else None)
        self.grid.show_lines(grid)
        self.missing.show_rows(tr("purpose.missing", n=len(lacking)), self._lacking(page, lacking), len(lacking))
        self.missing.line.setVisible(bool(grid))

    def _show_fields(self, page: PurposePage, notes: list[Note], lines: list[Connector]) -> None:
        single = notes[0] if len(notes) == 1 else None
        card = card_of(page.wall, single) if single else None
        self.notes.setVisible(bool(notes))
        self.card.setVisible(card is not None)
        self.lines.setVisible(bool(lines) and not notes)
        self.notes.show_notes(page.wall, page.around, notes)
        if card:
            self.card.show_card(page.around, card, page.today)
        self.lines.show_lines(page.wall, lines)

    def _lacking(self, page: PurposePage, lacking: list[Finding]) -> list[Row]:
        """Return the first of what is missing on the board, each line leading to its note."""
        said = {Missing.OUTCOME: tr("purpose.missing.outcome"), Missing.METRIC: tr("purpose.missing.metric")}
        return [
            Row("triangle-alert", "warning", name(page.wall.notes[it.note]), said[it.missing], it.note)
            for it in lacking[:MOST]
        ]

    def _results(self, page: PurposePage, notes: list[Note]) -> list[Row]:
        """Return what became of a note, each line leading there."""
        around = page.around
        links = around.results.get(notes[0].id, []) if len(notes) == 1 else []
        return [
            Row(
                RESULT_ICONS.get(it.to_kind, "link"),
                "text_muted",
                result_title(around, it),
                result_state(around, it, page.today),
                it,
            )
            for it in links
        ]

    def flush(self) -> None:
        """Give what is being typed, now."""
        for group in self.fields if "fields" in vars(self) else ():
            group.flush()

    def _show_head(self, notes: list[Note], lines: list[Connector]) -> None:
        head = self.frame.head
        if len(notes) == 1:
            note = notes[0]
            sign = "target" if note.kind is NoteKind.METRIC else ICONS[note.category]
            head.show_what(kind_name(note), FAMILIES[note.category], sign, active=True)
        elif notes:
            head.show_what(tr("purpose.selected", n=len(notes) + len(lines)), "ops", "layers", active=True)
        elif lines:
            head.show_what(tr("purpose.selected.lines", n=len(lines)), "ops", "spline", active=True)
            head.duplicate.hide()
        else:
            head.show_what(tr("purpose.board"), "ops", "presentation", active=False)
        head.close_button.setVisible(bool(notes or lines))

    # --- what is entered ---

    def _open(self) -> PurposePage:
        assert self._page is not None
        return self._page

    def _run(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except KnownError as error:
            self._open().desk.fail(error)
            self.refresh()
            return None

    def _on_note_edited(self, fields: dict[str, Any]) -> None:
        page, ids = self._open(), [note.id for note in self.notes.things]
        if "text" in fields and ids:
            note = page.wall.notes.get(ids[0])
            height = page.writing.height(note, fields["text"]) if note else 0
            self._run(lambda: editing.type_text(page.open_store(), ids[0], fields["text"], height))
        elif ids:
            self._run(lambda: editing.edit_notes(page.open_store(), ids, **fields))

    def _on_outcomes(self, ids: tuple[str, ...]) -> None:
        note = self.notes.things[0].id
        self._run(lambda: lead_to(self._open().open_store(), note, ids))

    def _on_outcome_wanted(self) -> None:
        page = self._open()
        page.gestures.add_neighbour((1, 0), connect=True)
        made = page.gestures.ids()
        if made:
            self._run(lambda: editing.edit_notes(page.open_store(), made, category=Category.OUTCOME))

    def _on_metric_edited(self, fields: dict[str, Any]) -> None:
        card = self.card.things[0].id
        self._run(lambda: measuring.edit_card(self._open().open_store(), card, **fields))

    def _on_read(self, value: float, source: str | None) -> None:
        page, card = self._open(), self.card.things[0]
        store = page.open_store()

        def read() -> None:
            kpi = card.ref if card.ref in page.around.kpis else measuring.edit_card(store, card.id)
            readings = page.around.readings.get(kpi, [])
            on = readings[-1].day if source is not None and readings else page.today
            measuring.read_kpi(store, kpi, on, value, source)

        self._run(read)

    def _on_line_edited(self, fields: dict[str, Any]) -> None:
        page, ids = self._open(), [line.id for line in self.lines.things]
        if "label" in fields:
            self._run(lambda: connecting.label(page.open_store(), ids[0], fields["label"]))
        elif ids:
            self._run(lambda: connecting.edit_connectors(page.open_store(), ids, **fields))

    def _on_manage(self, side: str, field: QWidget) -> None:
        from widgets.records.record_editor import open_records

        shared = {getattr(note, side) for note in self.notes.things}
        open_records(self._open().open_store(), side, field, shared.pop() if len(shared) == 1 else "")

    def _on_switch(self, which: str) -> None:
        self.switch.set_value(which)
        self.stack.setCurrentWidget(self.outline if which == OUTLINE else self.frame)
        self.refresh()

    def _on_outline_chosen(self, ids: tuple[str, ...]) -> None:
        page = self._open()
        page.canvas.select(Selection(ids))
        if ids:
            page.canvas.reveal(page.canvas.selected())

    def _on_outline_opened(self, id: str) -> None:
        self._open().writing.open(id)

    def _on_result(self, link: Link) -> None:
        self._open().become.go(link)

    def _on_serving(self, thing: tuple[str, str]) -> None:
        self._open().become.show(*thing)

    def _on_grid(self, line: GridLine) -> None:
        self._open().journey.show_menu(line)

    def _on_missing(self, note: str) -> None:
        self._open().reveal(note)

    def _on_duplicate(self) -> None:
        self._open().gestures.duplicate()

    def _on_delete(self) -> None:
        self._open().gestures.delete()

    def _on_closed(self) -> None:
        self._open().canvas.select(Selection())
        self._open().canvas.setFocus(Qt.FocusReason.OtherFocusReason)
