"""No look at everything while somebody works."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt

from widgets.shell.garbage import GarbageHours


@pytest.fixture
def hours(qapp):
    before = gc.get_threshold()
    hours = GarbageHours(qapp)
    yield hours
    hours.setParent(None)
    qapp.applicationStateChanged.disconnect(hours._on_state_changed)
    gc.unfreeze()
    gc.set_threshold(*before)


class Knot:
    """Holds itself, so that only a look at everything finds it."""

    def __init__(self):
        self.itself = self


def tied_and_old():
    knot = Knot()
    gc.collect(1)
    return weakref.ref(knot)


def test_garbage_goes_when_the_person_turns_to_another_program(qapp, hours):
    knot = tied_and_old()

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert knot() is not None

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert knot() is None


def test_garbage_goes_by_and_by(hours):
    knot = tied_and_old()

    hours._clock.timeout.emit()

    assert knot() is None


def test_thousands_of_things_that_stay_are_not_looked_at_again(hours):
    looks = gc.get_stats()[2]["collections"]

    kept = [[number] for number in range(400_000)]

    assert gc.get_stats()[2]["collections"] == looks
    assert len(kept) == 400_000
