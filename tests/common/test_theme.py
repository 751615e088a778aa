import pytest
from PySide6.QtGui import QRawFont

from widgets.common.theme import theme


@pytest.mark.parametrize("family", ["", "nobody", "a.b", "../x", "{"])
def test_a_colour_category_that_is_not_ours_is_the_quiet_one(qapp, family):
    assert theme().family(family, "tint") == theme().family("ops", "tint")
    assert theme().color(f"category.{family}.solid") == theme().color("category.ops.solid")


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_letters_come_from_the_fonts_that_travel_with_the_program(qapp, weight):
    theme().apply("light")

    worn = QRawFont.fromFont(theme().font_px(13, weight))

    assert worn.familyName().startswith("Sedyanka Inter")  # a system may have another Inter
    assert worn.weight() == weight
