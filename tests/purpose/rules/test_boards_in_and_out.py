"""Boards from files and for files: what they speak of is found again, or made."""

from dataclasses import replace
from datetime import date

from app.exchange.board_content import BoardContent
from app.exchange.board_file import board_in
from app.exchange.excalidraw.writing import write_excalidraw
from app.exchange.in_steps import walked
from app.exchange.json_canvas import write_json_canvas
from app.funnel.stage import Stage
from app.message import say
from app.personas.persona import Persona
from app.purpose.board import Axis, Board, BoardKind, Connector, GridLine, Note, NoteKind
from app.purpose.bringing_in import add_board_from, add_onto_in_steps
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.purpose.taking_out import content_of
from storage.store import SqlStore
from tests.exchange.board_making import DOT
from tests.purpose.rules.builders import a_frame, a_line, a_note, fill


def full_board(store) -> None:
    with store.change(say("step.add", title="picture")):
        picture = store.keep_picture(DOT)
    fill(
        store,
        Kpi("k", "Седмично активни", target=40.0),
        Reading("r2", "kpi", "k", date(2027, 3, 8), 23.5, "таблото"),
        Reading("r1", "kpi", "k", date(2027, 3, 1), 21.0),
        Stage("s", "Първи стъпки", "welcome"),
        Persona("p", "Mila D."),
        a_frame("f", z=1),
        a_note("a", 20, 40, z=2, stage="s", persona="p", locked=True, group="g", source="from 6 interviews"),
        a_note("b", 20, 160, z=3, group="g"),
        a_note("m", 500, 40, z=4, kind=NoteKind.METRIC, ref="k"),
        a_note("i", 500, 400, z=5, kind=NoteKind.IMAGE, ref=picture),
        a_line("a", "b", label="води до"),
        a_line("b", "m"),
    )


def shape_of(board: BoardContent) -> BoardContent:
    """A board with ids that say nothing but what is the same as what."""
    names = {note.id: f"n{at}" for at, note in enumerate(board.notes)}
    groups = {key: f"g{at}" for at, key in enumerate(dict.fromkeys(note.group for note in board.notes if note.group))}
    return replace(
        board,
        name="",
        notes=tuple(replace(it, id=names[it.id], board="", group=groups.get(it.group, ""), z=0) for it in board.notes),
        connectors=tuple(
            sorted(
                (replace(it, id="", board="", start=names[it.start], end=names[it.end]) for it in board.connectors),
                key=lambda it: (it.start, it.end),
            )
        ),
        grid=tuple(replace(it, id="", board="") for it in board.grid),
    )


def test_a_board_comes_back_into_its_playbook_through_either_format(store):
    full_board(store)
    before = content_of(store, "b")

    for write in (write_json_canvas, write_excalidraw):
        made = add_board_from(store, board_in(write(before), "Purpose"), "Purpose 2")

        assert shape_of(content_of(store, made)) == shape_of(before)
        assert (store.of(Kpi).count(), store.of(Reading).count()) == (1, 2)


def test_a_board_goes_into_another_playbook_with_its_kpi_its_picture_and_what_is_called_the_same(store, tmp_path):
    full_board(store)
    other = SqlStore(tmp_path / "other.sedyanka")
    fill(other, Stage("there", "първи СТЪПКИ", "live"))

    made = add_board_from(other, board_in(write_json_canvas(content_of(store, "b")), "x"), "Purpose")
    notes = {note.text: note for note in other.of(Note).where(board=made)}
    (kpi,) = other.of(Kpi).all()

    assert (notes["A"].stage, notes["A"].persona) == ("there", "")
    assert (kpi.name, kpi.target) == ("Седмично активни", 40.0)
    assert notes["M"].ref == kpi.id
    assert sorted((it.of_id, it.day.day, it.value, it.source) for it in other.of(Reading).all()) == [
        (kpi.id, 1, 21.0, ""), (kpi.id, 8, 23.5, "таблото"),
    ]  # fmt: skip
    assert other.picture(notes["I"].ref) == DOT
    other.close()


def test_importing_is_one_step(store):
    fill(store, a_note("a"))
    add_board_from(store, content_of(store, "b"), "Copy")

    assert store.of(Board).count() == 3
    assert store.undo() == say("purpose.step.import", title="Copy")
    assert store.of(Board).count() == 2
    assert [note.id for note in store.of(Note).all()] == ["a"]
    store.redo()
    assert store.of(Note).count() == 2


def test_onto_a_board_it_comes_with_its_middle_at_the_place_and_above_the_rest(store):
    fill(store, a_note("a", z=7))
    content = BoardContent(
        notes=(a_note("x", 0, 0, width=100, height=100), a_note("y", 300, 0, width=100, height=100)),
        connectors=(Connector("l", "", "x", "y"),),
    )

    ids = walked(add_onto_in_steps(store, "b", content, 1000, 500))
    first, second = store.of(Note).get(ids[0]), store.of(Note).get(ids[1])

    assert (first.x, first.y, second.x) == (800, 450, 1100)
    assert 7 < first.z < second.z
    assert [(line.start, line.end) for line in store.of(Connector).all()] == [(first.id, second.id)]
    store.undo()
    assert store.of(Note).count() == 1


def test_a_journey_keeps_its_grid(store):
    fill(store, GridLine("1", "b", Axis.MOMENT, "Първа среща", 200), GridLine("2", "b", Axis.TOUCHPOINT, "Mail", 120))
    with store.change(say("step.add", title="kind")):
        store.of(Board).save([replace(store.of(Board).get("b"), kind=BoardKind.JOURNEY)])

    made = add_board_from(store, board_in(write_json_canvas(content_of(store, "b")), "x"), "Journey")

    assert shape_of(content_of(store, made)) == shape_of(content_of(store, "b"))
    assert content_of(store, made).kind is BoardKind.JOURNEY


def test_some_things_of_a_board_go_out_with_what_connects_them(store):
    full_board(store)

    content = content_of(store, "b", ["a", "b"])

    assert [note.id for note in content.notes] == ["a", "b"]
    assert [line.label for line in content.connectors] == ["води до"]
    assert content.pictures == {}
