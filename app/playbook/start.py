"""Fills a new playbook: from a community's template, from the sample, or with nothing but kinds and tactics."""

from __future__ import annotations

from dataclasses import replace

from app.funnel.stage import Stage
from app.guide.incident_ready import begin_log
from app.guide.ready import copy_guide
from app.message import say
from app.personas.persona import Persona
from app.plans.ready import begin_plans
from app.playbook.branch_links import connect_branches
from app.playbook.copying import Ids, copy_all
from app.playbook.first_people import begin_people
from app.playbook.first_tasks import begin_tasks
from app.playbook.laid_out import lay_out
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.playbook.rhythm import ground_of, keep
from app.playbook.templates import Template
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.purpose.starter import begin_board
from app.store import Store


def begin(store: Store, template: Template, playbook: Playbook) -> None:
    """Give a new playbook its settings and everything of a template, its quarter filled; that cannot be undone."""
    _begin(store, template, playbook, avoid=True)


def begin_sample(store: Store, template: Template, playbook: Playbook) -> None:
    """Give a new playbook everything of the sample, whose plan says itself what happens around holidays."""
    _begin(store, template, playbook, avoid=False)


def settings(template: Template, language: str, **chosen: object) -> Playbook:
    """Return the settings that a template proposes, with what was chosen instead."""
    proposed = {"name": template.name, "language": language, "start": template.start, **template.settings}
    return Playbook(PLAYBOOK_ID, **proposed | chosen)


def _begin(store: Store, template: Template, playbook: Playbook, *, avoid: bool) -> None:
    with store.change(say("playbook.step.begin", name=playbook.name)):
        store.of(Playbook).save([playbook])
        ids = copy_all(store, template, store.new_id)
        people = {key: own for (kind, key), own in ids.items() if kind is Person}
        copy_guide(store, template.guide, people)  # before the rhythm: hours of duty take room as well
        _begin_board(store, template, ids)
        keep(store, lay_out(template, ground_of(store, template, ids, avoid=avoid, tasks=template.tasks)))
        connect_branches(store, template, ids)
        if template.tasks:
            begin_tasks(store, template.tasks, ids, playbook.start)
        members = begin_people(store, template.people_first, ids)
        begin_log(store, template.log, members, people)
        begin_plans(store, template.plans, ids)
        _begin_rules(store, template)
    store.forget_steps()


def _begin_rules(store: Store, template: Template) -> None:
    if template.rules:
        from app.workflows.rules.ready import take_ready

        for ready in template.rules:
            take_ready(store, ready)


def _begin_board(store: Store, template: Template, ids: Ids) -> None:
    """Put the first board of a template into a playbook that begins, with what its KPIs were measured at."""
    if template.board is None:
        return
    kpis = {kpi.id: replace(kpi, id=ids[Kpi, kpi.id]) for kpi in template.kpis}
    known = {(kind, key): own for (kind, key), own in ids.items() if kind in (Stage, Persona)}
    begin_board(
        store,
        template.board,
        kpis,
        {key: own for (kind, key), own in known.items() if kind is Stage},
        {key: own for (kind, key), own in known.items() if kind is Persona},
    )
    store.of(Reading).save(
        replace(reading, id=store.new_id(), of_id=ids[Kpi, reading.of_id]) for reading in template.measured
    )
