"""Single events: added, moved, copied, laid aside, edited; and the steps that undo names."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from app.calendar import actions
from app.calendar.checklist import add_step, move_step, remove_step, rename_step, tick_step
from app.calendar.event import ChecklistStep, Event, MessageStatus, Override, Scope, Status
from app.calendar.plan import Plan
from app.errors import Gone, KnownError
from app.message import say
from app.playbook.link import Link
from app.tactics.tactic import Tactic
from storage.playbooks import SqlPlaybooks
from tests.calendar.rules.builders import FIVE, a_series, an_event, days, rules, starts, titles

NOW = round(datetime(2027, 3, 10, 10, 40, tzinfo=UTC).timestamp() * 1_000_000)


def event(store, event_id="e1"):
    return store.of(Event).get(event_id)


def test_a_new_event_gets_an_id_and_its_instants(store):
    event_id = actions.add_event(store, an_event(id=""))

    added = event(store, event_id)
    assert (added.created, added.changed, added.revision) == (NOW, NOW, 0)
    assert store.next_undo() == say("step.add", title="AMA")


def test_a_move_keeps_time_and_length_and_raises_the_revision(store):
    actions.add_event(store, an_event(at=FIVE, minutes=90, zone="Europe/Sofia"))

    keys = actions.move(store, [("e1", "")], 8)

    moved = event(store)
    assert keys == [("e1", "")]
    assert (moved.day, moved.at, moved.minutes, moved.zone, moved.revision) == (
        date(2027, 3, 18), FIVE, 90, "Europe/Sofia", 1,
    )  # fmt: skip
    assert store.next_undo() == say("step.move", title="AMA", day=date(2027, 3, 18))


def test_a_move_by_nothing_is_no_step(store):
    actions.add_event(store, an_event())
    actions.move(store, [("e1", "")], 0)

    assert (event(store).revision, store.next_undo().id) == (0, "step.add")


def test_several_land_around_the_one_that_is_held(store):
    actions.add_event(store, an_event(id="a", day=date(2027, 3, 10)))
    actions.add_event(store, an_event(id="b", day=date(2027, 3, 8)))

    actions.move_to(store, [("a", ""), ("b", "")], date(2027, 4, 1))

    assert days(store) == [date(2027, 3, 30), date(2027, 4, 1)]
    assert store.undo() == say("step.move.many", n=2)


def test_what_waits_is_planned_where_it_is_dropped(store):
    actions.add_event(store, an_event(day=None, status=Status.IDEA))

    actions.move_to(store, [("e1", "")], date(2027, 4, 1))

    assert (event(store).day, event(store).status) == (date(2027, 4, 1), Status.PLANNED)
    assert store.next_undo() == say("step.plan", title="AMA")


def test_a_fixed_event_is_moved_by_hand(store):
    actions.add_event(store, an_event(fixed=True))
    actions.move(store, [("e1", "")], 1)

    assert days(store) == [date(2027, 3, 11)]


def test_to_the_backlog_and_back_keeps_everything(store):
    actions.add_event(store, an_event(at=FIVE, minutes=90, notes="ask early", owner="mila"))
    before = event(store)

    assert actions.to_backlog(store, [("e1", "")]) == [("e1", "")]
    assert [it.id for it in Plan.read(store).backlog()] == ["e1"]
    actions.plan_event(store, "e1", before.day)

    after = event(store)
    assert (after.at, after.minutes, after.notes, after.owner, after.day) == (FIVE, 90, "ask early", "mila", before.day)


def test_one_of_a_series_waits_as_an_event_of_its_own(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10)))
    actions.edit(store, ("e1", "2027-03-17"), title="With a guest")
    add_step(store, "e1", "Book the room")

    ((waiting, _),) = actions.to_backlog(store, [("e1", "2027-03-17")])

    assert days(store) == [date(2027, 3, 10), date(2027, 3, 24)]
    assert (event(store, waiting).title, event(store, waiting).rrule) == ("With a guest", "")
    assert [it.text for it in store.of(ChecklistStep).where(event=waiting)] == ["Book the room"]


def test_a_whole_series_waits_with_its_rhythm_and_turns_to_the_day_it_is_planned_on(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20270421", date(2027, 3, 10)))
    actions.delete(store, [("e1", "2027-03-24")])

    actions.to_backlog(store, [("e1", "2027-03-10")], Scope.ALL)
    assert (event(store).day, rules(store)) == (None, ["FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=4"])
    actions.plan_event(store, "e1", date(2027, 5, 6))

    assert days(store) == [date(2027, 5, 6), date(2027, 5, 20), date(2027, 6, 3), date(2027, 6, 17)]


def test_what_follows_waits_as_one_series(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=5", date(2027, 3, 10)))

    ((waiting, _),) = actions.to_backlog(store, [("e1", "2027-03-24")], Scope.FOLLOWING)

    assert days(store) == [date(2027, 3, 10), date(2027, 3, 17)]
    assert (event(store, waiting).day, event(store, waiting).rrule) == (None, "FREQ=WEEKLY;BYDAY=WE;COUNT=3")


def test_a_copy_is_single_and_still_to_be_done(store):
    actions.add_event(
        store,
        a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10), status=Status.DONE, message=MessageStatus.SENT, uid="x@y"),
    )
    step = add_step(store, "e1", "Book the room")
    tick_step(store, step, done=True)

    ((copied, original),) = actions.copy(store, [("e1", "2027-03-17")], 1)

    new = event(store, copied)
    assert (new.day, original, new.rrule, new.uid) == (date(2027, 3, 18), "", "", "")
    assert (new.status, new.message) == (Status.PLANNED, MessageStatus.DRAFT)
    assert [(it.text, it.done) for it in store.of(ChecklistStep).where(event=copied)] == [("Book the room", False)]
    assert len(days(store)) == 4


def test_links_and_checklist_go_with_a_series_that_is_parted(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10)))
    add_step(store, "e1", "Book the room")
    with store.change(say("step.save.link", title="serves")):
        store.of(Link).save([Link("l1", "event", "e1", "kpi", "k1", "serves")])

    ((child, _),) = actions.move(store, [("e1", "2027-03-17")], 1, Scope.FOLLOWING)

    assert [it.text for it in store.of(ChecklistStep).where(event=child)] == ["Book the room"]
    assert [it.to_id for it in store.of(Link).where(from_id=child)] == ["k1"]


def test_a_tactic_becomes_an_event_with_its_checklist(store):
    tactic = Tactic("t1", "Short AMA", "ama", at=FIVE, minutes=45, prep=1.5, live=1.0, steps=("Guest", "Announce"))
    with store.change(say("step.save.tactic", title="Short AMA")):
        store.of(Tactic).save([tactic])

    planned = actions.add_from_tactic(store, "t1", date(2027, 3, 18), time(9))
    waiting = actions.add_from_tactic(store, "t1", None)

    new = event(store, planned)
    assert (new.title, new.day, new.at, new.zone, new.tactic) == (
        "Short AMA", date(2027, 3, 18), time(9), "Europe/Sofia", "t1",
    )  # fmt: skip
    assert [it.text for it in sorted(store.of(ChecklistStep).where(event=planned), key=lambda it: it.position)] == [
        "Guest",
        "Announce",
    ]
    assert (event(store, waiting).day, event(store, waiting).at, event(store, waiting).status) == (
        None, FIVE, Status.IDEA,
    )  # fmt: skip


def test_any_event_can_be_kept_as_a_tactic(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=3", date(2027, 3, 10), prep=1.0, owner="mila"))
    add_step(store, "e1", "Book the room")

    tactic = store.of(Tactic).get(actions.save_as_tactic(store, ("e1", "2027-03-17")))

    assert (tactic.title, tactic.prep, tactic.owner, tactic.rhythm) == ("AMA", 1.0, "mila", "FREQ=WEEKLY;BYDAY=WE")
    assert tactic.steps == ("Book the room",)


def test_a_time_given_to_a_whole_day_brings_a_zone_and_a_length(store):
    actions.add_event(store, an_event())
    actions.edit(store, ("e1", ""), at=FIVE)

    assert (event(store).at, event(store).zone, event(store).minutes) == (FIVE, "Europe/Sofia", 60)


def test_editing_day_and_rhythm_through_fields_is_a_move_and_a_rule(store):
    actions.add_event(store, an_event())

    key = actions.edit(store, ("e1", ""), rrule="FREQ=WEEKLY;BYDAY=FR;COUNT=3")
    assert key == ("e1", "2027-03-12")
    key = actions.edit(store, key, Scope.ALL, day=date(2027, 3, 13))
    assert days(store) == [date(2027, 3, 13), date(2027, 3, 20), date(2027, 3, 27)]
    key = actions.edit(store, ("e1", "2027-03-20"), Scope.FOLLOWING, rrule="FREQ=DAILY;COUNT=2")
    assert days(store) == [date(2027, 3, 13), date(2027, 3, 20), date(2027, 3, 21)]
    waiting = actions.edit(store, key, day=None)
    assert event(store, waiting[0]).day is None


def test_a_new_rhythm_keeps_the_exceptions_it_still_has_room_for(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=WE;COUNT=5", date(2027, 3, 10)))
    actions.edit(store, ("e1", "2027-03-17"), title="Odd")
    actions.edit(store, ("e1", "2027-03-24"), title="Even")

    actions.set_rule(store, "e1", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=3")

    assert titles(store) == [("2027-03-10", "AMA"), ("2027-03-24", "Even"), ("2027-04-07", "AMA")]
    assert [it.original for it in store.of(Override).all()] == ["2027-03-24"]


def test_a_series_without_its_rhythm_is_its_first_occurrence(store):
    actions.add_event(store, a_series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 10)))
    actions.edit(store, ("e1", "2027-03-10"), title="First", day=date(2027, 3, 11))

    actions.set_rule(store, "e1", "")

    assert titles(store) == [("2027-03-11", "First")]
    assert list(store.of(Override).all()) == []


@pytest.mark.parametrize(
    ("rrule", "why"),
    [("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule.empty"), ("FREQ=HOURLY", "rule.refused")],
)
def test_a_rhythm_without_days_is_refused_and_changes_nothing(store, rrule, why):
    actions.add_event(store, an_event())

    with pytest.raises(KnownError) as error:
        actions.set_rule(store, "e1", rrule)

    assert error.value.what.id == why
    assert (event(store).rrule, store.next_undo().id) == ("", "step.add")


def test_typing_in_one_field_is_one_step_and_another_field_another(tmp_path: Path):
    store = SqlPlaybooks(tmp_path / "data").create(tmp_path / "typed.sedyanka")
    actions.add_event(store, an_event())

    for title in ("A", "As", "Ask"):
        actions.edit(store, ("e1", ""), title=title)
    actions.edit(store, ("e1", ""), notes="early")

    assert [store.undo().id for _ in range(3)] == ["step.edit.notes", "step.edit.title", "step.add"]
    store.close()


def test_what_is_gone_says_so(store):
    with pytest.raises(Gone):
        actions.move(store, [("nobody", "")], 1)
    with pytest.raises(Gone):
        actions.delete(store, [("nobody", "")])


def test_everything_after_a_day_moves_but_what_is_fixed(store):
    actions.add_event(store, an_event(id="before", day=date(2027, 3, 9)))
    actions.add_event(store, an_event(id="on", day=date(2027, 3, 10)))
    actions.add_event(store, an_event(id="fixed", day=date(2027, 3, 12), fixed=True))
    actions.add_event(store, a_series("FREQ=WEEKLY;BYDAY=TU;COUNT=3", date(2027, 3, 2), id="series"))
    foreign = actions.add_event(store, a_series("FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=4", date(2027, 3, 15), id="foreign"))

    stayed = actions.shift_after(store, date(2027, 3, 10), 2)

    assert stayed == [foreign]
    assert [it.day for it in days(store, last=date(2027, 3, 31))] == [2, 9, 9, 12, 12, 15, 18]
    assert store.undo() == say("step.shift", day=date(2027, 3, 10), n=2)


def texts(store):
    return [(it.text, it.done) for it in Plan.read(store).checklist.get("e1", [])]


def test_a_checklist_is_written_ticked_ordered_and_cleared(store):
    actions.add_event(store, an_event())
    first, second = add_step(store, "e1", "Guest"), add_step(store, "e1", "Announce")
    third = add_step(store, "e1", "Idea", position=0)

    tick_step(store, first, done=True)
    rename_step(store, second, "Announce it")
    move_step(store, third, 2)
    assert texts(store) == [("Guest", True), ("Announce it", False), ("Idea", False)]
    remove_step(store, first)
    assert texts(store) == [("Announce it", False), ("Idea", False)]

    assert store.undo().id == "step.checklist.remove"
    assert store.undo().id == "step.checklist.move"
    assert texts(store)[0] == ("Idea", False)
    assert event(store).revision == 5


def test_starts_are_wall_time_across_the_change_of_clocks(store):
    actions.add_event(store, a_series("FREQ=DAILY;COUNT=3", date(2027, 3, 27), at=time(3, 30), zone="Europe/Sofia"))

    assert starts(store) == ["2027-03-27T03:30", "2027-03-28T03:30", "2027-03-29T03:30"]
