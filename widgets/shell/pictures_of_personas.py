"""What is to be seen of personas, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from app.personas.section import Shape
from widgets.shell.offscreen import Offscreen
from widgets.shell.pages import PERSONAS

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage


def pictures_of_personas(window: Offscreen) -> list[tuple[str, Callable[[], object]]]:
    """Return the names of pictures, and what brings each on the screen."""
    return [
        ("personas-card", lambda: _select(window, Shape.LIST)),
        ("personas-signal", lambda: _select(window, Shape.SIGNALS)),
        ("personas-face", lambda: _first(window).choose_face()),
        ("personas-blank", lambda: _page(window).open_blank()),
    ]


def _page(window: Offscreen) -> PersonasPage:
    window.program.go(PERSONAS.id, "")
    page = cast("PersonasPage", window.program.window.pages.get(PERSONAS.id))
    page.show_document()
    return page


def _first(window: Offscreen) -> PersonasPage:
    """Open the first persona."""
    page = _page(window)
    for persona in page.personas.current()[:1]:
        page.open_persona(persona.id)
    return page


def _select(window: Offscreen, shape: Shape) -> None:
    """Select the card of a shape that has the most to tell."""
    page = _first(window)
    there = [it for it in page.personas.cards_of(page.whose) if page.personas.shape_of(it) is shape]
    told = sorted(there, key=lambda it: -len(page.personas.evidence(it.id)))
    for card in told[:1]:
        page.select(card.id, reveal=True)
