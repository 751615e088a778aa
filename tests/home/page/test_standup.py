from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from app.home.standup import Item, Standup
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.tasks.finishing import finish
from tests.calendar.page.builders import mar
from tests.home.builders import save
from widgets.common.words import set_language
from widgets.home.rows import SayRow
from widgets.home.standup_text import standup_text

SAID = Standup(
    mar(10),
    mar(9),
    mar(11),
    (Item("task", "t", "Tidy tags", mar(9)),),
    (Item("event", "ama", "AMA *with* [founders]", mar(11)),),
    (),
)


def copied():
    return QGuiApplication.clipboard().text()


def test_markdown_is_ready_to_be_pasted_and_titles_stay_what_they_are():
    assert standup_text(SAID, "en", markdown=True) == (
        "## Wednesday, 10 March\n\n"
        "**Done since Tue 9 Mar**\n- Tidy tags (Tue 9 Mar)\n\n"
        "**Due until Thu 11 Mar**\n- AMA \\*with\\* \\[founders\\] (Thu 11 Mar)\n\n"
        "**Late**\n- Nothing\n"
    )


def test_plain_text_has_no_signs_of_markdown():
    assert standup_text(SAID, "en", markdown=False) == (
        "Wednesday, 10 March\n\n"
        "Done since Tue 9 Mar:\n• Tidy tags (Tue 9 Mar)\n\n"
        "Due until Thu 11 Mar:\n• AMA *with* [founders] (Thu 11 Mar)\n\n"
        "Late:\n• Nothing\n"
    )


@pytest.mark.parametrize("screen", ["en", "bg"])
def test_its_language_is_chosen_apart_from_that_of_the_screen(screen):
    set_language(screen)

    text = standup_text(SAID, "bg", markdown=False)

    assert text.startswith("Сряда, 10 март\n\nСвършено от вт 9 март:\n• Tidy tags")


def test_a_title_of_two_lines_stays_one_point():
    two = replace(SAID, done=(Item("task", "t", "One\n# Two", mar(10)),))

    assert "- One \\# Two (Today)\n" in standup_text(two, "en", markdown=True)


def test_it_is_copied_as_markdown_in_the_language_of_the_playbook(setup):
    save(setup.store, replace(setup.store.of(Playbook).get(PLAYBOOK_ID), language="bg"))

    setup.page.copy_standup()

    assert copied().startswith("## Сряда, 10 март")
    assert [message.id for message in setup.asked.told] == ["home.standup.copied"]


def test_another_form_is_copied_at_once_and_remembered(setup):
    menu = setup.page.standup.menu()
    entries = {entry.text(): entry for entry in menu.actions() if entry.text()}
    assert [text for text, entry in entries.items() if entry.isChecked()] == ["As Markdown", "In English"]

    entries["As plain text"].trigger()
    entries["In Bulgarian"].trigger()

    assert copied().startswith("Сряда, 10 март\n")
    assert [entry.text() for entry in setup.page.standup.menu().actions() if entry.isChecked()] == [
        "As plain text",
        "In Bulgarian",
    ]


def test_each_point_leads_to_what_it_says(setup):
    finish(setup.store, [setup.ids["Today"]])
    shown = setup.page.standup.card.list
    rows = [row for row in shown.rows.rows() if isinstance(row, SayRow)]
    assert [(row.title, row.goal[0]) for row in rows] == [
        ("Today", "tasks"),
        ("AMA with founders", "calendar"),
        ("Thursday", "tasks"),
        ("Late", "tasks"),
    ]

    setup.click(shown, rows[1].key)

    assert setup.asked.gone == [("calendar", "ama")]
