from datetime import date, timedelta

import pytest

from app.playbook.glance import glance_at
from resources.templates import COMMUNITIES
from tests.playbook.beginning import a_template, begun, hours, shown

CAPACITY = 8.0
STATED = dict(zip(COMMUNITIES, (6, 5, 4), strict=True))  # hours a week that the start page promises


@pytest.mark.parametrize("community", COMMUNITIES)
def test_a_community_fits_its_hours_in_whatever_week_it_begins(community):
    glances = [glance_at(a_template(community, start=date(2026, 1, 5) + timedelta(weeks=week))) for week in range(260)]

    assert max(glance.most for glance in glances) <= CAPACITY
    assert all(abs(glance.hours - STATED[community]) < 0.6 for glance in glances)


@pytest.mark.parametrize("community", COMMUNITIES)
def test_what_the_start_page_counts_is_what_is_planned(community, tmp_path):
    glance = glance_at(a_template(community))
    store = begun(tmp_path / "p.sedyanka", community)

    assert glance.events == len(glance.marks) == len(shown(store))
    assert glance.hours == pytest.approx(sum(hours(store)) / 13)
    assert glance.most == pytest.approx(max(hours(store)))


def test_the_communities_are_of_different_sorts():
    glances = [glance_at(a_template(community)) for community in COMMUNITIES]
    titles = [{entry.fields.get("title") for entry in a_template(community).rhythm} for community in COMMUNITIES]

    assert len({glance.marks for glance in glances}) == 3
    assert titles[0] & titles[1] <= {None}
    assert titles[1] & titles[2] <= {None}
    assert [glance.personas for glance in glances] == [3, 3, 4]
