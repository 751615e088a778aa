import pytest

from widgets.common.icons import pixmap
from widgets.common.theme import theme


def picture(qapp, name):
    theme().apply("light")
    return pixmap(name, theme().color("text"), 16).toImage()


@pytest.mark.parametrize("name", ["no-such-icon", "../fonts/Inter-Regular", "", "calendar.svg"])
def test_a_name_that_is_no_icon_is_shown_as_a_circle(qapp, name):
    assert picture(qapp, name) == picture(qapp, "circle")
    assert picture(qapp, "calendar") != picture(qapp, "circle")
