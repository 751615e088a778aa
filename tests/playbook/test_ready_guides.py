"""Ready guides: each community has its own, and what their rows lead to is there."""

from itertools import pairwise

import pytest

from app.guide.escalation import Severity
from app.guide.tone import ToneShape
from resources.templates import COMMUNITIES, SAMPLE
from resources.texts import LANGUAGES
from tests.playbook.test_ready_content import COLOURS, ready, stem_words, texts

BUILT = ["tone", "escalation", "strikes", "roles", "coverage", "replies", "resources", "answers"]
ROUTES = {"", "support", "legal", "pr", "product"}
DUTIES = {"approves", "intervenes", "answers", "closes"}
VARIANTS = {"en": ["Short", "Warm", "Formal"], "bg": ["Кратко", "Топло", "Официално"]}

communities = pytest.mark.parametrize("community", [*COMMUNITIES, SAMPLE])
languages = pytest.mark.parametrize("language", LANGUAGES)


def guide(folder, community):
    return ready(folder, f"guide-{community}")


def rows(community):
    """Every row of the escalation matrix with where it stands."""
    return {
        (scenario, severity): row
        for scenario, levels in guide("structure", community)["scenarios"].items()
        for severity, row in levels.items()
    }


@communities
def test_a_guide_is_whole(community):
    words = guide("en", community)

    assert list(words["chapters"])[:8] == BUILT
    assert list(guide("structure", community)["public"]) == list(words["chapters"])
    assert 8 <= len(words["scenarios"]) <= 10
    assert [len(words[part]) for part in ("strikes", "roles", "resources")] == [3, 4, 6]
    assert 10 <= len(words["replies"]) <= 14
    assert 6 <= len(words["answers"]) <= 8
    assert {line["shape"] for line in words["tone"]} == set(ToneShape)


@communities
def test_words_and_structure_of_a_guide_have_the_same_keys(community):
    words, structure = guide("en", community), guide("structure", community)

    for part in ("scenarios", "roles", "replies"):
        assert list(words[part]) == list(structure[part])
    for part in ("strikes", "promises"):
        assert len(words[part]) == len(structure[part])
    for scenario, levels in structure["scenarios"].items():
        assert list(words["scenarios"][scenario]) == ["name", "signs", *levels]


@communities
def test_rows_of_the_matrix_lead_to_roles_and_replies_that_are_there(community):
    structure = guide("structure", community)

    for (_, severity), row in rows(community).items():
        assert severity in set(Severity)
        assert row["reply"] in structure["replies"]
        assert row["told"]
        assert set(row["told"]) <= set(structure["roles"])
        assert row["route"] in ROUTES
        assert row["within"] > 0
    assert {duty["role"] for duty in structure["duties"]} <= set(structure["roles"])
    assert {reply["scenario"] for reply in structure["replies"].values()} <= {"", *structure["scenarios"]}


@communities
def test_what_is_graver_is_answered_no_later_and_the_grave_reaches_the_lead(community):
    for levels in guide("structure", community)["scenarios"].values():
        times = [row["within"] for row in levels.values()]

        assert list(levels) == [severity for severity in ("low", "medium", "high") if severity in levels]
        assert times == sorted(times, reverse=True)
        assert "lead" in levels.get("high", {"told": ["lead"]})["told"]


@communities
def test_roles_cover_every_duty_and_show_different_colours(community):
    roles = guide("structure", community)["roles"].values()

    assert set().union(*(role["duties"] for role in roles)) == DUTIES
    assert len({role["colour"] for role in roles} & COLOURS) == 4
    assert set().union(*(role["people"] for role in roles)) <= {
        "lead",
        *ready("structure", community).get("people", {}),
    }


@communities
def test_hours_of_a_role_lie_within_the_day_and_do_not_overlap(community):
    hours = sorted(tuple(duty.values()) for duty in guide("structure", community)["duties"])

    assert all(0 <= weekday <= 6 and 0 <= start < end <= 1440 for _, weekday, start, end in hours)
    assert [later for sooner, later in pairwise(hours) if sooner[:2] == later[:2] and sooner[3] > later[2]] == []


@communities
def test_contacts_and_strikes_are_not_for_the_public_version(community):
    public = guide("structure", community)["public"]

    assert not public["strikes"]
    assert not public["escalation"]
    assert public["tone"]


@communities
@languages
def test_every_reply_has_three_variants_that_differ(community, language):
    for reply in guide(language, community)["replies"].values():
        short, warm, formal = reply["texts"].values()

        assert list(reply["texts"]) == VARIANTS[language]
        assert len(short) < len(warm)
        assert len({short, warm, formal}) == 3


@languages
def test_guides_of_two_communities_share_no_text(language):
    seen = {}
    for community in COMMUNITIES:
        for key, text in texts(guide(language, community)):
            if len(stem_words(text)) >= 8:
                seen.setdefault(text, []).append((community, key))

    assert [places for places in seen.values() if len(places) > 1] == []
