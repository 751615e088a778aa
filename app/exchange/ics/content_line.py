r"""The lines of an iCalendar file (RFC 5545 3.1): taken apart with their line numbers, and put together again.

Folding is left to `icalendar`. Escaping is not: it turns the text C:\new into two lines, and \N into a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

ROW: Final = re.compile(rb"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
PARTS: Final = re.compile(r"\s*([A-Za-z0-9_.-]+)((?:;[^=:;\"]+=(?:[^\":;]|\"[^\"]*\")*)*)\s*:(.*)", re.DOTALL)
PARAMETER: Final = re.compile(r";\s*([^=:;\"\s]+)\s*=((?:[^\":;]|\"[^\"]*\")*)")
ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
TO_ESCAPE: Final = re.compile(r"[\\;,\n]")
CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
CARETS: Final = re.compile(r"\^(['^n])")
NEVER_QUOTED: Final = re.compile(r"[A-Za-z0-9_./+@ -]*")
USUAL: Final = 100  # so long are parameters that many lines share
FOLDS: Final = b" \t"
WIDEST: Final = 74  # what `icalendar` leaves unfolded: one octet less than the standard allows


class Line(NamedTuple):
    """One content line; an empty name marks one that could not be read."""

    number: int  # of the physical line that it begins on
    name: str  # upper case
    params: dict[str, str]  # names in upper case
    value: str  # as written
    head: str  # what stands before the value, as written; empty in one that could not be read

    @property
    def text(self) -> str:
        """Return the whole line, unfolded."""
        return f"{self.head}:{self.value}" if self.head else self.value


NO_PARAMS: Final[dict[str, str]] = {}


def read_lines(data: bytes) -> Iterator[Line]:
    """Yield every content line, unfolded; bytes that are no UTF-8 become U+FFFD, control characters go."""
    for number, raw in unfolded(data):
        text = raw.decode("utf-8", "replace")
        yield read_line(number, text if text.isprintable() else CONTROLS.sub("", text))


def unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Join what was folded, also inside of a letter or over an empty line, and drop empty lines."""
    start, parts = 0, list[bytes]()
    for number, row in enumerate(ROW.finditer(data), 1):  # split() would keep all rows of a huge file at once
        raw = row[1]
        if not raw:
            continue
        if parts and raw[0] in FOLDS:
            parts.append(raw[1:])
            continue
        if parts:
            yield start, b"".join(parts) if len(parts) > 1 else parts[0]
        start, parts = number, [raw]
    if parts:
        yield start, b"".join(parts)


def read_line(number: int, text: str) -> Line:
    """Take one unfolded line apart."""
    head, colon, value = text.partition(":")
    if colon and '"' not in head and ";" not in head and head.isupper() and " " not in head:
        return Line(number, head, NO_PARAMS, value, head)
    found = PARTS.fullmatch(text)
    if found is None:
        return Line(number, "", NO_PARAMS, text, "")
    name, params, value = found.groups()
    known = NO_PARAMS if not params else _usual_params(params) if len(params) < USUAL else _params(params)
    return Line(number, name.upper(), known, value, text[: found.start(3) - 1])


@lru_cache(maxsize=1024)
def _usual_params(text: str) -> dict[str, str]:
    """Return parameters that stand on many lines, such as a zone; nobody changes them."""
    return _params(text)


def _params(text: str) -> dict[str, str]:
    return {name.upper(): _param_value(value) for name, value in PARAMETER.findall(text)}


def _param_value(value: str) -> str:
    value = value.strip().replace('"', "")
    if "^" in value:  # RFC 6868
        value = CARETS.sub(lambda found: {"'": '"', "n": "\n"}.get(found[1], "^"), value)
    return value


def unescape(text: str) -> str:
    """Return the words behind a TEXT value."""
    if "\\" not in text:
        return text
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def split_text(text: str) -> list[str]:
    """Return the words behind a list of TEXT values: a comma that is escaped does not part them."""
    if "\\" not in text:
        return text.split(",")
    return [unescape(part) for part in re.findall(r"((?:[^\\,]|\\.)*)(?:,|$)", text + ",", re.DOTALL)[:-1]]


def escape(text: str) -> str:
    """Return words as a TEXT value; line ends become one kind, other control characters are left out."""
    text = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return TO_ESCAPE.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], text)


def line(name: str, value: str, **params: str) -> str:
    """Return a content line made of a value as it is written; in names of parameters _ stands for -."""
    head = name + "".join(f";{key.replace('_', '-')}={_quoted(word)}" for key, word in params.items())
    return folded(f"{head}:{value}")


def folded(text: str) -> str:
    """Return a line of at most 75 octets a row, parted neither inside a letter nor inside an escape."""
    if len(text) <= WIDEST and text.isascii() and text.isprintable():
        return text
    from icalendar.parser import Contentline

    data: bytes = Contentline(CONTROLS.sub("", text.replace("\n", ""))).to_ical()  # type: ignore[no-untyped-call]
    return data.decode("utf-8")


def _quoted(word: str) -> str:
    if NEVER_QUOTED.fullmatch(word):
        return word
    return '"' + word.replace("^", "^^").replace('"', "^'").replace("\n", "^n") + '"'
