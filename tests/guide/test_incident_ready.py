"""The sample has gone through some incidents, told alike in both languages."""

from datetime import date

import pytest

from app.guide.coverage import Absence, Duty
from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.guide.incident_answer import Answer, answer_of, promise_of
from app.guide.incident_log import Log
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.members.member import Member
from app.playbook.playbook import Person
from app.playbook.start import begin_sample, settings
from app.playbook.templates import read_template
from resources.templates import content


@pytest.mark.parametrize("language", ["en", "bg"])
def test_the_sample_has_a_log_whose_members_scenarios_and_strikes_are_there(store, language):
    template = read_template(content(language, "sample"), date(2027, 3, 1), language, "sample")

    begin_sample(store, template, settings(template, language))

    guide = Guide.read(store)
    log = Log.of(guide, store)
    there = list(guide.of(Incident).values())
    assert len(there) == 8
    assert all(guide.get(Scenario, it.scenario) and promise_of(guide, it) for it in there)
    assert {it.member for it in there if it.member} <= {member.id for member in store.of(Member).all()}
    assert sorted(guide.of(StrikeLevel)[it.level].position for it in there if it.level) == [0, 0, 1]
    assert [answer_of(it, promise_of(guide, it)) for it in there].count(Answer.LATE) == 1
    assert [len(tasks) for tasks in log.follow_ups.values()] == [1]
    assert all(it.what for it in there)
    (absence,) = store.of(Absence).all()
    assert (absence.start, absence.end) == (date(2027, 3, 18), date(2027, 3, 21))
    assert guide.get(Person, absence.person)
    assert list(store.of(Duty).all())
    assert store.next_undo() is None
