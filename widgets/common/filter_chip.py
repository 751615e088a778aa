"""One filter as a pill with a menu: "Persona: all"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.words import tr

Choice = tuple[str, str, QIcon | None]  # key, text, icon


class FilterChip(QPushButton):
    """Offers several values at once; none chosen means all. The menu stays open while values are ticked.

    Signals:
        chosen: other values are chosen now (a tuple of keys).
    """

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "filter")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow follows the text
        self.setIcon(icon("chevron-down", "text_muted", "accent_soft_text"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._caption = ""
        self._choices: list[Choice] = []
        self._keys: tuple[str, ...] = ()
        self._menu = _StayingMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

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

    def _write(self) -> None:
        texts = {key: text for key, text, _ in self._choices}
        match self._keys:
            case ():
                text = tr("common.filter.all", what=self._caption)
            case (key,):
                text = tr("common.filter.one", what=self._caption, value=texts.get(key, key))
            case keys:
                text = tr("common.filter.some", what=self._caption, count=len(keys))
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setChecked(bool(self._keys))

    def _fill(self) -> None:
        self._menu.clear()
        every = self._menu.addAction(tr("common.filter.everything"))
        every.setCheckable(True)
        every.setChecked(not self._keys)
        every.triggered.connect(lambda: self._choose(()))
        self._menu.addSeparator()
        for key, text, picture in self._choices:
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in self._keys)
            if picture is not None:
                action.setIcon(picture)
            action.setData(key)
            action.triggered.connect(lambda _=False, key=key: self._toggle(key))

    def _toggle(self, key: str) -> None:
        self._choose(tuple(k for k in self._keys if k != key) if key in self._keys else (*self._keys, key))

    def _choose(self, keys: tuple[str, ...]) -> None:
        self._keys = keys
        self._write()
        for action in self._menu.actions():
            action.setChecked(action.data() in keys if action.data() is not None else not keys)
        self.chosen.emit(keys)

    @override
    def nextCheckState(self) -> None:
        """Stay as the keys say; a press only opens the menu."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)


class _StayingMenu(QMenu):
    """Does not close when a tick is set by the mouse."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action: QAction | None = self.actionAt(event.position().toPoint())
        if action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
