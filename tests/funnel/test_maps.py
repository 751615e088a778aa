"""Maps beside the funnel: an outline becomes one, goes out as it came, and can become part of the funnel."""

from __future__ import annotations

from time import thread_time

import pytest

from app.calendar.plan import Plan
from app.errors import Gone
from app.exchange.in_steps import STAGED_FROM, walked
from app.exchange.opml import read_opml, write_opml
from app.exchange.outline import Outline, OutlineItem, OutlineLine
from app.funnel.branch import Branch, CrossLink
from app.funnel.bringing_in import add_map, add_map_in_steps, add_outline_in_steps
from app.funnel.editing import fold_all
from app.funnel.funnel_map import FunnelMap
from app.funnel.growing import add_child
from app.funnel.maps import merge_map
from app.funnel.outline import outline_of
from app.funnel.placing import maps_in_order, stages_in_order
from app.funnel.stage import Stage
from app.funnel.stages import change_stage, delete_stages
from app.message import say
from app.playbook.link import BECAME, Link
from app.playbook.records import move_record

FRAME = 0.05  # seconds that the window may stand still
ITEMS = (
    OutlineItem("Return", notes="Why people come back"),
    OutlineItem("Write to those who left", 0, done=True),
    OutlineItem("Call", 1, own=(("icon", "phone"),)),
    OutlineItem("Stay"),
    OutlineItem("Rituals", 3),
)
OUTLINE = Outline("Plan", ITEMS, (OutlineLine(1, 4, "leads"),))


def funnel_of(store):
    return [stage.name for stage in stages_in_order(store)], len(FunnelMap.read(store).forest.branches)


def large(n: int) -> Outline:
    items = [OutlineItem(f"Top {at}") if at % 10 == 0 else OutlineItem(f"Branch {at}", at - at % 10) for at in range(n)]
    return Outline("", tuple(items), tuple(OutlineLine(at, at + 1) for at in range(1, n - 2, 100)))


def test_an_outline_becomes_a_map_that_is_no_part_of_the_funnel(store):
    before, plan = funnel_of(store), list(Plan.read(store).stages)

    key = add_map(store, OUTLINE, "Завръщане")

    assert funnel_of(store) == before
    assert list(Plan.read(store).stages) == plan
    shown = FunnelMap.read(store, key)
    assert [root.name for root in shown.maps.values()] == ["Завръщане"]
    assert (list(shown.stages), shown.name) == ([key], "Завръщане")
    assert [shown.text(it) for it in shown.in_order()][1:] == [item.text for item in ITEMS]
    assert [link.label for link in shown.cross_links.values()] == ["leads"]
    assert store.undo() == say("funnel.step.map.import", title="Завръщане")
    assert maps_in_order(store) == []


def test_first_branches_of_a_map_have_different_colours_and_what_hangs_on_them_the_same(store):
    shown = FunnelMap.read(store, add_map(store, OUTLINE, "m"))
    by_text = {shown.text(it): shown.colour(it) for it in shown.in_order()}

    assert by_text["Return"] == by_text["Call"] != by_text["Stay"] == by_text["Rituals"]
    assert by_text["m"] == "ops"


def test_a_map_goes_out_as_it_came(store):
    data = write_opml(Outline("m", ITEMS, OUTLINE.lines))
    key = add_map(store, read_opml(data, "m.opml"), "m")

    assert write_opml(outline_of(FunnelMap.read(store, key))) == data


def test_a_funnel_that_came_as_a_map_and_is_merged_has_its_stages_again(store):
    stage = stages_in_order(store)[0].id
    change_stage(store, stage, criterion="Posts twice", driver="Rituals", target=0.4, within=30, colour="loop")
    whole = outline_of(FunnelMap.read(store))
    key = add_map(store, whole, "Again")
    assert outline_of(FunnelMap.read(store, key)).items == whole.items

    for root in stages_in_order(store):
        delete_stages(store, [root.id])
    merge_map(store, key)

    assert outline_of(FunnelMap.read(store)).items == whole.items
    assert maps_in_order(store) == []


def test_merged_onto_a_branch_it_hangs_there_and_undo_brings_the_map_back(store):
    key = add_map(store, OUTLINE, "m")
    stage = stages_in_order(store)[0].id
    onto = add_child(store, stage, "Later")
    tops = merge_map(store, key, onto)

    funnel = FunnelMap.read(store)
    assert funnel.forest.children(onto) == tops
    assert [funnel.text(it) for it in funnel.forest.below(*tops)] == [item.text for item in ITEMS]
    assert [link.label for link in funnel.cross_links.values()] == ["leads"]
    assert store.undo() == say("funnel.step.map.merge", title="m")
    assert len(FunnelMap.read(store, key).forest.branches) == len(ITEMS)
    with pytest.raises(Gone):
        merge_map(store, stage)


def test_what_a_first_branch_became_is_known_of_the_stage(store):
    key = add_map(store, OUTLINE, "m")
    top = FunnelMap.read(store, key).forest.children(key)[0]
    with store.change(say("step.add", title="x")):
        store.of(Link).save([Link("l", "branch", top, "task", "t", BECAME)])

    merge_map(store, key)

    assert store.of(Link).get("l").from_kind == "stage"
    assert store.of(Stage).get(top).name == "Return"


def test_a_map_is_renamed_folded_and_deleted_by_its_own_steps(store):
    key = add_map(store, OUTLINE, "m")
    change_stage(store, key, name="Back again")
    assert store.next_undo() == say("funnel.step.map.name", title="Back again")
    fold_all(store, folded=True, on=key)
    assert {it.text for it in store.of(Branch).all() if it.folded} == {"Return", "Stay"}

    delete_stages(store, [key])

    assert store.next_undo() == say("funnel.step.map.delete", title="Back again")
    assert maps_in_order(store) == []
    assert store.of(CrossLink).count() == 0


def test_a_shown_map_takes_over_what_changes_on_it_and_nothing_else(store):
    key = add_map(store, OUTLINE, "m")
    stage = stages_in_order(store)[0].id
    shown, funnel = FunnelMap.read(store, key), FunnelMap.read(store)
    store.subscribe(lambda changes: (shown.refresh(store, changes), funnel.refresh(store, changes)))

    here, there = add_child(store, key, "Here"), add_child(store, stage, "There")
    assert (shown.text(here), shown.text(there)) == ("Here", "")
    assert (funnel.text(here), funnel.text(there)) == ("", "There")
    assert shown.forest.children(key)[-1] == here

    merge_map(store, key)
    assert shown.stages == {}
    assert funnel.text(here) == "Here"
    store.undo()
    assert (shown.text(here), funnel.text(here)) == ("Here", "")


@pytest.mark.parametrize("as_map", [True, False])
def test_ten_thousand_lines_are_written_in_steps_that_are_shorter_than_a_frame_and_show_at_the_end(store, as_map):
    before = store.of(Branch).count(), store.of(CrossLink).count()
    outline, longest, shares = large(10_000), 0.0, []
    onto = stages_in_order(store)[0].id
    steps = add_map_in_steps(store, outline, "m") if as_map else add_outline_in_steps(store, outline, onto)
    try:
        while True:
            begun = thread_time()
            shares.append(next(steps))
            longest = max(longest, thread_time() - begun)
            assert (store.of(Branch).count(), store.of(CrossLink).count()) == before
    except StopIteration:
        pass

    assert longest < FRAME
    assert shares == sorted(shares)
    assert store.of(Branch).count() == before[0] + 10_000
    store.undo()
    assert (store.of(Branch).count(), store.of(CrossLink).count()) == before


@pytest.mark.parametrize("n", [40, STAGED_FROM])
def test_few_and_many_lines_come_in_alike(store, n):
    outline = large(n)
    shown = FunnelMap.read(store, add_map(store, outline, "m"))
    assert [shown.text(it) for it in shown.in_order()][1:] == [item.text for item in outline.items]

    tops = walked(add_outline_in_steps(store, outline, stages_in_order(store)[0].id))
    funnel = FunnelMap.read(store)
    assert [funnel.text(it) for it in funnel.forest.below(*tops)] == [item.text for item in outline.items]
    assert funnel.forest.children(stages_in_order(store)[0].id)[-len(tops) :] == tops

    stages = walked(add_outline_in_steps(store, outline))
    funnel = FunnelMap.read(store)
    assert list(funnel.stages)[-len(stages) :] == stages
    assert [funnel.text(it) for it in funnel.forest.below(*stages)] == [item.text for item in outline.items]


def test_left_off_nothing_stays_and_what_it_was_to_hang_on_may_go(store):
    stage = stages_in_order(store)[0].id
    onto = add_child(store, stage, "Later")
    before = store.of(Branch).count()
    steps = add_outline_in_steps(store, large(STAGED_FROM), onto)
    next(steps)
    steps.close()
    assert store.of(Branch).count() == before

    steps = add_outline_in_steps(store, large(STAGED_FROM), onto)
    next(steps)
    store.undo()
    with pytest.raises(Gone):
        walked(steps)
    assert store.of(Branch).count() == before - 1


def test_stages_are_put_in_order_among_themselves(store):
    for name in ("m", "n", "o"):
        add_map(store, OUTLINE, name)
    before, maps = [stage.id for stage in stages_in_order(store)], maps_in_order(store)

    move_record(store, Stage, before[-1], 0)

    assert [stage.id for stage in stages_in_order(store)] == [before[-1], *before[:-1]]
    assert maps_in_order(store) == maps
