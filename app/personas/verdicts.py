"""What a person says about two cards: that they are alike, or that they are not. It stays, whatever words they get."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.message import Message, say
from app.personas.written import CARD
from app.playbook.link import Link
from app.store import Store

SAME: Final = "same"
DIFFERENT: Final = "different"


def verdicts_of(store: Store) -> dict[tuple[str, str], bool]:
    """Return what was said of pairs of cards, by their ids, the smaller first."""
    links = [*store.of(Link).where(from_kind=CARD, to_kind=CARD, role=SAME)]
    links += store.of(Link).where(from_kind=CARD, to_kind=CARD, role=DIFFERENT)
    return {(link.from_id, link.to_id): link.role == SAME for link in links}


def join(store: Store, cards: Iterable[str]) -> None:
    """Say that cards are alike, each with each."""
    _give(store, _pairs(list(cards)), SAME, say("personas.step.same"))


def part(store: Store, card: str, others: Iterable[str]) -> None:
    """Say that a card is not like others."""
    _give(
        store,
        [tuple(sorted((card, other))) for other in others if other != card],
        DIFFERENT,
        say("personas.step.different"),
    )


def forget(store: Store, cards: Iterable[str]) -> None:
    """Take back what was said of cards among themselves."""
    pairs = set(_pairs(list(cards)))
    links = [it for it in _said(store) if (it.from_id, it.to_id) in pairs]
    if links:
        with store.change(say("personas.step.forget")):
            store.of(Link).delete(link.id for link in links)


def _give(store: Store, pairs: Iterable[tuple[str, ...]], role: str, step: Message) -> None:
    wanted = set(pairs)
    there = {(it.from_id, it.to_id): it for it in _said(store) if (it.from_id, it.to_id) in wanted}
    fresh = [pair for pair in sorted(wanted) if pair not in there or there[pair].role != role]
    if not fresh:
        return
    with store.change(step):
        store.of(Link).delete(there[pair].id for pair in fresh if pair in there)
        store.of(Link).save(Link(store.new_id(), CARD, one, CARD, other, role) for one, other in fresh)


def _said(store: Store) -> list[Link]:
    return [it for it in store.of(Link).where(from_kind=CARD, to_kind=CARD) if it.role in {SAME, DIFFERENT}]


def _pairs(cards: list[str]) -> list[tuple[str, ...]]:
    return [tuple(sorted((one, other))) for place, one in enumerate(cards) for other in cards[place + 1 :]]
