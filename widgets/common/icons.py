"""Line icons, tinted from the theme and crisp at every scale."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from resources import FOLDER
from widgets.common.theme import theme

AIR: Final = 4  # behind an icon before words, where the style itself leaves 2
UNKNOWN: Final = "circle"  # stands for names that a playbook of another version may hold


@cache
def _names() -> frozenset[str]:
    return frozenset(file.stem for file in (FOLDER / "icons").glob("*.svg"))


@lru_cache(maxsize=512)
def _svg(name: str, colour: str, stroke: float) -> bytes:
    known = name if name in _names() else UNKNOWN
    text = (FOLDER / "icons" / f"{known}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke:g}"').encode()


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, ratio: float, stroke: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_svg(name, colour, stroke))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` logical px for a screen of a device pixel ratio."""
    stroke = 24 / size * (1.5 if size <= 12 else 1.31)  # px wide: small ones need more to be seen
    return _pixmap(name, colour.name(), size, ratio, round(min(3.6, max(1.5, stroke)), 2))


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name, colour, 2.0)))


def draw(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Paint an icon as lines, for paper and other places that scale."""
    _renderer(name, colour.name()).render(painter, rect)


class _ThemedIcon(QIconEngine):
    """Asks the theme at each painting, so that a change of theme needs no new icons."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name, self._role, self._on_role = name, role, on_role

    @override
    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._role, self._on_role)

    @override
    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())  # type: ignore[attr-defined]
        picture = self._picture(size, painter.device().devicePixelRatioF(), mode, state)
        painter.drawPixmap(rect.topLeft(), picture)  # type: ignore[attr-defined]

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        picture = self._picture(min(size.width(), size.height()), scale, mode, state)  # the size is in logical px
        return QPixmap(picture) if size.width() <= size.height() else _with_air(picture, size)

    def _picture(self, size: int, ratio: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        role = self._on_role if state == QIcon.State.On else self._role
        if mode == QIcon.Mode.Disabled:
            role = "text_disabled"
        return pixmap(self._name, theme().color(role), size, ratio)


def _with_air(picture: QPixmap, size: QSize) -> QPixmap:
    """Return a picture of another size, in logical px, that holds a picture at its left."""
    wide = QPixmap(size * picture.devicePixelRatio())
    wide.setDevicePixelRatio(picture.devicePixelRatio())
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def put_icon(button: QAbstractButton, picture: QIcon, size: int = 16) -> None:
    """Put an icon before the words of a button, 6 px from them."""
    button.setIcon(picture)
    button.setIconSize(QSize(size + AIR, size))


@cache
def icon(name: str, role: str = "text_2", on_role: str | None = None) -> QIcon:
    """Return an icon for buttons and menus in a colour role; another one while it is checked."""
    # WORKAROUND PySide 6.11: an icon with an engine written in Python, found by the garbage collector in a cycle, has
    # its engine deleted twice. Kept here for ever, no engine is deleted before the end.
    return QIcon(_ThemedIcon(name, role, on_role or role))
