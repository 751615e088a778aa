"""Personas side by side: what several say, where one is empty, and what no program serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from app.personas.alike import alike
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import Personas

COMPARED: Final = frozenset({Shape.CHIPS, Shape.LIST, Shape.SIGNALS})
WANTED: Final = frozenset({"motivations", "blockers"})  # sections whose cards something should answer
Verdicts = Mapping[tuple[str, str], bool]  # ids of two cards, the smaller first: whether a person says they are alike


@dataclass(frozen=True, slots=True)
class Overlap:
    """Cards of several personas that say the same."""

    cards: tuple[str, ...]  # ids, in the order of the personas
    personas: tuple[str, ...]
    words: tuple[tuple[str, str], ...]  # why: words of the first two that are alike; none when they are equal
    confirmed: bool  # whether a person said so


@dataclass(frozen=True, slots=True)
class Row:
    """One section across the personas: a cell is None where a persona has no such section."""

    key: str
    name: str
    shape: Shape
    cells: tuple[tuple[PersonaCard, ...] | None, ...]
    overlaps: tuple[Overlap, ...]

    def gaps(self) -> list[int]:
        """Return the columns that are empty where others have something."""
        filled = [bool(cell) for cell in self.cells]
        return [column for column, full in enumerate(filled) if not full] if any(filled) else []


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four personas side by side."""

    personas: tuple[str, ...]
    rows: tuple[Row, ...]
    unserved: Mapping[str, tuple[str, ...]]  # by persona, ids of motivations and blockers that nothing answers

    def overlap_of(self, card: str) -> Overlap | None:
        """Return the overlap that a card belongs to."""
        return next((it for row in self.rows for it in row.overlaps if card in it.cards), None)


def compare(known: Personas, personas: Sequence[str], verdicts: Verdicts) -> Comparison:
    """Compare personas, by their ids, section by section."""
    by_persona = [{_key(it): it for it in _sections(known, persona)} for persona in personas]
    order = dict.fromkeys(key for sections in by_persona for key in sections)
    rows = [_row(known, key, by_persona, personas, verdicts) for key in order]
    unserved = {persona: tuple(_unserved(known, persona)) for persona in personas}
    return Comparison(tuple(personas), tuple(row for row in rows if any(row.cells)), unserved)


def _sections(known: Personas, persona: str) -> Iterator[PersonaSection]:
    return (it for it in known.sections.get(persona, ()) if it.shape in COMPARED)


def _key(section: PersonaSection) -> str:
    return section.key or f"name:{section.name.strip().casefold()}"


def _row(
    known: Personas,
    key: str,
    by_persona: Sequence[Mapping[str, PersonaSection]],
    personas: Sequence[str],
    verdicts: Verdicts,
) -> Row:
    there = [sections.get(key) for sections in by_persona]
    cells = tuple(tuple(known.cards.get(it.id, ())) if it else None for it in there)
    first = next(it for it in there if it)
    owned = [(card, persona) for cell, persona in zip(cells, personas, strict=True) for card in cell or ()]
    return Row(key, first.name, first.shape, cells, tuple(_overlaps(owned, verdicts)))


def _overlaps(owned: Sequence[tuple[PersonaCard, str]], verdicts: Verdicts) -> Iterator[Overlap]:
    """Yield groups of cards of different personas; a pair that a person parted never joins two groups."""
    group = {card.id: [card.id] for card, _ in owned}
    owner = {card.id: persona for card, persona in owned}
    why: dict[str, tuple[tuple[str, str], ...]] = {}
    for pair, words in _pairs(owned, verdicts):
        one, other = group[pair[0]], group[pair[1]]
        if one is other or any(verdicts.get(_ordered(a, b)) is False for a in one for b in other):
            continue
        one.extend(other)
        for card in one:
            group[card] = one
            why.setdefault(card, words)
    place = {card.id: at for at, (card, _) in enumerate(owned)}
    for cards in {id(it): sorted(it, key=place.__getitem__) for it in group.values()}.values():
        personas = tuple(dict.fromkeys(owner[it] for it in cards))
        if len(personas) > 1:
            sure = all(verdicts.get(_ordered(cards[0], it)) for it in cards[1:])
            yield Overlap(tuple(cards), personas, why.get(cards[0], ()), sure)


def _pairs(
    owned: Sequence[tuple[PersonaCard, str]], verdicts: Verdicts
) -> list[tuple[tuple[str, str], tuple[tuple[str, str], ...]]]:
    """Return pairs of cards of two personas that are alike: those said by a person first, then the likest."""
    found = []
    for (one, persona), (other, another) in combinations(owned, 2):
        said = verdicts.get(_ordered(one.id, other.id))
        if persona == another or said is False:
            continue
        how = alike(one.text, other.text)
        equal = _plain(one.text) == _plain(other.text) and bool(_plain(one.text))
        if said or (_plain(one.label) == _plain(other.label) and (equal or how)):
            found.append((not said, not equal, -how.share, (one.id, other.id), () if equal else how.words))
    return [(pair, words) for _, _, _, pair, words in sorted(found)]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unserved(known: Personas, persona: str) -> Iterator[str]:
    for section in known.sections.get(persona, ()):
        if section.key in WANTED:
            yield from (card.id for card in known.cards.get(section.id, ()) if not known.answers.get(card.id))


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
