"""What stands in the columns of a comparison, as plain data: the view makes widgets of it, tests read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.funnel.stage import Stage
from app.personas.compare import Comparison, Row
from app.personas.section import PersonaCard, Shape
from app.personas.snapshot import Personas
from widgets.common.words import tr
from widgets.personas.compare.chip import Look

Missing = Callable[[str], Sequence[Stage]]  # stages in which nothing serves a persona


@dataclass(frozen=True, slots=True)
class Cell:
    """One chip: what it says, how many say so, and what it leads to.

    That is ("card", id), ("stage", id), ("row", key of a row), ("open", id of a card that nothing answers), or nothing.
    """

    words: str
    note: str
    look: Look
    leads: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the comparison: its name, and the chips of each persona."""

    key: str
    name: str
    cells: tuple[tuple[Cell, ...], ...]


GAPS = "gaps"


def lines(known: Personas, found: Comparison, missing: Missing, *, marked: bool) -> list[Line]:
    """Return the rows in order, gaps last; unless `marked`, what several say looks as all else."""
    rows = [
        Line(row.key, row.name, tuple(_said(found, row, at, marked=marked) for at in _each(found)))
        for row in found.rows
    ]
    gaps = tuple(tuple(_gaps(known, found, at, missing)) for at in _each(found))
    return [*rows, Line(GAPS, tr("personas.compare.gaps"), gaps)]


def _each(found: Comparison) -> range:
    return range(len(found.personas))


def _said(found: Comparison, row: Row, column: int, *, marked: bool) -> tuple[Cell, ...]:
    if column in row.gaps():
        return (Cell(tr("personas.compare.gap.row", row=row.name), "", Look.GAP, ("row", row.key)),)
    return tuple(_card(found, card, marked=marked) for card in row.cells[column] or ())


def _card(found: Comparison, card: PersonaCard, *, marked: bool) -> Cell:
    words = f"{card.label}: {card.text}" if card.label else card.text
    overlap = found.overlap_of(card.id)
    if overlap is None or not marked:
        return Cell(words, "", Look.PLAIN, ("card", card.id))
    some, all_of = len(overlap.personas), len(found.personas)
    note = tr("personas.compare.all", n=all_of) if some == all_of else tr("personas.compare.some", some=some, n=all_of)
    return Cell(words, note, Look.SHARED, ("card", card.id))


def _gaps(known: Personas, found: Comparison, column: int, missing: Missing) -> list[Cell]:
    """Return what a persona lacks besides empty rows: stages without a program, and what nothing answers."""
    persona = found.personas[column]
    stages = missing(persona)
    cells = [
        Cell(tr("personas.compare.gap.stage", stage=it.name), "", Look.GAP, ("stage", it.id)) for it in stages
    ] or [Cell(tr("personas.compare.fine"), "", Look.FINE, ("", ""))]
    cells += [
        Cell(tr("personas.compare.gap.answer", text=known.card[card].text), "", Look.GAP, ("open", card))
        for card in found.unserved[persona]
        if card in known.card and known.shape_of(known.card[card]) is Shape.LIST
    ]
    return cells
