"""A chapter that is nothing but its text."""

from __future__ import annotations

from typing_extensions import override

from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView


class FreeChapter(ChapterView):
    """Light Markdown, shown; it is written in the inspector."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.plus.hide()

    @override
    def show_rows(self) -> None:
        chapter = self.chapter
        empty = chapter is not None and not chapter.text.strip()
        self.note.setText(tr("guide.chapter.nothing") if empty else "")
