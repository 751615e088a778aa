"""The versions of a persona: the same dialog as the guide's."""

from PySide6.QtCore import Qt

from app.personas.persona import Persona
from app.personas.section import PersonaCard
from app.personas.versions import SOURCE
from app.playbook.revising import Keeper
from widgets.common.versions.part_card import PartCard
from widgets.personas.history import show_versions


def test_a_section_is_compared_in_words_and_put_back_from_the_page(setup, qtbot):
    page, keeper = setup.page, Keeper(setup.store, [SOURCE])
    card = next(it for it in page.personas.cards_of(page.whose) if it.text)
    page.edits.edit_card(card.id, {"text": "Something else"})
    page.edits.edit_persona(page.whose, {"summary": "New words"})
    keeper.look({PersonaCard: frozenset({card.id}), Persona: frozenset({page.whose})})

    dialog = show_versions(page)
    cards = [it for it in dialog.changes.findChildren(PartCard) if not it.isHidden()]
    section = page.personas.section[card.section].name

    assert dialog.title.text() == f"Versions of {page.persona.name}"
    assert [it.name.text() for it in cards] == ["Name and summary", section]
    qtbot.mouseClick(cards[1].restore, Qt.MouseButton.LeftButton)
    assert setup.store.of(PersonaCard).get(card.id) == card


def test_the_blank_template_has_no_versions(setup):
    setup.page.open_blank()

    assert show_versions(setup.page) is None
