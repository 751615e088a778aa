"""What a person does with hours of duty and the log of incidents, at random; `acting` takes it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from app.guide import editing
from app.guide.absences import add_absence, delete_absence, edit_absence
from app.guide.cover_painting import back_to_usual, give_own_hours, paint
from app.guide.coverage import Absence, Promise
from app.guide.escalation import Scenario, Severity
from app.guide.incident import Incident
from app.guide.incident_actions import (
    delete_incident,
    edit_incident,
    follow_up,
    give_strike,
    log_incident,
    say_who_is_new,
    take_strike_back,
)
from app.guide.role import GuideRole
from app.guide.strikes import StrikeLevel
from app.members.member import Member
from app.store import Store

Deed = Callable[[Store, Any], object]  # with the hand of `acting`
WEEK: Final = date(2027, 3, 1)
HOURS: Final = ((0, 1440), (540, 720), (600, 1020), (1380, 1440))

ON_DUTY: Final[Sequence[Deed]] = (
    lambda s, h: paint(s, h.id(GuideRole), [h.chance.randint(0, 6), 2], h.pick(HOURS)),
    lambda s, h: paint(s, h.id(GuideRole), range(5), h.pick(HOURS), person="mila", week=h.pick([None, WEEK])),
    lambda s, h: paint(s, h.id(GuideRole), range(7), h.pick(HOURS), week=h.pick([None, WEEK]), erase=True),
    lambda s, h: h.pick([give_own_hours, back_to_usual])(s, WEEK),
    lambda s, h: add_absence(s, "mila", h.day(), h.day(), h.text),
    lambda s, h: edit_absence(s, h.id(Absence), end=h.day(), why=h.text),
    lambda s, h: delete_absence(s, h.id(Absence)),
    lambda s, h: editing.add(s, Promise("", h.text, 120, (5, 6)), at=h.pick([None, 0])),
    lambda s, h: editing.edit(s, Promise, h.id(Promise), name=h.text, within=h.chance.randint(0, 99)),
    lambda s, h: editing.delete(s, Promise, h.id(Promise)),
    lambda s, h: log_incident(s, Incident("", h.day(), None, h.id(Member), h.id(Scenario), what=h.text)),
    lambda s, h: log_incident(s, Incident("", h.day(), severity=Severity.HIGH)),
    lambda s, h: edit_incident(s, h.id(Incident), scenario=h.id(Scenario)),
    lambda s, h: edit_incident(s, h.id(Incident), day=h.day(), answered=h.chance.randint(0, 99)),
    lambda s, h: edit_incident(s, h.id(Incident), done=h.text),
    lambda s, h: say_who_is_new(s, h.id(Incident), h.text),
    lambda s, h: give_strike(s, h.id(Incident), h.pick(["", h.id(StrikeLevel)])),
    lambda s, h: take_strike_back(s, h.id(Incident)),
    lambda s, h: follow_up(s, h.id(Incident), h.text),
    lambda s, h: delete_incident(s, h.id(Incident)),
)
