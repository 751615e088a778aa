"""A workflows page over a real file, as large as in a window of 1440 x 900 with the rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from app.message import say
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.pipelines import add_entry
from storage.store import SqlStore
from tests.calendar.page.builders import NOW
from tests.calendar.page.builders import fill as fill_calendar
from tests.on_desk import ASKED, Asked, shown
from tests.on_desk import dressed as dressed
from tests.workflows.sequence_builders import fill
from widgets.workflows.page import WorkflowsPage


@dataclass
class Setup:
    """The page, its store, what its desk was asked for, and the entries of the pipeline by title."""

    page: WorkflowsPage
    store: SqlStore
    asked: Asked
    entries: dict[str, str]


@pytest.fixture
def store(tmp_path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill_calendar(store)
    fill(store)
    yield store
    store.close()


@pytest.fixture
def setup(store, qtbot) -> Iterator[Setup]:
    entries = {}
    with store.change(say("step.begin")):
        for title, step in (("Rota", "invited"), ("Swaps", "invited"), ("Story", "review")):
            new = PipelineEntry("", Pipeline.CONTRIBUTION, step, title, "mila")
            entries[title] = add_entry(store, new)
    with shown(WorkflowsPage, store, qtbot) as page:
        yield Setup(page, store, ASKED[id(page.desk)], entries)
