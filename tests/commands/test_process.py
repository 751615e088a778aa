"""A few runs of the real program: exit codes, streams, language of the system."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def main(tmp_path, home):
    def run(*words, lang="C.UTF-8"):
        without = {"LC_ALL", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        env = {name: value for name, value in os.environ.items() if name not in without} | {"LANG": lang}
        command = [sys.executable, str(ROOT / "main.py"), *words]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=False)

    return run


def test_from_sample_to_paper_without_a_display(main, tmp_path):
    assert main("sample", "k.sedyanka").returncode == 0

    exported = main("export", "k.sedyanka", "--pdf", "plan.pdf", "--ics", "plan.ics", "--png", "plan.png")

    assert (exported.returncode, exported.stdout.count("\n")) == (0, 3)
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "plan.png").read_bytes().startswith(b"\x89PNG")
    assert len(json.loads(main("events", "k.sedyanka", "--json").stdout)) == 69


def test_without_a_display_the_main_job_is_done_into_a_folder(main, tmp_path):
    done = main(lang="bg_BG.UTF-8")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Тук няма екран")
    assert done.stdout.splitlines()[2:4] == ["Седмица 10: 10,5 → 8,0 от 8,0 ч", "Седмица 15: 4,0 → 6,5 от 8,0 ч"]
    pictures = [f"calendar-{theme}-{language}.png" for theme in ("dark", "light") for language in ("bg", "en")]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [*pictures, "plan.ics", "plan.pdf"]
    assert len({(tmp_path / "out" / name).read_bytes() for name in pictures}) == 4
    assert "DTSTART;TZID=Europe/Sofia:20270415T170000" in (tmp_path / "out" / "plan.ics").read_text(encoding="utf-8")


def test_pictures_of_everything_are_taken_of_a_copy(main, tmp_path):
    main("sample", "k.sedyanka")
    before = (tmp_path / "k.sedyanka").read_bytes()
    words = ("--lang", "en", "--theme", "light", "--size", "1280x800", "--today", "2027-03-10")

    taken = main("screenshots", "k.sedyanka", "--out", "pictures", *words)

    assert taken.returncode == 0, taken.stderr
    pictures = {path.name.removesuffix("-light-en.png"): path for path in (tmp_path / "pictures").iterdir()}
    pages = {"calendar", "calendar-month", "calendar-agenda", "export", "settings", "start", "recovery"}
    assert pictures.keys() >= pages | {"palette", "shortcuts", "import", "calendar-scope", "calendar-inspector"}
    assert len({path.read_bytes() for path in pictures.values()}) == len(pictures)
    assert (tmp_path / "k.sedyanka").read_bytes() == before


def test_trouble_is_one_line_on_stderr_in_the_language_of_the_system(main):
    english, bulgarian = main("events", "none.sedyanka"), main("events", "none.sedyanka", lang="bg_BG.UTF-8")

    for told in (english, bulgarian):
        assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
        assert "Traceback" not in told.stderr
    assert english.stderr != bulgarian.stderr


def test_what_is_no_command_is_refused_and_a_file_needs_a_display(main, tmp_path):
    for word in ("--pdf", "exprot", "k.sedyanka"):
        told = main(word)
        assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_has_enough_is_no_error(main, tmp_path):
    main("sample", "k.sedyanka")
    pipe = f"{sys.executable} {ROOT}/main.py events k.sedyanka --json | head -1"

    read = subprocess.run(["bash", "-o", "pipefail", "-c", pipe], cwd=tmp_path, capture_output=True, text=True)

    assert (read.returncode, read.stdout, read.stderr) == (0, "[\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_stream_that_takes_nothing_is_told_or_borne(main, tmp_path):
    main("sample", "k.sedyanka")

    def typed(words):
        command = f"{sys.executable} {ROOT}/main.py {words}"
        return subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    for words in ("events k.sedyanka >/dev/full", "events k.sedyanka --json >/dev/full", "--help >/dev/full"):
        told = typed(words)
        assert (told.returncode, told.stderr) == (2, "What there is to tell cannot be written: the disk is full.\n")
    assert typed("events none.sedyanka 2>/dev/full").returncode == 2
    assert typed("events none.sedyanka 2>&-").returncode == 2
    for words in ("events k.sedyanka >&-", "export k.sedyanka --csv plan.csv <&- >&- 2>&-"):
        told = typed(words)
        assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    assert (tmp_path / "plan.csv").stat().st_size > 0


def test_pictures_go_into_a_folder_or_nowhere(main, tmp_path):
    main("sample", "k.sedyanka")

    for place in ("k.sedyanka", "k.sedyanka/pictures"):
        told = main("screenshots", "k.sedyanka", "--out", place)
        assert (told.returncode, told.stderr.count("\n")) == (2, 1)


def test_commands_need_no_widgets_where_they_can(tmp_path):
    probe = "import sys; sys.argv = ['main.py']; import main; code = main.main(['sample', 'k.sedyanka']);"
    probe += "assert 'PySide6.QtWidgets' not in sys.modules; sys.exit(code)"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", probe], env=env, cwd=tmp_path, capture_output=True, text=True)

    assert ran.returncode == 0, ran.stderr
