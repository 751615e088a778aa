"""Colours, sizes and fonts by name. Nothing else in the program names a colour or a font."""

from __future__ import annotations

import json
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import FOLDER
from widgets.common.stylesheet import style_sheet

FAMILIES: Final = ("welcome", "live", "conversation", "recognition", "challenge", "pilot", "loop", "ops")
WEIGHTS: Final = {400: QFont.Weight.Normal, 500: QFont.Weight.Medium, 600: QFont.Weight.DemiBold}
SCREEN_FEATURES: Final = (("tnum", 1), ("cv11", 1))  # figures of one width, the round a of the drawings
PAPER_FEATURES: Final = (("calt", 0), ("liga", 0), ("locl", 0))  # a PDF loses the letters behind other glyphs
PALETTE: Final = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on_tooltip",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Mid: "border_strong",
    QPalette.ColorRole.Accent: "accent",
}


class Theme(QObject):
    """The tokens of `resources/themes/tokens.json` in light or dark.

    Signals:
        changed: colours or text size are others now; what paints itself paints anew.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens: dict[str, Any] = json.loads((FOLDER / "themes" / "tokens.json").read_text(encoding="utf-8"))
        self.choice = "system"  # "light", "dark" or "system"
        self.name = "light"
        self.text_scale = 1.0
        self.reduce_motion = False
        self.on_paper = False  # set before the first font is asked for, where files are drawn
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[int, int, bool], QFont] = {}
        self._followed = False
        self._dressed: tuple[str, float] | None = None

    def apply(self, choice: str | None = None, text_scale: float | None = None) -> None:
        """Dress the whole program; None keeps what was chosen before."""
        self.choice = choice or self.choice
        self.text_scale = text_scale or self.text_scale
        hints = QGuiApplication.styleHints()
        if not self._followed:
            hints.colorSchemeChanged.connect(self._on_desktop_changed)
            self._followed = True
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if self.choice == "system" else self.choice == "dark"
        self.name = "dark" if dark else "light"
        if self._dressed == (self.name, self.text_scale):
            return  # dressing every widget anew takes long, and changes nothing
        self._dressed = (self.name, self.text_scale)
        self._colours.clear()
        self._fonts.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self._palette())
            app.setFont(self.font("body"))
            app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def color(self, role: str) -> QColor:
        """Return a colour by its role, such as "accent" or "category.live.tint"; who changes it changes a copy."""
        found = self._colours.get(role)
        if found is None:
            value: Any = self._tokens["color"][self.name]
            for part in _known(role):
                value = value[part]
            red, green, blue, *alpha = bytes.fromhex(value[1:])
            found = self._colours[role] = QColor(red, green, blue, *alpha)
        return found

    def css(self, role: str) -> str:
        """Return a colour as a style sheet writes it."""
        colour = self.color(role)
        return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"

    def family(self, name: str, part: str = "solid") -> QColor:
        """Return a part ("solid", "tint", "tint_hover", "tint_done", "tint_border", "on_tint") of a colour category."""
        return self.color(f"category.{name}.{part}")

    def token(self, path: str) -> Any:
        """Return any token outside the colours, such as "calendar.gutter" or "motion.select"."""
        value: Any = self._tokens
        for part in path.split("."):
            value = value[part]
        return value

    def size(self, name: str) -> int:
        """Return a size in logical px, such as "rail" or "control"."""
        return int(self._tokens["size"][name])

    def wide(self, px: int) -> int:
        """Return the width of something that holds words: wider with larger text."""
        return round(px * max(1.0, self.text_scale))

    def ms(self, name: str) -> int:
        """Return how long a motion takes: 0 when motion is reduced."""
        return 0 if self.reduce_motion else int(self._tokens["motion"][name])

    def font(self, role: str = "body", weight: int | None = None, *, italic: bool = False) -> QFont:
        """Return a font of the type scale ("micro" 10 … "display" 32) with tabular figures."""
        scale = self._tokens["type"]["scale"][role]
        return self.font_px(scale["px"], weight or scale["weight"], italic=italic)

    def font_px(self, px: float, weight: int = 400, *, italic: bool = False) -> QFont:
        """Return a font of any size with tabular figures."""
        return self._font(round(px * self.text_scale), weight, italic=italic)

    def content_font(self, px: int, weight: int = 400) -> QFont:
        """Return a font for what has a zoom of its own, as a board: the text size of the interface is not meant."""
        return self._font(px, weight)

    def _font(self, px: int, weight: int, *, italic: bool = False) -> QFont:
        key = (px, weight, italic)
        found = self._fonts.get(key)
        if found is None:
            found = QFont()
            found.setFamilies(list(self._tokens["type"]["family"]))
            found.setPixelSize(px)
            found.setWeight(WEIGHTS[weight])
            found.setItalic(italic)
            for feature, on in PAPER_FEATURES if self.on_paper else SCREEN_FEATURES:
                found.setFeature(QFont.Tag(feature), on)
            self._fonts[key] = found
        return found

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text_disabled"))
        return palette

    def _on_desktop_changed(self) -> None:
        if self.choice == "system":
            self.apply()


class _Current:
    theme: Theme | None = None


def theme() -> Theme:
    """Return the theme of the program; it is one, as the palette of Qt is."""
    if _Current.theme is None:
        for file in sorted((FOLDER / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        _Current.theme = Theme()
    return _Current.theme


def _known(role: str) -> list[str]:
    """Return the parts of a role; a category that a playbook of somebody else names becomes a quiet one."""
    kind, _, rest = role.partition(".")
    if kind != "category":
        return role.split(".")
    family, _, part = rest.rpartition(".")
    return [kind, family if family in FAMILIES else FAMILIES[-1], part]
