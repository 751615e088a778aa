"""A page over an open playbook: it hears what changes there while it is attached, and runs what a person does."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from app.errors import BugError, KnownError
from app.store import Changes, Store
from widgets.common.desk import Desk
from widgets.common.page import Page


class PageOverStore(Page):
    """Disabled while no playbook is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.store: Store | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self.setEnabled(False)

    @override
    def attach(self, store: Store | None) -> None:
        if self._unsubscribe:
            self.leave()
            self._unsubscribe()
            self._unsubscribe = None
        self.store = store
        self.setEnabled(store is not None)
        if store is not None:
            self._unsubscribe = store.subscribe(self.take_over)
            self.begin(store)

    def open_store(self) -> Store:
        """Return the open playbook; nothing on the page can be used without one."""
        if self.store is None:
            raise BugError("no playbook is open")
        return self.store

    def is_open(self) -> bool:
        """Return whether a playbook is open."""
        return self.store is not None

    def run(self, work: Callable[[Store], object]) -> bool:
        """Do something with the playbook; return whether it could be done, else it is said why not."""
        try:
            work(self.open_store())
        except KnownError as error:
            self.desk.fail(error)
            return False
        return True

    # --- what each page does in its own way ---

    def begin(self, store: Store) -> None:
        """Show a playbook that was opened."""
        raise NotImplementedError

    def take_over(self, changes: Changes) -> None:
        """Show what changed in the playbook."""
        raise NotImplementedError

    def leave(self) -> None:
        """Give what is being typed to the playbook before it goes."""
