"""Makes a picture safe to keep; runs in a child process unless it is small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from widgets.common.pictures import AREA_AT_ONCE, encoded, from_bytes, is_small

Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class SafePicture:
    """A picture encoded anew, and how large it was."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as a program put it on the clipboard: four octets for each px."""

    data: bytes
    width: int
    height: int
    format: int

    def image(self) -> QImage:
        """Return it as Qt has it; valid as long as this is."""
        return QImage(self.data, self.width, self.height, self.width * 4, QImage.Format(self.format))


def read_picture(report: Report, data: bytes | Pixels, name: str) -> SafePicture:
    """Return the picture that some octets are; ImportRejected when they are none, or too large."""
    report(0, 1, name)
    image = data.image() if isinstance(data, Pixels) else from_bytes(data, name)
    return SafePicture(encoded(image), image.width(), image.height())


def is_quick(data: bytes | Pixels) -> bool:
    """Return whether that takes no longer than a few frames; what is no picture is refused as soon."""
    return data.width * data.height <= AREA_AT_ONCE if isinstance(data, Pixels) else is_small(data)


def pixels_of(image: QImage) -> Pixels:
    """Return a picture so that another process can have it."""
    alpha = image.hasAlphaChannel()
    plain = image.convertToFormat(QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32)
    return Pixels(bytes(plain.constBits()), plain.width(), plain.height(), plain.format().value)
