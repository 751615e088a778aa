"""Cards are painted once, and again when they look different."""

import pytest

from widgets.common.theme import theme


@pytest.fixture
def cards(page):
    return page.side.panel.palette_panel.list


def test_a_card_looks_the_same_when_it_is_uncovered(cards):
    first = cards.grab().toImage()
    pictures = dict(cards.itemDelegate()._pictures)

    assert cards.grab().toImage() == first
    assert pictures
    assert all(cards.itemDelegate()._pictures[key].cacheKey() == one.cacheKey() for key, one in pictures.items())


def test_other_colours_and_another_selection_look_different(cards):
    light = cards.grab().toImage()
    cards.setCurrentIndex(cards.model().index(1, 0))
    chosen = cards.grab().toImage()
    theme().apply("dark")
    try:
        dark = cards.grab().toImage()
    finally:
        theme().apply("light")

    assert light != chosen != dark
    cards.clearSelection()
    assert len(cards.itemDelegate()._pictures) <= 200
