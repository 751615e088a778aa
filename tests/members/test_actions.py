"""Members are added, edited, deleted and merged; each is one step."""

from datetime import date

import pytest

from app.errors import KnownError
from app.guide.incident import Incident
from app.members.adding import add_names
from app.members.editing import delete, edit, put_in_state, tag
from app.members.filter import MemberFilter, Who
from app.members.member import Member
from app.members.merging import ALIAS, Reason, alike, merge, merged, named, proposed, reasons
from app.members.name_lines import read_names
from app.members.snapshot import Members
from app.message import say
from app.playbook.link import Link
from app.workflows.enrolment import Enrolment
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.sequence import Sequence
from tests.members.builders import add, get, states


def everything(store) -> dict[str, list[object]]:
    kinds = (Member, Enrolment, Incident, PipelineEntry, Link)
    return {kind.__name__: sorted(store.of(kind).all(), key=lambda it: it.id) for kind in kinds}


def test_a_list_of_names_is_added_in_one_step_and_nobody_twice(store):
    mila = add(store, "Mila D.", emails=("mila@example.org",))
    added = add_names(store, read_names("MILA D. <Mila@Example.org>\nPetya S.\nRado T. <rado@example.org>\nPetya S."))

    assert added.known == (mila,)
    assert [get(store, one).name for one in added.new] == ["Petya S.", "Rado T."]
    store.undo()
    assert [it.name for it in store.of(Member).all()] == ["Mila D."]


def test_two_people_of_one_name_are_two_when_their_addresses_say_so(store):
    add(store, "Petya S.", emails=("petya@example.org",))
    added = add_names(store, read_names("Petya S. <petya@example.com>"))

    assert len(added.new) == 1


def test_typing_a_name_folds_into_one_step(store):
    mila = add(store, "Mila")
    edit(store, [mila], name="Mila D")
    edit(store, [mila], name="Mila D.")
    store.undo()

    assert get(store, mila).name == "Mila"


def test_words_are_added_to_all_and_taken_from_all(store):
    ids = [add(store, "Mila D.", tags=("beta",)), add(store, "Petya S.")]
    tag(store, ids, "tags", add=["news"], remove=["beta"])

    assert [get(store, one).tags for one in ids] == [("news",), ("news",)]


def test_a_state_is_set_once_and_only_where_it_differs(store):
    state = states(store)
    mila, petya = add(store, "Mila D.", state=state["Invited"]), add(store, "Petya S.")
    put_in_state(store, [mila, petya], state["Invited"])
    assert store.next_undo() == say("members.step.edit.state", name="Petya S.")
    before = store.next_undo()
    put_in_state(store, [mila, petya], state["Invited"])

    assert store.next_undo() == before


def test_a_deleted_member_comes_back_as_they_were(store):
    mila = add(store, "Mila D.", handles=(("slack", "mila"),), joined=date(2027, 1, 4))
    before = get(store, mila)
    delete(store, [mila])
    assert store.of(Member).count() == 0
    store.undo()

    assert get(store, mila) == before


def test_what_only_one_has_and_what_both_have_stays_when_two_become_one():
    one = Member("a", "Nadya R.", (("slack", "@nadya.r"),), languages=("bg",), persona="p1", notes="First.")
    other = Member("b", "Nadia Rusinova", (("csv", "nrusinova"),), languages=("en", "bg"), persona="p2", role="Planner",
                   joined=date(2026, 10, 21), notes="Second.", left=date(2027, 1, 1))  # fmt: skip
    both = merged(one, other, ["persona"])

    assert (both.id, both.name, both.persona, both.role, both.left) == ("a", "Nadya R.", "p2", "Planner", None)
    assert both.handles == (("slack", "@nadya.r"), ("csv", "nrusinova"), (ALIAS, "Nadia Rusinova"))
    assert (both.languages, both.notes) == (("bg", "en"), "First.\n\nSecond.")
    assert proposed(one, other) == {"role", "joined"}


def test_everything_that_named_the_one_names_the_other_after_a_merge_and_one_undo_takes_all_back(store):
    stays, goes, third = add(store, "Nadya R."), add(store, "Nadia R."), add(store, "Tom H.")
    with store.change(say("step.begin")):
        store.of(Sequence).save([Sequence("s", "Welcome")])
        store.of(Enrolment).save(
            [Enrolment("e1", "s", date(2027, 3, 1), goes), Enrolment("e2", "s", date(2027, 3, 1), third)]
        )
        store.of(Incident).save([Incident("i", date(2027, 3, 2), member=goes)])
        store.of(PipelineEntry).save([PipelineEntry("p", Pipeline.AMBASSADOR, "spotted", member=goes)])
        store.of(Link).save([
            Link("l1", "member", goes, "event", "x", "host"), Link("l2", "member", stays, "event", "x", "host"),
            Link("l3", "task", "t", "member", goes, "about"), Link("l4", "member", goes, "member", stays, "buddy"),
        ])  # fmt: skip
    before = everything(store)
    assert named(store, goes).links == 3
    merge(store, stays, goes, ["name"])

    assert get(store, stays).name == "Nadia R."
    assert {it.member for kind in (Enrolment, Incident, PipelineEntry) for it in store.of(kind).all()} == {stays, third}
    assert {(it.id, it.from_id, it.to_id) for it in store.of(Link).all()} == {("l2", stays, "x"), ("l3", "t", stays)}
    assert sorted(it.name for it in store.of(Member).all()) == ["Nadia R.", "Tom H."]
    store.undo()
    assert everything(store) == before


def test_nobody_is_merged_with_themselves(store):
    mila = add(store, "Mila D.")
    with pytest.raises(KnownError):
        merge(store, mila, mila)


def test_what_speaks_for_two_being_one_is_said_and_what_speaks_against_it():
    one = Member("a", "Nadya R.", (("slack", "@nadya"),), ("N@example.org",), role="Planner", company="Kestrel")
    other = Member("b", "Nadia R.", (("forum", "Nadya"),), ("n@example.org",), role="Lead", company="Other")

    assert reasons(one, other) == [
        Reason.EMAIL, Reason.HANDLE, Reason.NAME, Reason.OTHER_COMPANY, Reason.OTHER_ROLE,
    ]  # fmt: skip
    assert alike("Tom H.", "Petya S.") < 0.5
    assert alike("Boris", "Boris N.") >= 0.8


def test_a_filter_shows_whom_it_says(store):
    state = states(store)
    mila = add(store, "Mila D.", staff=True)
    petya = add(store, "Petya S.", state=state["Invited"], tags=("beta",), handles=(("slack", "pet"),))
    gone = add(store, "Rado T.", left=date(2027, 2, 1))
    members = Members.read(store)

    def found(**terms):
        return {it.id for it in members.found(MemberFilter(**terms))}

    assert found() == {mila, petya, gone}
    assert found(who=Who.MEMBERS) == {petya}
    assert found(who=Who.TEAM) == {mila}
    assert found(who=Who.LEFT) == {gone}
    assert found(states={state["Invited"]}) == {petya}
    assert found(states={""}) == {mila, gone}
    assert found(tags={"beta"}) == {petya}
    assert found(words="PET petya") == {petya}


def test_the_snapshot_follows_what_changes(store):
    mila = add(store, "Mila D.")
    members = Members.read(store)
    store.subscribe(lambda changes: members.refresh(store, changes))
    edit(store, [mila], name="Petya S.")
    assert members.text_of(members.all[mila]).startswith("petya")
    delete(store, [mila])
    store.undo()

    assert [it.name for it in members.all.values()] == ["Petya S."]
    assert members.counts()[0][Who.MEMBERS] == 1


def test_members_without_what_they_are_sorted_by_come_last_both_ways(store):
    for name, day in (("A", date(2027, 2, 1)), ("B", None), ("C", date(2027, 1, 1))):
        add(store, name, joined=day)
    members = Members.read(store)

    def order(back):
        return [it.name for it in members.in_order(members.all.values(), "joined", back=back)]

    assert order(False) == ["C", "A", "B"]
    assert order(True) == ["A", "C", "B"]
