"""Chips of whom one tells, who has a role and what it does: known things, and words of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from typing_extensions import override

from app.message import Message
from widgets.common.chips_field import ChipsField
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.guide.names import Called

Known = Callable[[tuple[str, ...]], Mapping[str, Called]]


class ChipFields(FieldGroup[Any]):
    """One field of ids and words; `known` says what there is to choose among, with what is chosen already."""

    def __init__(self, name: str, known: Known, add: Message, manage: Message, *, words: bool = True) -> None:
        super().__init__()
        self._name, self._known = name, known
        self.chips = Labelled(ChipsField(add, manage))
        self.column.addWidget(self.chips)
        self.chips.field.chosen.connect(lambda ids: self.tell(**{name: tuple(ids)}))
        if words:
            self.chips.field.manage_requested.connect(self._ask)
        else:
            self.chips.field.manage_requested.connect(lambda: self.manage_requested.emit(name, self.chips.field))

    def _ask(self) -> None:
        """Ask for words that are no record."""
        panel = SmallPanel(tr("guide.chips.title"), tr("guide.chips.about"), tr("guide.chips.take"))
        field = Labelled(TextField())
        field.set_label(tr("guide.chips.words"))
        panel.fields.addWidget(field)

        def take() -> bool:
            typed = " ".join(field.field.text().split())
            for thing in self.things:
                there = getattr(thing, self._name)
                if typed and typed not in there:
                    self.tell(**{self._name: (*there, typed)})
            return bool(typed)

        open_small(panel, self.chips.field, self.chips.field.rect(), take)
        field.field.setFocus()

    @override
    def show_values(self) -> None:
        for thing in self.things:
            chosen = getattr(thing, self._name)
            self.chips.field.show_value(self._known(chosen), chosen)
