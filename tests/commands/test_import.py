import json
import shutil
from datetime import date

import pytest

from app.calendar.event import Event
from app.message import say
from storage.playbooks import SqlPlaybooks
from tests.storage.making import everything

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//elsewhere//EN
{events}END:VCALENDAR
"""
DINNER = """BEGIN:VEVENT
UID:dinner@elsewhere
DTSTAMP:20270101T000000Z
DTSTART;TZID=Europe/Sofia:20270320T190000
DTEND;TZID=Europe/Sofia:20270320T210000
SUMMARY:{title}
SEQUENCE:{number}
END:VEVENT
"""
BROKEN = """BEGIN:VEVENT
UID:broken@elsewhere
DTSTAMP:20270101T000000Z
SUMMARY:No start
END:VEVENT
"""


def write(typed, name, *events):
    typed.file(name).write_text(CALENDAR.format(events="".join(events)).replace("\n", "\r\n"), newline="")


def dinner(title="Dinner", number=0):
    return DINNER.format(title=title, number=number)


def titles(typed):
    return [row["title"] for row in typed.json("events", "k.sedyanka", "--from", "2027-03-20", "--to", "2027-03-21")]


def test_the_shape_of_json_is_the_contract(sample):
    write(sample, "a.ics", dinner(), BROKEN)

    told = sample.json("import", "k.sedyanka", "a.ics")

    assert [*told] == ["kind", "new", "updated", "unchanged", "refused", "warnings", "unknown"]
    assert (told["kind"], told["new"], told["updated"], told["unchanged"]) == ("ics", 1, 0, 0)
    assert [*told["refused"][0]] == ["file", "place", "reason"]
    assert (told["refused"][0]["file"], told["refused"][0]["place"]) == ("a.ics", "12")
    assert all(isinstance(sentence, str) for sentence in (*told["warnings"], *told["unknown"]))
    assert titles(sample) == ["Dinner"]


def test_a_second_import_changes_nothing_a_newer_one_does_and_an_older_one_is_refused(sample):
    for number, title, fate in ((1, "Dinner", "new"), (1, "Dinner", "unchanged"), (2, "Late dinner", "updated")):
        write(sample, "a.ics", dinner(title, number))
        assert sample.json("import", "k.sedyanka", "a.ics")[fate] == 1

    write(sample, "a.ics", dinner("Dinner", 1))
    told = sample.json("import", "k.sedyanka", "a.ics")

    assert (told["new"], told["updated"], told["unchanged"], len(told["refused"])) == (0, 0, 0, 1)
    assert titles(sample) == ["Late dinner"]


def test_a_dry_run_says_the_same_and_writes_nothing(sample):
    write(sample, "a.ics", dinner())
    before = everything(sample.file("k.sedyanka"))

    dry = sample.json("import", "k.sedyanka", "a.ics", "--dry-run")

    assert everything(sample.file("k.sedyanka")) == before
    assert dry == sample.json("import", "k.sedyanka", "a.ics")
    assert sample("import", "k.sedyanka", "a.ics", "--dry-run") == 0
    assert sample.out[0].startswith("Nothing is written.")


def test_an_import_is_one_step_of_undo(sample):
    before = everything(sample.file("k.sedyanka"))
    write(sample, "a.ics", dinner())
    assert sample("import", "k.sedyanka", "a.ics") == 0

    store = SqlPlaybooks().open(sample.file("k.sedyanka"))
    store.undo()
    assert store.next_undo() is None
    store.close()

    assert everything(sample.file("k.sedyanka")) == before


def test_a_file_that_cannot_be_read_loses_no_other(sample):
    write(sample, "good.ics", dinner())
    sample.file("bad.ics").write_text("Dear diary")

    told = sample.json("import", "k.sedyanka", "bad.ics", "good.ics")

    assert told["new"] == 1
    assert [row["file"] for row in told["refused"]] == ["bad.ics"]


def test_when_nothing_can_be_read_it_ends_with_two(sample):
    sample.file("bad.ics").write_text("Dear diary")
    before = everything(sample.file("k.sedyanka"))

    assert sample("import", "k.sedyanka", "bad.ics") == 2
    assert sample("import", "k.sedyanka", "nowhere.ics") == 2
    assert "nowhere.ics" in sample.err[0]
    assert sample("import", "k.sedyanka", "bad.ics", "--as", "slack") == 2
    assert everything(sample.file("k.sedyanka")) == before


def test_the_whole_plan_comes_back_unchanged(sample):
    assert sample("export", "k.sedyanka", "--ics", "k.ics") == 0

    again = sample.json("import", "k.sedyanka", "k.ics")
    assert (again["new"], again["updated"], again["refused"]) == (0, 0, [])

    assert sample("new", "n.sedyanka", "--start", "2027-03-01") == 0
    assert sample("import", "n.sedyanka", "k.ics") == 0
    private = ("id", "uid")
    here, there = (
        [{name: value for name, value in row.items() if name not in private} for row in sample.json("events", name)]
        for name in ("k.sedyanka", "n.sedyanka")
    )
    assert here == there


def test_what_the_plan_has_newer_is_listed_in_the_language_of_whoever_asked(sample):
    store = SqlPlaybooks().open(sample.file("k.sedyanka"))
    with store.change(say("step.add", title="x")):
        event = Event("d", "Dinner", "", day=date(2027, 3, 20), uid="dinner@elsewhere", revision=5)
        store.of(Event).save([event])
    store.close()
    write(sample, "a.ics", dinner("Another", 1))
    sample.language = "bg"

    sample("import", "k.sedyanka", "a.ics")

    assert any("по-ново състояние" in line for line in sample.err)


def test_a_file_beyond_the_limit_is_refused_by_its_size_and_the_others_come_in(sample):
    write(sample, "a.ics", dinner())
    with sample.file("big.ics").open("wb") as big:
        big.truncate(100 * 1024 * 1024 + 1)

    told = sample.json("import", "k.sedyanka", "big.ics", "a.ics")

    assert told["new"] == 1
    assert told["refused"] == [{"file": "big.ics", "place": "1", "reason": "The file is larger than 100 MB."}]


def test_an_outline_becomes_a_map_that_goes_out_by_its_name(sample):
    assert sample("export", "k.sedyanka", "--opml", "Карта.opml", "--mm", "m.mm") == 0
    before = everything(sample.file("k.sedyanka"))
    assert sample.json("import", "k.sedyanka", "m.mm", "--dry-run")["new"] == 48
    assert everything(sample.file("k.sedyanka")) == before

    for name in ("Карта.opml", "m.mm"):
        told = sample.json("import", "k.sedyanka", name)
        assert (told["kind"], told["new"], told["refused"]) == ("outline", 48, [])
    assert sample("export", "k.sedyanka", "--opml", "again.opml", "--what", "map", "--name", "карта") == 0
    assert sample("export", "k.sedyanka", "--markdown", "m.md", "--what", "map", "--name", "m") == 0
    assert sample("export", "k.sedyanka", "--opml", "funnel.opml") == 0
    assert sample("export", "k.sedyanka", "--opml", "x.opml", "--what", "map", "--name", "nowhere") == 2
    assert any("Карта, m" in line for line in sample.err)

    was, again, funnel = (
        sample.file(name).read_text(encoding="utf-8") for name in ("Карта.opml", "again.opml", "funnel.opml")
    )
    assert funnel == was
    assert again[again.index("<body>") :] == was[was.index("<body>") :]
    assert "<title>Карта</title>" in again
    assert sample.file("m.md").read_text(encoding="utf-8").startswith("# m\n")


def test_markdown_is_an_outline_when_that_is_asked_for(sample):
    sample.file("m.md").write_text("# Plan\n\n## Return\n\n- [ ] Write to those who left\n", encoding="utf-8")

    assert sample("import", "k.sedyanka", "m.md") == 2
    assert sample("import", "k.sedyanka", "m.md", "--as", "outline") == 0
    assert "2" in sample.out[0]


def test_a_hostile_map_is_refused_and_changes_nothing(sample):
    sample.file("m.mm").write_text('<!DOCTYPE x [<!ENTITY a "b">]><map><node TEXT="&a;"/></map>', encoding="utf-8")
    before = everything(sample.file("k.sedyanka"))

    told = sample.json("import", "k.sedyanka", "m.mm")
    assert [row["file"] for row in told["refused"]] == ["m.mm"]
    assert everything(sample.file("k.sedyanka")) == before


def test_a_board_comes_in_as_a_board_named_after_its_file(sample):
    assert sample("export", "k.sedyanka", "--json-canvas", "Второ мнение.canvas") == 0
    before = everything(sample.file("k.sedyanka"))

    dry = sample.json("import", "k.sedyanka", "Второ мнение.canvas", "--dry-run")
    assert everything(sample.file("k.sedyanka")) == before

    told = sample.json("import", "k.sedyanka", "Второ мнение.canvas")
    assert (told["kind"], told["refused"], told["warnings"]) == ("board", [], [])
    assert told["new"] == dry["new"] > 20
    assert sample("export", "k.sedyanka", "--excalidraw", "b.excalidraw", "--name", "Второ мнение") == 0


def test_what_of_a_board_is_not_sound_is_told(sample):
    node = {"id": "n", "type": "text", "x": 0, "y": 0, "width": 100, "height": 50, "text": "Note"}
    sample.file("x.canvas").write_text(json.dumps({"nodes": [node, node, node | {"x": 1e308}], "edges": []}))
    sample.file("y.canvas").write_bytes(b'{"nodes": [')

    told = sample.json("import", "k.sedyanka", "x.canvas", "--as", "board")
    assert told["new"] == 2
    assert told["refused"] == [
        {
            "file": "x.canvas",
            "place": "nodes[2]",
            "reason": "Note: It lies more than 1000000 px away, so it was left out.",
        }
    ]
    assert told["warnings"] == ["nodes[1] n: Its id is there twice; it was given another one."]

    assert sample("import", "k.sedyanka", "y.canvas") == 2
    assert "y.canvas, line 1: It cannot be read as JSON from line 1 on." in sample.err
    assert sample("import", "k.sedyanka", "x.canvas") == 0
    assert "x.canvas, nodes[2]: Note: It lies more than 1000000 px away, so it was left out." in sample.err


def test_tasks_come_in_from_a_table_as_the_dry_run_said(sample):
    assert sample("export", "k.sedyanka", "--csv", "t.csv", "--what", "tasks", "--lang", "en") == 0
    rows = sample.file("t.csv").read_text(encoding="utf-8-sig").splitlines()
    sample.file("t.csv").write_text("\n".join([*rows, "Call the printer,,,,,,,,,,,,,,,,,"]), encoding="utf-8")

    before = everything(sample.file("k.sedyanka"))
    dry = sample.json("import", "k.sedyanka", "t.csv", "--dry-run")
    assert everything(sample.file("k.sedyanka")) == before
    told = sample.json("import", "k.sedyanka", "t.csv")

    assert dry == told
    assert (told["kind"], told["new"], told["updated"], told["refused"]) == ("tasks", 1, 0, [])
    assert told["unchanged"] > 10


def test_a_dry_run_tells_which_tasks_would_change(sample):
    assert sample("export", "k.sedyanka", "--csv", "t.csv", "--what", "tasks", "--lang", "bg") == 0
    text = sample.file("t.csv").read_text(encoding="utf-8-sig")
    title = text.splitlines()[1].split(",")[0]
    sample.file("t.csv").write_text(text.replace(title, f"{title} – отново"), encoding="utf-8")
    whole = text.count(title)

    dry = sample.json("import", "k.sedyanka", "t.csv", "--dry-run")

    assert dry["new"] == 0
    assert 1 <= dry["updated"] <= whole
    assert dry == sample.json("import", "k.sedyanka", "t.csv")
    again = sample.json("import", "k.sedyanka", "t.csv", "--dry-run")
    assert (again["new"], again["updated"]) == (0, 0)


def test_a_table_of_something_else_is_not_taken_for_tasks(sample):
    sample.file("m.csv").write_text("Name,Email,Status\nMila D.,mila@example.org,active\n", encoding="utf-8")
    assert sample("import", "k.sedyanka", "m.csv") == 2


@pytest.mark.parametrize(
    ("name", "text"), [("notes.md", "# Ideas\n\n* one\n"), ("a.csv", "a,b\n1,2\n"), ("a.pdf", "%PDF")]
)
def test_what_is_not_recognised_is_told_how_to_be_brought_in(sample, name, text):
    sample.file(name).write_text(text)

    assert sample("import", "k.sedyanka", name) == 2
    assert sample.err[-1].startswith(f"{name}: This is not recognised")
    assert "--as outline" in sample.err[-1]

    sample("import", "k.sedyanka", name, "--as", "ics")
    assert sample.err[-1] == f"{name}, line 1: This is no calendar file: it has no BEGIN:VCALENDAR."


def test_a_playbook_is_nothing_to_bring_in(sample):
    shutil.copy(sample.file("k.sedyanka"), sample.file("other.sedyanka"))

    assert sample("import", "k.sedyanka", "other.sedyanka") == 2
    assert sample.err == ["other.sedyanka: This is a playbook itself, nothing to bring in; main.py PLAYBOOK opens it."]
