"""Imports of activity: once is as good as twice, what is removed leaves what was, what is broken off leaves nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.activity.batch import Batch
from app.activity.log import ActivityLog
from app.activity.running import remove, sweep, wish_of
from app.errors import ImportRejected
from app.members.editing import edit
from app.members.member import Member
from app.members.member_of import MemberOf
from app.message import say
from app.store import Changes
from storage.activity import laying, work
from storage.store import SqlStore
from tests.storage.activity.exports import raw_rows, said, slack, taken_in, user

HELLO = [said("U1", "Hello", 0), said("U2", "Welcome", 60, thread_ts="1700000000.000000")]


def test_an_export_makes_activity_identities_and_members_in_one_step_of_undo(store: SqlStore, tmp_path: Path):
    (done,) = taken_in(store, slack(tmp_path / "one.zip", HELLO))

    assert (done.counts.new, done.counts.updated, done.counts.unchanged) == (4, 0, 0)  # two people, two messages
    assert {member.name for member in store.of(Member).all()} == {"Mila D.", "Rado T."}
    assert store.of(MemberOf).count() == 2
    store.undo()
    assert store.of(Member).count() == store.of(MemberOf).count() == 0
    assert [batch.counts.new for batch in store.part(ActivityLog).batches()] == [4]  # activity is outside undo


def test_the_same_export_again_changes_nothing_and_stands_in_no_ledger(store: SqlStore, tmp_path: Path):
    export = slack(tmp_path / "one.zip", HELLO)
    taken_in(store, export)
    before = raw_rows(store.path)

    (again,) = taken_in(store, export)

    assert (again.counts.new, again.counts.updated, again.counts.unchanged, again.batch) == (0, 0, 4, 0)
    assert raw_rows(store.path) == before
    assert store.of(Member).count() == 2


def test_looking_counts_what_the_import_then_does_and_writes_nothing(store: SqlStore, tmp_path: Path):
    taken_in(store, slack(tmp_path / "one.zip", HELLO))
    later = slack(
        tmp_path / "two.zip", [said("U1", "Hello, all", 0), *HELLO[1:], said("U3", "Hi", 99)], user("U1", "Mila")
    )
    before = raw_rows(store.path)

    (looked,) = taken_in(store, later, wish=wish_of(store, dry=True))

    assert raw_rows(store.path) == before
    (done,) = taken_in(store, later)
    assert (looked.counts, looked.first, looked.last) == (done.counts, done.first, done.last)
    assert (done.counts.new, done.counts.updated) == (2, 2)  # somebody and their message; a text and a name


def test_a_later_export_updates_and_a_partial_one_deletes_nothing(store: SqlStore, tmp_path: Path):
    taken_in(store, slack(tmp_path / "one.zip", HELLO))
    taken_in(store, slack(tmp_path / "two.zip", [said("U1", "Hello, all", 0)], user("U1", "Mila D.")))

    texts = raw_rows(store.path)["activity_text"]

    assert len(texts) == 2
    assert any("'Hello, all'" in row for row in texts)


@pytest.mark.parametrize("second", [
    [said("U1", "Hello, all", 0), said("U3", "Hi", 99)],
    [said("U2", "Hello", 0)],
    [said("U1", "Hello", 0, reactions=[{"name": "wave", "users": ["U2", "U4"], "count": 2}])],
])  # fmt: skip
def test_removing_an_import_leaves_what_was_before(store: SqlStore, tmp_path: Path, second: list[dict[str, Any]]):
    taken_in(store, slack(tmp_path / "one.zip", HELLO))
    before, members = raw_rows(store.path), set(store.of(Member).all())
    taken_in(store, slack(tmp_path / "two.zip", second, user("U1", "Mila"), user("U3", "Zora K."), channel="hall"))

    remove(store, store.part(ActivityLog).batches()[0])
    sweep(store, lambda *_: None)

    assert raw_rows(store.path) == before
    assert set(store.of(Member).all()) == members


def test_removing_the_older_import_leaves_what_a_later_one_told_otherwise(store: SqlStore, tmp_path: Path):
    taken_in(store, slack(tmp_path / "one.zip", HELLO))
    taken_in(store, slack(tmp_path / "two.zip", [said("U1", "Hello, all", 0)], user("U1", "Mila")))
    log = store.part(ActivityLog)

    remove(store, log.batches()[1])
    sweep(store, lambda *_: None)

    rows = raw_rows(store.path)
    assert len(rows["activity_text"]) == 1
    assert "Hello, all" in rows["activity_text"][0]
    assert rows["was"] == []
    remove(store, log.batches()[0])
    sweep(store, lambda *_: None)
    assert {name: found for name, found in raw_rows(store.path).items() if found} == {}


def test_a_member_whom_somebody_edited_stays_when_their_import_goes(store: SqlStore, tmp_path: Path, clock: Any):
    taken_in(store, slack(tmp_path / "one.zip", HELLO))
    mila = next(member for member in store.of(Member).all() if member.name == "Mila D.")
    clock.forward(minutes=1)
    edit(store, [mila.id], notes="Speaks at the AMA")

    gone = remove(store, store.part(ActivityLog).batches()[0])

    assert gone == 1
    assert [member.name for member in store.of(Member).all()] == ["Mila D."]
    assert store.of(MemberOf).count() == 0


def test_listeners_hear_of_the_batch_once_it_counts(store: SqlStore, tmp_path: Path):
    heard: list[Changes] = []
    store.subscribe(heard.append)

    (done,) = taken_in(store, slack(tmp_path / "one.zip", HELLO))

    (changes,) = [it for it in heard if Batch in it]
    assert changes[Batch] == {str(done.batch)}
    assert len(changes[Member]) == 2


def test_what_an_import_that_failed_laid_counts_nowhere_and_goes_with_the_next(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    taken_in(store, slack(tmp_path / "one.zip", HELLO))
    before = raw_rows(store.path)
    real, laid = laying.Laying.lay, []

    def fail_later(self: laying.Laying, block: Any) -> None:
        real(self, block)
        laid.append(block)
        if len(laid) == 2:
            raise ZeroDivisionError

    more = slack(tmp_path / "two.zip", [said("U1", "Hello, all", 0), said("U3", "Hi", 99)], user("U1", "Mila"))
    with monkeypatch.context() as patch:
        patch.setattr(laying.Laying, "lay", fail_later)
        with pytest.raises(ZeroDivisionError):
            taken_in(store, more)

    log = store.part(ActivityLog)
    assert log.unfinished()
    assert len(log.batches()) == 1
    sweep(store, lambda *_: None)
    assert raw_rows(store.path) == before


def test_a_window_can_change_things_while_somebody_else_brings_in(store: SqlStore, tmp_path: Path):
    log = store.part(ActivityLog)
    export = slack(tmp_path / "one.zip", [said("U1", f"Hello {number}", number) for number in range(3_000)])
    edits = []

    def report(done: int, of: int, _: str) -> None:
        edits.append(done)
        with store.change(say("step.add")):
            store.of(Member).save([Member(f"m{len(edits)}", "Zora K.")])

    log.lend()
    work.bring_in(report, str(store.path), [str(export)], wish_of(store))
    log.take_back()

    assert store.of(Member).count() == len(edits) > 1


def test_addresses_and_words_of_direct_messages_are_kept_only_when_that_was_chosen(store: SqlStore, tmp_path: Path):
    mila = user("U1", "Mila D.", profile={"real_name": "Mila D.", "email": "Mila@example.org", "phone": "+359 88"})
    export = slack(tmp_path / "one.zip", HELLO, mila)

    taken_in(store, export)

    log = store.part(ActivityLog)
    (identity, *_) = log.identities()
    assert (identity.email, identity.foreign) == ("", "")
    assert identity.email_mark == log.email_mark(" mila@EXAMPLE.org ") != ""
    (done,) = taken_in(store, export, wish=wish_of(store, kept=["email", "phone"]))
    assert done.counts.updated == 1
    assert next(log.identities()).email == "Mila@example.org"


def test_what_is_no_export_is_refused_and_leaves_nothing(store: SqlStore, tmp_path: Path):
    (tmp_path / "notes.txt").write_text("Nothing to see")

    with pytest.raises(ImportRejected):
        taken_in(store, tmp_path / "notes.txt")

    assert store.part(ActivityLog).batches() == []
