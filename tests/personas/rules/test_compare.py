"""Personas side by side: overlaps, gaps, what nothing answers, and what a person says of a match."""

from __future__ import annotations

from app.message import say
from app.personas.compare import compare
from app.personas.section import PersonaCard
from app.personas.snapshot import Personas
from app.personas.verdicts import forget, join, part, verdicts_of
from app.playbook.link import ANSWERS, Link
from tests.personas.rules.builders import keep

SAID = {
    "managers": {
        "blockers": ["No time to read long threads", "Rota changes late"],
        "behaviours": ["Copies a template"],
    },
    "newcomers": {"blockers": ["Too busy for long discussions"], "behaviours": []},
    "builders": {"blockers": ["No credit when templates are copied"], "behaviours": ["Shares a template"]},
}


def compared(store):
    return compare(Personas.read(store), list(SAID), verdicts_of(store))


def overlaps(store):
    return [it.cards for row in compared(store).rows for it in row.overlaps]


LONG_THREADS = ("managers/blockers/0", "newcomers/blockers/0")


def test_what_several_say_is_an_overlap_with_its_reason(store):
    keep(store, SAID)
    (row, _) = compared(store).rows
    assert [it.cards for it in row.overlaps] == [LONG_THREADS]
    assert row.overlaps[0].personas == ("managers", "newcomers")
    assert ("time", "busy") in row.overlaps[0].words
    assert not row.overlaps[0].confirmed


def test_a_row_is_a_gap_where_one_is_empty_and_others_are_not(store):
    keep(store, SAID)
    blockers, behaviours = compared(store).rows
    assert blockers.gaps() == []
    assert behaviours.gaps() == [1]


def test_a_parted_match_stays_parted_when_it_is_worded_otherwise(store):
    keep(store, SAID)
    part(store, *LONG_THREADS[:1], LONG_THREADS[1:])
    assert overlaps(store) == []
    with store.change(say("step.add", title="words")):
        store.of(PersonaCard).save([PersonaCard(LONG_THREADS[1], "newcomers/blockers", "No time to read long threads")])
    assert overlaps(store) == []
    store.undo()
    store.undo()
    assert overlaps(store) == [LONG_THREADS]


def test_a_person_can_join_what_the_words_do_not_show(store):
    keep(store, SAID)
    pair = ["managers/blockers/1", "builders/blockers/0"]
    join(store, pair)
    found = next(it for row in compared(store).rows for it in row.overlaps if pair[0] in it.cards)
    assert (found.cards, found.confirmed) == (tuple(pair), True)

    part(store, pair[0], pair[1:])
    assert overlaps(store) == [LONG_THREADS]
    forget(store, pair)
    assert verdicts_of(store) == {}


def test_a_parted_card_is_not_brought_back_by_a_third(store):
    same = {name: {"blockers": ["No time for long threads"]} for name in ("a", "b", "c")}
    keep(store, same)
    part(store, "a/blockers/0", ["b/blockers/0"])
    rows = compare(Personas.read(store), list(same), verdicts_of(store)).rows
    (overlap,) = rows[0].overlaps
    assert len(overlap.cards) == 2
    assert {"a/blockers/0", "b/blockers/0"} - set(overlap.cards)


def test_motivations_and_blockers_that_nothing_answers_are_opportunities(store):
    keep(store, SAID)
    with store.change(say("step.add", title="answer")):
        store.of(Link).save([Link("l", "persona_card", "managers/blockers/1", "program", "p", ANSWERS)])
    assert compared(store).unserved == {
        "managers": ("managers/blockers/0",),
        "newcomers": ("newcomers/blockers/0",),
        "builders": ("builders/blockers/0",),
    }


def test_free_sections_stand_in_one_row_by_their_name(store):
    known = keep(store, {"a": {"": ["Forum"]}, "b": {"": ["Forum"]}})
    (row,) = compare(known, ["a", "b"], {}).rows
    assert [len(cell or ()) for cell in row.cells] == [1, 1]
    assert len(row.overlaps) == 1
