"""Pictures on boards: shown, and made safe before they come in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize
from PySide6.QtGui import QImage, QImageReader

from app.errors import ImportRejected
from app.message import Message, say
from app.store import Store

LARGEST_FILE: Final = 10 * 1024 * 1024  # bytes that come in
LARGEST_SIDE: Final = 4_096  # px that are kept
LARGEST_AREA: Final = 100_000_000  # px that are decoded at all: a small file can claim any size
FORMATS: Final = (b"png", b"jpeg", b"jpg", b"webp", b"gif", b"bmp")
KEPT: Final = 64  # decoded pictures held in memory
SHOWN_SIDE: Final = 480  # px of a picture as it first lies on a board


class Pictures:
    """Decodes the pictures of a playbook when they are shown."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[str, QImage | None] = {}

    def find(self, id: str) -> QImage | None:
        """Return a picture, None when it is not there or cannot be read."""
        if id not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            data = self._store.picture(id)
            self._kept[id] = decoded(data) if data else None
        return self._kept[id]


def from_file(path: Path) -> QImage:
    """Return the picture in a file; ImportRejected when it is none, or too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ImportRejected(path.name, "", say("purpose.image.too_large", most=LARGEST_FILE // 1024 // 1024))
        data = path.read_bytes()
    except OSError as error:
        raise ImportRejected(path.name, "", say("purpose.image.unreadable")) from error
    return from_bytes(data, path.name)


def from_bytes(data: bytes, name: str = "") -> QImage:
    """Return the picture that some bytes are; ImportRejected when they are none, or too large."""
    if len(data) > LARGEST_FILE:
        raise ImportRejected(name, "", say("purpose.image.too_large", most=LARGEST_FILE // 1024 // 1024))
    image = decoded(data)
    if image is None:
        raise ImportRejected(name, "", _why(data))
    return image


def encoded(image: QImage) -> bytes:
    """Return a picture encoded anew, so that nothing of the file that it came from is kept; smaller when it is huge."""
    if max(image.width(), image.height()) > LARGEST_SIDE:
        from PySide6.QtCore import Qt

        image = image.scaled(
            QSize(LARGEST_SIDE, LARGEST_SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    clean = image.convertToFormat(QImage.Format.Format_ARGB32)
    for key in clean.textKeys():
        clean.setText(key, "")
    data = _written(clean, "PNG")
    if len(data) > LARGEST_FILE or (not image.hasAlphaChannel() and len(data) > 512 * 1024):
        smaller = _written(clean.convertToFormat(QImage.Format.Format_RGB32), "JPEG")
        data = smaller if len(smaller) < len(data) else data
    if len(data) > LARGEST_FILE:
        raise ImportRejected("", "", say("purpose.image.too_large", most=LARGEST_FILE // 1024 // 1024))
    return data


def size_on_board(image: QImage) -> QSize:
    """Return how large a picture first lies on a board."""
    size = image.size()
    if max(size.width(), size.height()) > SHOWN_SIDE:
        from PySide6.QtCore import Qt

        size.scale(SHOWN_SIDE, SHOWN_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    return size.expandedTo(QSize(24, 24))


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def decoded(data: bytes) -> QImage | None:
    """Return a picture, None when it is of a kind that boards do not show, or claims to be too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    known = bytes(reader.format().data()) in FORMATS
    if not known or not size.isValid() or size.width() * size.height() > LARGEST_AREA:
        return None
    image = reader.read()
    return None if image.isNull() else image


def _why(data: bytes) -> Message:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    size = QImageReader(buffer).size()
    if size.isValid() and size.width() * size.height() > LARGEST_AREA:
        return say("purpose.image.too_many", width=size.width(), height=size.height())
    return say("purpose.image.no_picture")


def _written(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, 88 if kind == "JPEG" else -1)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
