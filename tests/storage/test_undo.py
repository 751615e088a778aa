from datetime import date, datetime, timedelta

import pytest

from app.calendar.event import ChecklistStep, Event, Override
from app.message import Message, say
from app.playbook.link import Link
from app.playbook.playbook import WeekCapacity
from storage import undo
from storage.playbooks import SqlPlaybooks
from storage.tables import LOGGED
from storage.wording import read, written
from tests.storage.making import MONDAY, TUESDAY, a_step, an_event, an_override, everything, save


def rows_in_log(store):
    return sum(
        store._raw.execute(f'SELECT count(*) FROM "undo_{table.name}"').fetchone()[0]
        for table in LOGGED
    )  # fmt: skip


def steps(store):
    return store._raw.execute("SELECT count(*) FROM step").fetchone()[0]


def type_title(store, text, clock, seconds=1.0, key="edit:e1:title"):
    clock.forward(seconds=seconds)
    with store.change(say("step.edit", title=store.of(Event).get("e1").title), merge=key):
        store.of(Event).save([an_event(title=text)])


def test_a_step_goes_back_and_comes_again(store):
    save(store, an_event())
    save(store, an_event(day=TUESDAY), step="step.move")

    assert store.undo() == say("step.move")
    assert store.of(Event).get("e1") == an_event()
    assert (store.next_undo(), store.next_redo()) == (say("step.add"), say("step.move"))
    assert store.redo() == say("step.move")
    assert store.of(Event).get("e1") == an_event(day=TUESDAY)
    assert store.next_redo() is None
    assert store.redo() is None


def test_a_step_that_is_withdrawn_leaves_no_trace(store):
    save(store, an_event())
    before = rows_in_log(store)
    save(store, an_event(day=TUESDAY), step="step.move")

    assert store.withdraw() == say("step.move")
    assert store.of(Event).get("e1") == an_event()
    assert (store.next_undo(), store.next_redo()) == (say("step.add"), None)
    assert (rows_in_log(store), steps(store)) == (before, 1)
    store.withdraw()
    assert (store.of(Event).count(), rows_in_log(store), store.withdraw()) == (0, 0, None)


def test_with_nothing_done_there_is_nothing_to_undo(store):
    assert (store.undo(), store.redo(), store.next_undo(), store.next_redo()) == (None, None, None, None)


def test_what_goes_along_comes_back(store):
    save(store, an_event(), a_step(), a_step(id="c2", position=1), an_override())

    with store.change(say("step.delete")):
        store.of(Event).delete(["e1"])
    assert store.of(ChecklistStep).count() == store.of(Override).count() == 0
    store.undo()

    assert list(store.of(ChecklistStep).all()) == [a_step(), a_step(id="c2", position=1)]
    assert store.of(Override).get("o1") == an_override()


def test_a_part_that_moved_to_a_new_thing_survives_the_undo_of_that_thing(store):
    save(store, an_event(), a_step())
    with store.change(say("step.split")):
        store.of(Event).save([an_event(id="e2")])
        store.of(ChecklistStep).save([a_step(event="e2")])

    store.undo()
    assert store.of(ChecklistStep).get("c1") == a_step()
    store.redo()
    assert store.of(ChecklistStep).get("c1") == a_step(event="e2")


def test_things_that_changed_places_change_them_back(store):
    march, april = date(2027, 3, 1), date(2027, 4, 5)
    save(store, WeekCapacity("a", march, 4.0), WeekCapacity("b", april, 6.0))
    weeks = store.of(WeekCapacity)
    with store.change(say("step.swap")):
        weeks.save([WeekCapacity("a", date(1900, 1, 1), 4.0)])
        weeks.save([WeekCapacity("b", march, 6.0), WeekCapacity("a", april, 4.0)])

    store.undo()
    assert [week.week for week in weeks.all()] == [march, april]
    store.redo()
    assert [week.week for week in weeks.all()] == [april, march]


def test_a_link_that_replaced_another_makes_room_for_it_again(store):
    old, new = (Link(key, "program", "p", "kpi", "k", "serves") for key in ("l1", "l2"))
    save(store, old)
    with store.change(say("step.relink")):
        store.of(Link).delete(["l1"])
        store.of(Link).save([new])

    store.undo()
    assert list(store.of(Link).all()) == [old]
    store.redo()
    assert list(store.of(Link).all()) == [new]


def test_a_new_change_closes_the_way_to_redo(store):
    save(store, an_event())
    save(store, an_event(day=TUESDAY))
    store.undo()

    save(store, an_event(title="other"), step="step.rename")

    assert store.next_redo() is None
    assert rows_in_log(store) == 2
    store.undo()
    assert store.of(Event).get("e1") == an_event()


def test_a_change_that_changes_nothing_leaves_the_way_to_redo_open(store):
    save(store, an_event(), step="step.add")
    store.undo()

    with store.change(say("step.idle")):
        pass

    assert store.next_redo() == say("step.add")


def test_undo_survives_a_restart(playbooks, store, path):
    save(store, an_event())
    save(store, an_event(day=TUESDAY), step="step.move")
    store.undo()
    store.close()

    again = playbooks.open(path)

    assert again.redo() == say("step.move")
    assert again.of(Event).get("e1").day == TUESDAY
    again.undo()
    again.undo()
    assert again.of(Event).count() == 0
    again.close()


def test_typing_folds_into_one_step_and_one_row(store, clock):
    save(store, an_event())
    before = rows_in_log(store)

    for length in range(1, 40):
        type_title(store, "Ask me anything, all of it, at length…"[:length], clock)

    assert steps(store) == 2
    assert rows_in_log(store) == before + 1
    assert store.undo() == say("step.edit", title="AMA")
    assert store.of(Event).get("e1").title == "AMA"
    store.redo()
    assert store.of(Event).get("e1").title.startswith("Ask me")


def test_typing_after_a_pause_is_a_step_of_its_own(store, clock):
    save(store, an_event())
    type_title(store, "A", clock)

    type_title(store, "Ab", clock, seconds=5.1)

    store.undo()
    assert store.of(Event).get("e1").title == "A"


def test_typing_elsewhere_is_a_step_of_its_own(store, clock):
    save(store, an_event())
    type_title(store, "A", clock)

    type_title(store, "Ab", clock, key="edit:e1:short")

    store.undo()
    assert store.of(Event).get("e1").title == "A"


def test_typing_does_not_go_on_with_what_something_else_came_after(store, clock):
    save(store, an_event())
    type_title(store, "A", clock)
    save(store, an_event(id="e2"))

    type_title(store, "Ab", clock)

    store.undo()
    assert store.of(Event).get("e1").title == "A"


def test_typing_after_undo_is_a_step_of_its_own(store, clock):
    save(store, an_event())
    type_title(store, "A", clock)
    store.undo()

    type_title(store, "B", clock)

    assert store.next_redo() is None
    store.undo()
    assert store.of(Event).get("e1").title == "AMA"


def test_typing_that_ends_where_it_began_is_no_step(store, clock):
    save(store, an_event(), step="step.first")
    type_title(store, "A", clock)
    type_title(store, "AMA", clock)

    assert store.next_undo() == say("step.first")
    assert store.search("ama") != []


def test_a_clock_set_back_does_not_join_steps(store, clock):
    save(store, an_event())
    type_title(store, "A", clock)

    type_title(store, "Ab", clock, seconds=-3600)

    assert steps(store) == 3


def test_the_log_keeps_its_newest_steps(store, monkeypatch):
    monkeypatch.setattr(undo, "MOST_STEPS", 5)

    for number in range(12):
        save(store, an_event(title=f"T{number}"))

    assert steps(store) == 5
    assert rows_in_log(store) == 5
    while store.undo():
        pass
    assert store.of(Event).get("e1").title == "T6"


def test_the_log_keeps_to_its_weight_but_never_drops_the_newest_step(store, monkeypatch):
    monkeypatch.setattr(undo, "MOST_BYTES", 100_000)

    for number in range(9):
        save(store, an_event(notes=str(number) * 20_000))
    assert steps(store) == 2  # each keeps two sides of 20,000
    save(store, an_event(notes="x" * 300_000))

    assert steps(store) == 1
    assert rows_in_log(store) == 1
    store.undo()
    assert store.of(Event).get("e1").notes == "8" * 20_000


def test_a_forgotten_log_leaves_everything_as_it_is(store):
    save(store, an_event(), a_step())
    store.undo()
    store.redo()

    store.forget_steps()

    assert (store.next_undo(), store.next_redo(), rows_in_log(store)) == (None, None, 0)
    assert store.of(Event).get("e1") == an_event()
    save(store, an_event(day=TUESDAY), step="step.move")
    assert store.undo() == say("step.move")


def test_a_failed_undo_leaves_everything_as_it_was(store, path, monkeypatch):
    save(store, an_event(), a_step())
    save(store, an_event(day=TUESDAY))
    before = everything(path)

    with monkeypatch.context() as broken:
        broken.setattr("storage.search.update", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.undo()

    assert everything(path) == before
    assert store.undo() == say("step.add")
    assert store.of(Event).get("e1").day == MONDAY


def test_numbers_of_steps_are_never_used_twice(store):
    save(store, an_event())
    store.undo()
    save(store, an_event(title="other"))
    store.undo()

    numbers = [row[0] for row in store._raw.execute("SELECT id FROM step")]

    assert numbers == [2]


@pytest.mark.parametrize(
    "message",
    [
        Message("step.plain"),
        say("step.move", title='„Въпроси" \\ \n', day=date(2027, 3, 1), n=3, hours=1.5),
        say("step.at", moment=datetime(2027, 3, 1, 9, 0)),  # noqa: DTZ001  (as it comes is as it goes)
    ],
)
def test_the_name_of_a_step_comes_back_as_it_went_in(message):
    assert read(written(message)) == message


UNREADABLE = ["", "[]", "{", '["a"]', '["a", 1]', '["a", [["x"]]]', '["a", [["x", {}]]]', "[" * 9999]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_name_that_cannot_be_read_is_some_change(text):
    assert read(text) == say("storage.some_change")


def test_the_store_of_another_clock_reads_the_same_log(tmp_path):
    playbooks = SqlPlaybooks(tmp_path / "d", now=lambda: datetime(2020, 1, 1).astimezone() + timedelta(days=1))
    store = playbooks.create(tmp_path / "a.sedyanka")
    save(store, an_event())

    assert store.undo() == say("step.add")
    store.close()
