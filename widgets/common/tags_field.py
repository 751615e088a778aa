"""Tags as pills, with a line to type further ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.drop_button import DropButton
from widgets.common.elided_label import plain_tooltip
from widgets.common.flow_layout import FlowLayout
from widgets.common.words import Retranslated, tr, words

LONGEST = 60


class TagsField(Retranslated):
    """A press on a pill takes the tag away; Enter or a comma behind typed letters adds one.

    Signals:
        added: a tag was typed.
        removed: a tag was taken away.
    """

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, name: Message, add: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (name, add)
        self._tags: list[str] | None = None
        self._known: list[str] = []
        self._pills: list[DropButton] = []
        self.box = QFrame(self)
        self.box.setProperty("look", "field-box")
        self._flow = FlowLayout(self.box)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self.line = QLineEdit()
        self.line.setProperty("look", "tag")
        self.line.setMaxLength(LONGEST)
        self.line.setFixedWidth(96)
        self.line.returnPressed.connect(self.flush)
        self.line.editingFinished.connect(self.flush)
        self.line.textEdited.connect(self._on_typed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.box)
        self.setFocusProxy(self.line)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.line.setPlaceholderText(words(self._words[1]))
        self.line.setAccessibleName(words(self._words[0]))
        self._fill()

    def show_tags(self, tags: Sequence[str], known: Iterable[str]) -> None:
        """Show the tags; `known` are offered while typing."""
        offered = list(known)
        if offered != self._known:
            self._known = offered
            completer = QCompleter(offered, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.line.setCompleter(completer)
        if list(tags) != self._tags:
            self._tags = list(tags)
            self._fill()

    def flush(self) -> None:
        """Give what was typed, now."""
        typed = [tag for part in self.line.text().split(",") if (tag := part.strip(" #"))]
        self.line.clear()
        for tag in typed:
            if tag not in (self._tags or ()):
                self.added.emit(tag)

    def _on_typed(self, text: str) -> None:
        if text.endswith(","):
            self.flush()

    def _fill(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for pill in self._pills:
            pill.hide()
            pill.deleteLater()
        self._pills = [self._pill(tag) for tag in self._tags or ()]
        for widget in (*self._pills, self.line):
            self._flow.addWidget(widget)
        self.box.updateGeometry()
        self.updateGeometry()

    def _pill(self, tag: str) -> DropButton:
        pill = DropButton("pill", "x", self.box, on_hover=True)
        pill.setText(tag.replace("&", "&&"))
        pill.setAccessibleName(tr("common.remove", name=tag))
        pill.setToolTip(plain_tooltip(pill.accessibleName()))
        pill.clicked.connect(self._on_pressed)
        pill.setProperty("tag", tag)
        pill.show()
        return pill

    def _on_pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.removed.emit(str(sender.property("tag")))
