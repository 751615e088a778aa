"""One chapter of the document: its head, its introduction, and below them what the chapter is made of."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout
from typing_extensions import override

from app.guide.chapter import Chapter
from app.guide.snapshot import Row
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon
from widgets.common.light_text import LightText
from widgets.common.words import Retranslated
from widgets.guide.bench import Bench


class ChapterView(Retranslated):
    """What every chapter has; each kind of chapter fills `body` and overrides what it does in its own way."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.id = ""  # of the Chapter
        self.title, self.note, self.plus = QPushButton(), ElidedLabel(look="subtitle"), QToolButton()
        self.title.setProperty("look", "chapter")
        self.title.clicked.connect(self._open)
        self.plus.setIcon(icon("plus", "text_muted"))
        self.plus.setIconSize(QSize(16, 16))
        self.plus.setFixedSize(24, 24)
        self.plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.plus.clicked.connect(self.add)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.head.addWidget(self.plus)
        self.intro = LightText(size="small", role="text_2")
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(self.head)
        column.addWidget(self.intro)
        column.addLayout(self.body)

    @property
    def chapter(self) -> Chapter | None:
        """The chapter, while the guide has it."""
        return self.bench.guide.get(Chapter, self.id)

    def show_guide(self) -> None:
        """Show what the guide holds now."""
        chapter = self.chapter
        if chapter is None:
            return
        self.title.setText(chapter.name.replace("&", "&&"))
        self.title.setAccessibleName(chapter.name)
        self.intro.show_text(chapter.text)
        self.intro.setVisible(bool(chapter.text.strip()))
        self.show_rows()

    # --- what each kind of chapter does in its own way ---

    def show_rows(self) -> None:
        """Show the rows of the chapter, and its note."""

    def add(self) -> None:
        """Add a row: + was pressed."""

    def show_chosen(self, row: Row | None) -> None:
        """Mark the row that is chosen, none when it is of another chapter."""

    def place_of(self, row: Row) -> QRect | None:
        """Return where a row stands in the chapter, None when it is of another one; the chapter itself is the head."""
        return self.title.geometry() if row == Row(Chapter, self.id) else None

    def take_keyboard(self, row: Row) -> bool:
        """Let the keyboard go on at a row; return whether it is of this chapter."""
        return False

    def flush(self) -> None:
        """Give what is being typed, now."""

    @override
    def retranslate(self) -> None:
        self.show_guide()

    def _open(self) -> None:
        if self.chapter is not None:
            self.bench.open(Row(Chapter, self.id))
