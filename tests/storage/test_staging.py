import pytest

from app.calendar.event import ChecklistStep, Event
from app.errors import BugError, Gone
from app.message import say
from app.store import EVERYTHING
from tests.storage.making import TUESDAY, a_step, an_event, everything, save


def publish(store, *kinds):
    with store.change(say("step.import")):
        store.publish(kinds)


def test_what_is_staged_does_not_show_and_is_no_step(store, path):
    before = everything(path)
    seen = []
    store.subscribe(seen.append)

    store.stage(Event, [an_event()])

    assert everything(path) == before
    assert (seen, store.next_undo()) == ([], None)


def test_what_was_staged_in_batches_comes_in_as_one_step(store):
    save(store, an_event(id="e1", title="old"))
    for batch in range(3):
        store.stage(Event, (an_event(id=f"e{batch * 10 + i}") for i in range(10)))
    store.stage(ChecklistStep, [a_step(event="e29")])

    publish(store, ChecklistStep, Event)  # in any order

    assert store.of(Event).count() == 30
    assert store.of(Event).get("e1").title == "AMA"
    store.undo()
    assert list(store.of(Event).all()) == [an_event(id="e1", title="old")]
    store.redo()
    assert store.of(ChecklistStep).get("c1").event == "e29"


def test_what_was_published_is_staged_no_more(store):
    store.stage(Event, [an_event()])
    publish(store, Event)
    save(store, an_event(title="changed since"))

    publish(store, Event)

    assert store.of(Event).get("e1").title == "changed since"


def test_of_two_things_staged_with_one_id_the_later_counts(store):
    store.stage(Event, [an_event(), an_event(day=TUESDAY)])
    store.stage(Event, [an_event(title="last")])

    publish(store, Event)

    assert list(store.of(Event).all()) == [an_event(title="last")]


def test_a_large_import_is_told_as_everything(store):
    seen = []
    store.subscribe(seen.append)
    store.stage(Event, (an_event(id=f"e{i:05}") for i in range(3000)))

    publish(store, Event)

    assert seen == [{Event: EVERYTHING}]


def test_what_was_staged_can_be_thrown_away(store):
    store.stage(Event, [an_event()])

    store.unstage()
    publish(store, Event)

    assert store.of(Event).count() == 0


def test_a_publishing_that_fails_leaves_everything_staged(store):
    store.stage(ChecklistStep, [a_step(event="nowhere")])

    with pytest.raises(Gone):
        publish(store, ChecklistStep)

    save(store, an_event(id="nowhere"))
    publish(store, ChecklistStep)
    assert store.of(ChecklistStep).count() == 1


def test_what_a_broken_off_import_left_is_gone_at_the_next_start(playbooks, store, path):
    store.stage(Event, [an_event()])
    store.close()

    again = playbooks.open(path)
    publish(again, Event)

    assert again.of(Event).count() == 0
    again.close()


def test_staging_is_no_part_of_a_change_and_publishing_is(store):
    with store.change(say("step.some")), pytest.raises(BugError):
        store.stage(Event, [an_event()])
    with pytest.raises(BugError):
        store.publish([Event])
