"""How a connector runs, what is written on it, and what it joins."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel
from typing_extensions import override

from app.purpose.board import Connector, Course
from app.purpose.wall import Wall
from widgets.common.colour_row import ColourRow
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.segmented import Segmented
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.purpose.painting.words import name

COURSE_TEXTS: Final = {
    Course.CURVED: "purpose.course.curved",
    Course.STRAIGHT: "purpose.course.straight",
    Course.ELBOW: "purpose.course.elbow",
}


class LineFields(FieldGroup[Connector]):
    """Fields of one connector or several."""

    def __init__(self) -> None:
        super().__init__()
        self._wall: Wall | None = None
        self.joins = QLabel()
        self.joins.setProperty("look", "second")
        self.joins.setTextFormat(Qt.TextFormat.PlainText)
        self.joins.setWordWrap(True)
        self.course = Labelled(Segmented([course.value for course in Course]))
        self.label = Labelled(TextField())
        self.start_head, self.end_head = QCheckBox(), QCheckBox()
        self.colour = Labelled(ColourRow())
        for part in (self.joins, self.label, self.course, self.end_head, self.start_head, self.colour):
            self.column.addWidget(part)
        self.course.field.chosen.connect(lambda key: self.tell(course=Course(key)))
        self.label.field.committed.connect(lambda text: self.tell(label=text))
        self.start_head.clicked.connect(lambda on: self.tell(start_head=on))
        self.end_head.clicked.connect(lambda on: self.tell(end_head=on))
        self.colour.field.chosen.connect(self._on_colour)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.course.set_label(tr("purpose.field.course"))
        self.course.field.set_texts([tr(text) for text in COURSE_TEXTS.values()])
        self.label.set_label(tr("purpose.field.label"))
        self.start_head.setText(tr("purpose.field.start_head"))
        self.end_head.setText(tr("purpose.field.end_head"))
        for box in (self.start_head, self.end_head):
            box.setAccessibleName(box.text())
        self.colour.set_label(tr("purpose.field.colour"))
        self.show_values()

    def show_lines(self, wall: Wall, lines: list[Connector]) -> None:
        """Show connectors of a board."""
        self._wall = wall
        self.show_things(lines)

    @override
    def show_values(self) -> None:
        if not self.things or self._wall is None:
            return
        one = self.things[0] if len(self.things) == 1 else None
        notes = self._wall.notes
        self.joins.setVisible(one is not None)
        self.label.setVisible(one is not None)
        if one and one.start in notes and one.end in notes:
            self.joins.setText(tr("purpose.line.joins", start=name(notes[one.start]), end=name(notes[one.end])))
            self.label.field.show_value(one.label)
        course = self.shared(lambda line: line.course)
        self.course.field.set_value(course.value if course else "")
        self.start_head.setChecked(bool(self.shared(lambda line: line.start_head)))
        self.end_head.setChecked(bool(self.shared(lambda line: line.end_head)))
        self.colour.field.show_colour(self.shared(lambda line: line.colour) or "")

    def _on_colour(self, family: str) -> None:
        """Take a colour, or ink again when it was chosen already."""
        same = self.shared(lambda line: line.colour) == family
        self.tell(colour="" if same else family)

    @override
    def flush(self) -> None:
        self.label.field.flush()
