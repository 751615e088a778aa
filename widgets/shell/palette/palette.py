"""The command palette: one line to find any action and anything in the playbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.icon_label import IconLabel
from widgets.common.key_cap import KeyCap
from widgets.common.words import tr
from widgets.shell.palette.delegate import HEAD, HEIGHT, PaletteDelegate
from widgets.shell.palette.model import PaletteModel
from widgets.shell.palette.rows import ACTIONS_ONLY, Row, count

WIDTH: Final = 640
TOP: Final = 112
MOST_HEIGHT: Final = 420  # of the list, then it scrolls
STEPS: Final[dict[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Palette(QFrame):
    """The panel; an Overlay shows it.

    Signals:
        chosen: a row was taken (a Row).
        resized: it needs another height.
    """

    chosen = Signal(object)
    resized = Signal()

    def __init__(self, rows: Callable[[str], Sequence[Row]], here: str = "") -> None:
        super().__init__()
        self._rows_for = rows
        self._here = here
        self._shown: Sequence[Row] = ()
        self.setFixedWidth(WIDTH - 2)  # the frame lies outside
        self.setProperty("look", "palette")
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()
        self._on_typed("")

    def type(self, text: str) -> None:
        """Put text into the field, as if it were typed."""
        self.field.setText(text)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.field.setPlaceholderText(tr("shell.palette.hint"))
        self.field.setAccessibleName(tr("shell.palette"))
        self._list.setAccessibleName(tr("shell.palette.results"))
        self._place.setText(tr("shell.palette.first", page=self._here))
        self._choose.setText(tr("shell.palette.choose"))
        self._open.setText(tr("shell.palette.open"))
        self._actions.setText(tr("shell.palette.only"))
        self._nothing.setText(tr("shell.palette.nothing"))
        self._tell_count()

    def _build(self) -> None:
        self.field = QLineEdit()
        self.field.setProperty("look", "palette")
        self.field.installEventFilter(self)
        self._place = QLabel()
        self._place.setProperty("look", "pill")
        self._place.setVisible(bool(self._here))
        self._model = PaletteModel()
        self._list = QListView()
        self._list.setProperty("look", "bare")
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel()
        self._nothing.setProperty("look", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(HEIGHT * 2)
        self._choose, self._open, self._actions, self._count = (QLabel() for _ in range(4))
        for label in (self._choose, self._open, self._actions, self._count):
            label.setProperty("look", "caption")
        for label in (self._place, self._nothing, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _arrange(self) -> None:
        query = QFrame()
        query.setProperty("look", "dialog-head")
        query.setFixedHeight(54)
        row = QHBoxLayout(query)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel("search", "text_muted", 20))
        row.addWidget(self.field, 1)
        row.addWidget(self._place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(query)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        column.addSpacing(8)
        column.addWidget(self._footer())

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("look", "palette-foot")
        footer.setFixedHeight(38)
        row = QHBoxLayout(footer)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(4)
        for keys, label in ((("↑", "↓"), self._choose), (("Enter",), self._open), ((ACTIONS_ONLY,), self._actions)):
            for key in keys:
                row.addWidget(KeyCap(key))
            row.addWidget(label)
            row.addSpacing(12)
        row.addStretch()
        row.addWidget(self._count)
        return footer

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._take)
        self._list.entered.connect(self._on_entered)

    def _on_typed(self, text: str) -> None:
        self._shown = self._rows_for(text)
        self._model.show_rows(self._shown)
        self._list.setCurrentIndex(self._model.neighbour(-1, 1))
        height = sum(HEAD if row.head else HEIGHT for row in self._shown)
        self._list.setFixedHeight(min(height, MOST_HEIGHT))
        self._list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        self._tell_count()
        self.adjustSize()
        self.resized.emit()

    def _tell_count(self) -> None:
        self._count.setText(tr("shell.palette.count", n=count(self._shown)))

    def _on_entered(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and not row.head:
            self._list.setCurrentIndex(index)

    def _take(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and not row.head:
            self.chosen.emit(row)

    @override
    def sizeHint(self) -> QSize:
        body = self._list.height() if self._shown else self._nothing.height()
        return QSize(WIDTH - 2, 54 + body + 8 + 38)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = STEPS.get(event.key())
        if step is not None:
            self._list.setCurrentIndex(self._model.neighbour(self._list.currentIndex().row(), step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
        else:
            return False
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
