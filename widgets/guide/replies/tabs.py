"""Variants and languages of a reply, side by side; which there are changes from reply to reply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.texts import LANGUAGES
from widgets.common.icons import icon
from widgets.common.segmented import Segmented
from widgets.common.words import tr

MISSING: Final = "triangle-alert"


class VariantTabs(QWidget):
    """Segments that are made anew when there are others.

    Signals:
        chosen: another variant is wanted (its name).
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self.segments: Segmented | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show_keys(self, keys: Sequence[str], chosen: str) -> None:
        """Offer other variants."""
        self.setVisible(bool(keys))
        if list(keys) != self._keys or self.segments is None:
            self._keys = list(keys)
            if self.segments is not None:
                self.segments.hide()
                self.segments.deleteLater()
                self.segments = None
            if keys:
                self.segments = Segmented(keys)
                self.segments.set_texts([key.replace("&", "&&") for key in keys])
                self.segments.setAccessibleName(tr("guide.replies.variants"))
                self.segments.chosen.connect(self.chosen)
                self._row.addWidget(self.segments)
        if self.segments is not None and chosen in self._keys:
            self.segments.set_value(chosen)


class LanguageTabs(Segmented):
    """A segment for each language; one in which nothing is said has a sign."""

    def __init__(self) -> None:
        super().__init__(LANGUAGES)
        self.set_texts([code.upper() for code in LANGUAGES])
        self.setAccessibleName(tr("guide.replies.language"))

    def show_languages(self, chosen: str, spoken: Sequence[str]) -> None:
        """Show which one is chosen and in which something is said."""
        self.set_value(chosen if chosen in LANGUAGES else LANGUAGES[0])
        empty = icon(MISSING, "warning")
        self.add_icons({code: icon("check", "success") if code in spoken else empty for code in LANGUAGES})
