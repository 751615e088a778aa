"""Groups of fields that are put together from their names: most kinds of things of the guide are a few plain texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.guide.lasting_field import LastingField


class PlainFields(FieldGroup[Any]):
    """Texts, ticks and lengths of time of one thing, by the names of its fields; `label` names them in any language."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, Labelled[TextField] | Labelled[TextArea]] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self.times: dict[str, Labelled[LastingField]] = {}
        self.needed: set[str] = set()  # fields that stay as they were when they are emptied

    def line(self, name: str, *, needed: bool = False) -> Labelled[TextField]:
        """Add a line of text."""
        field = Labelled(TextField())
        self._take(name, field, needed=needed)
        return field

    def area(
        self, name: str, lines: int = 2, *, needed: bool = False, area: TextArea | None = None
    ) -> Labelled[TextArea]:
        """Add some lines of text."""
        field = Labelled(TextArea(lines))
        field.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # as high as its text
        self._take(name, field, needed=needed)
        return field

    def tick(self, name: str) -> QCheckBox:
        """Add something that is so or not."""
        box = QCheckBox()
        box.clicked.connect(lambda on: self.tell(**{name: on}))
        self.ticks[name] = box
        self.column.addWidget(box)
        return box

    def time(self, name: str) -> Labelled[LastingField]:
        """Return a field for a length of time; it is put in by whoever asks for it."""
        field = Labelled(LastingField())
        field.field.entered.connect(lambda minutes: self.tell(**{name: minutes}))
        self.times[name] = field
        return field

    def label(self, texts: Mapping[str, str]) -> None:
        """Write what the fields are called."""
        for name, text in texts.items():
            if name in self.ticks:
                self.ticks[name].setText(text)
                self.ticks[name].setAccessibleName(text)
            elif name in self.times:
                self.times[name].set_label(text)
            else:
                self.texts[name].set_label(text)
        self.show_values()

    def place(self, *fields: QWidget) -> None:
        """Put fields side by side."""
        self.add_row(*fields)

    def _take(self, name: str, field: Labelled[Any], *, needed: bool) -> None:
        self.texts[name] = field
        if needed:
            self.needed.add(name)
            field.field.setProperty("weight", "medium")
        field.field.committed.connect(lambda text: self._on_typed(name, text))
        self.column.addWidget(field)

    def _on_typed(self, name: str, text: str) -> None:
        if name in self.needed and not text.strip():
            self.show_values()
        else:
            self.tell(**{name: text})

    @override
    def show_values(self) -> None:
        for thing in self.things:
            for name, field in self.texts.items():
                field.field.show_value(getattr(thing, name))
            for name, box in self.ticks.items():
                box.setChecked(getattr(thing, name))
            for name, time in self.times.items():
                time.field.show_minutes(getattr(thing, name))

    @override
    def flush(self) -> None:
        for field in (*self.texts.values(), *self.times.values()):
            field.field.flush()
