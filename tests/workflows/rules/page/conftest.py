import pytest

from tests.on_desk import dressed, shown
from widgets.workflows.page import WorkflowsPage

__all__ = ["dressed"]


@pytest.fixture
def page(store, qtbot):
    """Return the page as it stands in a window of 1440 x 900."""
    with shown(WorkflowsPage, store, qtbot) as page:
        yield page
