"""Personas side by side on the page: what is marked, why, what is missing, and what is done about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.calendar.event import Event, MessageStatus
from app.personas import cards
from app.personas.verdicts import verdicts_of
from app.playbook.link import Link
from widgets.personas.compare.chip import Look
from widgets.personas.compare.overlap_map import shares
from widgets.personas.views import COMPARE, DOCUMENT


@pytest.fixture
def beside(setup):
    setup.page.views.show(COMPARE)
    return setup.page.views.comparison


def chip_of(beside, words, look=None):
    """The first chip that begins so."""
    return next(
        it for it in beside.view.chips.values() if it.words.startswith(words) and (look is None or it.look is look)
    )


def press(qtbot, chip):
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_what_several_say_is_marked_with_how_many_and_the_side_says_why(beside, qtbot):
    chip = chip_of(beside, "No time to read long threads")
    assert (chip.look, chip.note) == (Look.SHARED, "2 of 3")

    press(qtbot, chip)
    side = beside.side
    assert side.about.text() == "Shared by Busy managers and Curious newcomers. One program can serve them all."
    assert side.why.text().startswith("Taken for the same by: time, read, long, threads")
    assert not side.yes.isHidden()
    press(qtbot, chip)
    assert beside.chosen is None


def test_a_person_has_the_last_word_on_a_match(beside, setup, qtbot):
    press(qtbot, chip_of(beside, "No time to read long threads"))
    qtbot.mouseClick(beside.side.yes, Qt.MouseButton.LeftButton)
    assert beside.side.why.text() == "You said that this is the same."
    qtbot.mouseClick(beside.side.no, Qt.MouseButton.LeftButton)
    assert chip_of(beside, "No time to read long threads").look is Look.PLAIN
    assert list(verdicts_of(setup.store).values()) == [False]

    setup.store.undo()
    setup.store.undo()
    assert verdicts_of(setup.store) == {}
    assert chip_of(beside, "No time to read long threads").look is Look.SHARED


def test_without_marks_everything_looks_alike(beside, setup, qtbot):
    qtbot.mouseClick(setup.page.views.marks, Qt.MouseButton.LeftButton)
    assert chip_of(beside, "No time to read long threads").look is Look.PLAIN


def test_an_empty_row_is_a_gap_that_leads_to_the_line_where_it_is_written(beside, setup, qtbot):
    page = setup.page
    newcomers = setup.ids["newcomers"]
    section = next(it for it in page.personas.sections[newcomers] if it.key == "risks")
    for card in list(page.personas.cards[section.id]):
        cards.delete_card(setup.store, card.id)
    press(qtbot, chip_of(beside, "Nothing in ‘Risks’", Look.GAP))
    qtbot.mouseClick(beside.side.fix, Qt.MouseButton.LeftButton)

    assert (page.views.current, page.whose) == (DOCUMENT, newcomers)
    view = page.document.sections[section.id]
    qtbot.keyClicks(view.line, "Leaves unseen")
    qtbot.keyClick(view.line, Qt.Key.Key_Return)
    page.views.show(COMPARE)
    assert not [it for it in beside.view.chips.values() if it.words == "Nothing in ‘Risks’"]


def test_an_idea_is_planned_for_all_who_say_it_and_answers_their_cards(beside, setup, qtbot):
    press(qtbot, chip_of(beside, "Afraid to ask"))
    (idea, *_) = beside.side.ideas.cards
    before = events(setup.store)
    qtbot.mouseClick(idea.plan, Qt.MouseButton.LeftButton)

    assert events(setup.store) == before + 1
    link = max(setup.store.of(Link).where(role="answers"), key=lambda it: it.id)
    event = setup.store.of(Event).get(link.to_id)
    assert event.day == idea.idea.day
    assert set(event.personas) == {setup.ids["managers"], setup.ids["newcomers"]}
    assert event.title in [it.row.text for it in beside.side.answers.buttons]
    setup.store.undo()
    assert events(setup.store) == before


def events(store):
    """Return how many events there are, those left out that only announce one."""
    return sum(it.message is not MessageStatus.DRAFT for it in store.of(Event).all())


def test_two_to_four_are_chosen_and_a_fifth_cannot_be(beside, setup):
    menu = beside.menu(setup.page)
    first = menu.actions()[0]
    first.setChecked(False)
    assert [it.name for it in beside.personas()] == ["Curious newcomers", "Power builders"]
    assert len(beside.view.chips) == sum(len(cell) for line in beside._lines for cell in line.cells)
    for _ in range(3):
        setup.page.edits.add()
    menu = beside.menu(setup.page)
    for action in menu.actions():
        if action.isEnabled():
            action.setChecked(True)
    assert len(beside.personas()) == 4
    assert [it.isEnabled() for it in beside.menu(setup.page).actions()].count(False) == 2


def test_the_map_counts_every_thing_once(beside):
    counts = shares(beside.found)
    said = sum(len(cell or ()) for row in beside.found.rows for cell in row.cells)
    shared = sum(len(it.cards) - 1 for row in beside.found.rows for it in row.overlaps)
    assert sum(counts.values()) == said - shared
