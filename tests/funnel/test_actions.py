"""What a person does to the map: each is one named step that can be taken back."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from app.errors import Gone, KnownError
from app.funnel import crossing, editing, growing, moving, removing, stages
from app.funnel.branch import Branch, CrossLink, Role
from app.funnel.conversion import Going
from app.funnel.entry_rule import EntryRule, read_rule
from app.funnel.funnel_map import FunnelMap
from app.funnel.placing import DEEPEST
from app.funnel.stage import Stage
from resources.texts import find
from tests.funnel.growing import told

WHOLE = [
    "Awareness", "  channels", "    forum", "    letter", "      monthly", "    talks", "  deeds", "    reads",
    "Activation", "  triggers", "    welcome",
]  # fmt: skip
ACTIONS = {
    "child": lambda store: growing.add_child(store, "forum", "New"),
    "child of a stage": lambda store: growing.add_child(store, "aware", "New", 0),
    "parent": lambda store: growing.add_parent(store, ["forum", "talks"], "New"),
    "duplicate": lambda store: growing.duplicate(store, ["letter"]),
    "duplicate many": lambda store: growing.duplicate(store, ["letter", "reads"]),
    "move": lambda store: moving.move(store, ["letter"], "triggers", 0),
    "move many": lambda store: moving.move(store, ["letter", "reads"], "active"),
    "reorder": lambda store: moving.move_by(store, ["forum"], 1),
    "reorder many": lambda store: moving.move_by(store, ["forum", "letter"], 1),
    "out": lambda store: moving.move_out(store, ["letter"]),
    "in": lambda store: moving.move_in(store, ["letter"]),
    "delete": lambda store: removing.delete(store, ["channels"]),
    "delete many": lambda store: removing.delete(store, ["channels", "forum", "welcome"]),
    "delete only": lambda store: removing.delete_only(store, ["letter"]),
    "delete only many": lambda store: removing.delete_only(store, ["letter", "channels"]),
    "rename": lambda store: editing.rename(store, "forum", "Board"),
    "notes": lambda store: editing.set_notes(store, "forum", "Ask first"),
    "icon": lambda store: editing.set_field(store, ["forum"], icon="hash"),
    "icon many": lambda store: editing.set_field(store, ["forum", "reads"], icon="hash"),
    "personas": lambda store: editing.set_field(store, ["forum"], personas=("p",)),
    "personas many": lambda store: editing.set_field(store, ["forum", "reads"], personas=("p",)),
    "notes many": lambda store: editing.set_field(store, ["forum", "reads"], notes="n"),
    "notes by field": lambda store: editing.set_field(store, ["forum"], notes="n"),
    "done": lambda store: editing.set_done(store, ["forum"], done=True),
    "done many": lambda store: editing.set_done(store, ["forum", "reads"], done=True),
    "fold": lambda store: editing.fold(store, ["channels"], folded=True),
    "fold many": lambda store: editing.fold(store, ["aware", "channels"], folded=True),
    "fold children": lambda store: editing.fold_children(store, "aware"),
    "fold all": lambda store: editing.fold_all(store, folded=True),
    "connect": lambda store: crossing.connect(store, "forum", "welcome", "leads to"),
    "stage": lambda store: stages.add_stage(store, "Contribution", 1, groups={Role.CHANNELS: "Channels"}),
    "groups": lambda store: stages.add_groups(store, "aware", {Role.CHANNELS: "Channels", Role.TRIGGERS: "Triggers"}),
    "stage name": lambda store: stages.change_stage(store, "aware", name="First sight"),
    "stage colour": lambda store: stages.change_stage(store, "aware", colour="loop"),
    "stage definition": lambda store: stages.change_stage(store, "aware", definition="Saw us"),
    "stage criterion": lambda store: stages.change_stage(store, "aware", criterion="Saw us"),
    "stage driver": lambda store: stages.change_stage(store, "aware", driver="A link"),
    "stage target": lambda store: stages.change_stage(store, "aware", target=0.4, within=30),
    "stage rule": lambda store: stages.set_rule(store, "aware", EntryRule("post", 2)),
    "stage order": lambda store: stages.move_stage(store, "active", 0),
    "stage delete": lambda store: stages.delete_stages(store, ["aware"]),
    "stages delete": lambda store: stages.delete_stages(store, ["aware", "active"]),
    "reading": lambda store: stages.add_reading(store, "aware", date(2027, 3, 1), 0.33, "Forum export"),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_is_one_named_step_that_can_be_taken_back_and_done_again(store, name):
    store.forget_steps()
    ACTIONS[name](store)
    after = told(store), FunnelMap.read(store).forest.branches

    step = store.next_undo()
    words = [find(language, step.id, dict(step.values)) for language in ("en", "bg")]
    assert words[0] != words[1]
    assert "{" not in "".join(words)
    store.undo()
    assert told(store) == WHOLE
    assert store.next_undo() is None
    store.redo()
    assert (told(store), FunnelMap.read(store).forest.branches) == after


def test_a_child_comes_last_or_at_the_row_that_was_said(store):
    growing.add_child(store, "channels", "Last")
    growing.add_child(store, "channels", "Second", 1)

    assert told(store)[2:7] == ["    forum", "    Second", "    letter", "      monthly", "    talks"]
    assert told(store)[7] == "    Last"


def test_what_was_just_added_and_typed_is_one_step(store):
    new = growing.add_child(store, "forum", "N")
    editing.rename(store, new, "New th")
    editing.rename(store, new, "New thread")

    assert "      New thread" in told(store)
    store.undo()
    assert told(store) == WHOLE


def test_a_new_child_opens_what_was_folded(store):
    editing.fold(store, ["channels", "aware"], folded=True)
    growing.add_child(store, "channels", "New")
    growing.add_child(store, "aware", "Group")

    assert not [line for line in told(store) if line.endswith("+")]


def test_a_parent_takes_the_siblings_in_and_stands_where_the_first_was(store):
    growing.add_parent(store, ["talks", "letter", "reads"], "Between")

    assert told(store)[1:7] == [
        "  channels",
        "    forum",
        "    Between",
        "      letter",
        "        monthly",
        "      talks",
    ]
    assert "    reads" in told(store)


def test_a_move_to_another_stage_takes_everything_along(store):
    moving.move(store, ["channels"], "active", 0)

    assert told(store)[3:] == ["Activation", *WHOLE[1:6], *WHOLE[9:]]
    assert {branch.stage for branch in store.of(Branch).some(["channels", "forum", "monthly"])} == {"active"}


def test_a_branch_with_children_moves_to_the_row_of_another_stage_that_was_said(store):
    moving.move(store, ["letter"], "active", 1)

    assert told(store)[-4:] == ["  triggers", "    welcome", "  letter", "    monthly"]


def test_a_move_among_its_siblings_counts_the_rows_as_they_are_seen(store):
    moving.move(store, ["forum"], "channels", 2)
    assert told(store)[2:6] == ["    letter", "      monthly", "    forum", "    talks"]

    moving.move(store, ["talks", "letter"], "channels", 0)
    assert told(store)[2:6] == ["    letter", "      monthly", "    talks", "    forum"]


def test_several_moved_branches_keep_the_order_of_the_map(store):
    moving.move(store, ["welcome", "reads", "forum"], "monthly")

    assert told(store)[2:7] == ["    letter", "      monthly", "        forum", "        reads", "        welcome"]


def test_what_hangs_on_a_moved_branch_is_moved_once(store):
    moving.move(store, ["monthly", "letter"], "triggers")

    assert told(store)[-2:] == ["    letter", "      monthly"]


@pytest.mark.parametrize("onto", ["letter", "monthly"])
def test_a_branch_does_not_hang_on_itself(store, onto):
    with pytest.raises(KnownError):
        moving.move(store, ["letter"], onto)

    assert told(store) == WHOLE


def test_nothing_is_moved_when_it_hangs_there_already(store):
    store.forget_steps()
    moving.move(store, ["letter"], "channels", 1)
    moving.move(store, ["letter"], "channels", 2)
    moving.move_by(store, ["forum"], -1)
    moving.move_in(store, ["forum"])
    moving.move_out(store, ["channels"])

    assert store.next_undo() is None


def test_several_siblings_are_moved_together_and_stop_at_the_end(store):
    moving.move_by(store, ["forum", "letter"], 5)

    assert told(store)[2:6] == ["    talks", "    forum", "    letter", "      monthly"]


def test_out_and_in_again(store):
    moving.move_out(store, ["letter"])
    assert told(store)[1:7] == ["  channels", "    forum", "    talks", "  letter", "    monthly", "  deeds"]

    moving.move_in(store, ["letter"])
    assert told(store)[1:6] == ["  channels", "    forum", "    talks", "    letter", "      monthly"]


def test_deleting_only_the_branch_keeps_what_hangs_on_it_in_its_place(store):
    removing.delete_only(store, ["channels", "letter"])

    assert told(store)[:6] == ["Awareness", "  forum", "  monthly", "  talks", "  deeds", "    reads"]


def test_a_copy_stands_behind_with_all_that_hangs_on_it(store):
    copies = growing.duplicate(store, ["letter"])

    assert told(store)[3:8] == ["    letter", "      monthly", "    letter", "      monthly", "    talks"]
    assert copies[0] != "letter"


def test_children_are_sorted_by_their_text(store):
    editing.rename(store, "forum", "Zoo")
    moving.sort_children(store, "channels")

    assert told(store)[2:6] == ["    letter", "      monthly", "    talks", "    Zoo"]


def test_a_copy_of_a_group_stands_right_behind_it(store):
    growing.duplicate(store, ["channels"])

    assert told(store)[6:8] == ["  channels", "    forum"]
    assert told(store)[11] == "  deeds"


def test_folding_children_folds_all_then_unfolds_all(store):
    editing.fold_children(store, "aware")
    assert told(store) == ["Awareness", "  channels +", *WHOLE[2:6], "  deeds +", *WHOLE[7:]]

    editing.fold_children(store, "aware")
    assert told(store) == WHOLE


def test_what_nothing_hangs_on_is_not_folded(store):
    store.forget_steps()
    editing.fold(store, ["forum"], folded=True)

    assert store.next_undo() is None


def test_a_line_goes_with_either_branch_and_comes_back_with_it(store):
    line = crossing.connect(store, "forum", "welcome")
    assert crossing.connect(store, "forum", "welcome") == line
    crossing.relabel(store, line, "leads to")
    removing.delete(store, ["channels"])
    assert store.of(CrossLink).count() == 0

    store.undo()
    assert store.of(CrossLink).get(line).label == "leads to"
    crossing.disconnect(store, line)
    assert store.of(CrossLink).count() == 0
    with pytest.raises(KnownError):
        crossing.connect(store, "forum", "forum")


def test_a_new_stage_has_its_groups_and_a_colour_that_no_other_has(store):
    groups = {Role.CHANNELS: "Channels", Role.TRIGGERS: "Triggers"}
    stage = stages.add_stage(store, "Contribution", groups=groups)

    assert told(store)[-3:] == ["Contribution", "  Channels", "  Triggers"]
    assert store.of(Stage).get(stage).colour == "challenge"


def test_a_stage_gets_the_groups_that_it_has_not(store):
    groups = {Role.CHANNELS: "Channels", Role.TRIGGERS: "Triggers"}
    stage = stages.add_stage(store, "Contribution", groups=groups)
    removing.delete(store, [FunnelMap.read(store).forest.children(stage)[0]])
    growing.add_child(store, stage, "Own")
    stages.add_groups(store, stage, groups)

    assert told(store)[-4:] == ["Contribution", "  Triggers", "  Own", "  Channels"]


def test_stages_go_round_by_rows(store):
    third = stages.add_stage(store, "Third", groups={})
    stages.move_stage(store, "aware", 2)
    assert list(FunnelMap.read(store).stages) == ["active", "aware", third]
    stages.move_stage(store, third, 0)

    assert list(FunnelMap.read(store).stages) == [third, "active", "aware"]


def test_a_second_reading_of_a_day_takes_the_place_of_the_first(store):
    stages.change_stage(store, "aware", target=0.4)
    for day, value in ((1, 0.3), (8, 0.2), (8, 0.37)):
        stages.add_reading(store, "aware", date(2027, 3, day), value, "Forum")
    conversion = FunnelMap.read(store).conversions["aware"]

    assert [reading.value for reading in conversion.readings] == [0.3, 0.37]
    assert conversion.going is Going.NEAR
    stages.delete_reading(store, conversion.readings[-1].id)
    assert FunnelMap.read(store).conversions["aware"].value == 0.3


def test_a_share_stays_between_nobody_and_everybody(store):
    stages.change_stage(store, "aware", target=7.0)
    stages.add_reading(store, "aware", date(2027, 3, 1), -1)
    conversion = FunnelMap.read(store).conversions["aware"]

    assert (conversion.target, conversion.value) == (1.0, 0.0)


def test_a_rule_is_kept_in_the_stage(store):
    stages.set_rule(store, "aware", EntryRule("visit", 2, days=14))

    assert read_rule(store.of(Stage).get("aware").rule) == EntryRule("visit", 2, days=14)


def test_the_map_is_no_deeper_than_a_file_may_be(store):
    deepest = "monthly"
    for _ in range(DEEPEST - 3):
        deepest = growing.add_child(store, deepest, "deeper")
    with pytest.raises(KnownError):
        growing.add_child(store, deepest, "too deep")
    with pytest.raises(KnownError):
        growing.add_parent(store, ["channels"], "too deep")
    with pytest.raises(KnownError):
        moving.move(store, ["channels"], "welcome")


@pytest.mark.parametrize("act", [removing.delete, moving.move_out, growing.duplicate])
def test_what_is_gone_says_so(store, act):
    with pytest.raises(Gone):
        act(store, ["nobody"])


def test_positions_stay_dense_whatever_is_done(store):
    for name in ("child", "parent", "move", "out", "duplicate", "delete only"):
        ACTIONS[name](store)
    forest = FunnelMap.read(store).forest
    for parent in ["aware", "active", *forest.branches]:
        rows = [forest.branches[it].position for it in forest.children(parent)]
        assert all(a < b for a, b in pairwise(rows))
