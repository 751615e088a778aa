"""Ideas stand beside the persona while nothing of it is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.calendar.event import Event


def test_ideas_name_what_they_answer_and_are_planned_by_a_press(setup, qtbot):
    page = setup.page
    page.open_persona(setup.ids["builders"])
    qtbot.waitUntil(lambda: bool(page.inspector.ideas.cards))
    first = page.inspector.ideas.cards[0]
    assert not page.inspector.ideas.isHidden()

    qtbot.mouseClick(first.plan, Qt.MouseButton.LeftButton)
    planned = [it for it in setup.store.of(Event).all() if it.personas == (setup.ids["builders"],)]
    assert [it.day for it in planned if it.tactic == first.idea.tactic.id] == [first.idea.day]
    qtbot.waitUntil(lambda: first.idea.tactic.id not in {it.idea.tactic.id for it in page.inspector.ideas.cards})
    assert page.personas.answers[first.idea.card.id]

    page.select(setup.card("Recognition"))
    assert page.inspector.ideas.isHidden()
