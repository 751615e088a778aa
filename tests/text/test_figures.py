from hypothesis import given
from hypothesis import strategies as st

from app.text.figures import BETWEEN, grouped


def test_thousands_stand_apart_in_the_way_of_the_language():
    assert (grouped(1234, "en"), grouped(1234, "bg")) == ("1,234", "1\u00a0234")
    assert (grouped(999, "en"), grouped(-12_345_678, "en")) == ("999", "-12,345,678")


@given(st.integers(), st.sampled_from(sorted(BETWEEN)))
def test_without_what_stands_between_the_number_is_the_same(value, language):
    assert int(grouped(value, language).replace(BETWEEN[language], "")) == value
