"""Pictures and what sources told are brought out of a damaged playbook as well."""

import os
import sqlite3
from contextlib import closing

import pytest

from app.message import say
from tests.storage.activity.exports import raw_rows, said, slack, taken_in
from tests.storage.making import an_event, save

PART = "storage.salvage.part"


@pytest.fixture
def new(tmp_path):
    return tmp_path / "rescued.sedyanka"


@pytest.fixture
def told(store, tmp_path):
    """A playbook with a picture and with 3,000 messages of two people."""
    save(store, an_event(kind=""))
    with store.change(say("step.add")):
        store.keep_picture(b"\x89PNG")
    taken_in(store, slack(tmp_path / "x.zip", [said(f"U{n % 2 + 1}", f"word {n} " * 9, n) for n in range(3000)]))
    store.close()
    return store.path


def sql(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def pictures(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT * FROM picture").fetchall()


def test_all_of_it_comes_along(playbooks, told, new):
    before = raw_rows(told)

    salvaged = playbooks.salvage(told, new)

    assert salvaged.lost == ()
    assert raw_rows(new) == before
    assert pictures(new) == pictures(told) != []
    assert playbooks.verify(new) == []


def test_what_lies_around_a_page_of_rubbish_comes_from_either_end(playbooks, told, new):
    before = raw_rows(told)["activity_text"]
    content = told.read_bytes()
    at = next(it for it in range(4096, len(content), 4096) if b"word 1500 word" in content[it : it + 4096])
    with told.open("r+b") as file:
        file.seek(at)
        file.write(os.urandom(4096))

    salvaged = playbooks.salvage(told, new)

    after = raw_rows(new)["activity_text"]
    assert say(PART, kind=say("storage.kind.activity")) in salvaged.lost
    assert len(before) > len(after) > len(before) // 2
    assert {before[0], before[-1]} <= set(after)
    assert set(after) <= set(before)


def test_what_would_never_count_again_goes_and_can_be_imported_anew(playbooks, told, new, tmp_path):
    sql(told, "DELETE FROM batch")

    salvaged = playbooks.salvage(told, new)

    assert salvaged.lost == (say(PART, kind=say("storage.kind.activity")),)
    assert raw_rows(new)["activity"] == []
    store = playbooks.open(new)
    (done,) = taken_in(store, tmp_path / "x.zip")
    assert done.counts.unchanged == 0
    store.close()


def test_a_picture_that_is_not_what_its_name_says_stays_behind(playbooks, told, new):
    sql(told, "UPDATE picture SET data = x'00'")

    salvaged = playbooks.salvage(told, new)

    assert salvaged.lost == (say(PART, kind=say("storage.kind.picture")),)
    assert pictures(new) == []
