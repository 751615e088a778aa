import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from app.playbook.files import CannotOpen, Damaged
from storage import schema
from tests.storage.making import an_event, save


@pytest.fixture
def closed(store, path) -> Path:
    """A filled playbook that nobody has open."""
    save(store, *(an_event(id=f"e{i:03}", notes="x" * 500) for i in range(200)))
    store.close()
    return path


def sql(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def refusal(playbooks, path) -> CannotOpen:
    """Why a file is not opened, neither to write nor to read; it is as it was, and nothing lies beside it."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(CannotOpen) as refused:
        playbooks.open(path)
    with pytest.raises(CannotOpen) as not_even_read:
        playbooks.open(path, read_only=True)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not_even_read.value.what == refused.value.what
    assert refused.value.remedy is not None
    assert list(path.parent.glob(f".{path.name[:50]}*")) == list(path.parent.glob(f"{path.name[:50]}-*")) == []
    return refused.value


def test_a_playbook_stands_alone_when_it_is_closed(closed, tmp_path):
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["kestrel.sedyanka"]
    with closing(sqlite3.connect(closed)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (0x53656479,)
        assert raw.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_every_connection_is_set_up_so_that_nothing_is_lost(store):
    told = {
        name: store._raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "secure_delete", "busy_timeout")
    }

    assert told == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "secure_delete": 1,
        "busy_timeout": 5000,
    }  # fmt: skip
    assert store._raw.isolation_level is None


def test_only_its_owner_may_read_a_playbook_and_what_lies_beside_it(store, path):
    old = os.umask(0)
    try:
        save(store, an_event())
    finally:
        os.umask(old)

    beside = [path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")]
    beside.append(path.with_name(f".{path.name}.lock"))
    assert [oct(stat.S_IMODE(file.stat().st_mode)) for file in beside] == ["0o600"] * 4


def test_the_folder_for_playbooks_is_private(playbooks):
    folder = playbooks.folder()

    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_a_new_playbook_takes_the_place_of_nothing(playbooks, closed, tmp_path):
    (tmp_path / "link.sedyanka").symlink_to(tmp_path / "nowhere")
    before = closed.read_bytes()

    for taken in (closed, tmp_path, tmp_path / "link.sedyanka"):
        with pytest.raises(KnownError) as refused:
            playbooks.create(taken)
        assert refused.value.what.id == "storage.exists"
    with pytest.raises(KnownError) as refused:
        playbooks.create(tmp_path / f"{'я' * 120}.sedyanka")
    assert refused.value.what.id == "storage.long_name"
    with pytest.raises(KnownError) as refused:
        playbooks.create(tmp_path / "no folder" / "a.sedyanka")
    assert refused.value.what.id == "storage.no_folder"
    assert closed.read_bytes() == before


def test_what_a_killed_program_left_of_a_new_playbook_is_in_nobodys_way(playbooks, path):
    for end in ("", "-wal", "-shm"):
        path.with_name(f".{path.name}.new{end}").write_bytes(b"half" * 3000)

    playbooks.create(path).close()

    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "storage.damaged"),
        (b"\0" * 8192, "storage.damaged"),
        (os.urandom(20_000), "storage.damaged"),
        (b"SQLite format 3\0" + b"\0" * 84, "storage.damaged"),
        (b"BEGIN:VCALENDAR\r\n", "storage.damaged"),
    ],
    ids=["empty", "zeros", "random", "header alone", "text"],
)
def test_what_was_a_playbook_by_its_name_is_damaged(playbooks, path, content, reason):
    path.write_bytes(content)

    error = refusal(playbooks, path)

    assert (error.what.id, type(error)) == (reason, Damaged)


def test_any_other_file_is_no_playbook(playbooks, tmp_path):
    (tmp_path / "plan.ics").write_bytes(b"BEGIN:VCALENDAR\r\n" * 100)
    sql(tmp_path / "other.sedyanka", "CREATE TABLE t (x)")
    os.mkfifo(tmp_path / "pipe.sedyanka")

    for name in ("plan.ics", "other.sedyanka", "pipe.sedyanka"):
        assert refusal(playbooks, tmp_path / name).what == say("storage.not_a_playbook", file=name)
    assert refusal(playbooks, tmp_path).what.id == "storage.not_a_playbook"


def test_a_file_that_is_not_there_is_missing(playbooks, tmp_path):
    (tmp_path / "round.sedyanka").symlink_to("round.sedyanka")

    for name in ("gone.sedyanka", "round.sedyanka", "gone/a.sedyanka"):
        assert refusal(playbooks, tmp_path / name).what.id == "storage.missing"
    assert not (tmp_path / "gone.sedyanka").exists()


@pytest.mark.parametrize("left", [1, 100, 4096, 0.5, 0.9])
def test_a_file_that_was_cut_is_damaged(playbooks, closed, left):
    size = closed.stat().st_size
    os.truncate(closed, int(size * left) if left < 1 else left)

    assert type(refusal(playbooks, closed)) is Damaged


def test_a_header_of_zeros_is_damaged(playbooks, closed):
    with closed.open("r+b") as file:
        file.write(b"\0" * 100)

    assert type(refusal(playbooks, closed)) is Damaged


def test_a_file_of_a_newer_program_is_left_alone(playbooks, closed):
    sql(closed, f"PRAGMA user_version = {schema.VERSION + 1}")

    assert refusal(playbooks, closed).what == say("storage.newer", file="kestrel.sedyanka")


def test_a_file_without_a_version_is_no_playbook(playbooks, closed):
    sql(closed, "PRAGMA user_version = 0")

    assert refusal(playbooks, closed).what.id == "storage.not_a_playbook"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER UPDATE ON event BEGIN DELETE FROM persona; END",
        "DROP TRIGGER undo_event_UPDATE",
        "CREATE VIEW v AS SELECT * FROM event",
        "CREATE TABLE extra (x)",
        "CREATE INDEX more ON event (title)",
        "DROP INDEX link_to",
        "ALTER TABLE event ADD COLUMN more TEXT",
        "ALTER TABLE persona RENAME COLUMN summary TO sum",
        "DROP TABLE undo_event",
        "CREATE VIRTUAL TABLE words USING fts5 (x)",
        "DROP TABLE search",
        "ANALYZE",
    ],
)
def test_a_file_whose_tables_are_not_exactly_ours_is_refused(playbooks, closed, statement):
    sql(closed, statement)

    assert refusal(playbooks, closed).what.id == "storage.foreign_schema"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('REFERENCES "event" (id) ON DELETE CASCADE', 'REFERENCES "event" (id)'),
        ('"text" TEXT NOT NULL', '"text" TEXT NOT NULL CHECK (length(text) < 9)'),
        ('"text" TEXT NOT NULL', '"text" TEXT NOT NULL COLLATE nocase'),
        ('"text" TEXT NOT NULL', "\"text\" TEXT NOT NULL DEFAULT 'x'"),
        ('"text" TEXT NOT NULL', '"text" TEXT'),
        ("PRIMARY KEY (id)", "PRIMARY KEY (id, position)"),
        (") WITHOUT ROWID, STRICT", ") WITHOUT ROWID"),
    ],
)
def test_a_table_that_is_made_differently_is_refused(playbooks, closed, old, new):
    with closing(sqlite3.connect(closed, isolation_level=None)) as raw:
        (made,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'checklist_step'").fetchone()
        others = "SELECT sql FROM sqlite_schema WHERE type <> 'table' AND tbl_name = 'checklist_step' AND sql NOT NULL"
        triggers = [text for (text,) in raw.execute(others)]
        raw.execute("DROP TABLE checklist_step")
        assert old in made, made
        raw.execute(made.replace(old, new))
        for trigger in triggers:
            raw.execute(trigger)

    assert refusal(playbooks, closed).what.id == "storage.foreign_schema"


def test_a_schema_that_cannot_be_read_is_damaged(playbooks, closed):
    sql(closed, "PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'event'")

    assert type(refusal(playbooks, closed)) is Damaged


def test_a_playbook_is_found_behind_a_link(playbooks, closed, tmp_path):
    link = tmp_path / "links" / "plan.sedyanka"
    link.parent.mkdir()
    link.symlink_to(closed)

    store = playbooks.open(link)
    try:
        assert store.of(Event).count() == 200
        assert store.path == link
        assert closed.with_name(f".{closed.name}.lock").exists()
        with pytest.raises(CannotOpen):
            playbooks.open(closed)
    finally:
        store.close()
    assert link.is_symlink()


def test_strange_names_are_names(playbooks, tmp_path):
    names = ("what?", "50%20#1", "a&mode=memory", "Седянка „пролет“", "-x", "new\nline", "a'b\"c")
    for name in (f"{name}.sedyanka" for name in names):
        store = playbooks.create(tmp_path / name)
        save(store, an_event())
        store.close()
        assert playbooks.open(tmp_path / name).close() is None
        assert (tmp_path / name).stat().st_size > 4096


def test_a_playbook_open_for_reading_refuses_changes_and_says_so(playbooks, closed):
    store = playbooks.open(closed, read_only=True)

    assert store.read_only
    assert store.of(Event).count() == 200
    with pytest.raises(KnownError) as refused, store.change(say("step.add")):
        pass
    assert refused.value.what.id == "storage.read_only"
    assert store.next_undo() is not None
    with pytest.raises(KnownError):
        store.undo()
    assert store.search("ama", 3) != []
    store.close()


def test_reading_goes_on_beside_a_window(playbooks, store, path):
    save(store, an_event())
    reader = playbooks.open(path, read_only=True)
    assert reader.of(Event).count() == 1

    save(store, an_event(id="e2"))
    assert reader.of(Event).count() == 2
    reader.close()
    save(store, an_event(id="e3"))
    store.close()

    store = playbooks.open(path)
    assert store.of(Event).count() == 3
    store.close()


def test_a_store_that_is_closed_twice_is_closed(store):
    store.close()
    store.close()


def test_what_is_damaged_inside_can_still_be_looked_at(playbooks, closed):
    with closing(sqlite3.connect(closed)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event'").fetchone()
    with closed.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(os.urandom(4096))

    store = playbooks.open(closed, read_only=True)
    with pytest.raises(Damaged):
        list(store.of(Event).all())
    store.close()
