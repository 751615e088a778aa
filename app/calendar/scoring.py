"""Scores events, series and programs by impact and ease. One step of undo."""

from __future__ import annotations

from dataclasses import replace

from app.calendar.program import Program
from app.calendar.ranking import LEVELS, Ref
from app.calendar.saving import load, save
from app.message import say
from app.store import Store


def score(store: Store, ref: Ref, impact: int, ease: int) -> None:
    """Give an event, a whole series or a program another score, each side 1 to 5; 0 and 0 take it away."""
    kind, key = ref
    if (impact, ease) != (0, 0):
        impact, ease = (min(max(side, LEVELS[0]), LEVELS[1]) for side in (impact, ease))
    if kind == "program":
        program = store.of(Program).get(key)
        with store.change(say("step.score", title=program.name), merge=f"score:{key}"):
            store.of(Program).save([replace(program, impact=impact, ease=ease)])
        return
    series = load(store, key)
    with store.change(say("step.score", title=series.event.title), merge=f"score:{key}"):
        save(store, [series], [replace(series, event=replace(series.event, impact=impact, ease=ease))])
