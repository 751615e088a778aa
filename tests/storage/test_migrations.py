import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.calendar.event import ChecklistStep, Event
from app.calendar.kind import Kind
from app.errors import KnownError
from app.playbook.files import CannotOpen, Damaged
from app.tactics.tactic import Tactic
from storage import schema
from storage.migrations import to_3, to_4, to_5
from storage.migrations.run import migrate
from storage.migrations.to_2 import upgrade
from storage.tables import TABLES
from storage.values import Choice, Clock, Day, Rules, Several
from tests.house.source import ROOT
from tests.storage.making import an_event, save

VERSION_1 = Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")


def a_value(column, number):
    """A value that version 1 could have written."""
    match column.kept:
        case Day():
            return f"2027-03-{number + 1:02}"
        case Clock():
            return "19:30"
        case Choice(kind=kind):
            return str(list(kind)[number % len(kind)])
        case Several():
            return "[]"
        case Rules():
            return "FREQ=WEEKLY" if number % 2 else ""
        case other:
            return {"TEXT": f"id{number}", "REAL": number / 3}.get(other.sql, number)


@pytest.fixture
def old(path) -> Path:
    """A playbook of version 1 with rows in every table, and steps in its log."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(f"BEGIN; {VERSION_1} COMMIT;")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("INSERT INTO step VALUES (41, '[]', '', 0, 0, 0, 'event', 9)")
        raw.execute("INSERT INTO open_step VALUES (41)")
        for table in TABLES:
            names = [name for (_, name, *_) in raw.execute(f"PRAGMA table_info({table.name})")]
            if not names:
                continue  # came later
            column = {column.name: column for column in table.columns}
            for number in range(20):
                values = [a_value(column[name], number) for name in names]
                quoted = ", ".join(f'"{name}"' for name in names)
                raw.execute(f"INSERT INTO {table.name} ({quoted}) VALUES ({', '.join('?' * len(values))})", values)
        raw.commit()
        assert raw.execute("SELECT count(*) FROM undo_event").fetchone() == (20,)
    return path


def rows(path) -> dict[str, list[tuple]]:
    """Every row of the columns that version 1 has."""
    first = sqlite3.connect(":memory:")
    first.executescript(VERSION_1)
    with closing(sqlite3.connect(path)) as raw, closing(first):
        found = {}
        for table in TABLES:
            names = [name for (_, name, *_) in first.execute(f"PRAGMA table_info({table.name})")]
            if not names:
                continue
            quoted = ", ".join(f'"{name}"' for name in names)
            found[table.name] = raw.execute(f"SELECT {quoted} FROM {table.name} ORDER BY id").fetchall()
        return found


def test_a_playbook_of_version_1_opens_with_all_it_held(playbooks, old):
    before = rows(old)

    store = playbooks.open(old)

    assert store.of(Event).count() == store.of(ChecklistStep).count() == 20
    assert {tactic.owner for tactic in store.of(Tactic).all()} == {""}
    assert {kind.key for kind in store.of(Kind).all()} == {""}
    assert store.next_undo() is None
    save(store, an_event(id="id3", title="Found"))
    assert [hit.id for hit in store.search("found")] == ["id3"]
    store.undo()
    store.close()
    assert rows(old) == before
    with closing(sqlite3.connect(old)) as raw:
        assert schema.is_ours(raw)
        assert raw.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_copy_is_kept_before_the_file_changes(playbooks, old):
    before = rows(old)

    playbooks.open(old).close()

    (copy,) = playbooks.backups(old)
    assert (copy.reason, copy.state) == ("migration", "verified")
    assert rows(copy.file) == before


def test_a_restored_copy_of_an_older_version_opens_too(playbooks, old):
    store = playbooks.open(old)
    save(store, an_event(id="new"))
    store.close()

    playbooks.restore(old, playbooks.backups(old)[0].file)
    store = playbooks.open(old)

    assert store.of(Event).count() == 20
    store.close()


def test_numbers_of_steps_go_on(playbooks, old):
    store = playbooks.open(old)
    save(store, an_event(id="new"))

    assert [number for (number,) in store._raw.execute("SELECT id FROM step")] == [41]
    store.close()


def test_parts_survive_the_making_anew_of_what_they_belong_to(old):
    """SQLite takes children along when a table is dropped, unless it is told not to before the transaction."""
    before = rows(old)

    def anew(op):
        upgrade(op)
        with op.batch_alter_table("event", recreate="always") as event:
            event.alter_column("title", server_default=None)

    migrate(old, 1, {2: anew, 3: to_3.upgrade, 4: to_4.upgrade, 5: to_5.upgrade})

    assert rows(old) == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(old):
    before = old.read_bytes()

    def breaks(op):
        upgrade(op)
        op.execute("DELETE FROM event")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(old, 1, {2: breaks, 3: to_3.upgrade, 4: to_4.upgrade, 5: to_5.upgrade})

    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema")]
    assert [name for name in names if "alembic" in name] == []
    assert old.read_bytes() == before
    migrate(old, 1)


@pytest.mark.parametrize(
    "act",
    [
        "DELETE FROM event WHERE id = 'id0'",  # leaves parts that belong to nothing
        "CREATE TABLE forgotten (x)",
    ],
)
def test_a_migration_that_leaves_what_is_not_ours_is_taken_back(old, act):
    before = rows(old)

    def wrong(op):
        upgrade(op)
        op.execute(act)

    with pytest.raises(Exception):  # noqa: B017, PT011  (ours or the file's fault: here only what stays counts)
        migrate(old, 1, {2: wrong, 3: to_3.upgrade, 4: to_4.upgrade, 5: to_5.upgrade})

    assert rows(old) == before


@pytest.mark.parametrize(
    "statement", ["CREATE VIEW v AS SELECT 1", "CREATE TABLE more (x)", "ALTER TABLE stage ADD x TEXT"]
)
def test_an_old_file_with_more_in_it_than_ours_is_refused(playbooks, old, statement):
    with closing(sqlite3.connect(old, isolation_level=None)) as raw:
        raw.execute(statement)
    before = rows(old)

    with pytest.raises(CannotOpen) as refused:
        playbooks.open(old)

    assert refused.value.what.id == "storage.foreign_schema"
    assert rows(old) == before


def test_a_hostile_trigger_does_not_run_in_a_migration(playbooks, old):
    with closing(sqlite3.connect(old, isolation_level=None)) as raw:
        raw.execute("CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM persona; END")
        raw.execute("CREATE TRIGGER worse AFTER DELETE ON step BEGIN DELETE FROM persona; END")

    store = playbooks.open(old)

    assert len(rows(old)["persona"]) == 20
    store.close()


def test_an_older_file_that_cannot_be_written_says_so(playbooks, old):
    before = old.read_bytes()

    with pytest.raises(CannotOpen) as refused:
        playbooks.open(old, read_only=True)

    assert refused.value.what.id == "storage.older"
    assert old.read_bytes() == before


def test_a_damaged_old_file_is_not_migrated(playbooks, old):
    with old.open("r+b") as file:
        file.seek(old.stat().st_size // 2)
        file.write(os.urandom(4 * 4096))
    before = old.read_bytes()

    with pytest.raises(Damaged):
        playbooks.open(old)

    assert old.read_bytes() == before
    assert playbooks.backups(old) == []


def test_without_a_copy_there_is_no_migration(playbooks, old, tmp_path):
    before = rows(old)
    (tmp_path / "data").write_text("in the way of the folder")

    with pytest.raises(KnownError):
        playbooks.open(old)

    assert rows(old) == before
    assert playbooks.lock_holder(old) is None


KILLED = """
import os, signal, sys
from pathlib import Path
from storage.migrations import run, to_2
whole, folder, connect = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2]), run.connect
def migrate_and_die(file, left):
    def count(statement):
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    def counted(*arguments):
        raw = connect(*arguments)
        raw.set_trace_callback(count)
        return raw
    run.connect = counted
    run.migrate(file, 1)
for statements in range(0, 6000, 41):
    file = folder / f"{statements}.sedyanka"
    file.write_bytes(whole)
    child = os.fork()
    if not child:
        migrate_and_die(file, statements)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


def test_a_migration_killed_after_any_statement_leaves_the_old_file_or_the_new(old, tmp_path):
    before, folder = rows(old), tmp_path / "killed"
    folder.mkdir()
    subprocess.run([sys.executable, "-c", KILLED, str(old), str(folder)], cwd=ROOT, check=True)

    versions = []
    for file in sorted(folder.glob("*.sedyanka"), key=lambda file: int(file.stem)):
        assert rows(file) == before
        with closing(sqlite3.connect(file)) as raw:
            versions.append(raw.execute("PRAGMA user_version").fetchone()[0])
            assert schema.is_ours(raw) == (versions[-1] == schema.VERSION)
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(versions) > 8
    assert versions == sorted(versions)
    assert versions[-1] == schema.VERSION
