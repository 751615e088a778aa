"""Branches as trees, also those of a file that somebody broke."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.funnel.branch import Branch
from app.funnel.forest import Forest
from tests.funnel.growing import SMALL, a_branch

IDS = "abcdefgh"
broken = st.lists(
    st.builds(Branch, st.sampled_from(IDS), st.sampled_from("XY"), st.sampled_from(["", *IDS, "gone"])),
    unique_by=lambda branch: branch.id,
)


def test_a_forest_reads_from_top_to_bottom():
    forest = Forest(reversed(SMALL))

    assert list(forest.below("aware"))[1:] == ["channels", "forum", "letter", "monthly", "talks", "deeds", "reads"]
    assert forest.path("monthly") == ["channels", "letter", "monthly"]
    assert forest.tops(["monthly", "reads", "letter", "gone"]) == ["letter", "reads"]
    assert forest.parent("channels") == "aware"


@given(broken)
def test_nothing_is_lost_and_nothing_goes_round_whatever_a_file_holds(branches):
    forest = Forest(branches)
    reached = [it for it in forest.below("X", "Y") if it not in ("X", "Y")]

    assert sorted(reached) == sorted(branch.id for branch in branches)
    for branch in branches:
        assert forest.branches[forest.path(branch.id)[0]].stage == branch.stage


def test_a_branch_with_the_id_of_its_stage_is_left_out():
    assert list(Forest([a_branch("s", "s"), a_branch("a", "s")]).below("s")) == ["s", "a"]


def test_a_ring_of_branches_hangs_on_its_stage():
    forest = Forest([a_branch("a", "s/b"), a_branch("b", "s/a"), a_branch("c", "s/b")])

    assert set(forest.below("s")) == {"s", "a", "b", "c"}


def test_a_chain_of_ten_thousand_is_no_deeper_than_it_looks():
    chain = [Branch(str(at), "s", str(at - 1) if at else "") for at in range(10_000)]
    forest = Forest(chain)

    assert len(list(forest.below("s"))) == 10_001
    assert len(forest.path("9999")) == 10_000


@given(st.sets(st.sampled_from([branch.id for branch in SMALL])))
def test_the_tops_of_some_branches_are_those_that_hang_on_no_other_in_the_order_of_the_map(ids):
    forest = Forest(reversed(SMALL), ("aware", "active"))
    expected = [key for key in forest.below(*forest.stages) if key in ids and not ids & set(forest.path(key)[:-1])]

    assert forest.tops(ids) == expected
