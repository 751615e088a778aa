import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import ChecklistStep, Event
from app.message import say
from app.personas.persona import Persona
from app.store import Hit
from app.tactics.tactic import Tactic
from storage import search
from tests.storage.making import a_step, an_event, an_override, break_off, save


def found(store, words):
    return [(hit.kind, hit.id) for hit in store.search(words)]


def test_words_are_found_by_their_beginnings_in_both_languages(store):
    save(store, an_event(title="Въпроси към основателите", notes="Ask the founders"))

    assert found(store, "въпр") == found(store, "ОСНОВ въпроси") == found(store, "found as") == [("event", "e1")]
    assert found(store, "въпроси победители") == []
    assert found(store, "просто") == []


def test_all_that_has_words_is_searched(store):
    save(store, an_event(public_text=(("en", "Bring tea"), ("bg", "Донесете чай"))), a_step(text="Boil water"))
    save(store, an_override(fields=(("title", '"Special \\u0447\\u0430\\u0441"'), ("zone", '"Europe/Sofia"'))))
    save(store, Persona("p", "New owners", summary="Impatient"), Tactic("t", "Welcome triage", "x", steps=("Greet",)))

    assert found(store, "tea") == found(store, "чай") == [("event", "e1")]
    assert found(store, "boil") == [("checklist_step", "c1")]
    assert found(store, "special час") == [("override", "o1")]
    assert found(store, "impatient") == [("persona", "p")]
    assert found(store, "greet") == [("tactic", "t")]
    assert found(store, "sofia") == []


def test_what_is_found_in_a_title_comes_first(store):
    save(store, an_event(title="Pulse", notes="retro " * 5), an_event(id="e2", title="Retro", notes="nothing else"))

    assert found(store, "retro") == [("event", "e2"), ("event", "e1")]


def test_a_hit_shows_where_it_was_found(store):
    save(store, an_event(title="AMA", notes="One. " * 40 + "Here is the treasure. " + "Two. " * 40))

    (hit,) = store.search("treas")

    assert hit.title == "AMA"
    assert "treasure" in hit.excerpt
    assert len(hit.excerpt) < 120


def test_the_index_follows_changes_undo_and_redo(store):
    save(store, an_event(title="Before"), a_step(text="Stepping"))
    save(store, an_event(title="After"))
    assert (found(store, "before"), found(store, "after")) == ([], [("event", "e1")])

    store.undo()
    assert (found(store, "before"), found(store, "after")) == ([("event", "e1")], [])
    store.undo()
    assert found(store, "before") == found(store, "stepping") == []
    store.redo()
    assert found(store, "stepping") == [("checklist_step", "c1")]


def test_what_goes_along_with_a_deleted_thing_is_found_no_more(store):
    save(store, an_event(), a_step(text="Boil water"))

    with store.change(say("step.delete")):
        store.of(Event).delete(["e1"])

    assert found(store, "boil") == []


def test_what_is_imported_is_found(store):
    store.stage(Event, [an_event(title="Brought in")])
    with store.change(say("step.import")):
        store.publish([Event])

    assert found(store, "brought") == [("event", "e1")]


def test_a_failed_change_is_not_found(store):
    with pytest.raises(ZeroDivisionError):
        break_off(store, an_event(title="Half"))

    assert found(store, "half") == []


def test_diacritics_do_not_matter(store):
    save(store, an_event(title="Café Ñandú"))

    assert found(store, "cafe nandu") == [("event", "e1")]


def test_no_more_are_found_than_asked_for(store):
    with store.change(say("step.add")):
        store.of(Event).save(an_event(id=f"e{i}") for i in range(30))

    assert len(store.search("ama", limit=7)) == 7
    assert store.search("ama", limit=0) == []


def test_a_lost_index_is_filled_anew(store):
    save(store, an_event(title="Lost"), a_step(text="Found"))
    store._raw.execute("DELETE FROM search")
    assert not search.complete(store._raw)

    search.rebuild(store._raw)

    assert search.complete(store._raw)
    assert found(store, "lost") == [("event", "e1")]


QUOTES = ["", " ", '"', "'", '""', '"ama" OR 1', "—", "— ·", "\ufeff", "\0", "a\0b"]
SIGNS = ["*", "a*", "^a", "-", "(", "{", "title:x", "NEAR(a b)", "a AND", "NOT", "x" * 5000, "x " * 5000]


@pytest.mark.parametrize("words", [*QUOTES, *SIGNS])
def test_a_hostile_question_is_only_words(store, words):
    save(store, an_event())

    assert store.search(words) in ([], [Hit("event", "e1", "AMA", "")])


@given(st.text(max_size=60))
def test_any_text_is_a_question_that_can_be_asked(words):
    import sqlite3

    raw = sqlite3.connect(":memory:")
    for statement in search.KEPT:
        raw.execute(statement)

    assert search.find(raw, words, 5) == []
    raw.close()


def test_text_that_is_not_json_does_not_keep_a_change_from_being_saved(store):
    save(store, an_event())
    store._raw.execute("UPDATE event SET public_text = '{broken'")

    with store.change(say("step.touch")):
        store.of(ChecklistStep).save([a_step()])
        store._raw.execute("UPDATE event SET title = 'Touched'")

    assert found(store, "touched") == [("event", "e1")]
