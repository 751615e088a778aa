from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from storage.thinning import kept

NOW = datetime(2027, 3, 10, 10, 40, tzinfo=UTC)


def every(hours, count, begin=NOW):
    """Times of copies, newest first."""
    return [begin - timedelta(hours=hours * number) for number in range(count)]


def thinned(copies):
    return kept(copies, lambda copy: copy)


def test_few_copies_are_all_kept():
    copies = every(1, 20)

    assert thinned(copies) == copies


def test_of_many_copies_the_older_are_fewer():
    found = thinned(copies := every(0.5, 2 * 24 * 500))

    ages = [(NOW - copy) / timedelta(days=1) for copy in found]
    assert found[0] == copies[0]
    assert 24 <= len([age for age in ages if age < 1]) <= 24 + 4
    assert 24 + 5 + 2 + 10 <= len(found) <= 6 + 24 + 7 + 4 + 12
    assert 300 < max(ages) < 370


def test_of_an_hour_the_last_copy_stays():
    copies = every(0.1, 200)

    assert thinned(copies)[:9] == [*copies[:6], copies[7], copies[17], copies[27]]


def test_thinning_again_drops_nothing_more():
    found = thinned(every(0.5, 5000))

    assert thinned(found) == found


def test_a_clock_set_back_throws_nothing_new_away():
    old = every(24, 5)
    new = every(1, 3, begin=NOW - timedelta(days=400))

    assert thinned([*new, *old]) == [*new, *old]


def test_a_clock_set_forward_and_back_keeps_the_newest():
    future = every(1, 30, begin=NOW + timedelta(days=3650))
    new = every(1, 9)

    assert thinned([*new, *future])[:10] == [*new, future[0]]


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=200))
def test_the_newest_always_stays_and_there_are_never_too_many(copies):
    found = thinned(copies)

    assert found[:6] == copies[:6]
    assert len(found) <= 6 + 2 * (24 + 7 + 4 + 12)
    assert thinned(found) == found


def test_a_clock_that_jumps_to_and_fro_pushes_out_no_older_copies():
    old = thinned(every(24, 400))
    now, copies = NOW, old
    for number in range(200):  # another system on the same computer sets the clock, and ours sets it right again
        now += timedelta(hours=9)
        copies = thinned([now - timedelta(days=365) if number % 2 else now, *copies])

    months = {copy.strftime("%Y%m") for copy in old} & {copy.strftime("%Y%m") for copy in copies}
    assert len(months) >= 6
    assert thinned(copies) == copies


def test_a_year_lived_again_by_a_wrong_clock_pushes_out_none_of_the_first():
    year_ago = every(24, 5, begin=NOW - timedelta(days=365))
    again = every(0.01, 12, begin=NOW - timedelta(days=365))

    assert thinned([*again, *year_ago]) == [*again[:6], *year_ago]
