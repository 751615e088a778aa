from pathlib import Path

import pytest

import resources
from app.purpose.kpi import Level
from resources.templates import COMMUNITIES, content
from resources.texts import LANGUAGES
from tests.playbook.beginning import a_template

FAMILIES = {"welcome", "live", "conversation", "recognition", "challenge", "pilot", "loop", "ops"}
TEN = (
    "welcome_triage", "short_live", "office_hours", "weekly_prompt", "topic_group", "spotlight", "celebration",
    "challenge", "pilot", "you_said",
)  # fmt: skip
ALL = ("", "sample", "reference", *COMMUNITIES)

communities = pytest.mark.parametrize("community", COMMUNITIES)
languages = pytest.mark.parametrize("language", LANGUAGES)


def shape(value):
    """What is the same in every language: keys, numbers and how long lists are."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return len(value) if isinstance(value, list) else type(value)


def texts(value, key=""):
    """Every text of a template with the path that leads to it."""
    match value:
        case dict():
            for name, inner in value.items():
                yield from texts(inner, f"{key}.{name}")
        case list():
            for number, inner in enumerate(value):
                yield from texts(inner, f"{key}.{number}")
        case str():
            yield key, value


@pytest.mark.parametrize("community", ALL)
def test_both_languages_tell_of_the_same_things(community):
    assert shape(content("en", community)) == shape(content("bg", community))


@pytest.mark.parametrize("community", ALL)
def test_bulgarian_content_is_written_in_bulgarian(community):
    names = {"Kestrel Circle", "Zoom"}
    same_in_both = dict(texts(content("en", community))).items() & dict(texts(content("bg", community))).items()
    words = [
        (key, text) for key, text in same_in_both if key.rsplit(".", 1)[-1] in {"name", "title", "public", "notes"}
    ]

    assert [text for _, text in words if text and text not in names] == []


@languages
def test_every_kind_has_a_name_a_family_and_an_icon_that_is_there(language):
    icons = Path(resources.__file__).parent / "icons"
    kinds = a_template("", language).kinds

    assert len(kinds) == 26
    assert all(kind.name and kind.family in FAMILIES and (icons / f"{kind.icon}.svg").exists() for kind in kinds)
    assert [kind.key for kind in kinds if kind.marker] == ["launch", "price_change", "onboarding_change", "outage"]


def test_what_is_private_by_nature_never_goes_to_members():
    hidden = {kind.key for kind in a_template().kinds if not kind.members}

    assert hidden >= {"moderation", "review", "other", "launch", "price_change", "onboarding_change", "outage"}


@communities
@languages
def test_the_ten_tactics_say_everything_that_a_tactic_says(community, language):
    tactics = {tactic.key: tactic for tactic in a_template(community, language).tactics}

    assert [*tactics][:10] == list(TEN)
    for key in TEN:
        tactic = tactics[key]
        assert len(tactic.steps) >= 5
        assert tactic.owner == "lead"
        assert tactic.prep + tactic.live > 0
        assert tactic.stage
        assert tactic.personas
        assert tactic.success
        assert tactic.public_text[0][0] == language


def test_every_other_kind_but_markers_has_a_tactic():
    template = a_template()
    served = {tactic.kind for tactic in template.tactics}

    assert {kind.key for kind in template.kinds if not kind.marker} - served == {"other"}


@pytest.mark.parametrize("community", ALL)
@languages
def test_short_titles_fit_the_chips_of_the_quarter(community, language):
    template = a_template(community, language)
    shorts = [tactic.short for tactic in template.tactics] + [
        entry.fields.get("short", "") for entry in template.rhythm
    ]

    assert [short for short in shorts if len(short) > 14] == []


@pytest.mark.parametrize("community", ALL)
def test_everything_a_template_leads_to_is_there(community):
    template = a_template(community)
    there = {
        "kind": {one.id for one in template.kinds},
        "stage": {one.id for one in template.stages},
        "channel": {one.id for one in template.channels},
        "owner": {one.id for one in template.people},
        "program": {one.id for one in template.programs},
        "kpi": {one.id for one in template.kpis},
        "tactic": {one.id for one in template.tactics},
        "personas": {one.id for one in template.personas},
    }
    things = [
        {name: getattr(one, name) for name in there if hasattr(one, name)}
        for one in (*template.tactics, *template.programs)
    ]
    things += [dict(entry.fields) | {"tactic": entry.tactic} for entry in template.rhythm]
    lost = [
        (name, value)
        for thing in things
        for name, values in thing.items()
        if name in there
        for value in (values if isinstance(values, tuple) else [values])
        if value and value not in there[name]
    ]

    assert lost == []
    assert all(program in there["program"] and kpi in there["kpi"] for program, kpi in template.serves)


@communities
def test_a_community_brings_what_the_chain_needs(community):
    template = a_template(community)

    assert 2 <= len(template.personas) <= 4
    assert {kpi.level for kpi in template.kpis} == set(Level)
    assert {program for program, _ in template.serves} == {program.id for program in template.programs}
    assert [entry for entry in template.rhythm if entry.day is None]  # ideas for the backlog
    assert {"theme"} <= {entry.tactic for entry in template.rhythm}
    assert {entry.rule[5:9] for entry in template.rhythm if entry.rule} == {"WEEK", "MONT"}
