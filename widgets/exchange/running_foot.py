"""The foot of a dialog while something runs: what, how far, how long still."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.elided_label import ElidedLabel
from widgets.common.theme import theme
from widgets.common.words import tr

SOON: Final = 1.0  # seconds: less than that is not worth a word


class RunningFoot(QWidget):
    """A label over a bar of 6 px, count and time left at its right, and what Cancel does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = monotonic()
        self._label = ElidedLabel(look="strong-small")
        self._far = QLabel()
        self._far.setProperty("look", "caption")
        self._bar = _Bar()
        self._stake = QLabel()
        self._stake.setProperty("look", "caption")
        self._stake.setWordWrap(True)
        for label in (self._far, self._stake):
            label.setTextFormat(Qt.TextFormat.PlainText)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._label, 1)
        above.addWidget(self._far)
        left = QVBoxLayout()
        left.setSpacing(5)
        left.addStretch()
        left.addLayout(above)
        left.addWidget(self._bar)
        left.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._stake)
        self._stake.setFixedWidth(170)

    def begin(self, label: str, stake: str) -> None:
        """Begin with a new piece of work."""
        self._begun = monotonic()
        self._label.setText(label)
        self._stake.setText(stake)
        self._stake.setVisible(bool(stake))
        self.show_share(0.0)

    def show_share(self, share: float, of: int = 0) -> None:
        """Say how far it is, of how many things when their number is known."""
        self._bar.show_share(share)
        count = tr("import.of", done=round(share * of), of=of) if of else tr("import.percent", share=round(share * 100))
        left = (monotonic() - self._begun) * (1 - share) / share if share > 0.02 else 0.0
        told = left >= SOON and monotonic() - self._begun > SOON
        self._far.setText(f"{count} · {tr('import.left', n=round(left))}" if told else count)
        self.setAccessibleName(f"{self._label.text()}: {self._far.text()}")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(6)

    def show_share(self, share: float) -> None:
        self._share = max(0.0, min(1.0, share))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for role, share in (("border", 1.0), ("accent", self._share)):
            painter.setBrush(theme().color(role))
            if share > 0:
                painter.drawRoundedRect(QRectF(0, 0, max(6.0, self.width() * share), 6), 3, 3)
