"""The sixth step of the playbook: what runs again and again without being thought of anew."""

from __future__ import annotations

from collections.abc import Iterator

from app.home.overview import Overview
from app.home.step import Gap, Step, step
from app.message import say


def workflows_step(seen: Overview) -> Step:
    """Return how far the workflows are: something has to run, a sequence or a rule."""
    running = seen.running
    return step(
        6,
        say("home.step.workflows"),
        "workflows",
        begun=bool(running.sequences or running.rules),
        needed=list(_needed(seen)),
        wanted=list(_wanted(seen)),
        summary=say("home.workflows.in_use", n=running.on_way, rules=running.rules),
    )


def _needed(seen: Overview) -> Iterator[Gap]:
    running = seen.running
    if not running.sequences and not running.rules:
        yield Gap(say("home.workflows.none"), say("home.workflows.none.do"))
    elif not running.on_way and not running.rules:
        yield Gap(say("home.workflows.still"), say("home.workflows.still.do"))


def _wanted(seen: Overview) -> Iterator[Gap]:
    if seen.running.late:
        yield Gap(say("home.workflows.late", n=seen.running.late), say("home.workflows.late.do"))
