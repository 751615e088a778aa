"""Personas on paper: each on pages of its own, with an outline, and nothing in them that turns words around."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.calendar.plan import Plan
from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import Personas
from app.personas.taking_out import contents_of
from tests.playbook.beginning import begun
from widgets.personas.paper import PersonaPaper, drawn
from widgets.shell.drawing import Drawing


def read(wish: PersonaPaper) -> PdfReader:
    return PdfReader(BytesIO(drawn(lambda *_: None, wish)))


def titles(reader: PdfReader) -> list[str]:
    return [it.title for it in reader.outline if not isinstance(it, list)]


@pytest.mark.parametrize(("language", "word"), [("en", "of 8 asked"), ("bg", "от 8 запитани")])
def test_all_personas_stand_in_one_document_with_an_outline(tmp_path, qapp, language, word):
    store = begun(tmp_path / "kestrel.sedyanka", "sample", language)
    personas = Personas.read(store)
    contents = contents_of(store, personas, list(personas.all), Plan.read(store))
    reader = read(PersonaPaper(tuple(contents), "Kestrel Circle", date(2027, 3, 10), language))
    text = "\n".join(page.extract_text() for page in reader.pages)

    assert titles(reader) == [it.name for it in personas.all.values()]
    assert 3 <= len(reader.pages) <= 6
    assert word in text
    assert all(card.text.split()[0] in text for card in personas.card.values())
    assert "Sedyanka" in reader.metadata.creator
    store.close()


def test_long_texts_and_signs_that_turn_words_around_stay_on_the_page(qapp):
    text = SectionPart(
        PersonaSection("", "p", "Notes", Shape.TEXT),
        (CardContent(PersonaCard("", "", "**Bold**\n\n- one\n- two\n" + "x" * 4000)),),
    )
    turned = SectionPart(
        PersonaSection("", "p", "Risks", Shape.CHIPS), (CardContent(PersonaCard("", "", "a\u202eb\0c")),)
    )
    content = PersonaContent(Persona("p", "Night planner", quote="Late"), (text, turned, replace(text)))
    reader = read(PersonaPaper((content,), "Kestrel Circle", date(2027, 3, 10)))
    said = "\n".join(page.extract_text() for page in reader.pages)

    assert "abc" in said
    assert "\u202e" not in said
    assert "**" not in said
    assert "one" in said


def test_paper_is_as_large_as_it_was_asked_for(qapp):
    content = PersonaContent(Persona("p", "Busy managers"))
    pdf = Drawing(lambda *_: None, "1").personas("pdf", (content,), "Kestrel Circle", date(2027, 3, 10), "en", "Letter")

    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
