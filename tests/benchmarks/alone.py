"""Work in a process of its own, so that nothing is measured in the heap that another left."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from tests.benchmarks.figure import Figure

T = TypeVar("T")
R = TypeVar("R")


def each_alone(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Yield what a work gives for each item, one after another."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        for item in items:
            yield processes.submit(work, item).result()


def measure_file(what: tuple[str, frozenset[str]]) -> list[Figure]:
    """Measure what one file measures, or the wanted part of it, told line by line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    name, wanted = what
    module = importlib.import_module(f"tests.benchmarks.{name}")
    if wanted and not wanted & set(module.IDS):
        return []
    figures = []
    for figure in module.measure():
        if not wanted or figure.id in wanted:
            print(figure.line(), flush=True)
            figures.append(figure)
    return figures
