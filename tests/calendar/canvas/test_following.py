"""A view follows the plan event by event, and shows the same as one that begins anew."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calendar.canvas.builders import AMA, QUARTER, TODAY, a_plan, a_series, an_event, change, mar, noon
from widgets.calendar.canvas.grid import lay_grid
from widgets.calendar.canvas.model import CanvasModel
from widgets.calendar.canvas.month_layout import MonthLayout
from widgets.calendar.canvas.quarter_layout import QuarterLayout

MANY = 40
DAYS = st.integers(-3, 95)
ONE = st.one_of(
    st.builds(
        lambda number, day, days, hour: an_event(
            f"e{number}", f"Event {number % 3}", day=mar(1) + timedelta(days=day), days=days, at=hour and noon(hour)
        ),
        st.integers(0, MANY - 1), DAYS, st.integers(1, 9), st.one_of(st.none(), st.integers(8, 18)),
    ),
    st.builds(
        lambda number, day, days: a_series(
            f"e{number}", f"Series {number}", day=mar(1) + timedelta(days=day), days=days
        ),
        st.integers(0, MANY - 1), DAYS, st.integers(1, 3),
    ),
    st.integers(0, MANY - 1).map(lambda number: f"e{number}"),  # which goes
)  # fmt: skip


def a_model(layout, plan):
    model = CanvasModel(layout)
    model.plan, model.quarter, model.today = plan, QUARTER, TODAY
    return model


def look(model, rows=None):
    model.lay(lay_grid(model.layout.rows(QUARTER), 960, model.layout.gutter, 57, model.layout.weekend), rows)


@pytest.mark.parametrize("layout", [QuarterLayout(), MonthLayout()], ids=["90 days", "month"])
@settings(deadline=None)
@given(steps=st.lists(st.lists(ONE, max_size=3), max_size=4))
def test_after_any_changes_it_shows_what_a_new_one_shows(qapp, layout, steps):
    events = [an_event(f"e{number}", day=mar(1) + timedelta(days=number * 2)) for number in range(MANY)]
    plan = a_plan(*events)
    model = a_model(layout, plan)
    look(model, model.gather())
    for step in steps:
        for one in step:
            if isinstance(one, str):
                plan.events.pop(one, None)
            else:
                plan.events[one.id] = one
        plan._forget({one if isinstance(one, str) else one.id for one in step})
        look(model, model.gather())

    anew = a_model(layout, a_plan(*plan.events.values()))
    look(anew, anew.gather())

    assert model.faces == anew.faces
    assert model.loads == anew.loads
    assert model.in_order() == anew.in_order()
    for day in range(95):
        assert model.on(mar(1) + timedelta(days=day)) == anew.on(mar(1) + timedelta(days=day))


def test_only_the_weeks_of_what_changed_are_laid_out_again(qapp):
    plan = a_plan(*(an_event(f"e{number}", day=mar(1) + timedelta(days=number)) for number in range(MANY)))
    model = a_model(QuarterLayout(), plan)
    look(model, model.gather())
    before = list(model.faces)

    plan.events["e0"] = an_event("e0", day=mar(9))
    plan._forget({"e0"})
    rows = model.gather()
    look(model, rows)

    assert rows == {0, 1}
    assert all(face is before[row] for row, face in enumerate(model.faces) if row not in rows)


def test_other_colours_lay_out_every_week_and_gather_none(qapp):
    plan = a_plan(*(an_event(f"e{number}") for number in range(MANY)))
    model = a_model(QuarterLayout(), plan)
    model.gather()
    item = model.find(("e0", ""))

    model.colour_by = "stage"

    assert model.gather() is None
    assert model.find(("e0", "")) is item


def test_another_kind_may_change_every_week(qapp):
    plan = a_plan(*(an_event(f"e{number}") for number in range(MANY)))
    model = a_model(QuarterLayout(), plan)
    model.gather()

    plan.kinds = dict(plan.kinds)

    assert model.gather() is None


def test_a_week_painted_in_part_looks_like_one_painted_whole(show, qapp):
    canvas = show(an_event(), an_event("bar", "Challenge", day=mar(9), days=9), a_series(), size=(960, 1200))
    canvas.select([AMA])
    qapp.processEvents()
    for event in (
        an_event(title="Another"), an_event(day=mar(12)), an_event("bar", "Shorter", day=mar(10), days=3),
        a_series(title="Prompt", days=2), a_series(live=30.0), *(an_event(f"more{n}", day=mar(12)) for n in range(9)),
    ):  # fmt: skip
        change(canvas, event)
        qapp.processEvents()
        by_and_by = canvas.screen().grabWindow(canvas.winId()).toImage()

        canvas.repaint_all()

        assert by_and_by == canvas.screen().grabWindow(canvas.winId()).toImage(), event
