"""The rail says how many tasks are due, whether their page was shown or not."""

from __future__ import annotations

from datetime import timedelta

from app.tasks.editing import edit
from app.tasks.finishing import finish
from app.tasks.today import today_of
from tests.tasks.builders import add
from widgets.common.words import set_language


def badge(shell) -> tuple[str, bool, str]:
    button = shell.window.rail._buttons["tasks"]
    return button._badge, button._alert, button.accessibleName()


def test_tasks_of_today_are_counted_and_late_ones_alarm(sample):
    store, today = sample.store, today_of(sample.store)
    assert badge(sample) == ("", False, "Tasks")

    one, two = add(store, "One", due=today), add(store, "Two", due=today)
    add(store, "Tomorrow", due=today + timedelta(days=1))
    assert badge(sample) == ("2", False, "Tasks, 2 due")
    edit(store, [one], due=today - timedelta(days=1))
    assert badge(sample) == ("2", True, "Tasks, 2 due")
    finish(store, [one, two])
    assert badge(sample) == ("", False, "Tasks")
    store.undo()
    assert badge(sample)[0] == "2"


def test_a_closed_playbook_has_none_and_an_opened_one_its_own(sample, qapp):
    add(sample.store, "One", due=today_of(sample.store))
    file = sample.store.path
    sample.program.opening.close_file()
    assert badge(sample)[0] == ""
    sample.open(file)
    assert badge(sample)[0] == "1"
    set_language("bg")
    qapp.processEvents()
    assert badge(sample)[2] == "Задачи, 1 за днес или закъсняла"
