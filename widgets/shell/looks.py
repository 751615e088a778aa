"""Dresses the program as the settings of this computer say, also when they are changed while it runs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

from resources.texts import LANGUAGES
from widgets.common.theme import theme
from widgets.common.words import language, set_language
from widgets.shell.computer_settings import LANGUAGE, REDUCE_MOTION, TEXT_SCALE, THEME, ComputerSettings

THEMES: Final = ("light", "dark", "system")
SMALLEST: Final = 0.8
LARGEST: Final = 1.5
STEP: Final = 0.1


class Looks:
    """Keeps theme, size of text, motion and language as the settings say."""

    def __init__(self, settings: ComputerSettings) -> None:
        self._settings = settings
        settings.subscribe(self._on_set)

    def apply(self) -> None:
        """Dress and speak as the settings say."""
        set_language(self._language())
        theme().reduce_motion = bool(self._settings.get(REDUCE_MOTION, False))
        theme().apply(self._theme(), self._scale())

    def choose_theme(self, choice: str) -> None:
        """Keep another theme: "light", "dark" or "system"."""
        self._settings.set(THEME, choice)

    def choose_language(self, choice: str) -> None:
        """Keep another language of the screen."""
        self._settings.set(LANGUAGE, choice)

    def resize_text(self, steps: int) -> None:
        """Make all text larger or smaller; 0 steps bring the usual size back."""
        scale = 1.0 if steps == 0 else self._scale() + steps * STEP
        self._settings.set(TEXT_SCALE, round(min(LARGEST, max(SMALLEST, scale)), 2))

    def _theme(self) -> str:
        choice = str(self._settings.get(THEME, "system"))
        return choice if choice in THEMES else "system"

    def _scale(self) -> float:
        return min(LARGEST, max(SMALLEST, float(self._settings.get(TEXT_SCALE, 1.0))))

    def _language(self) -> str:
        desktop = QLocale.system().name().split("_")[0]
        chosen = str(self._settings.get(LANGUAGE, desktop))
        return chosen if chosen in LANGUAGES else "en"

    def _on_set(self, name: str) -> None:
        match name:
            case _ if name in (THEME, TEXT_SCALE):
                theme().apply(self._theme(), self._scale())
            case _ if name == REDUCE_MOTION:
                theme().reduce_motion = bool(self._settings.get(REDUCE_MOTION, False))
            case _ if name == LANGUAGE and self._language() != language():
                set_language(self._language())
