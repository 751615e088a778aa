"""Everything that was done is taken back, the program is started anew, and everything is done again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for
from tests.storage.making import everything


def undo_restart_redo(
    desk: Desk, book: Path, before: dict[str, list[str]], started: Callable[[], object], day: date | None = None
) -> None:
    """Compare the whole database each time; `started` waits until the page shows that was open last."""
    after = everything(book)
    count = take_all_back(desk, book)
    assert everything(book) == before
    assert desk.close() == 0

    desk.launch(day=day)
    started()
    for _ in range(count):
        desk.key("ctrl+shift+z")
    wait_for(lambda: not more(book, back=False), "all of it again")
    assert everything(book) == after


def take_all_back(desk: Desk, book: Path) -> int:
    """Undo until there is nothing to undo; return how many steps that were."""
    count = 0
    while more(book, back=True):
        desk.key("ctrl+z")
        count += 1
        assert count < 200, "undo does not come to an end"
    return count


def more(book: Path, *, back: bool) -> bool:
    """Return whether there is a step to take back, or to do again."""
    store = SqlStore(book, read_only=True)
    try:
        return (store.next_undo() if back else store.next_redo()) is not None
    finally:
        store.close()
