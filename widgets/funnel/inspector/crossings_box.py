"""The lines across the map that begin or end at a branch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.funnel.branch import CrossLink
from app.funnel.funnel_map import FunnelMap
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, tr


class CrossingsBox(Retranslated):
    """Where each line leads, its words, and a way to take it off.

    Signals:
        relabelled: other words were typed (id of the line, words).
        taken_off: a line shall go (its id).
        followed: the branch at its other end is wanted (id).
    """

    relabelled = Signal(str, str)
    taken_off = Signal(str)
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setProperty("look", "strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._shown: list[tuple[str, str, str]] = []
        self._fields: list[TextField] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(self._rows)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("funnel.crossings"))

    def show_branch(self, funnel: FunnelMap, id: str) -> None:
        """Show the lines of a branch; nothing at all when there are none."""
        lines = [it for it in funnel.cross_links.values() if id in (it.start, it.end)]
        self.setVisible(bool(lines))
        shown = [(it.id, it.label, funnel.text(it.end if it.start == id else it.start)) for it in lines]
        if shown == self._shown:
            return
        self._shown = shown
        self._fields.clear()
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link in lines:
            self._rows.addWidget(self._row(funnel, link, outward=link.start == id))

    def flush(self) -> None:
        """Give what is being typed, now."""
        for field in self._fields:
            field.flush()

    def _row(self, funnel: FunnelMap, link: CrossLink, *, outward: bool) -> QWidget:
        other = link.end if outward else link.start
        row = QWidget()
        name = funnel.text(other)
        lead, words = QPushButton(), TextField()
        lead.setProperty("look", "link-small")
        lead.setIcon(icon("arrow-right" if outward else "arrow-left", "text_muted"))
        lead.setAccessibleName(name)
        lead.setToolTip(tr("funnel.crossings.go"))
        label = ElidedLabel(name)
        words.set_hint(tr("funnel.crossings.words"))
        words.setAccessibleName(tr("funnel.crossings.words"))
        words.show_value(link.label)
        off = QToolButton()
        off.setIcon(icon("x"))
        off.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        off.setAccessibleName(tr("funnel.crossings.off"))
        off.setToolTip(tr("funnel.crossings.off"))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(lead)
        line.addWidget(label, 3)
        line.addWidget(words, 2)
        line.addWidget(off)
        lead.clicked.connect(lambda _=False: self.followed.emit(other))
        words.committed.connect(lambda text: self.relabelled.emit(link.id, text))
        off.clicked.connect(lambda _=False: self.taken_off.emit(link.id))
        self._fields.append(words)
        return row
