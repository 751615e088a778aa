"""What stands at the right side of a page: a panel, or the inspector of what is selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from widgets.common.desk import Settings
from widgets.common.theme import theme

MOST: Final = 400


class PageSide(QStackedWidget):
    """Each of the widgets in it keeps the width that a person gave it, on this computer, and grows with the text.

    A page gives each a name (`add_side`), puts the side beside its main part (`stand_beside`) and opens one of them.
    """

    def __init__(self, settings: Settings, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._page = page
        self._sides: dict[QWidget | None, tuple[str, str]] = {}
        theme().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add_side(self, widget: QWidget, name: str, usual: str) -> None:
        """Take in a widget under a name, as wide at first as a size of the theme says."""
        self._sides[widget] = (name, usual)
        self.addWidget(widget)

    def stand_beside(self, main: QWidget) -> QSplitter:
        """Return both side by side, with a line between them that can be dragged; only the main part grows."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(main)
        splitter.addWidget(self)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.splitterMoved.connect(self.keep_width)
        return splitter

    def open_side(self, widget: QWidget) -> None:
        """Show one of them, as wide as it was last."""
        self.setCurrentWidget(widget)
        self.fit()

    def fit(self) -> None:
        """Take the width that what is shown was given last."""
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter) and splitter.width() > 0 and self.currentWidget() in self._sides:
            splitter.setSizes([splitter.width() - self._width() - 1, self._width()])

    def keep_width(self) -> None:
        """Remember the width that a person gave."""
        name, _ = self._sides[self.currentWidget()]
        self._settings.set(f"{self._page}.{name}_width", round(self.width() / _scale()))

    def _width(self) -> int:
        name, usual = self._sides[self.currentWidget()]
        kept = self._settings.get(f"{self._page}.{name}_width", theme().size(usual))
        return round(int(kept) * _scale())

    def _on_theme_changed(self) -> None:
        """Grow with the text."""
        self.setMinimumWidth(round(theme().size("inspector_min") * _scale()))
        self.setMaximumWidth(round(MOST * _scale()))
        self.fit()


def _scale() -> float:
    return max(1.0, theme().text_scale)
