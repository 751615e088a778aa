"""Makes the reference playbook that speed is measured with: the same seed gives the same playbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from random import Random
from typing import Final

from app.calendar.event import ChecklistStep, Event, Override
from app.funnel.branch import Branch, CrossLink
from app.funnel.map_maker import MapMaker
from app.funnel.stage import Stage
from app.message import say
from app.playbook.copying import copy_all
from app.playbook.event_maker import EventMaker
from app.playbook.playbook import Playbook
from app.playbook.templates import Template
from app.purpose.board import Board, Connector, Note
from app.purpose.board_maker import BoardMaker
from app.store import Store

AT_ONCE: Final = 1_000
NOTES: Final = 50 / 3  # on the board for each event: 5,000 for the 300 of the reference
BRANCHES: Final = 10 / 3  # on the map for each event: 1,000 for the 300 of the reference
Report = Callable[[int, int], None]  # how many events are made, of how many


def generate(
    store: Store,
    template: Template,
    playbook: Playbook,
    topics: Sequence[str],
    seed: int,
    events: int,
    report: Report,
) -> None:
    """Fill a new playbook with events over one quarter and, where they repeat, up to five years before it."""
    now = int(datetime.combine(template.start, time(), UTC).timestamp()) * 1_000_000
    maker = EventMaker(Random(seed), template, playbook, topics, now)
    with store.change(say("playbook.step.begin", name=playbook.name)):
        store.of(Playbook).save([playbook])
        maker.ids = copy_all(store, template, maker.new_id)
    for done in range(0, events, AT_ONCE):
        made = [maker.event(number) for number in range(done, min(done + AT_ONCE, events))]
        store.stage(Event, made)
        store.stage(Override, [override for event in made for override in maker.overrides(event)])
        store.stage(ChecklistStep, [step for event in made for step in maker.checklist(event)])
        report(done + len(made), events)
    with store.change(say("playbook.step.begin", name=playbook.name)):
        store.publish([Event, Override, ChecklistStep])
        _fill_board(store, seed, maker.new_id, topics, events)
        stages = [maker.ids[Stage, stage.id] for stage in template.stages]
        _fill_map(store, MapMaker(Random(f"{seed} map"), maker.new_id, topics), stages, events)
    store.forget_steps()


def _fill_board(store: Store, seed: int, new_id: Callable[[], str], topics: Sequence[str], events: int) -> None:
    """Add the large board, by chance of its own so that the events stay what they were; inside a change."""
    maker = BoardMaker(Random(f"{seed} board"), new_id, topics)
    board = maker.board(topics[0])
    notes = maker.notes(board.id, round(events * NOTES))
    store.of(Board).save([board])
    store.of(Note).save(notes)
    store.of(Connector).save(maker.connectors(notes))


def _fill_map(store: Store, maker: MapMaker, stages: Sequence[str], events: int) -> None:
    """Add the large map, by chance of its own; inside a change."""
    branches = maker.branches(stages, round(events * BRANCHES))
    store.of(Branch).save(branches)
    store.of(CrossLink).save(maker.cross_links(branches))
