"""How a board and a map grow with ten times the reference: opened and painted by turns, and under the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QWidget

from app.funnel.funnel_map import FunnelMap
from app.funnel.tidy import Box, tidy
from app.store import Store
from storage.playbooks import SqlPlaybooks
from tests.benchmarks.bench_board import UNDER_HAND, board_in
from tests.benchmarks.figure import milliseconds, side_by_side
from tests.benchmarks.reference import quarter_of, read_plan
from tests.benchmarks.window import OpenWindow
from widgets.common.page import Page
from widgets.funnel.canvas import laid
from widgets.funnel.canvas.writing import Writing
from widgets.funnel.page import FunnelPage
from widgets.purpose.page import PurposePage
from widgets.purpose.painting.picture import BoardPicture
from widgets.shell.pages import FUNNEL

TIMES = 9
Pair = tuple[float, float]  # of the large playbook, of the small one


def under_hand(book: Path, home: Path) -> dict[str, float]:
    """Return how long the steps take by which somebody looks about and drags on the board."""
    window = OpenWindow(book, home)
    page = board_in(window)
    found = {f"B1, {what}, p99": median(work(window, page) for _ in range(3)) for what, work in UNDER_HAND}
    window.close()
    return found


def by_turns(small: Path, large: Path, home: Path) -> Iterator[tuple[str, float, float]]:
    """Yield what reads a whole board or map, with the time that it takes in the large and in the small playbook."""
    window = OpenWindow(large, home)
    stores = (window.store, SqlPlaybooks(home / "backups").open(small))
    board, funnel = board_in(window), window.program.window.pages.get(FUNNEL.id)
    assert isinstance(funnel, FunnelPage)
    yield "opening the board", *_opened(window, board, stores, lambda: board.canvas.viewport())
    yield "B2, the whole board, one repaint", *_repainted(board, stores)
    window.program.go(FUNNEL.id, "")
    window.rest()
    yield "opening the map", *_opened(window, funnel, stores, lambda: funnel.map.viewport())
    yield "B3, tidy layout of the map", *_laid_out(small, stores)
    window.close()
    stores[1].close()


def _opened(window: OpenWindow, page: Page, stores: tuple[Store, Store], view: Callable[[], QWidget]) -> Pair:
    """Return how long it takes until another playbook is read, laid out and painted on a page that is there."""

    def opened(store: Store) -> float:
        return window.painted(partial(page.attach, store), view())

    return _medians([(opened(stores[0]), opened(stores[1])) for _ in range(TIMES + 1)][1:])


def _repainted(board: PurposePage, stores: tuple[Store, Store]) -> Pair:
    def picture_of(store: Store) -> BoardPicture:
        board.attach(store)
        return board.canvas.picture

    def repainted(picture: BoardPicture) -> float:
        board.canvas.show_picture(picture)
        return milliseconds(board.canvas.viewport().repaint)

    large, small = picture_of(stores[0]), picture_of(stores[1])
    return _medians([(repainted(large), repainted(small)) for _ in range(TIMES + 1)][1:])


def _laid_out(small: Path, stores: tuple[Store, Store]) -> Pair:
    large, little = (partial(tidy, _boxes(store, quarter_of(read_plan(small)).first)) for store in stores)
    return side_by_side(large, little, TIMES)


def _boxes(store: Store, today: date) -> list[Box]:
    """Return the nodes of a map as the page hands them over to be laid out."""
    funnel = FunnelMap.read(store)
    return [laid._box(it, *it.room) for it in laid._sketch(funnel, laid.Shown(), Writing(funnel, {}, today).write)]


def _medians(pairs: list[Pair]) -> Pair:
    return median(large for large, _ in pairs), median(small for _, small in pairs)
