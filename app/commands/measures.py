"""`measures`: every measure with its value, what it rests on and its period."""

from __future__ import annotations

import json
from typing import Any

from app.commands.arguments import Given
from app.commands.opening import reading
from app.commands.tools import Tools
from app.errors import KnownError
from app.health.measures.asking import asking
from app.health.measures.counting import counted
from app.health.measures.measure import UNIT_TEXTS, Value
from app.health.measures.registry import BY_ID
from app.health.questions import HealthQuestions
from app.message import Message, say


def run(tools: Tools, given: Given) -> int:
    """Print all measures of the last twelve whole weeks that sources tell of, or of --from and --to."""
    start, end = given.day("--from"), given.day("--to")
    if start and end and end <= start:
        remedy = say("command.error.span.do", option_from="--from", option_to="--to")
        raise KnownError(say("command.error.span", first=start, end=end), remedy)
    with reading(tools, given.playbook) as store:
        values = counted(asking(store, store.part(HealthQuestions)), start, end)
    if given.has("--json"):
        tools.out(json.dumps([described(it, tools) for it in values], ensure_ascii=False, indent=1))
        return 0
    for it in values:
        number = "–" if it.found.number is None else f"{it.found.number:g} {_unit(it, tools)}"
        rests = "" if it.found.n is None else f"  n={it.found.n}"
        tools.out(f"{tools.words(BY_ID[it.measure].name)}: {number}{rests}  {it.period or ''}".rstrip())
        if it.found.notes:
            tools.out(f"    {_note(it, tools)}")
    return 0


def described(it: Value, tools: Tools) -> dict[str, Any]:
    """Return a value as `--json` shows it: the shape is a contract."""
    return {
        "id": it.measure,
        "name": tools.words(BY_ID[it.measure].name),
        "value": it.found.number,
        "unit": str(BY_ID[it.measure].unit),
        "n": it.found.n,
        "period": str(it.period) if it.period else None,
        "note": _note(it, tools),
        "parts": dict(it.found.parts),
    }


def _note(it: Value, tools: Tools) -> str:
    return " ".join(tools.words(note) for note in it.found.notes)


def _unit(it: Value, tools: Tools) -> str:
    return tools.words(Message(UNIT_TEXTS[BY_ID[it.measure].unit]))
