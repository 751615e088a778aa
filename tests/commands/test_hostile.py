"""Every command, given a file that is none, is damaged, or was made to do harm: one clear message, and soon."""

import os
import signal
import socket
import sqlite3
from contextlib import chdir, closing, contextmanager
from pathlib import Path

import pytest

COMMANDS = (
    ("verify", "{}"),
    ("events", "{}"),
    ("export", "{}", "--ics", "out.ics"),
    ("import", "{}", "in.ics"),
    ("backup", "{}"),
    ("restore", "good.sedyanka", "{}"),
    ("screenshots", "{}", "--out", "."),
)
SCHEMAS = (
    "CREATE TRIGGER evil AFTER UPDATE ON event BEGIN DELETE FROM persona; END",
    "CREATE VIEW v AS SELECT * FROM event",
    "CREATE TABLE extra (x CHECK (x > 0))",
    "ALTER TABLE event ADD COLUMN more TEXT GENERATED ALWAYS AS (title) VIRTUAL",
    "CREATE INDEX more ON event (lower(title))",
    "PRAGMA user_version = 99",
    "PRAGMA application_id = 1",
)


def make_socket(path):
    with closing(socket.socket(socket.AF_UNIX)) as one, chdir(path.parent):  # its name has to be short
        one.bind(path.name)


NO_FILES = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "socket": make_socket,
    "round": lambda path: path.symlink_to(path.name),
    "nowhere": lambda path: path.symlink_to("gone"),
}
BESIDE = {"journal": ("-journal", "d9d505f920a163d7"), "log": ("-wal", "377f0682002de218")}


@contextmanager
def within(seconds):
    """Fail what hangs."""

    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def make_bad(typed, name, how):
    """Make a file that is bad in one way."""
    bad, good = typed.file(name), typed.file("good.sedyanka").read_bytes()
    contents = {
        "empty": b"",
        "random": os.urandom(30_000),
        "half": good[: len(good) // 2],
        "words": b"BEGIN:V\r\n" * 99,
    }
    if how in contents:
        bad.write_bytes(contents[how])
    elif how in NO_FILES:
        NO_FILES[how](bad)
    else:
        bad.write_bytes(good)
        if how in BESIDE:
            end, magic = BESIDE[how]
            bad.with_name(bad.name + end).write_bytes(bytes.fromhex(magic) + bytes(9000))
        else:
            with closing(sqlite3.connect(bad, isolation_level=None)) as raw:
                raw.execute(how)
    return bad


@pytest.fixture
def ready(typed):
    assert typed("sample", "good.sedyanka") == 0
    typed.file("in.ics").write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
    return typed


NOTHING = ("empty", "random", "folder", "pipe", "socket", "round", "nowhere", "words", "half", "journal")


@pytest.mark.parametrize("how", [*NOTHING, *SCHEMAS, "UPDATE event SET rrule = 'garbage'"], ids=lambda how: how[:30])
def test_a_bad_file_costs_a_clear_message(ready, how):
    bad = make_bad(ready, "bad.sedyanka", how)
    for command in COMMANDS:
        before = ready.files()
        good = ready.file("good.sedyanka").read_bytes()
        with within(20):
            code = ready(*(word.format("bad.sedyanka") for word in command))
        if command[0] in {"backup", "restore"} and how.startswith("UPDATE"):
            continue  # a copy of it is a copy; it is not opened
        assert (code, ready.out) == (2, []), command
        assert 1 <= len(ready.err) <= 6, command
        assert all("Error" not in line and "Traceback" not in line and "storage." not in line for line in ready.err)
        assert ready.files() == before
        assert ready.file("good.sedyanka").read_bytes() == good
    assert os.path.lexists(bad)


@pytest.mark.parametrize("how", ["folder", "pipe", "socket", "round", "nowhere", "random", "empty"], ids=str)
def test_nothing_bad_is_replaced_by_a_new_playbook(ready, how):
    bad = make_bad(ready, "bad.sedyanka", how)
    for command in (("new", "bad.sedyanka"), ("sample", "bad.sedyanka"), ("generate", "bad.sedyanka", "--events", "9")):
        with within(20):
            assert ready(*command) == 2
    assert os.path.lexists(bad)


def test_the_log_of_another_file_does_no_harm(ready):
    make_bad(ready, "bad.sedyanka", "log")

    assert ready("verify", "bad.sedyanka") in {0, 2}
    with within(20):
        assert ready("import", "bad.sedyanka", "in.ics") in {0, 2}
    assert ready("verify", "good.sedyanka") == 0
