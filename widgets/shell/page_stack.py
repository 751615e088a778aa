"""The pages, each made when it is shown first; only one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import BugError
from app.store import Store
from widgets.common.page import Page

Make = Callable[[str], Page]


class PageStack(QStackedWidget):
    """Keeps every page that was shown, with the open playbook attached.

    Signals:
        page_shown: another page shows (its id).
        actions_changed: what can be done on the page that shows changed.
    """

    page_shown = Signal(str)
    actions_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bg")
        self._make: Make | None = None
        self._pages: dict[str, Page] = {}
        self._store: Store | None = None
        self.current_id = ""

    def set_make(self, make: Make) -> None:
        """Take over who makes pages."""
        self._make = make

    @property
    def page(self) -> Page | None:
        """The page that shows."""
        return self._pages.get(self.current_id)

    def get(self, id: str) -> Page:
        """Return a page, made and attached when need be."""
        page = self._pages.get(id)
        return page if page is not None else self._attached(self._made(id))

    def show_page(self, id: str) -> Page:
        """Show a page; a new one gets its size before its playbook, so that it lays itself out only once."""
        page = self._pages.get(id)
        is_new = page is None
        page = page or self._made(id)
        self.current_id = id
        self.setCurrentWidget(page)
        if is_new:
            self._attached(page)
        self.page_shown.emit(id)
        return page

    def _made(self, id: str) -> Page:
        if self._make is None:
            raise BugError("nobody makes pages")
        page = self._pages[id] = self._make(id)
        page.actions_changed.connect(lambda: self._on_actions_changed(id))
        self.addWidget(page)
        return page

    def _attached(self, page: Page) -> Page:
        page.attach(self._store)
        return page

    def attach(self, store: Store | None) -> None:
        """Give every page another playbook, or none."""
        self._store = store
        for page in self._pages.values():
            page.attach(store)

    def made(self) -> Iterator[tuple[str, Page]]:
        """Yield the pages that were made so far."""
        yield from self._pages.items()

    def _on_actions_changed(self, id: str) -> None:
        if id == self.current_id:
            self.actions_changed.emit()
