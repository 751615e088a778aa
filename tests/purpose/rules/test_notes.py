"""What a person can do with notes, each as one step that undo takes back."""

from __future__ import annotations

import pytest

from app.errors import Gone
from app.purpose import adding, arranging, connecting, editing
from app.purpose.arranging import Edge, Place
from app.purpose.board import FARTHEST, LARGEST_TEXT, SMALLEST, Category, Connector, Note, NoteKind
from app.purpose.box import Box
from app.purpose.kpi import Kpi
from app.purpose.wall import Wall, box_of
from tests.purpose.rules.builders import a_frame, a_line, a_note, fill


def note(store, id: str) -> Note:
    return store.of(Note).get(id)


def places(store, *ids: str) -> list[tuple[int, int]]:
    return [(note(store, key).x, note(store, key).y) for key in ids]


def test_a_note_is_made_above_the_others_and_undone(store):
    fill(store, a_note("a", z=7))

    made = adding.add_note(store, adding.at(NoteKind.NOTE, "b", 100, 100, Category.RISK, "Only the founder answers"))

    assert box_of(note(store, made)).middle == (100, 100)
    assert note(store, made).z == 8
    assert store.undo().id == "purpose.step.add"
    assert store.of(Note).count() == 1


def test_nothing_is_made_on_a_board_that_is_gone(store):
    fill(store)
    with pytest.raises(Gone):
        adding.add_note(store, a_note(board="nowhere"))


def test_a_metric_card_is_a_kpi_of_its_name(store):
    fill(store)
    made = adding.add_note(store, adding.at(NoteKind.METRIC, "b", 0, 0, text="25 templates shared"))
    kpi = store.of(Kpi).get(note(store, made).ref)
    assert kpi.name == "25 templates shared"

    editing.type_text(store, made, "30 templates shared")

    assert store.of(Kpi).get(kpi.id).name == "30 templates shared"


def test_two_cards_of_one_kpi_bear_one_name(store):
    fill(store, Kpi("k", "Old"), *(a_note(key, kind=NoteKind.METRIC, ref="k") for key in ("a", "c")))

    editing.type_text(store, "a", "New")

    assert [note(store, key).text for key in ("a", "c")] == ["New", "New"]
    store.undo()
    assert [note(store, "c").text, store.of(Kpi).get("k").name] == ["C", "Old"]


def test_typing_is_one_step_and_a_note_grows_but_never_shrinks(store):
    fill(store, a_note(height=90))

    for text, height in (("S", 90), ("Sh", 90), ("Shares a template", 130), ("Share", 60)):
        editing.type_text(store, "a", text, height)

    assert (note(store, "a").text, note(store, "a").height) == ("Share", 130)
    store.undo()
    assert (note(store, "a").text, note(store, "a").height) == ("A", 90)


def test_what_is_written_has_an_end(store):
    fill(store, a_note())
    editing.type_text(store, "a", "x\0" * LARGEST_TEXT)
    assert note(store, "a").text == "x" * LARGEST_TEXT


def test_moving_a_frame_moves_what_lies_in_it_and_nothing_else(store):
    inside, nested, within = a_note("in", 50, 50), a_frame("small", 200, 100, 150, 150), a_note("deep", 210, 150)
    outside, locked = a_note("out", 900, 0), a_note("fixed", 20, 180, locked=True)
    fill(store, a_frame(), inside, nested, within, outside, locked)

    arranging.move(store, ["f"], 100, 10)

    assert places(store, "f", "in", "small", "deep") == [(100, 10), (150, 60), (300, 110), (310, 160)]
    assert places(store, "out", "fixed") == [(900, 0), (20, 180)]
    store.undo()
    assert places(store, "f", "in") == [(0, 0), (50, 50)]


def test_a_group_moves_together(store):
    fill(store, a_note("a"), a_note("c", 300), a_note("d", 600))
    editing.group(store, ["a", "c"])

    arranging.move(store, ["a"], 5, 5)
    assert places(store, "a", "c", "d") == [(5, 5), (305, 5), (600, 0)]

    editing.ungroup(store, ["c"])
    arranging.move(store, ["a"], 5, 5)
    assert places(store, "a", "c") == [(10, 10), (305, 5)]


def test_nudges_are_one_step_and_drags_are_not(store):
    fill(store, a_note())
    for _ in range(3):
        arranging.move(store, ["a"], 1, 0, nudge=True)
    store.undo()
    assert places(store, "a") == [(0, 0)]

    arranging.move(store, ["a"], 10, 0)
    arranging.move(store, ["a"], 10, 0)
    store.undo()
    assert places(store, "a") == [(10, 0)]


def test_nothing_leaves_the_board_or_becomes_too_small(store):
    fill(store, a_note())
    arranging.move(store, ["a"], 10 * FARTHEST, -10 * FARTHEST)
    assert places(store, "a") == [(FARTHEST, -FARTHEST)]

    arranging.resize(store, {"a": Box(0, 0, 1, 4)})
    assert (note(store, "a").width, note(store, "a").height) == (SMALLEST, SMALLEST)


def test_what_is_locked_is_not_moved_resized_or_deleted(store):
    fill(store, a_note())
    editing.lock(store, ["a"], locked=True)

    arranging.move(store, ["a"], 50, 0)
    arranging.resize(store, {"a": Box(0, 0, 400, 400)})
    assert editing.delete(store, ["a"]) == 0

    assert note(store, "a") == a_note(locked=True)
    editing.lock(store, ["a"], locked=False)
    assert editing.delete(store, ["a"]) == 1


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (Edge.LEFT, [(0, 0), (0, 200), (0, 400)]),
        (Edge.RIGHT, [(540, 0), (540, 200), (540, 400)]),
        (Edge.CENTRE, [(270, 0), (270, 200), (270, 400)]),
        (Edge.TOP, [(0, 0), (100, 0), (540, 0)]),
        (Edge.BOTTOM, [(0, 400), (100, 400), (540, 400)]),
        (Edge.MIDDLE, [(0, 200), (100, 200), (540, 200)]),
    ],
)
def test_notes_are_put_in_line(store, edge, expected):
    fill(store, a_note("a"), a_note("c", 100, 200), a_note("d", 540, 400))
    arranging.align(store, ["a", "c", "d"], edge)
    assert places(store, "a", "c", "d") == expected


def test_frames_in_line_take_along_what_lies_in_them(store):
    fill(store, a_frame(), a_note("in", 50, 50), a_note("a", 600, 40))
    arranging.align(store, ["f", "a"], Edge.BOTTOM)
    assert places(store, "f", "in", "a") == [(0, 0), (50, 50), (600, 210)]

    arranging.align(store, ["f", "a"], Edge.RIGHT)
    assert places(store, "f", "in") == [(360, 0), (410, 50)]


def test_the_same_room_is_left_between_notes(store):
    fill(store, a_note("a"), a_note("c", 170), a_note("d", 640))
    arranging.distribute(store, ["a", "c", "d"], upright=False)
    assert places(store, "a", "c", "d") == [(0, 0), (320, 0), (640, 0)]


def test_order_is_changed_and_frames_stay_under_everything(store):
    fill(store, a_frame(z=9), a_note("a", z=1), a_note("c", z=2), a_note("d", z=3))

    def order():
        return [it.id for it in Wall.read(store, "b").in_order()]

    assert order() == ["f", "a", "c", "d"]
    arranging.reorder(store, ["a"], Place.FRONT)
    assert order() == ["f", "c", "d", "a"]
    arranging.reorder(store, ["a"], Place.BACKWARD)
    assert order() == ["f", "c", "a", "d"]
    arranging.reorder(store, ["c", "a"], Place.FORWARD)
    assert order() == ["f", "d", "c", "a"]
    arranging.reorder(store, ["a"], Place.BACK)
    assert order() == ["f", "a", "d", "c"]
    for _ in range(4):
        store.undo()
    assert order() == ["f", "a", "c", "d"]


def test_copies_keep_their_connectors_and_groups_among_themselves(store):
    fill(
        store, a_note("a", group="g"), a_note("c", 300, group="g"), a_note("d", 600), a_line("a", "c"), a_line("c", "d")
    )

    one, other = adding.duplicate(store, ["a", "c"], 0, 200)

    assert places(store, one, other) == [(0, 200), (300, 200)]
    assert [(it.start, it.end) for it in Wall.read(store, "b").between([one, other])] == [(one, other)]
    assert note(store, one).group == note(store, other).group != "g"
    assert store.of(Connector).count() == 3
    store.undo()
    assert store.of(Note).count() == 3


def test_what_is_pasted_on_another_board_lies_there(store):
    fill(store, a_note("a"), a_note("c", 300), a_line("a", "c"))

    made = adding.paste(store, "other", [a_note("a"), a_note("c", 300)], [a_line("a", "c")], 10, 10)

    wall = Wall.read(store, "other")
    assert set(wall.notes) == set(made)
    assert len(wall.connectors) == 1


def test_the_neighbour_is_like_the_note_and_lies_where_there_is_room(store):
    fill(store, a_note("a", category=Category.BEHAVIOUR, fill="mint"), a_note("c", 0, 106))

    made = adding.add_neighbour(store, "a")

    assert places(store, made) == [(0, 212)]
    assert (note(store, made).category, note(store, made).fill, note(store, made).text) == ("behaviour", "mint", "")
    store.undo()
    assert store.of(Note).count() == 2


def test_a_connected_neighbour_is_one_step(store):
    fill(store, a_note("a"))
    made = adding.add_neighbour(store, "a", (1, 0), connect=True)
    assert [it.start for it in Wall.read(store, "b").connectors.values()] == ["a"]
    assert note(store, made).x > 160
    store.undo()
    assert store.of(Note).count() == 1
    assert store.of(Connector).count() == 0


def test_another_category_takes_its_own_colour_again(store):
    fill(store, a_note("a", fill="mint"), a_note("c"))
    editing.edit_notes(store, ["a", "c"], category=Category.PROBLEM)
    assert [(note(store, key).category, note(store, key).fill) for key in ("a", "c")] == [("problem", "")] * 2
    store.undo()
    assert note(store, "a").fill == "mint"


def test_deleting_a_note_takes_its_connectors_and_undo_brings_both_back(store):
    fill(store, a_note("a"), a_note("c", 300), a_line("a", "c"))
    editing.delete(store, ["a"])
    assert store.of(Connector).count() == 0
    store.undo()
    assert store.of(Connector).get("a-c") == a_line("a", "c")


def test_two_notes_are_connected_once_and_never_with_themselves(store):
    fill(store, a_note("a"), a_note("c", 300), a_note("far", board="other"))
    first = connecting.connect(store, "a", "c")
    assert connecting.connect(store, "a", "c") == first
    assert connecting.connect(store, "a", "a") == ""
    assert connecting.connect(store, "a", "far") == ""
    assert store.of(Connector).count() == 1


def test_an_end_is_attached_elsewhere_and_labelled(store):
    fill(store, a_note("a"), a_note("c", 300), a_note("d", 600), a_line("a", "c"))
    connecting.reattach(store, "a-c", "d", start=False)
    connecting.reattach(store, "a-c", "a", start=False)  # to its own start: stays
    connecting.label(store, "a-c", "leads to")
    connecting.turn_round(store, ["a-c"])
    there = store.of(Connector).get("a-c")
    assert (there.start, there.end, there.label) == ("d", "a", "leads to")
    for _ in range(3):
        store.undo()
    assert store.of(Connector).get("a-c") == a_line("a", "c")


def test_an_image_is_kept_as_a_picture(store):
    fill(store)
    made = adding.add_image(store, "b", b"bytes of a picture", Box(0, 0, 300, 200), "Map")
    assert store.picture(note(store, made).ref) == b"bytes of a picture"
    store.undo()
    assert store.of(Note).count() == 0
