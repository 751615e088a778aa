import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from widgets.common.dots import dot
from widgets.common.icons import icon, pixmap, put_icon
from widgets.common.theme import theme


def picture(qapp, name):
    theme().apply("light")
    return pixmap(name, theme().color("text"), 16).toImage()


@pytest.mark.parametrize("name", ["no-such-icon", "../fonts/Inter-Regular", "", "calendar.svg"])
def test_a_name_that_is_no_icon_is_shown_as_a_circle(qapp, name):
    assert picture(qapp, name) == picture(qapp, "circle")
    assert picture(qapp, "calendar") != picture(qapp, "circle")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_of_a_button_has_a_dot_for_each_of_the_screen(qapp, scale):
    theme().apply("light")
    made = icon("calendar").pixmap(QSize(16, 16), scale, QIcon.Mode.Normal, QIcon.State.Off)

    assert made.size() == QSize(16, 16) * scale
    assert made.toImage() == pixmap("calendar", theme().color("text_2"), 16, scale).toImage()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_air_behind_an_icon_does_not_change_it(qapp, scale):
    theme().apply("light")
    button = QPushButton("Export")

    put_icon(button, icon("calendar"))

    wide = button.icon().pixmap(button.iconSize(), scale, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    alone = pixmap("calendar", theme().color("text_2"), 16, scale).toImage()
    assert wide.width() > wide.height() == alone.height()
    assert wide.copy(alone.rect()) == alone


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_dot_is_8_px_on_every_screen(qapp, scale):
    theme().apply("light")
    picture = dot("accent").pixmap(QSize(16, 16), scale, QIcon.Mode.Normal, QIcon.State.Off).toImage()

    middle = picture.height() // 2
    painted = [x for x in range(picture.width()) if picture.pixelColor(x, middle).alpha() > 128]
    assert len(painted) == 8 * scale
