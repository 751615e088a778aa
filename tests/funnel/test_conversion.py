"""How a conversion stands beside its target."""

from __future__ import annotations

from datetime import date

import pytest

from app.funnel.conversion import Going, conversion
from app.funnel.stage import Stage
from app.purpose.reading import Reading


def measured(target: float | None, *shares: float):
    readings = [Reading(f"r{at}", "stage", "s", date(2027, 3, 1 + at), share) for at, share in enumerate(shares)]
    return conversion(Stage("s", "Activation", target=target, within=14), reversed(readings))


@pytest.mark.parametrize(
    ("target", "shares", "going"),
    [
        (0.45, (0.45,), Going.REACHED),
        (0.30, (0.2, 0.34), Going.REACHED),
        (0.45, (0.41,), Going.NEAR),
        (0.40, (0.33,), Going.BELOW),
        (0.40, (0.9, 0.1), Going.BELOW),
        (0.40, (), Going.UNKNOWN),
        (None, (0.5,), Going.UNKNOWN),
        (0.0, (0.5,), Going.UNKNOWN),
    ],
)
def test_the_newest_reading_counts(target, shares, going):
    assert measured(target, *shares).going is going


def test_what_changed_is_told_from_the_second_reading_on():
    assert measured(0.4).change is None
    assert measured(0.4, 0.3).change is None
    assert measured(0.4, 0.5, 0.3, 0.35).change == pytest.approx(0.05)
    assert measured(0.4, 0.5, 0.3).value == 0.3
