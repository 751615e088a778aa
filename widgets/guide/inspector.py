"""The frame of what edits one thing of the guide; each kind of thing has its own fields in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.guide import editing
from app.guide.snapshot import Row
from widgets.common.field_group import FieldGroup
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.words import tr
from widgets.guide.bench import Bench


class GuideInspector(InspectorFrame):
    """Groups of fields of one thing: what is entered is saved at once, what the store says is shown.

    A kind of thing fills it with its `groups`, and says in `retranslate` what the head says (`show_head`).
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.row: Row | None = None
        self.groups: Sequence[FieldGroup[Any]] = ()
        self._apart: Sequence[FieldGroup[Any]] = ()
        self.delete_requested.connect(self.delete)
        self.duplicate_requested.connect(self.duplicate)

    def fill_with(
        self, *groups: FieldGroup[Any], below: Sequence[QWidget] = (), apart: Sequence[FieldGroup[Any]] = ()
    ) -> None:
        """Put in the groups of fields, and what stands below them; those apart show what `show_more` gives them."""
        self.groups, self._apart = groups, apart
        for group in groups:
            if group not in apart:
                group.edited.connect(self.save)
        self.fill((*groups, *below))
        self.retranslate()

    def show_row(self, row: Row) -> None:
        """Show another thing; what is being typed goes to the one before."""
        if row != self.row:
            self.flush()
            self.area.verticalScrollBar().setValue(0)
        self.row = row
        self.refresh()

    def refresh(self) -> None:
        """Show what the guide holds now."""
        thing = self.thing()
        self.show_fields(something=thing is not None)
        if thing is None:
            self.row = None
            return
        for group in self.groups:
            if group not in self._apart:
                group.show_things([thing])
        self.show_head(thing)
        self.show_more(thing)

    def thing(self) -> Any:
        """Return what is shown, None when it is gone."""
        return self.bench.guide.get(self.row.kind, self.row.id) if self.row else None

    def show_head(self, thing: Any) -> None:
        """Say at the top what is open."""
        raise NotImplementedError

    def show_more(self, thing: Any) -> None:
        """Show what stands below the fields."""

    def save(self, fields: dict[str, Any]) -> None:
        """Give fields of the thing other values."""
        if self.row:
            self.bench.edit(self.row, **fields)

    def delete(self) -> None:
        """Delete the thing."""
        if self.row:
            self.bench.delete(self.row)

    def duplicate(self) -> None:
        """Add a copy of the thing and edit it."""
        thing, row = self.thing(), self.row
        if thing is None or row is None:
            return
        called = getattr(thing, "name", "") or getattr(thing, "question", "")
        made: list[str] = []
        name = tr("guide.copy_of", name=called)
        if self.bench.run(lambda store: made.append(editing.duplicate(store, row.kind, row.id, name))):
            self.bench.open(Row(row.kind, made[0]))

    def flush(self) -> None:
        """Give what is being typed, now."""
        for group in self.groups:
            group.flush()

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        fields = (it for group in self.groups for it in group.findChildren(QWidget))
        first = next((it for it in fields if it.focusPolicy() & Qt.FocusPolicy.TabFocus and it.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.empty.set_texts(
            tr("guide.inspector.empty"),
            keys=(("Enter", tr("guide.key.open")), ("Ins", tr("guide.action.add")), ("Del", tr("common.delete"))),
        )
        self.refresh()
