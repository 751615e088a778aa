import pytest

from widgets.common.theme import theme


@pytest.mark.parametrize("family", ["", "nobody", "a.b", "../x", "{"])
def test_a_colour_category_that_is_not_ours_is_the_quiet_one(qapp, family):
    assert theme().family(family, "tint") == theme().family("ops", "tint")
    assert theme().color(f"category.{family}.solid") == theme().color("category.ops.solid")
