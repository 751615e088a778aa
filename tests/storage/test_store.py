import logging
import shutil
import sys
import threading
from dataclasses import replace

import pytest

from app.calendar.event import ChecklistStep, Event
from app.errors import BugError, KnownError
from app.message import say
from app.store import EVERYTHING
from tests.storage.making import MONDAY, TUESDAY, a_step, an_event, break_off, save


def move(store, to, id="e1"):
    with store.change(say("step.move")):
        store.of(Event).save([store.of(Event).get(id).moved_to(to)])


def test_a_change_is_told_once_with_what_it_changed(store):
    save(store, an_event())
    seen = []
    store.subscribe(seen.append)

    move(store, TUESDAY)
    store.undo()
    store.redo()

    assert seen == [{Event: frozenset({"e1"})}] * 3


def test_listeners_can_tell_what_was_done_from_what_was_taken_back_or_done_again(store):
    save(store, an_event())
    again = []
    store.subscribe(lambda _: again.append(store.telling_again))

    move(store, TUESDAY)
    store.undo()
    store.redo()
    move(store, MONDAY)

    assert again == [False, True, True, False]
    assert not store.telling_again


def test_what_goes_along_is_told_too(store):
    save(store, an_event(), a_step())
    seen = []
    store.subscribe(seen.append)

    with store.change(say("step.delete")):
        store.of(Event).delete(["e1"])
    store.undo()

    assert seen == [{Event: frozenset({"e1"}), ChecklistStep: frozenset({"c1"})}] * 2


def test_very_many_changes_are_told_as_everything(store):
    seen = []
    store.subscribe(seen.append)

    with store.change(say("step.add")):
        store.of(Event).save(an_event(id=f"e{i}") for i in range(1001))
        store.of(ChecklistStep).save([a_step()])

    assert seen == [{Event: EVERYTHING, ChecklistStep: frozenset({"c1"})}]


def test_a_change_that_changes_nothing_is_not_told_and_is_no_step(store):
    save(store, an_event(), step="step.first")
    seen = []
    store.subscribe(seen.append)

    with store.change(say("step.idle")):
        pass

    assert seen == []
    assert store.next_undo() == say("step.first")


def test_saving_what_is_there_already_is_no_step(store):
    save(store, an_event(), step="step.first")

    save(store, an_event(), step="step.same")

    assert store.next_undo() == say("step.first")


def test_a_listener_that_fails_or_writes_disturbs_no_other(store, caplog):
    save(store, an_event())
    seen = []
    store.subscribe(lambda _: 1 / 0)
    store.subscribe(lambda _: store.of(Event).get("e1").day or move(store, MONDAY))
    store.subscribe(lambda _: seen.append(store.of(Event).get("e1").day))

    with caplog.at_level(logging.CRITICAL):
        move(store, None)

    assert seen == [MONDAY, MONDAY]  # told after it was moved back, once for each change


def test_changes_made_by_listeners_are_told_in_order(store):
    save(store, an_event(), an_event(id="e2"))
    seen = []
    store.subscribe(lambda changes: "e1" in changes[Event] and move(store, TUESDAY, "e2"))
    store.subscribe(lambda changes: seen.append(changes[Event]))

    move(store, TUESDAY)

    assert seen == [{"e1"}, {"e2"}]


def test_a_listener_hears_nothing_after_it_left_even_while_changes_are_told(store):
    seen = []
    leave = store.subscribe(lambda _: (seen.append(1), leave()))

    save(store, an_event())
    save(store, an_event(title="other"))
    leave()

    assert seen == [1]


def test_a_change_inside_a_change_is_one_step(store):
    save(store, an_event())

    with store.change(say("step.both")):
        move(store, TUESDAY)
        save(store, an_event(id="e2"), step="step.inner")

    assert store.undo() == say("step.both")
    assert list(store.of(Event).all()) == [an_event()]


def test_a_failed_change_leaves_nothing_and_the_store_works_on(store):
    save(store, an_event())
    seen = []
    store.subscribe(seen.append)

    with pytest.raises(ZeroDivisionError):
        break_off(store, an_event(title="half"))

    assert seen == []
    assert store.of(Event).get("e1") == an_event()
    move(store, TUESDAY)
    assert store.of(Event).get("e1").day == TUESDAY


def test_a_failed_inner_change_leaves_nothing_when_the_outer_goes_on(store):
    with store.change(say("step.outer")):
        store.of(Event).save([an_event()])
        with pytest.raises(ZeroDivisionError):
            break_off(store, an_event(id="e2"), an_event(title="half"))

    assert list(store.of(Event).all()) == [an_event()]
    store.undo()
    assert store.of(Event).count() == 0


def test_undo_inside_a_change_is_a_bug_of_ours(store):
    save(store, an_event())

    with store.change(say("step.outer")):
        store.of(Event).save([an_event(id="e2")])
        with pytest.raises(BugError):
            store.undo()
        with pytest.raises(BugError):
            store.redo()

    assert store.of(Event).count() == 2


def test_a_change_of_another_thread_waits_for_its_turn(store):
    save(store, an_event())
    started = threading.Event()

    def other():
        started.set()
        with store.change(say("step.other")):
            event = store.of(Event).get("e1")
            store.of(Event).save([replace(event, notes=event.title)])

    with store.change(say("step.mine")):
        thread = threading.Thread(target=other)
        thread.start()
        started.wait(5)
        store.of(Event).save([an_event(title="mine")])
    thread.join(5)

    assert store.of(Event).get("e1").notes == "mine"
    assert store.next_undo() == say("step.other")


def test_a_store_tells_the_time_and_gives_ids(playbooks, store):
    assert store.now().utcoffset().total_seconds() == 0
    assert store.new_id() != store.new_id()


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file can be neither moved nor deleted")
@pytest.mark.parametrize("fate", ["deleted", "moved", "replaced"])
def test_nothing_is_said_to_be_saved_in_a_file_that_is_not_there_any_more(playbooks, store, path, fate):
    save(store, an_event())
    other = path.with_name("other.sedyanka")
    if fate == "replaced":
        shutil.copyfile(path, other)
        other.replace(path)
    else:
        path.rename(other)
    if fate == "deleted":
        other.unlink()

    for change in (lambda: move(store, TUESDAY), store.undo):
        with pytest.raises(KnownError) as refused:
            change()
        assert refused.value.what == say("storage.displaced", file=path.name)
    assert store.of(Event).get("e1").day == MONDAY

    kept = path.with_name("kept.sedyanka")
    store.copy_to(kept)
    assert [event.day for event in playbooks.open(kept, read_only=True).of(Event).all()] == [MONDAY]

    if fate == "moved":
        other.rename(path)
        move(store, TUESDAY)
        assert store.of(Event).get("e1").day == TUESDAY
