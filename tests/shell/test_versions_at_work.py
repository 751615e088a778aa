"""What the guide and personas said is kept while the window is open, without being a step of undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from app.guide.chapter import Chapter
from app.guide.editing import add, edit
from app.message import say
from app.personas.persona import Persona
from app.playbook.records import save_record
from app.playbook.revision import Revision
from widgets.shell import versions_at_work


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(versions_at_work, "FIRST", 0)
    monkeypatch.setattr(versions_at_work, "PAUSE", 0)


def kept(shell):
    return [(it.of_kind, it.of_id) for it in shell.store.of(Revision).all()]


def reopened(shell):
    """The sample with a chapter that was there when it was opened."""
    chapter = add(shell.store, Chapter("", "House rules", "", "Be kind."))
    save_record(shell.store, Persona("", "Busy managers"))
    QTest.qWait(30)
    file = shell.store.path
    shell.program.opening.close_file()
    shell.open(file)
    with_steps = [it.id for it in shell.store.of(Revision).all()]
    with shell.store.change(say("versions.step.erase")):
        shell.store.of(Revision).delete(with_steps)
    QTest.qWait(30)
    return chapter


def test_a_change_of_the_guide_keeps_what_it_said(sample, qtbot):
    chapter = reopened(sample)

    edit(sample.store, Chapter, chapter, text="Be brief.")
    qtbot.waitUntil(lambda: kept(sample) == [("guide", "playbook")], timeout=3000)

    assert "Be kind." in next(sample.store.of(Revision).all()).text
    sample.program.undo()
    assert sample.store.of(Chapter).get(chapter).text == "Be kind."


def test_a_change_of_a_persona_keeps_only_that_one(sample, qtbot):
    reopened(sample)
    persona = next(it for it in sample.store.of(Persona).all() if it.name == "Busy managers")

    save_record(sample.store, replace(persona, name="Somebody else"))
    qtbot.waitUntil(lambda: kept(sample) == [("persona", persona.id)], timeout=3000)


def test_what_was_typed_last_is_looked_at_before_the_file_is_closed(sample, monkeypatch):
    chapter = reopened(sample)
    sample.program._versions._pause.setInterval(60_000)
    edit(sample.store, Chapter, chapter, text="Be brief.")
    assert kept(sample) == []
    file = sample.store.path
    sample.program.opening.close_file()

    sample.open(file)
    assert kept(sample) == [("guide", "playbook")]


def test_other_changes_keep_nothing(sample):
    reopened(sample)
    QTest.qWait(30)

    assert kept(sample) == []
