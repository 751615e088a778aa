"""One filter as a pill with a menu: "Persona: all"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from widgets.common.check_menu import CheckMenu
from widgets.common.dots import dot
from widgets.common.drop_button import DropButton
from widgets.common.words import tr

Choice = tuple[str, str, str]  # key, text, colour role of its dot or "": a QIcon kept here would be freed twice
NAMED = 2  # so many chosen values are named, the others counted


class FilterChip(DropButton):
    """Offers several values at once; none chosen means all. The cross, Delete and the first entry show all again.

    Signals:
        chosen: other values are chosen now (a tuple of keys).
    """

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("filter", parent=parent)
        self._caption = ""
        self._choices: list[Choice] = []
        self._keys: tuple[str, ...] = ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)

    @property
    def keys(self) -> tuple[str, ...]:
        """The chosen keys, none for all."""
        return self._keys

    def set_caption(self, caption: str) -> None:
        """Say what is filtered, such as "Persona"."""
        self._caption = caption
        self._write()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values; chosen ones that are gone stay chosen until they are taken off."""
        self._choices = list(choices)
        self._write()

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose values without a signal."""
        self._keys = tuple(keys)
        self._write()

    def words(self) -> str:
        """Return what is filtered, in words."""
        if not self._keys:
            return tr("common.filter.all", what=self._caption)
        texts = {key: text for key, text, _ in self._choices}
        names = [texts.get(key, key) for key in self._keys]
        named = ", ".join(names if len(names) <= NAMED else names[: NAMED - 1])
        rest = "" if len(names) <= NAMED else f" + {len(names) - NAMED + 1}"
        return tr("common.filter.one", what=self._caption, value=named + rest)

    def menu_of_values(self, parent: QWidget) -> QMenu:
        """Return a menu that ticks values; it stays open while that is done."""
        menu = CheckMenu(self.words(), parent)
        every = menu.addAction(tr("common.filter.everything"))
        every.setCheckable(True)
        every.setChecked(not self._keys)
        menu.addSeparator()
        for key, text, role in self._choices:
            action = menu.addAction(dot(role, ticks=True) if role else QIcon(), text.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(key)
            action.setChecked(key in self._keys)
            action.triggered.connect(lambda _=False, key=key: self._toggle(menu, key))
        every.triggered.connect(lambda: self._choose(menu, ()))
        return menu

    def _write(self) -> None:
        text = self.words()
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setChecked(bool(self._keys))
        self.set_sign(*(("x", "accent_soft_text") if self._keys else ("chevron-down", "text_muted")))

    def _toggle(self, menu: QMenu, key: str) -> None:
        self._choose(menu, tuple(k for k in self._keys if k != key) if key in self._keys else (*self._keys, key))

    def _choose(self, menu: QMenu | None, keys: tuple[str, ...]) -> None:
        self._keys = keys
        self._write()
        for action in menu.actions() if menu else ():
            action.setChecked(action.data() in keys if action.data() is not None else not keys)
        self.chosen.emit(keys)

    def _on_clicked(self) -> None:
        menu = self.menu_of_values(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @override
    def nextCheckState(self) -> None:
        """Stay as the keys say; a press only opens the menu."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._keys and self.rect().contains(place) and place.x() > self.sign_left() - 4:
            self.setDown(False)
            self._choose(None, ())
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._keys:
            self._choose(None, ())
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
