from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from widgets.common.desk import Desk
from widgets.common.theme import theme
from widgets.common.words import set_language
from widgets.playbook.start_button import StartButton
from widgets.playbook.start_card import StartCard
from widgets.playbook.start_page import StartPage
from widgets.shell.offers import offers


@pytest.fixture
def page(qtbot):
    theme().apply("light", 1.0)
    set_language("en")
    page = StartPage(Desk(None, None, None, print, print, print), offers)
    qtbot.addWidget(page)
    page.resize(1232, 872)
    page.show()
    yield page
    set_language("en")


def test_three_communities_are_offered_each_with_its_own_facts(page):
    cards = page.findChildren(StartCard)

    assert len({card.accessibleName() for card in cards}) == 3
    assert len({card.accessibleDescription() for card in cards}) == 3


def test_a_card_is_chosen_by_mouse_and_by_enter(page, qtbot):
    first, second, _ = page.findChildren(StartCard)
    with qtbot.waitSignal(page.template_chosen) as by_mouse:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.template_chosen) as by_key:
        qtbot.keyClick(second, Qt.Key.Key_Return)

    assert by_mouse.args != by_key.args


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Try the sample", "sample_requested"),
        ("Open a playbook", "open_requested"),
        ("Import a calendar", "import_requested"),
        ("Start empty", "empty_requested"),
    ],
)
def test_each_way_in_asks_for_it(page, qtbot, name, asked):
    button = next(button for button in page.findChildren(StartButton) if button.text() == name)

    with qtbot.waitSignal(getattr(page, asked)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_files_opened_before_are_at_hand(page, qtbot):
    page.show_recent([Path("/home/anna/Kestrel & co.sedyanka")])

    button = next(button for button in page.findChildren(QAbstractButton) if "Kestrel" in button.text())
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.text() == "Kestrel && co"  # one & would be a mnemonic
    assert chosen.args == ["/home/anna/Kestrel & co.sedyanka"]


def test_no_text_is_cut_in_either_language(page, qtbot):
    for language in ("en", "bg"):
        set_language(language)
        page.retranslate()
        for button in page.findChildren(StartButton):
            width = button.fontMetrics().horizontalAdvance(button.text())
            assert width < button.width() - 60, button.text()
