"""The bank of prompts on the page."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.calendar.event import Event
from app.message import say
from app.tasks.task import Task
from app.workflows.prompt import Prompt, PromptKind
from app.workflows.running import start
from tests.workflows.sequence_builders import WEDNESDAY
from widgets.common.words import set_language


@pytest.fixture
def part(setup):
    setup.page.show_key("prompts")
    return setup.page.prompts


def texts(part) -> list[str]:
    rows = part.list.rows
    return [rows.data(rows.index(at, 0)) for at in range(rows.rowCount())]


def test_the_bank_is_listed_and_the_first_is_shown_whole(setup, part):
    tester = QAbstractItemModelTester(part.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert len(texts(part)) >= 120
    assert part.side.text.field.toPlainText() == texts(part)[0]
    assert part.side.text.field.isReadOnly()
    part.search.setText("monday")
    part.chips["kinds"].chosen.emit(("prompt",))

    assert tester
    assert 0 < len(texts(part)) < 10


def test_copy_takes_the_language_that_is_shown_and_counts_as_used(setup, part, qtbot):
    part.side.tabs.setCurrentIndex(1)
    qtbot.keyClick(part.list, Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text() == part.side.it.texts["bg"]
    assert part.side.it.used == WEDNESDAY
    assert "used on" in part.side.about.text()
    part.chips["unused"].chosen.emit(("4",))
    assert part.side.it.used is None


def test_a_text_is_used_for_a_task_an_event_and_the_loop(setup, part):
    part.side.uses["task"].click()
    part.side.uses["event"].click()
    assert not part.side.uses["loop"].isEnabled()
    setup.page.sequences.head.edited.emit({"every": 7})
    start(setup.store, "welcome", [], WEDNESDAY)
    assert part.side.uses["loop"].isEnabled()
    part.side.uses["loop"].click()

    text = part.side.it.texts["en"]
    assert {task.notes for task in setup.store.of(Task).all()} == {text}
    assert [event.title for event in setup.store.of(Event).all() if dict(event.public_text).get("en") == text]
    assert [it.id for it in setup.asked.told] == [
        "prompts.used_for.task", "prompts.used_for.event", "prompts.used_for.loop",
    ]  # fmt: skip


def test_ones_own_is_written_here_and_deleted_by_key(setup, part, qtbot):
    setup.page.new.click()
    side = part.side
    assert side.text.field.hasFocus()
    qtbot.keyClicks(side.text.field, "Cats or dogs?")
    side.flush()
    side.kind.field.chosen.emit("icebreaker")
    side.theme.field.committed.emit("Pets")
    side.tabs.setCurrentIndex(1)
    side.text.field.setPlainText("Котки?")
    side.flush()

    [own] = setup.store.of(Prompt).all()
    assert (dict(own.texts), own.kind, own.theme) == (
        {"en": "Cats or dogs?", "bg": "Котки?"}, PromptKind.ICEBREAKER, "Pets",
    )  # fmt: skip
    qtbot.keyClick(part.list, Qt.Key.Key_Delete)
    assert setup.store.of(Prompt).count() == 0
    assert setup.asked.told[-1] == say("prompts.deleted")


def test_those_that_come_with_the_program_cannot_be_deleted(setup, part, qtbot):
    before = len(texts(part))
    qtbot.keyClick(part.list, Qt.Key.Key_Delete)

    assert len(texts(part)) == before


def test_ones_own_go_out_as_a_file_and_come_in_once(setup, part, tmp_path, qtbot):
    part.add()
    path = tmp_path / "prompts.json"
    part.save_to(path)
    assert json.loads(path.read_text())["format"] == "sedyanka-prompts"
    part.delete()
    part.read_from(path)
    qtbot.waitUntil(lambda: setup.store.of(Prompt).count() == 1, timeout=20_000)
    part.read_from(path)
    qtbot.waitUntil(lambda: setup.asked.told[-1] == say("prompts.read", n=0, known=1), timeout=20_000)

    assert setup.store.of(Prompt).count() == 1


def test_a_file_that_is_no_good_is_refused_and_nothing_comes_in(setup, part, tmp_path, qtbot):
    path = tmp_path / "theirs.json"
    path.write_text('{"format": "sedyanka-prompts", "version": 1, "prompts": [{"kind": "poem"}]}')
    part.read_from(path)
    qtbot.waitUntil(lambda: bool(setup.asked.failed), timeout=20_000)

    [refused] = setup.asked.failed
    assert (refused.file, refused.place, refused.why) == ("theirs.json", "1", say("prompts.file.kind"))
    assert setup.store.of(Prompt).count() == 0
    setup.asked.failed.clear()


def test_themes_are_named_in_the_language_of_the_window(setup, part, qtbot):
    set_language("bg")
    qtbot.waitUntil(lambda: any(it.theme == "Работният ден" for it in part.bank))
