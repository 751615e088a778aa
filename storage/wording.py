"""Messages as they are kept in the log: id and values, so that a step has a name in any language."""

from __future__ import annotations

import json
from datetime import date, datetime

from app.message import Message, Value


def written(message: Message) -> str:
    """Return a message as JSON; days and instants carry a tag, and half characters, which no file can hold, go."""
    values = [[name, *_plain(value)] for name, value in message.values]
    text = json.dumps([message.id, values], ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace").decode()


def read(text: str) -> Message:
    """Return the message that was written; the file may be anybody's, so anything else becomes a plain change."""
    try:
        name, values = json.loads(text)
        return Message(str(name), tuple((str(blank), _value(*rest)) for blank, *rest in values))
    except (ValueError, TypeError, RecursionError):
        return Message("storage.some_change")


def _plain(value: Value) -> list[str | int | float]:
    match value:
        case datetime():
            return [value.isoformat(), "instant"]
        case date():
            return [value.isoformat(), "day"]
        case Message():
            return [written(value), "message"]
        case str():
            return [str(value)]
        case _:
            return [value]


def _value(value: object, tag: str = "") -> Value:
    if not isinstance(value, str | int | float):
        raise TypeError(value)
    match tag:
        case "instant":
            return datetime.fromisoformat(str(value))
        case "day":
            return date.fromisoformat(str(value))
        case "message":
            return read(str(value))
        case _:
            return value
