"""How the program looks and speaks on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from widgets.common.desk import Settings
from widgets.common.icons import icon
from widgets.common.segmented import Segmented
from widgets.common.switch import Switch
from widgets.common.theme import theme
from widgets.common.words import language, tr
from widgets.settings.section import Section

SMALLEST, LARGEST, STEP = 80, 150, 10  # percent


class LookSection(Section):
    """Theme, language, text size and motion."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._theme = Segmented(["light", "dark", "system"])
        self._theme.add_icons({"light": icon("sun"), "dark": icon("moon")})
        self._language = Segmented(["en", "bg"])
        self._language.set_texts(["English", "Български"])
        self._motion = Switch()
        self._size = TextSize()
        self._theme_row = self.add_row(self._theme)
        self._language_row = self.add_row(self._language)
        self._size_row = self.add_row(self._size)
        self._motion_row = self.add_row(self._motion)
        self._connect()

    def refresh(self) -> None:
        """Show what is chosen."""
        self._theme.set_value(theme().choice)
        self._language.set_value(language())
        self._size.show_percent(round(theme().text_scale * 100))
        self._motion.setChecked(theme().reduce_motion)

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("settings.look"))
        self._theme_row.set_texts(tr("settings.theme"), tr("settings.theme.note"))
        self._theme.set_texts([tr("settings.theme.light"), tr("settings.theme.dark"), tr("settings.theme.system")])
        self._language_row.set_texts(tr("settings.language"), tr("settings.language.note"))
        self._size_row.set_texts(tr("settings.size"))
        self._size.retranslate()
        self._motion_row.set_texts(tr("settings.motion"), tr("settings.motion.note"))
        self._motion.setAccessibleName(tr("settings.motion"))
        self.refresh()

    def _connect(self) -> None:
        self._theme.chosen.connect(lambda choice: self._settings.set("theme", choice))
        self._language.chosen.connect(lambda choice: self._settings.set("language", choice))
        self._motion.toggled.connect(lambda on: self._settings.set("reduce_motion", on))
        self._size.smaller.clicked.connect(lambda: self._resize(-STEP))
        self._size.larger.clicked.connect(lambda: self._resize(STEP))

    def _resize(self, step: int) -> None:
        percent = max(SMALLEST, min(LARGEST, self._size.percent + step))
        self._settings.set("text_scale", percent / 100)
        self._size.show_percent(percent)


class TextSize(QWidget):
    """Smaller, the size in percent, larger."""

    def __init__(self) -> None:
        super().__init__()
        self.percent = 100
        self.smaller, self.larger = QToolButton(), QToolButton()
        for button, name in ((self.smaller, "minus"), (self.larger, "plus")):
            button.setProperty("look", "framed")
            button.setIcon(icon(name))
            button.setFixedSize(24, 24)
        self._shown = QLabel()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumWidth(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.smaller, self._shown, self.larger):
            row.addWidget(widget)

    def show_percent(self, percent: int) -> None:
        """Show a size; its ends cannot be passed."""
        self.percent = percent
        self._shown.setText(tr("settings.percent", n=percent))
        self.smaller.setEnabled(percent > SMALLEST)
        self.larger.setEnabled(percent < LARGEST)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.smaller.setAccessibleName(tr("settings.size.smaller"))
        self.larger.setAccessibleName(tr("settings.size.larger"))
        self.show_percent(self.percent)
