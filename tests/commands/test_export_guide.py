"""The moderation guide by the command line: two versions, three forms."""

import pytest

from app.guide.ready import read_guide, start_guide
from app.guide.snapshot import Guide
from resources import templates
from storage.playbooks import SqlPlaybooks


@pytest.fixture
def guided(sample):
    """The sample with a guide, where it has none."""
    store = SqlPlaybooks().open(sample.file("k.sedyanka"))
    if Guide.read(store).blank:
        start_guide(store, read_guide(templates.content("en", "sample")["guide"]))
    store.close()
    return sample


def test_moderators_get_all_of_it_and_members_the_public_version(guided):
    files = ("--html", "g.html", "--pdf", "g.pdf", "--markdown", "g.md")
    assert guided("export", "k.sedyanka", "--what", "guide", *files, "--paper", "Letter") == 0
    assert guided.file("g.html").read_text() == "html moderators en Letter"
    assert guided.file("g.pdf").read_text() == "pdf moderators en Letter"
    assert guided.file("g.md").read_text() == "markdown moderators en Letter"

    assert guided("export", "k.sedyanka", "--html", "p.html", "--profile", "members", "--lang", "bg") == 0
    assert guided.file("p.html").read_text() == "html public bg A4"


def test_a_playbook_without_a_guide_says_so(guided):
    assert guided("new", "n.sedyanka") == 0

    assert guided("export", "n.sedyanka", "--html", "n.html") == 2
    assert "no moderation guide" in guided.err[-1]
    assert not guided.file("n.html").exists()


def test_what_is_no_form_of_the_guide_is_refused(guided):
    assert guided("export", "k.sedyanka", "--what", "guide", "--csv", "g.csv") == 2
