import json
import os
import sqlite3
from datetime import date

import pytest

from app.purpose.wall import boards
from storage.playbooks import SqlPlaybooks
from tests.storage.making import everything


def test_all_formats_in_one_go(sample):
    words = ("--pdf", "p.pdf", "--ics", "p.ics", "--csv", "p.csv", "--markdown", "p.md", "--png", "p.png")

    assert sample("export", "k.sedyanka", *words) == 0

    assert sample.files() == ["k.sedyanka", "p.csv", "p.ics", "p.md", "p.pdf", "p.png"]
    assert "‘p.pdf’ was written: 3 pages." in sample.out
    assert sample.file("p.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "AMA with founders" in sample.file("p.csv").read_text(encoding="utf-8-sig")
    assert sample.file("p.md").read_text(encoding="utf-8").startswith("# Kestrel Circle")


def test_exporting_twice_gives_the_same_bytes_and_changes_nothing(sample):
    before = everything(sample.file("k.sedyanka"))

    for name in ("a.ics", "b.ics"):
        assert sample("export", "k.sedyanka", "--ics", name) == 0

    assert sample.file("a.ics").read_bytes() == sample.file("b.ics").read_bytes()
    assert everything(sample.file("k.sedyanka")) == before


def test_paper_gets_what_was_chosen(sample):
    words = ("--what", "months", "--from", "2027-04-01", "--to", "2027-05-01", "--filter", "kind=Poll")
    more = ("--lang", "bg", "--paper", "Letter", "--landscape", "--profile", "members")

    assert sample("export", "k.sedyanka", "--pdf", "p.pdf", *words, *more) == 0

    wish = sample.pencil.wishes[0]
    assert (wish.parts, wish.first, wish.last) == (("months",), date(2027, 4, 1), date(2027, 4, 30))
    assert (wish.language, wish.size, wish.landscape, wish.members) == ("bg", "Letter", True, True)
    assert wish.terms == (("kind", "Poll"),)


def test_without_what_paper_has_the_quarter_and_the_agenda(sample):
    assert sample("export", "k.sedyanka", "--pdf", "p.pdf") == 0

    wish = sample.pencil.wishes[0]
    assert (wish.parts, wish.first, wish.last, wish.members) == (
        ("quarter", "agenda"), date(2027, 3, 1), date(2027, 5, 29), False,
    )  # fmt: skip


def test_members_see_no_hours_no_notes_and_nothing_internal(sample):
    assert sample("export", "k.sedyanka", "--ics", "m.ics", "--profile", "members") == 0
    assert sample("export", "k.sedyanka", "--ics", "f.ics") == 0

    members, full = (sample.file(name).read_text(encoding="utf-8") for name in ("m.ics", "f.ics"))
    for private in ("Mod check-in", "X-SEDYANKA", "park pricing", "Busy managers"):
        assert private in full.replace("\n ", "").replace("\r", "")
        assert private not in members
    assert "AMA with founders" in members


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Nothing was asked for."),
        (("--what", "months", "--ics", "x.ics"), "--what months does not go with --ics."),
        (("--what", "quarter", "--csv", "x.csv"), "--what quarter does not go with --csv."),
        (("--what", "health", "--pdf", "x.pdf"), "--what cannot be ‘health’."),
        (("--what", "board", "--name", "Nowhere", "--svg", "x.svg"), "There is no board named ‘Nowhere’."),
        (("--what", "board", "--pdf", "x.pdf", "--profile", "members"), "--pdf tells hours and notes"),
        (("--pdf", "x.pdf", "--ics", "x.pdf"), "Two files cannot have the same name."),
        (("--csv", "x.csv", "--profile", "members"), "--csv tells hours and notes"),
        (("--ics", "k.sedyanka"), "‘k.sedyanka’ is a playbook"),
        (("--ics", "x.ics", "--profile", "friends"), "--profile cannot be ‘friends’."),
        (("--docx", "x.docx"), "export does not know --docx."),
        (("--pdf", "x.pdf", "--ics", "/nowhere/x.ics"), "‘/nowhere/x.ics’ cannot be written"),
    ],
)
def test_what_is_refused_is_said_in_one_line_and_writes_nothing(sample, words, told):
    before = everything(sample.file("k.sedyanka"))

    assert sample("export", "k.sedyanka", *words) == 2

    assert sample.err[0].startswith(told)
    assert len(sample.err) == 1
    assert sample.files() == ["k.sedyanka"]
    assert everything(sample.file("k.sedyanka")) == before


def test_what_is_no_ordinary_file_is_not_replaced_by_one(sample):
    os.mkfifo(sample.file("pipe.csv"))
    sample.file("link.csv").symlink_to(sample.file("real.csv"))

    assert sample("export", "k.sedyanka", "--csv", "pipe.csv") == 2
    assert sample("export", "k.sedyanka", "--csv", "link.csv") == 0

    assert sample.file("pipe.csv").is_fifo()
    assert sample.file("link.csv").is_symlink()
    assert sample.file("real.csv").stat().st_size > 0


def test_a_language_that_is_not_known_here_becomes_english(sample):
    with sqlite3.connect(sample.file("k.sedyanka")) as raw:
        raw.execute("UPDATE playbook SET language = 'xx'")
    raw.close()

    assert sample("export", "k.sedyanka", "--csv", "p.csv", "--ics", "p.ics") == 0


def test_a_playbook_under_another_name_is_not_written_over(sample):
    sample.file("k.sedyanka").rename(sample.file("k.csv"))

    assert sample("export", "k.csv", "--csv", "k.csv") == 2

    SqlPlaybooks().open(sample.file("k.csv"), read_only=True).close()


def test_only_the_chosen_days_go_into_the_calendar_file(sample):
    words = ("--from", "2027-03-10", "--to", "2027-03-12", "--profile", "members")

    assert sample("export", "k.sedyanka", "--ics", "d.ics", *words) == 0

    titles = {line for line in sample.file("d.ics").read_text(encoding="utf-8").split() if line.startswith("SUMMARY")}
    assert titles == {"SUMMARY:Office", "SUMMARY:AMA"}


def test_pictures_are_asked_for_with_size_language_theme_and_today(sample):
    words = ("--lang", "bg", "--theme", "dark", "--size", "1280x800", "--scale", "1.5", "--today", "2027-03-10")

    assert sample("screenshots", "k.sedyanka", "--out", "pictures", *words) == 0

    wish = sample.pencil.wishes[0]
    assert (wish.languages, wish.themes, wish.width, wish.height) == (("bg",), ("dark",), 1280, 800)
    assert (wish.scale, wish.today) == (1.5, date(2027, 3, 10))


@pytest.mark.parametrize(
    "words", [(), ("--out", "o", "--size", "big"), ("--out", "o", "--scale", "9"), ("--out", "o", "--theme", "pink")]
)
def test_pictures_that_cannot_be_are_refused(sample, words):
    assert sample("screenshots", "k.sedyanka", *words) == 2
    assert sample.pencil.wishes == []


def test_the_map_goes_out_as_picture_page_and_outline(sample):
    words = (
        "--pdf",
        "m.pdf",
        "--png",
        "m.png",
        "--svg",
        "m.svg",
        "--markdown",
        "m.md",
        "--opml",
        "m.opml",
        "--mm",
        "m.mm",
    )

    assert sample("export", "k.sedyanka", *words, "--what", "map") == 0

    assert sample.file("m.svg").read_bytes() == b"<svg"
    assert "## Awareness" in sample.file("m.md").read_text(encoding="utf-8")
    assert '<outline text="Forum"' in sample.file("m.opml").read_text(encoding="utf-8")
    assert 'TEXT="Forum"' in sample.file("m.mm").read_text(encoding="utf-8")


def test_what_only_a_map_can_be_needs_no_what(sample):
    assert sample("export", "k.sedyanka", "--mm", "m.mm", "--csv", "a.csv") == 0

    assert sample.files() == ["a.csv", "k.sedyanka", "m.mm"]


@pytest.mark.parametrize("words", [("--ics", "a.ics", "--what", "map"), ("--mm", "a.mm", "--what", "agenda")])
def test_what_is_no_map_is_refused_for_one(sample, words):
    assert sample("export", "k.sedyanka", *words) == 2
    assert sample.files() == ["k.sedyanka"]


def test_members_get_no_map(sample):
    assert sample("export", "k.sedyanka", "--pdf", "a.pdf", "--what", "map", "--profile", "members") == 2


def test_a_board_goes_out_for_other_programs_and_to_look_at(sample):
    words = ("--json-canvas", "b.canvas", "--excalidraw", "b.excalidraw", "--svg", "b.svg", "--pdf", "b.pdf")

    assert sample("export", "k.sedyanka", *words, "--what", "board", "--paper", "Letter", "--lang", "bg") == 0

    canvas = json.loads(sample.file("b.canvas").read_text(encoding="utf-8"))
    drawn = json.loads(sample.file("b.excalidraw").read_text(encoding="utf-8"))
    assert {node["type"] for node in canvas["nodes"]} == {"group", "text"}
    assert drawn["type"] == "excalidraw"
    assert [(wish.form, wish.page, wish.language) for wish in sample.pencil.wishes] == [
        ("pdf", "Letter", "bg"), ("svg", "Letter", "bg"),
    ]  # fmt: skip


def test_a_board_is_found_by_its_name_and_needs_no_what_where_only_boards_go(sample):
    assert sample("export", "k.sedyanka", "--json-canvas", "all.canvas", "--csv", "agenda.csv") == 0
    name = board_names(sample)[0]

    assert sample("export", "k.sedyanka", "--json-canvas", "one.canvas", "--name", name.upper()) == 0
    assert sample.file("one.canvas").read_bytes() == sample.file("all.canvas").read_bytes()


def board_names(sample) -> list[str]:
    store = SqlPlaybooks().open(sample.file("k.sedyanka"), read_only=True)
    names = [board.name for board in boards(store)]
    store.close()
    return names


def test_tasks_go_out_as_a_table(sample):
    assert sample("export", "k.sedyanka", "--csv", "t.csv", "--what", "tasks", "--lang", "en") == 0

    rows = sample.file("t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) > 3
    assert rows[0].startswith("Task,")


def test_personas_go_out_as_markdown_and_paper_all_or_the_one_that_is_named(sample):
    words = ("--what", "personas", "--markdown", "p.md", "--pdf", "p.pdf")
    assert sample("export", "k.sedyanka", *words) == 0
    text = sample.file("p.md").read_text(encoding="utf-8")
    assert [line.split(" <!--")[0] for line in text.splitlines() if line.startswith("# ")] == [
        "# Busy managers", "# Curious newcomers", "# Power builders",
    ]  # fmt: skip
    assert sample.file("p.pdf").read_bytes() == b"%PDF A4"
    assert sample("export", "k.sedyanka", "--what", "personas", "--pdf", "l.pdf", "--paper", "Letter") == 0
    assert sample.file("l.pdf").read_bytes() == b"%PDF Letter"
    assert sample("export", "k.sedyanka", "--what", "personas", "--name", "power BUILDERS", "--markdown", "q.md") == 0
    assert sample.file("q.md").read_text(encoding="utf-8").startswith("# Power builders")

    assert sample("export", "k.sedyanka", "--what", "personas", "--name", "Nobody", "--markdown", "r.md") == 2
    assert "Busy managers" in "".join(sample.err)
