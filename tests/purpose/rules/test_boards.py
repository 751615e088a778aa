"""Boards as a whole: their snapshot, their grid, what is missing on them, the sentence above."""

from __future__ import annotations

from datetime import date

from app.purpose import arranging, boards, editing, journey, measuring, sentence
from app.purpose.board import Axis, Board, Category, Note, NoteKind
from app.purpose.findings import Missing, findings, outcomes_of
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Wall
from app.purpose.wall import boards as in_order
from tests.purpose.rules.builders import a_frame, a_line, a_note, behaviour, fill


def watch(store, wall):
    heard = []
    store.subscribe(lambda changes: heard.append(wall.refresh(store, changes)))
    return heard


def same(one: Wall, other: Wall) -> bool:
    return (one.notes, one.connectors, one.grid) == (other.notes, other.connectors, other.grid) and all(
        one.at(note) == other.at(note) for note in one.notes
    )


def test_a_snapshot_follows_the_store_by_what_changed(store):
    fill(store, a_note("a"), a_note("c", 300), a_note("far", board="other"), a_line("a", "c"))
    wall = Wall.read(store, "b")
    heard = watch(store, wall)

    arranging.move(store, ["a"], 10, 0)
    assert heard[-1].notes == {"a"}
    editing.edit_notes(store, ["far"], fill="mint")
    assert not heard[-1]
    editing.delete(store, ["c"])
    assert (heard[-1].notes, heard[-1].connectors) == ({"c"}, {"a-c"})
    assert wall.at("a") == frozenset()
    store.undo()

    assert same(wall, Wall.read(store, "b"))
    assert wall.at("a") == {"a-c"}


def test_a_board_is_added_renamed_deleted_and_comes_back(store):
    fill(store, a_note("a"))
    made = boards.add_board(store, "Later")
    boards.rename_board(store, made, "Next year")
    assert [it.name for it in in_order(store)] == ["Purpose", "Other", "Next year"]

    boards.delete_board(store, "b")
    assert store.of(Note).count() == 0
    store.undo()
    assert store.of(Board).get("b").name == "Purpose"
    assert store.of(Note).get("a") == a_note("a")


def test_the_notes_of_a_journey_lie_in_its_places(store):
    board = boards.add_journey(store, "Journey", ["Hears of us", "First day"], ["Forum", "Mail"])
    fill(store)
    with store.change(say_add()):
        store.of(Note).save([a_note("a", 5000, 5000, board=board), a_note("c", 6000, 6000, board=board)])

    arranging.move(store, ["a"], -5000 + 60, -5000 - 20)
    cell = next(iter(journey.cells(Wall.read(store, board)).values()))
    first = store.of(Note).get("a")
    assert (first.x, first.y) == (cell.right - journey.EDGE - 160, journey.EDGE)

    arranging.move(store, ["c"], -6000 + 20, -6000 + 10)
    second = store.of(Note).get("c")
    assert cell.holds(second.x, second.y)


def say_add():
    from app.message import say

    return say("purpose.step.add", title="x")


def test_a_wider_moment_and_another_order_take_the_notes_along(store):
    board = boards.add_journey(store, "Journey", ["One", "Two"], ["Forum"])
    one, two = journey.lines(Wall.read(store, board), Axis.MOMENT)
    with store.change(say_add()):
        store.of(Note).save([a_note("a", 10, 10, board=board), a_note("c", 200, 10, board=board)])

    journey.edit_line(store, one.id, size=300)
    assert [store.of(Note).get(key).x for key in ("a", "c")] == [10, 310]

    journey.move_line(store, two.id, 0)
    assert [store.of(Note).get(key).x for key in ("a", "c")] == [200, 10]
    store.undo()
    assert [store.of(Note).get(key).x for key in ("a", "c")] == [10, 310]


def test_what_is_missing_is_found_and_what_is_there_is_not(store):
    good, lost = behaviour("good"), behaviour("lost", 0, 200)
    outcome = a_note("outcome", 600, 400, category=Category.OUTCOME)
    card = a_note("card", 600, kind=NoteKind.METRIC, ref="k")
    empty = a_note("empty", 600, 600, kind=NoteKind.METRIC, ref="gone")
    fill(store, Kpi("k", "Shared", target=25), good, lost, outcome, card, empty, a_line("good", "card"), a_frame())
    wall, kpis = Wall.read(store, "b"), Surroundings.read(store).kpis

    assert [(it.note, it.missing) for it in findings(wall, kpis)] == [
        ("lost", Missing.OUTCOME),
        ("outcome", Missing.METRIC),
        ("empty", Missing.METRIC),
    ]
    assert [it.id for it in outcomes_of(wall, good)] == ["card"]


def test_an_outcome_with_a_measured_card_beside_it_lacks_nothing(store):
    fill(
        store, Kpi("k", "Shared", target=25), a_note("o", category=Category.OUTCOME),
        a_note("m", 300, kind=NoteKind.METRIC, ref="k"), a_line("m", "o"),
    )  # fmt: skip
    assert findings(Wall.read(store, "b"), Surroundings.read(store).kpis) == []


def test_the_sentence_and_its_kpis_are_written_and_undone(store):
    fill(store, Kpi("k", "Shared"))
    sentence.write_purpose(store, whom="team leads", promise="calmer weeks")
    sentence.write_purpose(store, outcome="25 templates")
    sentence.show_kpis(store, ["k", "k"])
    there = sentence.purpose_of(store)
    assert (there.whom, there.promise, there.outcome, there.kpis) == (
        "team leads", "calmer weeks", "25 templates", ("k",),
    )  # fmt: skip
    store.undo()
    store.undo()
    assert sentence.purpose_of(store).whom == ""


def test_one_reading_a_day_is_kept_and_shows_how_the_kpi_stands(store):
    fill(store, Kpi("k", "Shared", target=25), a_note("m", kind=NoteKind.METRIC, ref="k"))
    measuring.read_kpi(store, "k", date(2027, 3, 9), 9, "Counted")
    measuring.read_kpi(store, "k", date(2027, 3, 9), 11)
    assert [(it.value, it.source) for it in store.of(Reading).all()] == [(11, "Counted")]
    assert Surroundings.read(store).standing("k", date(2027, 3, 10)).now == 11


def test_editing_a_card_whose_kpi_is_gone_makes_a_new_one(store):
    fill(store, a_note("m", kind=NoteKind.METRIC, ref="gone", text="Answers"))
    named = measuring.edit_card(store, "m", target=50.0)
    assert store.of(Kpi).get(named) == Kpi(named, "Answers", target=50.0)
    assert store.of(Note).get("m").ref == named
    store.undo()
    assert store.of(Note).get("m").ref == "gone"
