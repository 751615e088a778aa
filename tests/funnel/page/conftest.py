from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.calendar.kind import Kind
from app.message import say
from app.personas.persona import Persona
from tests.on_desk import dressed as dressed
from tests.on_desk import shown
from widgets.funnel.page import FunnelPage


@pytest.fixture
def page(store, qtbot) -> Iterator[FunnelPage]:
    """Return the page as large as in a window of 1440 x 900 with the rail."""
    with store.change(say("step.add", title="all")):
        store.of(Kind).save([Kind("live", "Live", "live", "mic", live=True), Kind("other", "Other", key="other")])
        store.of(Persona).save([Persona("new", "Newcomers", "recognition")])
    store.forget_steps()
    with shown(FunnelPage, store, qtbot, width=1400) as page:
        page.map.setFocus()
        yield page
