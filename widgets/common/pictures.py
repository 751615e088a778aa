"""Pictures that a playbook keeps: shown, and made safe before they come in."""

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
LARGEST_AREA: Final = 64_000_000  # px that are decoded at all: a small file can claim any size, and Qt takes 256 MB
AT_ONCE: Final = 128 * 1024  # octets that are read without a child process
AREA_AT_ONCE: Final = 160 * 160  # px of them: to encode a million takes a second
BEGINS: Final = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}  # else WebP, or none
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


def octets_of(path: Path) -> bytes:
    """Return what is in a file; ImportRejected when it cannot be read, or is too large for a picture."""
    try:
        if not path.is_file():  # a pipe would never end
            raise ImportRejected(path.name, "", say("purpose.image.unreadable"))
        if path.stat().st_size > LARGEST_FILE:
            raise ImportRejected(path.name, "", say("purpose.image.too_large", most=LARGEST_FILE // 1024 // 1024))
        with path.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ImportRejected(path.name, "", say("purpose.image.unreadable")) from error


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


def size_on_board(size: QSize) -> QSize:
    """Return how large a picture first lies on a board."""
    size = QSize(size)
    if max(size.width(), size.height()) > SHOWN_SIDE:
        from PySide6.QtCore import Qt

        size.scale(SHOWN_SIDE, SHOWN_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    return size.expandedTo(QSize(24, 24))


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_small(data: bytes) -> bool:
    """Return whether a picture is encoded anew within a few frames; one that is none is refused as soon."""
    if len(data) > AT_ONCE:
        return False
    size = claimed(data)
    return not size.isValid() or size.width() * size.height() <= AREA_AT_ONCE


def claimed(data: bytes) -> QSize:
    """Return how large a picture says that it is, an invalid size when it is none."""
    form = _form(data)
    if not form:
        return QSize()
    buffer = _opened(data)
    return QImageReader(buffer, QByteArray(form.encode())).size()


def decoded(data: bytes) -> QImage | None:
    """Return a picture, None when it is of a kind that boards do not show, or claims to be too large."""
    size = claimed(data)
    if not size.isValid() or size.width() * size.height() > LARGEST_AREA:
        return None
    buffer = _opened(data)
    reader = QImageReader(buffer, QByteArray(_form(data).encode()))
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def _form(data: bytes) -> str:
    """Return the form of a picture by how it begins: Qt would try every form that it knows, drawings too."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((form for begin, form in BEGINS.items() if data.startswith(begin)), "")


def _opened(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _why(data: bytes) -> Message:
    size = claimed(data)
    if size.isValid() and size.width() * size.height() > LARGEST_AREA:
        return say("purpose.image.too_many", width=size.width(), height=size.height())
    return say("purpose.image.no_picture")


def _written(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, 88 if kind == "JPEG" else -1)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
