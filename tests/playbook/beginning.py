"""Playbooks that were just begun, as real files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.playbook.start import begin, begin_sample, settings
from app.playbook.templates import Template, read_template
from resources.templates import content
from storage.playbooks import SqlPlaybooks
from storage.store import SqlStore

START = date(2027, 3, 1)


def a_template(community: str = "", language: str = "en", start: date = START) -> Template:
    return read_template(content(language, community), start, language, community)


def begun(file: Path, community: str = "", language: str = "en", start: date = START, **chosen: Any) -> SqlStore:
    store = SqlPlaybooks().create(file)
    template = a_template(community, language, start)
    (begin_sample if community == "sample" else begin)(store, template, settings(template, language, **chosen))
    return store


def shown(store: SqlStore) -> list[Occurrence]:
    plan = Plan.read(store)
    quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
    return plan.occurrences(quarter.first, quarter.last)


def hours(store: SqlStore) -> list[float]:
    plan = Plan.read(store)
    rows = Quarter(plan.playbook.start, plan.playbook.first_weekday).rows
    return [round(load.hours, 2) for load in plan.week_loads(rows).values()]
