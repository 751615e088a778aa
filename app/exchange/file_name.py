"""Names for files that every system takes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 120  # octets of UTF-8
FORBIDDEN: Final = re.compile(r"[/\\:*?\"<>|\x00-\x1f\x7f-\x9f]")
RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\..*)?", re.IGNORECASE)


def safe_name(text: str, suffix: str = "", otherwise: str = "Sedyanka") -> str:
    """Return a file name made of a text: no separators, no control or direction marks, nothing a system reserves."""
    name = unicodedata.normalize("NFC", FORBIDDEN.sub(" ", text))
    name = "".join(letter for letter in name if unicodedata.category(letter) not in {"Cf", "Cs", "Co", "Cn", "Cc"})
    name = " ".join(name.split()).strip(". ")
    if RESERVED.fullmatch(name):
        name = f"{name}_" if "." not in name else "_" + name
    room = LONGEST - len(suffix.encode())
    name = name.encode()[:room].decode("utf-8", "ignore").strip(". ")
    return (name or otherwise) + suffix
