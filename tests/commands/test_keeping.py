from datetime import datetime

from app.calendar.event import Event
from app.message import say
from storage.playbooks import SqlPlaybooks
from tests.storage.making import everything


def change(typed):
    store = SqlPlaybooks().open(typed.file("k.sedyanka"))
    with store.change(say("step.delete", title="x")):
        store.of(Event).delete([event.id for event in store.of(Event).all()])
    store.close()


def test_a_copy_is_listed_with_date_size_and_counts(sample):
    assert sample.json("backup", "k.sedyanka", "--list") == []
    made = sample.json("backup", "k.sedyanka")

    listed = sample.json("backup", "k.sedyanka", "--list")

    assert [row["file"] for row in listed] == [made["file"]]
    assert listed[0].keys() >= {"date", "size", "counts", "state"}
    assert datetime.fromisoformat(listed[0]["date"]).tzinfo
    assert listed[0]["counts"]["event"] == 42
    assert listed[0]["state"] == "verified"


def test_people_read_the_list_in_their_language(sample):
    sample.language = "bg"
    assert sample("backup", "k.sedyanka", "--list") == 0
    assert sample.out == ["Няма копия на „k.sedyanka“."]

    sample("backup", "k.sedyanka")

    assert sample("backup", "k.sedyanka", "--list") == 0
    assert "проверено  42 събития, 5 програми, 3 персони, 21 тактики" in sample.out[0]


def test_a_copy_can_go_anywhere_but_over_a_file(sample):
    assert sample("backup", "k.sedyanka", "--to", "copy.sedyanka") == 0
    assert everything(sample.file("copy.sedyanka")) == everything(sample.file("k.sedyanka"))

    assert sample("backup", "k.sedyanka", "--to", "copy.sedyanka") == 2
    assert sample("backup", "k.sedyanka", "--to", "x.sedyanka", "--list") == 2
    assert sample.files() == ["copy.sedyanka", "k.sedyanka"]


def test_restoring_keeps_what_it_replaces(sample):
    before = everything(sample.file("k.sedyanka"))
    sample("backup", "k.sedyanka", "--to", "copy.sedyanka")
    change(sample)
    changed = everything(sample.file("k.sedyanka"))

    assert sample("restore", "k.sedyanka", "copy.sedyanka") == 0

    kept = next(name for name in sample.files() if name not in {"k.sedyanka", "copy.sedyanka"})
    assert kept in sample.out[0]
    assert everything(sample.file("k.sedyanka")) == before
    assert everything(sample.file(kept)) == changed


def test_a_copy_that_replaces_nothing_is_a_playbook_that_was_made(sample):
    sample("backup", "k.sedyanka", "--to", "copy.sedyanka")

    assert sample("restore", "again.sedyanka", "copy.sedyanka") == 0

    assert sample.out == ["‘again.sedyanka’ was made."]


def test_nothing_is_restored_into_an_open_window_or_from_what_is_no_playbook(sample):
    sample("backup", "k.sedyanka", "--to", "copy.sedyanka")
    sample.file("note.txt").write_text("hello")
    assert sample("restore", "k.sedyanka", "note.txt") == 2
    assert sample("restore", "k.sedyanka", "none.sedyanka") == 2

    window = SqlPlaybooks().open(sample.file("k.sedyanka"))
    assert sample("restore", "k.sedyanka", "copy.sedyanka") == 2
    window.close()
    assert sample.files() == ["copy.sedyanka", "k.sedyanka", "note.txt"]


def test_damage_ends_with_two_and_a_whole_file_with_nought(sample):
    assert sample("verify", "k.sedyanka") == 0
    file = sample.file("k.sedyanka")
    data = bytearray(file.read_bytes())
    for page in range(8, len(data) // 4096):
        data[page * 4096 : page * 4096 + 600] = b"\x55" * 600
    file.write_bytes(data)

    assert sample("verify", "k.sedyanka") == 2

    assert sample.err
    assert bytes(data) == file.read_bytes()
