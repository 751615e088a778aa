from __future__ import annotations

from collections.abc import Callable

import pytest

from app.calendar.event import Event
from app.calendar.quarter import Quarter
from tests.calendar.canvas.builders import START, TODAY, a_plan
from tests.on_desk import dressed as dressed
from widgets.calendar.canvas.month_view import MonthView
from widgets.calendar.canvas.painted import PaintedCanvas
from widgets.calendar.canvas.quarter_view import QuarterView

Show = Callable[..., PaintedCanvas]


@pytest.fixture
def show(qtbot) -> Show:
    """Return what shows a canvas as large as in a window of 1440 x 900."""

    def show(*events: Event, view: type[PaintedCanvas] = QuarterView, **chosen) -> PaintedCanvas:
        size = chosen.pop("size", (960, 775))
        shown, by = chosen.pop("shown", None), chosen.pop("colour_by", "kind")
        start = chosen.pop("start", START)
        canvas = view()
        qtbot.addWidget(canvas)
        canvas.resize(*size)
        plan = a_plan(*events, **chosen)
        canvas.show_plan(plan, Quarter(start, plan.playbook.first_weekday), shown, TODAY, by)
        canvas.show()
        canvas.activateWindow()
        qtbot.waitUntil(canvas.isActiveWindow)
        canvas.setFocus()
        return canvas

    return show


@pytest.fixture
def show_month(show) -> Show:
    """Return what shows the month as large as beside the inspector."""

    def show_month(*events: Event, **chosen) -> PaintedCanvas:
        canvas = show(*events, view=MonthView, **{"size": (912, 775)} | chosen)
        canvas.show_month(START)
        return canvas

    return show_month
