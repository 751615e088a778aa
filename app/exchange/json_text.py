"""Reads JSON that somebody else wrote: its size, its depth and its numbers are looked at before it is believed."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Final, NoReturn

from app.errors import ImportRejected
from app.message import say

OCTETS_MOST: Final = 50 * 1024 * 1024
DEEPEST: Final = 50  # lists and objects within each other
INSIDE_MOST: Final = 2_000_000  # lists and objects of one file: each costs a hundred octets of memory
NO_NUMBER: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|(NaN|-?Infinity)')  # possessive: a text may be 50 MB long
DIGITS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|(-?\d{4000,})')
SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_json(data: bytes, file: str) -> dict[str, Any]:
    """Return the object in some octets; ImportRejected names the line of what is wrong."""
    if len(data) > OCTETS_MOST:
        raise ImportRejected(file, "", say("board.file.large", n=OCTETS_MOST // 1024 // 1024))
    if data.count(b"[") + data.count(b"{") > INSIDE_MOST:
        raise ImportRejected(file, "", say("board.file.many", n=INSIDE_MOST))
    text = _decoded(data, file)
    try:
        found = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise ImportRejected(file, str(error.lineno), say("board.file.broken", line=error.lineno)) from None
    except _NoNumberError:
        raise ImportRejected(file, _line_of(NO_NUMBER, text), say("board.file.number")) from None
    except ValueError:  # more digits than Python reads
        raise ImportRejected(file, _line_of(DIGITS, text), say("board.file.number")) from None
    except RecursionError:
        raise ImportRejected(file, "", say("board.file.deep", n=DEEPEST)) from None
    if not isinstance(found, dict):
        raise ImportRejected(file, "1", say("board.file.other"))
    if _depth(found) > DEEPEST:
        raise ImportRejected(file, "", say("board.file.deep", n=DEEPEST))
    return found


def number(value: object) -> float | None:
    """Return a finite number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def text_of(value: object) -> str:
    """Return a text that can be kept, "" for anything else."""
    return SURROGATE.sub("\ufffd", value).replace("\0", "") if isinstance(value, str) else ""


def compact(value: object) -> str:
    """Return JSON as it is kept: plain ASCII without blanks, names in order."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False, sort_keys=True)


def object_in(text: str) -> dict[str, Any]:
    """Return the object that a kept text is, an empty one when it is something else."""
    try:
        found = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


class _NoNumberError(ValueError):
    """NaN or Infinity, which JSON does not know."""


def _refuse_constant(_name: str) -> NoReturn:
    raise _NoNumberError


def _finite(digits: str) -> float | None:
    """Return a number; what is beyond all numbers, such as 1e999, is none, for it could not be written again."""
    found = float(digits)
    return found if math.isfinite(found) else None


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ImportRejected(file, str(line), say("board.file.broken", line=line)) from None


def _line_of(pattern: re.Pattern[str], text: str) -> str:
    found = next((it for it in pattern.finditer(text) if it.group(1)), None)
    return str(text.count("\n", 0, found.start()) + 1) if found else ""


def _depth(value: object) -> int:
    """Return how deep lists and objects lie within each other, without going down into them by calls."""
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        it, depth = waiting.pop()
        inside = it.values() if isinstance(it, dict) else it if isinstance(it, list) else None
        if inside is None:
            continue
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
        waiting.extend((one, depth + 1) for one in inside if isinstance(one, dict | list))
    return deepest
