"""The PDF as a file: whole or not at all, and never in place of a playbook."""

import os
import pickle
import resource
import subprocess
import sys

import pytest
from pypdf import PdfReader

from app.errors import KnownError
from tests.house.source import ROOT
from tests.printing.paper import a_manuscript, an_occurrence, options, sheets
from widgets.printing.pdf import write_pdf
from widgets.printing.picture import write_png

WITHOUT_A_DISPLAY = """
from pathlib import Path
from tests.printing.paper import a_manuscript, an_occurrence, options, sheets
from widgets.printing.pdf import write_pdf
print(write_pdf(lambda *_: None, a_manuscript(an_occurrence()), options(), Path("plan.pdf")))
"""


def test_writing_tells_how_far_it_is_and_how_many_pages_there_are(tmp_path):
    told = []

    pages = write_pdf(lambda *what: told.append(what), a_manuscript(an_occurrence()), options(), tmp_path / "plan.pdf")

    assert told == [(1, 2, ""), (2, 2, "")]
    assert len(PdfReader(tmp_path / "plan.pdf").pages) == pages == 2


def test_a_process_without_a_display_can_write(tmp_path):
    world = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_DISPLAY],
        cwd=tmp_path, env=world | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.stdout, done.stderr) == ("2\n", "")
    assert len(PdfReader(tmp_path / "plan.pdf").pages) == 2


@pytest.mark.parametrize("name", ["mine.sedyanka", "mine.pdf"])
def test_a_playbook_is_never_written_over(tmp_path, name):
    playbook = tmp_path / name
    playbook.write_bytes(b"SQLite format 3\0 and more")

    with pytest.raises(KnownError) as refused:
        write_pdf(lambda *_: None, a_manuscript(), options(), playbook)

    assert refused.value.what.id == "printing.error.playbook"
    assert playbook.read_bytes() == b"SQLite format 3\0 and more"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    old = tmp_path / "plan.pdf"
    old.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(KnownError) as refused:
            write_pdf(lambda *_: None, a_manuscript(an_occurrence()), options(), old)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert refused.value.what.id == "printing.error.write"
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]
    assert old.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(KnownError):
        write_pdf(lambda *_: None, a_manuscript(), options(), tmp_path / "gone" / "plan.pdf")


def test_the_picture_is_the_first_page(tmp_path):
    write_png(lambda *_: None, a_manuscript(an_occurrence()), options(), tmp_path / "plan.png", 2.0)

    assert (tmp_path / "plan.png").read_bytes().startswith(b"\x89PNG")


def test_a_child_process_sets_the_same_pages_as_the_window(qapp, tmp_path):
    from widgets.common.theme import theme
    from widgets.common.words import set_language

    theme().apply("dark")
    set_language("bg")
    plan = a_manuscript(*(an_occurrence(f"Среща на общността {n}", notes="дълги бележки " * 40) for n in range(30)))
    chosen = options(language="bg")
    (tmp_path / "plan").write_bytes(pickle.dumps((plan, chosen)))
    code = (
        "import pickle; from tests.printing.paper import sheets;"
        "open('sheets', 'wb').write(pickle.dumps(sheets(*pickle.loads(open('plan', 'rb').read()))))"
    )
    try:
        shown = sheets(plan, chosen)
    finally:
        set_language("en")
    world = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=world, check=True)

    assert pickle.loads((tmp_path / "sheets").read_bytes()) == shown
