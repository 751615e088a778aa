"""Paper is drawn beside a window here; where there is none is a test of its own."""

import pytest


@pytest.fixture(autouse=True)
def _window(qapp):
    """Have the program of a window, before anything asks for fonts."""
