"""Pictures written into a file as text."""

from __future__ import annotations

import base64
import binascii
from typing import Final

SHAPES: Final = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
RASTER: Final = ("image/png", "image/jpeg", "image/jpg", "image/webp", "image/gif", "image/bmp")


def from_data_url(url: object, most: int) -> bytes | None:
    """Return the octets of a raster picture, None when it is something else or longer than it may be."""
    if not isinstance(url, str) or len(url) > most * 4 // 3 + 100 or not url.isascii():
        return None
    head, comma, body = url.partition(",")
    kind, _, rest = head.removeprefix("data:").partition(";")
    if not comma or not head.startswith("data:") or kind.strip().lower() not in RASTER or "base64" not in rest:
        return None
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None


def media_type(data: bytes) -> str:
    """Return what sort of picture some octets are."""
    return next((name for begin, name in SHAPES.items() if data.startswith(begin)), "image/png")


def to_data_url(data: bytes) -> str:
    """Return a picture as text."""
    return f"data:{media_type(data)};base64,{base64.b64encode(data).decode()}"
