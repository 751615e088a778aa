"""Writes the tasks as a table."""

from __future__ import annotations

from typing import Final

from app.commands.arguments import Given
from app.commands.tools import Tools
from app.exchange.csv_tasks import tasks_csv
from app.store import Store
from app.tasks.snapshot import Tasks

SEPARATORS: Final = {"bg": ";"}  # what spreadsheets of that language expect


class TaskExport:
    """All tasks of a playbook."""

    def __init__(self, store: Store, tools: Tools, _given: Given) -> None:
        self._tools = tools
        self._tasks = Tasks.read(store)

    def written(self, name: str, language: str) -> bytes:
        """Return the table, with the commas or semicolons that spreadsheets of a language expect."""
        words = self._tools.draws.words_in(language)
        return tasks_csv(self._tasks, list(self._tasks.all.values()), words, SEPARATORS.get(language, ","))
