"""What edits a chapter itself: its name, its text, and whether the public version has it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from app.guide.chapter import Chapter
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.inspector import GuideInspector
from widgets.guide.registry import ICONS


class ChapterFields(FieldGroup[Chapter]):
    """Name, text, public."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.text = Labelled(TextField()), Labelled(TextArea(6))
        self.public = QCheckBox()
        self.name.field.setProperty("weight", "medium")
        for field in (self.name, self.text, self.public):
            self.add_row(field)
        self.name.field.committed.connect(self._on_name)
        self.text.field.committed.connect(lambda text: self.tell(text=text))
        self.public.clicked.connect(lambda on: self.tell(public=on))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("guide.field.chapter"))
        self.text.field.set_hint(tr("guide.field.text.hint"))
        self.public.setText(tr("guide.field.public"))
        self.public.setAccessibleName(self.public.text())
        self.show_values()

    @override
    def show_values(self) -> None:
        for chapter in self.things:
            self.text.set_label(tr("guide.field.intro") if chapter.key else tr("guide.field.text"))
            self.name.field.show_value(chapter.name)
            self.text.field.show_value(chapter.text)
            self.public.setChecked(chapter.public)

    def _on_name(self, text: str) -> None:
        name = " ".join(text.split())
        if name:
            self.tell(name=name)
        else:
            self.show_values()  # a chapter without a name could not be found in the list

    @override
    def flush(self) -> None:
        self.name.field.flush()
        self.text.field.flush()


class ChapterInspector(GuideInspector):
    """A chapter as a whole."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.fill_with(ChapterFields())

    @override
    def show_head(self, thing: Chapter) -> None:
        self.head.show_what(tr("guide.inspector.chapter"), "ops", ICONS.get(thing.key, "file-text"), active=True)
        self.head.duplicate.setVisible(not thing.key)  # of the built ones there is one each
