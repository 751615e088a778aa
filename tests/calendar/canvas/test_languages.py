"""The same page in both languages and themes, switched while it is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.calendar.canvas.builders import AMA, a_series, an_event, mar, middle, on_day, take
from widgets.calendar.canvas.drag_copy import DragCopy
from widgets.calendar.canvas.plus_n_popover import PlusNPopover
from widgets.common.theme import theme
from widgets.common.words import set_language


def words(canvas) -> list[str]:
    faces = canvas.model.faces
    chips = [chip.look for face in faces for chip in face.chips]
    return [
        *(face.name for face in faces), *(day.text for face in faces for day in face.days),
        *(look.part for look in chips), *(look.below for look in chips), *(look.trail for look in chips),
        canvas.model.layout.gutter_title(), canvas.accessibleName(), canvas.accessibleDescription(),
    ]  # fmt: skip


@pytest.mark.parametrize("which", ["show", "show_month"])
def test_switched_to_bulgarian_and_back_every_word_follows(which, request, qtbot):
    show = request.getfixturevalue(which)
    canvas = show(an_event(), a_series(channel="forum"), an_event("swap", "Swap", day=mar(18), days=7))
    english = words(canvas)

    set_language("bg")
    qtbot.waitUntil(lambda: canvas.model.faces[0].name == "С9")
    bulgarian = words(canvas)
    set_language("en")
    qtbot.waitUntil(lambda: words(canvas) == english)

    assert "С9" in bulgarian
    assert "1 апр" in bulgarian
    assert not [word for word in bulgarian if word.startswith("W")]


def test_a_drag_speaks_bulgarian(show):
    canvas = show(an_event())
    set_language("bg")
    take(canvas, middle(canvas, AMA))

    QTest.mouseMove(canvas, on_day(canvas, mar(18)))

    assert canvas.window().findChild(DragCopy)._words == "чт, 18 март · седмица 11: 0,0 → 2,5 / 8 ч"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_a_list_of_a_day_speaks_bulgarian(show):
    canvas = show(*(an_event(f"e{n}", f"e{n}") for n in range(4)))
    set_language("bg")

    canvas.open_list(mar(11))
    content = canvas.window().findChild(PlusNPopover)

    assert content._sum.text() == "4 събития · 10,0 ч"
    assert content.open_day.text() == "Към деня"


def test_another_theme_repaints_everything(show):
    canvas = show(an_event())
    light = canvas.grab().toImage()

    theme().apply("dark")

    dark = canvas.grab().toImage()
    assert dark.pixelColor(middle(canvas, AMA)) != light.pixelColor(middle(canvas, AMA))
    assert dark.pixelColor(5, 300).name() == theme().color("bg").name()
