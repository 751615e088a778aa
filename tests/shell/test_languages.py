"""Everything of the window speaks the other language at once, comes back to the first, and has a name in both."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QMenu, QWidget

from app.errors import KnownError
from app.message import say
from widgets.common.words import language

SAME = re.compile(
    r"Kestrel Circle|AMA with founders|Mila D\.|English|Български|Sedyanka|\.sedyanka|PDF|ICS|CSV|PNG|Markdown"
    r"|Ctrl|Shift|Alt|Enter|Return|Del|Esc|Tab|F\d|Home|End|PgUp|PgDown|Backspace|Space|Ins|\b[A-Z]\b"
    r"|[\d\s.,:;=/·–%+↑↓←→<>×&‘’„“”\"'()…-]"
)


def words_of(widget):
    said = [widget.accessibleName(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    if isinstance(widget, QLineEdit):
        said.append(widget.placeholderText())
    return said


def everything(top):
    """Return what every widget says, by its place in the tree."""
    return [
        (type(widget).__name__, *words_of(widget))
        for widget in [top, *top.findChildren(QWidget)]
        if not widget.isHidden() and not isinstance(widget.window(), QMenu)
    ]


def speak(shell, qtbot, choice):
    shell.program.looks.choose_language(choice)
    qtbot.waitUntil(lambda: language() == choice)
    qtbot.wait(50)


def show_start(shell):
    shell.program.show_start()


def show_message(shell):
    shell.program.desk.fail(KnownError(say("shell.drop.unknown", file="photo.raw"), say("shell.drop.do")))


def show_job(shell):
    shell.window.strip.show_job(say("shell.ready"), 3, 7, 2)


def show_crash(shell):
    shell.program.overlays.show_crash("Sedyanka 0.1.0")


PLACES = {
    "window": lambda shell: shell.rename("AMA with founders"),
    "start": show_start,
    "message": show_message,
    "job": show_job,
    "palette": lambda shell: shell.program.overlays.show_palette("theme"),
    "shortcuts": lambda shell: shell.program.show_shortcuts(),
    "crash": show_crash,
}


def own(shell, place):
    """Return the part of the window that this place is about."""
    if place in {"palette", "shortcuts", "crash"}:
        return shell.window.overlays()[0]
    return {"message": shell.window.messages, "start": shell.window.pages.page}.get(place, shell.window.strip)


@pytest.mark.parametrize("place", PLACES)
def test_every_text_and_name_changes_and_comes_back(sample, qtbot, place):
    PLACES[place](sample)
    qtbot.wait(50)
    part = own(sample, place)
    english = everything(part)

    speak(sample, qtbot, "bg")
    bulgarian = everything(part)
    speak(sample, qtbot, "en")

    assert everything(part) == english
    assert [one for one, other in zip(english, bulgarian, strict=False) if still_english(one, other)] == []


def still_english(one, other):
    """Whether a widget says in Bulgarian what it says in English."""
    return any(a == b and SAME.sub("", a) for a, b in zip(one[1:], other[1:], strict=True))


def test_the_rail_speaks_the_other_language(sample, qtbot):
    before = everything(sample.window.rail)
    speak(sample, qtbot, "bg")

    names = [widget.accessibleName() for widget in sample.window.rail.findChildren(QAbstractButton)]
    assert {"Календар", "Търсене", "Настройки", "Тясна навигация"} <= set(names)
    speak(sample, qtbot, "en")
    assert everything(sample.window.rail) == before


@pytest.mark.parametrize("choice", ["en", "bg"])
@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_focus_has_a_name(sample, qtbot, place, choice):
    speak(sample, qtbot, choice)
    PLACES[place](sample)

    nameless = [
        widget
        for top in (sample.window.rail, sample.window.strip, own(sample, place))
        for widget in top.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView)
        and not widget.isHidden()
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_menus_speak_the_language_of_the_moment(sample, qtbot):
    speak(sample, qtbot, "bg")
    sample.program.show_menu()
    bar = sample.frame.menuBar()

    assert [entry.text() for entry in bar.actions() if entry.isVisible()][:3] == ["Файл", "Редактиране", "Изглед"]
    menu = bar.actions()[0].menu()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "Нов наръчник…"


def test_the_theme_changes_everything_at_once(sample, qtbot):
    before = sample.frame.grab().toImage().pixelColor(4, 4)
    sample.settings.set("theme", "dark")
    dark = sample.frame.grab().toImage().pixelColor(4, 4)
    sample.settings.set("theme", "light")

    assert dark.lightness() < 60 < before.lightness()
    assert sample.frame.grab().toImage().pixelColor(4, 4) == before
