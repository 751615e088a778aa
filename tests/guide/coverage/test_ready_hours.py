"""Ready guides: hours of duty count in the weeks of the calendar and on Home once a role says that they do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.calendar.plan import Plan
from app.guide.coverage import Duty
from app.guide.role import GuideRole
from app.home.week import hours_ahead
from app.message import say
from resources.templates import COMMUNITIES
from tests.playbook.beginning import START, begun


@pytest.mark.parametrize("community", COMMUNITIES)
def test_switching_on_that_hours_of_a_role_count_changes_weeks_and_home(tmp_path, community):
    store = begun(tmp_path / "begun.sedyanka", community)
    duty = next(it for it in store.of(Duty).all() if it.start < it.end)
    role, weeks = store.of(GuideRole).get(duty.role), [START, START + timedelta(days=7)]
    plan = Plan.read(store)
    end = store.subscribe(lambda changes: plan.refresh(store, changes))
    before, ahead = plan.week_loads(weeks), hours_ahead(plan, START)

    with store.change(say("step.begin")):
        store.of(GuideRole).save([replace(role, counts=True)])

    assert not role.counts
    assert all(plan.week_loads(weeks)[week].hours > before[week].hours for week in weeks)
    assert hours_ahead(plan, START) > ahead
    store.undo()
    assert plan.week_loads(weeks) == before
    end()
    store.close()
