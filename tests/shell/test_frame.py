import pytest
from PySide6.QtGui import QGuiApplication

from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.frame import Frame


@pytest.fixture
def settings(tmp_path):
    return ComputerSettings(tmp_path / "settings.json")


def room():
    return QGuiApplication.primaryScreen().availableGeometry()


def a_frame(settings, qtbot):
    frame = Frame(settings)
    qtbot.addWidget(frame)
    return frame


@pytest.mark.parametrize(
    "place", [[5000, 5000, 700, 500], [-3000, -10, 700, 500], [0, 0, 90_000, 90_000], [10, 10, 0, 0], [0, 0, -5, -5]]
)
def test_a_window_from_another_screen_comes_back_into_this_one(settings, qtbot, place):
    settings.set("window", place)

    assert room().contains(a_frame(settings, qtbot).geometry())


@pytest.mark.parametrize("junk", [["a", 0, 1, 2], [1, 2], [10**30, 0, 1, 1], [None] * 4])
def test_a_place_that_is_none_is_passed_over(settings, qtbot, junk):
    settings.set("window", junk)

    assert room().contains(a_frame(settings, qtbot).geometry())


def test_it_comes_back_where_it_was(settings, qtbot):
    frame = a_frame(settings, qtbot)
    frame.setMinimumSize(100, 100)
    frame.setGeometry(0, 30, 800, 730)
    frame.show()
    frame.keep_place(settings)

    again = a_frame(settings, qtbot)

    assert (again.x(), again.y(), again.height()) == (0, 30, 730)


def test_maximised_stays_maximised(settings, qtbot):
    frame = a_frame(settings, qtbot)
    frame.showMaximized()
    frame.keep_place(settings)

    again = a_frame(settings, qtbot)
    again.show_at_place(settings)

    assert again.isMaximized()


def test_the_first_time_it_fills_a_screen_that_is_too_small_for_its_design(settings, qtbot):
    frame = a_frame(settings, qtbot)
    frame.show_at_place(settings)

    assert room().width() < 1440  # of the screen that Qt draws without one
    assert frame.isMaximized()


@pytest.mark.parametrize(("theme", "dark"), [("light", False), ("dark", True)])
def test_the_first_paint_has_the_colours_of_the_shell(settings, qtbot, theme, dark):
    settings.set("theme", theme)
    frame = a_frame(settings, qtbot)
    with qtbot.waitSignal(frame.painted):
        frame.show()

    picture = frame.grab().toImage()

    assert (picture.pixelColor(4, 4).lightness() < 128) is dark
    assert picture.pixelColor(4, 4) != picture.pixelColor(frame.width() - 4, 4)


def test_closing_is_asked_first(settings, qtbot):
    frame = a_frame(settings, qtbot)
    frame.show()

    with qtbot.waitSignal(frame.close_requested):
        frame.close()
    assert frame.isVisible()

    frame.close_for_good()
    assert not frame.isVisible()
