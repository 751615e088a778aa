"""Several named things that are chosen, as chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from app.message import Message
from widgets.common.check_menu import CheckMenu
from widgets.common.dots import dot
from widgets.common.drop_button import DropButton
from widgets.common.elided_label import plain_tooltip
from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon
from widgets.common.words import tr, words


class Named(Protocol):
    """What can be chosen."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def colour(self) -> str:
        """Its colour category."""


class ChipsField(QFrame):
    """One chip for each thing that is chosen; a click on it takes it away, + offers the others.

    Signals:
        chosen: other things are chosen (a tuple of ids).
        manage_requested: the things themselves are to be edited.
    """

    chosen = Signal(object)
    manage_requested = Signal()

    def __init__(self, add: Message, manage: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (add, manage)
        self._known: Mapping[str, Named] = {}
        self._ids: tuple[str, ...] | None = ()
        self._shown: object = None
        self.setProperty("look", "field-box")
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self.mixed = QLabel()
        self.mixed.setProperty("look", "mixed")
        self.add = QToolButton()
        self.add.setProperty("look", "add-pill")
        self.add.setIcon(icon("plus", "text_muted"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self._on_add_clicked)
        self._chips: list[DropButton] = []
        self.setFocusProxy(self.add)
        self._fill()

    def show_value(self, known: Mapping[str, Named], ids: Sequence[str] | None) -> None:
        """Show which of the known things are chosen, None for several different choices."""
        self._known, self._ids = known, None if ids is None else tuple(ids)
        self._fill()

    def value(self) -> tuple[str, ...]:
        """Return the ids that are chosen."""
        return self._ids or ()

    def _fill(self) -> None:
        """Make the chips, unless they are there already."""
        names = [self._known[key].name for key in self._ids or () if key in self._known]
        name = words(self._words[0])
        now = (self._ids, names, name)
        if now == self._shown:
            return
        self._shown = now
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key) for key in self._ids or () if key in self._known]
        self.mixed.setText(tr("common.mixed"))
        self.mixed.setVisible(self._ids is None)
        for widget in (self.mixed, *self._chips, self.add):
            self._flow.addWidget(widget)
        self.add.setAccessibleName(name)
        self.add.setToolTip(name)
        self.updateGeometry()

    def _chip(self, key: str) -> DropButton:
        chip = DropButton("pill", "x", self, on_hover=True)
        name = self._known[key].name
        chip.setText(name.replace("&", "&&"))
        chip.setAccessibleName(tr("common.remove", name=name))
        chip.setToolTip(plain_tooltip(chip.accessibleName()))
        chip.clicked.connect(lambda: self._choose(tuple(it for it in self._ids or () if it != key)))
        chip.show()
        return chip

    def _choose(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._fill()
        self.chosen.emit(ids)

    def _toggle(self, key: str, *, on: bool) -> None:
        before = self._ids or ()
        self._choose((*before, key) if on else tuple(it for it in before if it != key))

    def _on_add_clicked(self) -> None:
        menu = CheckMenu(self)
        for thing in self._known.values():
            if getattr(thing, "archived", False) and thing.id not in (self._ids or ()):
                continue  # shown where it is used, offered nowhere
            action = menu.addAction(dot(f"category.{thing.colour}.solid", ticks=True), thing.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(thing.id in (self._ids or ()))
            action.toggled.connect(lambda on, key=thing.id: self._toggle(key, on=on))
        menu.addSeparator()
        menu.addAction(words(self._words[1]), self.manage_requested.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))
