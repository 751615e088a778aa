"""The inspector of a member says what happened, which strikes still count, and leads to the log."""

from datetime import date

from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.guide.incident_actions import give_strike, log_incident
from app.guide.strikes import StrikeLevel
from app.message import say


def test_strikes_that_count_are_told_from_those_that_do_not(setup):
    with setup.store.change(say("step.begin")):
        setup.store.of(Scenario).save([Scenario("spam", "Promotion")])
        setup.store.of(StrikeLevel).save(
            [StrikeLevel("coach", "Coach", days=30), StrikeLevel("out", "Remove", position=1)]
        )
    tom, nadia = setup.ids["Tom H."], setup.ids["Nadia R."]
    setup.page.show_thing(tom)
    happened = setup.page.side.inspector.happened
    assert happened.isHidden()

    old = log_incident(setup.store, Incident("", date(2026, 12, 1), member=tom, scenario="spam"))
    new = log_incident(setup.store, Incident("", date(2027, 3, 5), member=tom))
    log_incident(setup.store, Incident("", date(2027, 3, 5), member=nadia))
    assert happened.rows.heading.text() == "Incidents · 2"
    give_strike(setup.store, old)
    give_strike(setup.store, new)

    assert happened.rows.heading.text() == "Incidents · 1 strike counts"
    assert [(row.text, row.quiet) for row in happened.rows._rows] == [
        ("5 Mar", "Coach, counts until 4 Apr 2027"),
        ("1 Dec 2026 · Promotion", "Coach, counts no more"),
    ]
    happened.rows.pressed.emit(new)
    assert setup.asked.gone == [("guide", new)]
