"""Personas go out as Markdown and come back whole; other people's files come in as far as they go, or say why not."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ImportRejected
from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart
from app.exchange.persona_markdown.reading import CARDS, PERSONAS, SECTIONS, read_personas
from app.exchange.persona_markdown.writing import Wording, write_personas
from app.personas.bringing_in import add_personas
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import BLANK, Personas
from app.personas.taking_out import contents_of
from app.purpose.reading import Reading
from tests.personas.builders import READY
from tests.playbook.beginning import begun
from tests.standing_clock import store as store

LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40).map(str.strip)
WORDS = LETTERS.filter(bool)


def everything(store):
    personas = Personas.read(store)
    return contents_of(store, personas, [it.id for it in personas.current()])


@pytest.mark.parametrize("language", ["en", "bg"])
def test_what_goes_out_of_the_sample_comes_back_identical(tmp_path, language):
    store = begun(tmp_path / "one.sedyanka", "sample", language)
    written = write_personas(everything(store), Wording(lambda *_: "6 of 8 (asked)"))
    before = [it.id for it in Personas.read(store).current()]
    added = add_personas(store, read_personas(written, "personas.md"))
    personas = Personas.read(store)
    again = write_personas(contents_of(store, personas, added), Wording(lambda *_: "6 of 8 (asked)"))

    assert again == written
    assert [len(personas.answered_by(it)) for it in added] == [len(personas.answered_by(it)) for it in before]
    store.undo()
    assert [it.id for it in Personas.read(store).current()] == before
    store.close()


@st.composite
def cards(draw, shape):
    many = draw(st.sampled_from(["", "\nsecond line", " — with ** marks", " # no heading", "<b>", " \\*"]))
    text = (draw(WORDS) + many).strip()
    label = draw(st.sampled_from(["", "Role", "1. x", "a*b"])) if shape is not Shape.TEXT else ""
    if shape is Shape.TEXT:
        return CardContent(PersonaCard("", "", f"{text}\n\n# Not a heading\n<!-- card -->\n- item"))
    card = PersonaCard(
        "", "", text, label=label, strength=draw(st.integers(0, 3)),
        said=draw(st.integers(0, 9)), asked=draw(st.integers(0, 9)), target=draw(st.none() | st.floats(0, 1e6)),
        unit=draw(st.sampled_from(["", "%"])),
        per=draw(st.sampled_from(["", "week"])), source=draw(LETTERS),
        day=draw(st.none() | st.just(date(2027, 3, 1))),
    )  # fmt: skip
    readings = (Reading("", "persona_card", "", date(2027, 3, 2), 4.5, draw(LETTERS)),) if draw(st.booleans()) else ()
    return CardContent(card, readings, (("program", draw(WORDS)),) if draw(st.booleans()) else ())


@st.composite
def a_persona(draw):
    parts = []
    for row in range(draw(st.integers(0, 3))):
        shape = draw(st.sampled_from(Shape))
        some = [] if shape is Shape.PROGRAMS else draw(st.lists(cards(shape), max_size=3))
        section = PersonaSection("", None, draw(WORDS), shape, "heart", key=f"k{row}")
        parts.append(SectionPart(section, tuple(some)))
    persona = Persona("", draw(WORDS), "loop", draw(LETTERS), quote=draw(LETTERS), avatar="☕")
    return PersonaContent(persona, tuple(parts))


@settings(max_examples=150, deadline=None)
@given(st.lists(a_persona(), min_size=1, max_size=3))
def test_whatever_is_written_comes_back_the_same(contents):
    assert read_personas(write_personas(contents), "personas.md") == contents


FOREIGN = """# Night planner

> “I plan after ten.”

## Blockers
* No time
* Afraid to *ask*

### Tools we saw
Uses paper, and **two** phones.

## Said
> It works.

## Facts
- **Role:** Deputy
- Team: 8
"""


def test_foreign_headings_become_free_sections_and_known_names_the_sections_of_the_template():
    (found,) = read_personas(FOREIGN.encode(), "notes.md", READY)
    sections = {it.section.name: it for it in found.sections}

    assert (found.persona.name, found.persona.quote) == ("Night planner", "I plan after ten.")
    assert (sections["Blockers"].section.key, sections["Blockers"].section.shape) == ("blockers", Shape.LIST)
    assert [it.card.text for it in sections["Blockers"].cards] == ["No time", "Afraid to *ask*"]
    assert sections["Tools we saw"].section.shape is Shape.TEXT
    assert sections["Said"].section.shape is Shape.QUOTES
    assert [it.card.label for it in sections["Facts"].cards] == ["Role", ""]


def test_a_file_without_a_name_is_called_as_the_file():
    (found,) = read_personas(b"## Risks\n- Leaves early\n", "night.md", READY)

    assert found.persona.name == "night"


@pytest.mark.parametrize(
    ("data", "place", "why"),
    [
        (b"", "", "personas.in.nothing"),
        (b"# A\n\n## B\n- ok\n- \xff\xfe\n", "5", "personas.in.encoding"),
        (b"# A\nx\0y", "2", "personas.in.binary"),
        (b"# A\n" * (PERSONAS + 1), str(PERSONAS + 1), "personas.in.personas"),
        (b"# A\n" + b"## B\n" * (SECTIONS + 1), str(SECTIONS + 2), "personas.in.sections"),
        (b"# A\n## B\n" + b"- c\n" * (CARDS + 1), "2", "personas.in.cards"),
        (b"# A\n" + (b"## B\n" + b"- c\n" * CARDS) * 11, "", "personas.in.cards.all"),
        (b"# A\n## B\n- " + b"x" * 20_001, "3", "personas.in.long"),
        (b"x" * (2 * 1024 * 1024 + 1), "", "personas.in.large"),
    ],
)
def test_what_is_refused_says_where_and_why(data, place, why):
    with pytest.raises(ImportRejected) as refused:
        read_personas(data, "theirs.md")

    assert (refused.value.file, refused.value.place, refused.value.why.id) == ("theirs.md", place, why)


@pytest.mark.parametrize(
    "comment",
    ['{"strength": 1e999}', '{"strength": "x", "target": [1]}', "[" * 5000, '{"day": "2027-99-99", "about": [-1, 2]}',
     '{"readings": [["x", 1, ""], 3, ["2027-03-01", NaN, ""]], "answers": [1, [2]]}', '{"target": 1e300}'],
)  # fmt: skip
def test_a_comment_that_is_no_sound_one_changes_nothing_but_itself(comment):
    (found,) = read_personas(f"# A\n## Risks\n- Leaves <!-- {comment} -->\n".encode(), "theirs.md", READY)
    card = found.sections[0].cards[0]

    assert card.card.text.startswith("Leaves")
    assert (card.card.target, card.card.day, card.about, card.readings) == (None, None, None, ())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text('#>-*[]()!<>{}:\\\n ab1."', max_size=400).map(str.encode))
def test_only_a_refusal_leaves_the_reader(data):
    with suppress(ImportRejected):
        read_personas(data, "theirs.md", READY)


def test_scripts_and_pictures_stay_the_letters_that_they_are(store):
    text = b"# A\n## Notes\nSee <script>x()</script> ![p](file:///etc/passwd)\n"
    add_personas(store, read_personas(text, "theirs.md"))
    (card,) = store.of(PersonaCard).all()

    assert card.text == "See <script>x()</script> ![p](file:///etc/passwd)"
    assert BLANK not in Personas.read(store).sections
