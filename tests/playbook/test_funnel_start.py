"""The map that a new playbook begins with."""

from __future__ import annotations

import pytest

from app.funnel.branch import Role
from app.funnel.entry_rule import read_rule
from app.funnel.funnel_map import FunnelMap
from app.funnel.results import results_of
from app.playbook.templates import read_template
from resources.templates import COMMUNITIES, content
from tests.playbook.beginning import START, a_template, begun

GROUPS = [Role.CRITERIA, Role.CHANNELS, Role.BEHAVIOURS, Role.TRIGGERS]


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("community", ["", "sample", *COMMUNITIES])
def test_every_stage_has_its_groups_and_something_in_each(tmp_path, community, language):
    store = begun(tmp_path / "new.sedyanka", community, language)
    funnel = FunnelMap.read(store)

    assert len(funnel.stages) == 4
    for stage in funnel.stages.values():
        groups = [funnel.forest.branches[key] for key in funnel.forest.children(stage.id)]
        assert [group.role for group in groups] == GROUPS
        assert all(funnel.forest.children(group.id) for group in groups)
        assert stage.definition
        assert stage.criterion
        assert stage.driver
    rules = [bool(read_rule(stage.rule)) for stage in funnel.stages.values()]
    assert rules == [False, True, True, True]  # who only saw us left no trace that could be counted
    store.close()


@pytest.mark.parametrize("community", ["sample", *COMMUNITIES])
def test_what_branches_became_is_in_the_calendar(tmp_path, community):
    template = a_template(community)
    store = begun(tmp_path / "new.sedyanka", community)
    funnel = FunnelMap.read(store)

    assert len(funnel.became) == len(template.became) >= 4
    results = results_of(store, funnel.became, START, START.replace(month=6))
    assert all(any(result.days for result in some) for some in results.values())
    store.close()


def test_the_sample_was_measured(tmp_path):
    store = begun(tmp_path / "new.sedyanka", "sample")
    shares = [one.value for one in FunnelMap.read(store).conversions.values()]

    assert shares == [0.33, 0.41, 0.34, None]
    store.close()


def test_the_reference_playbook_has_no_branches_of_a_template():
    assert read_template(content("en", "reference"), START, "en").branches == ()
