"""Tactics as a file that can be given away, and such files of others.

What a tactic refers to goes out by its name, and is found again by it in the playbook that takes it in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any, Final

from app.calendar.plan import Plan
from app.calendar.rhythm.raw_rule import refusal
from app.errors import ImportRejected
from app.exchange.json_text import number, read_json, text_of
from app.message import say
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic

FORMAT: Final = "sedyanka-tactics"
VERSION: Final = 1
OCTETS_MOST: Final = 4 * 1024 * 1024
TACTICS_MOST: Final = 500
LINES_MOST: Final = 200  # steps, messages, personas or languages of one tactic
TEXT_MOST: Final = 20_000  # letters
NAME_MOST: Final = 300
HOURS_MOST: Final = 1_000
Found = tuple[Tactic, tuple[TacticMessage, ...]]


def write_tactics(plan: Plan, messages: Mapping[str, Sequence[TacticMessage]], ids: Iterable[str]) -> bytes:
    """Return tactics as a file."""
    rows = [_row(plan, plan.tactics[key], messages.get(key, ())) for key in ids if key in plan.tactics]
    whole = {"format": FORMAT, "version": VERSION, "tactics": rows}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_tactics(data: bytes, file: str, plan: Plan) -> list[Found]:
    """Return the tactics of a file, without ids; ImportRejected names the one that is wrong, and why."""
    if len(data) > OCTETS_MOST:
        raise ImportRejected(file, "", say("plans.file.large", n=OCTETS_MOST // 1024 // 1024))
    whole = read_json(data, file)
    rows = whole.get("tactics")
    if whole.get("format") != FORMAT or not isinstance(rows, list):
        raise ImportRejected(file, "", say("plans.file.other"))
    if whole.get("version") != VERSION:
        raise ImportRejected(file, "", say("plans.file.newer"))
    if len(rows) > TACTICS_MOST:
        raise ImportRejected(file, str(TACTICS_MOST + 1), say("plans.file.many", n=TACTICS_MOST))
    return [_Reader(plan, file, at).tactic(row) for at, row in enumerate(rows, 1)]


def _row(plan: Plan, it: Tactic, messages: Sequence[TacticMessage]) -> dict[str, Any]:
    return {
        "title": it.title, "short": it.short, "kind": _name(plan.kinds, it.kind),
        "at": it.at.isoformat("minutes") if it.at else "", "minutes": it.minutes, "days": it.days,
        "prep": it.prep, "live": it.live, "rhythm": it.rhythm, "stage": _name(plan.stages, it.stage),
        "channel": _name(plan.channels, it.channel),
        "personas": [name for key in it.personas if (name := _name(plan.personas, key))],
        "impact": it.impact, "ease": it.ease, "success": it.success, "call_to_action": it.call_to_action,
        "public_text": dict(it.public_text), "notes": it.notes, "steps": list(it.steps),
        "messages": [
            {"name": one.name, "day": one.day, "channel": _name(plan.channels, one.channel), "texts": dict(one.texts)}
            for one in messages
        ],
    }  # fmt: skip


def _name(things: Mapping[str, Any], id: str) -> str:
    return str(things[id].name) if id in things else ""


class _Reader:
    """Reads one tactic; what it cannot believe it refuses with its place."""

    def __init__(self, plan: Plan, file: str, at: int) -> None:
        self._plan, self._file, self._at = plan, file, at

    def tactic(self, row: Any) -> Found:
        if not isinstance(row, dict):
            raise self._wrong("tactic")
        title = self._text(row, "title", NAME_MOST).strip()
        if not title:
            raise self._wrong("title")
        kinds = self._plan.kinds
        kind = self._id(kinds, row.get("kind")) or next((it.id for it in kinds.values() if not it.marker), "")
        at = self._time(row)
        tactic = Tactic(
            "", title, kind, self._text(row, "short", NAME_MOST), at,
            int(self._number(row, "minutes", 0, 7 * 1440)), int(self._number(row, "days", 1, 366, least=1)),
            self._number(row, "prep", 0, HOURS_MOST), self._number(row, "live", 0, HOURS_MOST), self._rhythm(row),
            self._id(self._plan.stages, row.get("stage")), self._id(self._plan.channels, row.get("channel")),
            self._personas(row), int(self._number(row, "impact", 0, 5)), int(self._number(row, "ease", 0, 5)),
            success=self._text(row, "success", TEXT_MOST), call_to_action=self._text(row, "call_to_action", TEXT_MOST),
            public_text=self._texts(row, "public_text"), notes=self._text(row, "notes", TEXT_MOST),
            steps=tuple(filter(None, (text_of(it)[:NAME_MOST].strip() for it in self._list(row, "steps"))))
        )  # fmt: skip
        return tactic, tuple(self._message(one, place) for place, one in enumerate(self._list(row, "messages")))

    def _message(self, row: Any, position: int) -> TacticMessage:
        if not isinstance(row, dict):
            raise self._wrong("messages")
        channel = self._id(self._plan.channels, row.get("channel"))
        name, day = self._text(row, "name", NAME_MOST), int(self._number(row, "day", 0, 366, least=-366))
        return TacticMessage("", "", name, day, channel, self._texts(row, "texts"), position)

    def _wrong(self, what: str) -> ImportRejected:
        return ImportRejected(self._file, str(self._at), say("plans.file.wrong", what=what))

    def _text(self, row: Mapping[str, Any], name: str, most: int) -> str:
        text = text_of(row.get(name, ""))
        if len(text) > most or not isinstance(row.get(name, ""), str):
            raise self._wrong(name)
        return text

    def _number(self, row: Mapping[str, Any], name: str, usual: float, most: float, *, least: float = 0) -> float:
        found = number(row.get(name, usual))
        if found is None or not least <= found <= most:
            raise self._wrong(name)
        return found

    def _list(self, row: Mapping[str, Any], name: str) -> list[Any]:
        found = row.get(name, [])
        if not isinstance(found, list) or len(found) > LINES_MOST:
            raise self._wrong(name)
        return found

    def _texts(self, row: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
        found = row.get(name, {})
        if not isinstance(found, dict) or len(found) > LINES_MOST:
            raise self._wrong(name)
        texts = {text_of(code)[:12].casefold(): self._text(found, code, TEXT_MOST) for code in found}
        return tuple(sorted((code, text) for code, text in texts.items() if code and text))

    def _time(self, row: Mapping[str, Any]) -> time | None:
        text = self._text(row, "at", 8)
        try:
            found = time.fromisoformat(text) if text else None
        except ValueError:
            raise self._wrong("at") from None
        if found is not None and found.tzinfo is not None:
            raise self._wrong("at")
        return found

    def _rhythm(self, row: Mapping[str, Any]) -> str:
        text = self._text(row, "rhythm", NAME_MOST)
        if text and refusal(text) is not None:
            raise self._wrong("rhythm")
        return text

    def _personas(self, row: Mapping[str, Any]) -> tuple[str, ...]:
        found = (self._id(self._plan.personas, name) for name in self._list(row, "personas"))
        return tuple(dict.fromkeys(key for key in found if key))

    def _id(self, things: Mapping[str, Any], name: Any) -> str:
        wanted = text_of(name).strip().casefold()
        return next((str(key) for key, it in things.items() if wanted and it.name.casefold() == wanted), "")
