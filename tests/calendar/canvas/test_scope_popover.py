"""How much of a series is meant is asked where the drop happened."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.calendar.event import Scope
from app.calendar.scope_preview import Choice
from app.calendar.workload import Load
from app.message import say
from tests.calendar.canvas.builders import LEFT, NONE, a_series, mar, on_day
from widgets.calendar.canvas.scope_popover import ScopePopover
from widgets.calendar.canvas.scope_popover_words import heading, question

KEY = ("prompt", "2027-03-16")
WEEK = mar(15)
EMPTY, FULL = Load(WEEK, 2.5, 8.0), Load(WEEK, 5.0, 8.0)
CHOICES = {
    Scope.ONLY_THIS: Choice(say("status.planned"), say("status.ready"), None, EMPTY, EMPTY),
    Scope.FOLLOWING: Choice(say("status.done"), say("status.idea"), say("status.skipped"), EMPTY, FULL),
    Scope.ALL: Choice(say("status.idea"), say("status.done"), None, EMPTY, FULL),
}


@pytest.fixture
def canvas(show):
    return show(a_series())


@pytest.fixture
def asked(canvas):
    canvas.show_pending([KEY], mar(18))
    popover = ScopePopover(canvas, "Weekly prompt → Thu 18 Mar", "Repeats weekly.", CHOICES)
    popover.ask_at(canvas.anchor(KEY))
    popover.answers = []
    popover.chosen.connect(popover.answers.append)
    popover.cancelled.connect(lambda: popover.answers.append(None))
    return popover


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([Qt.Key.Key_Return], Scope.ONLY_THIS),
        ([Qt.Key.Key_1], Scope.ONLY_THIS),
        ([Qt.Key.Key_2], Scope.FOLLOWING),
        ([Qt.Key.Key_3], Scope.ALL),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], Scope.FOLLOWING),
        ([Qt.Key.Key_Up, Qt.Key.Key_Enter], Scope.ALL),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Space], Scope.FOLLOWING),
        ([Qt.Key.Key_Escape], None),
    ],
)
def test_a_key_answers_once(asked, keys, answer):
    answers = asked.answers
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)

    assert answers == [answer]


def test_a_click_answers_and_a_press_outside_puts_back(canvas, asked):
    answers = asked.answers
    QTest.mouseClick(asked.rows[2], LEFT)
    again = ScopePopover(canvas, "a", "b", CHOICES)
    again.ask_at(canvas.anchor(KEY))
    again.cancelled.connect(lambda: answers.append(None))
    QTest.mousePress(canvas, LEFT, NONE, on_day(canvas, mar(1)))

    assert answers == [Scope.ALL, None]


def test_it_opens_below_the_event_and_above_when_there_is_no_room(canvas, asked):
    below = canvas.mapFromGlobal(canvas.anchor(KEY).bottomLeft())
    assert asked.rows[0].mapTo(canvas, asked.rows[0].rect().topLeft()).y() > below.y()
    asked.dismiss()

    low = ("prompt", "2027-05-25")
    popover = ScopePopover(canvas, "a", "b", CHOICES)
    popover.ask_at(canvas.anchor(low))

    top = popover.rows[2].mapTo(canvas, popover.rows[2].rect().bottomLeft()).y()
    assert top < canvas.mapFromGlobal(canvas.anchor(low).topLeft()).y()


def test_the_answers_can_be_heard(asked):
    assert [row.accessibleName() for row in asked.rows] == [
        "Planned. Ready", "Done. Idea. Skipped", "Idea. Done",
    ]  # fmt: skip


def test_the_question_names_event_place_and_rhythm(canvas):
    occurrence = canvas.model.plan.occurrence(KEY)

    assert heading(occurrence, replace(occurrence, day=mar(25))) == "Weekly prompt → Thu 25 Mar"
    assert question(occurrence, "move") == "Repeats weekly on Tuesday. What should move?"


def test_the_foot_tells_the_load_that_the_marked_answer_leaves(asked):
    assert asked.content._note.text() == "W11 stays 2.5 / 8 h"

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert asked.content._note.text() == "W11: 2.5 → 5.0 / 8 h"


def test_an_answer_that_cannot_be_is_passed_over_and_says_why(canvas):
    refused = replace(CHOICES[Scope.ONLY_THIS], refused=say("status.skipped"))
    popover = ScopePopover(canvas, "a", "b", CHOICES | {Scope.ONLY_THIS: refused})
    popover.ask_at(canvas.anchor(KEY))
    answers = []
    popover.chosen.connect(answers.append)

    QTest.keyClick(popover, Qt.Key.Key_1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert answers == [Scope.FOLLOWING]
    assert popover.content.rows[0].accessibleName() == "Planned. Skipped"
