from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QWidget

from widgets.calendar.bars.capacity_editor import CapacityEditor
from widgets.calendar.side.tactic_editor import open_tactic
from widgets.common.words import set_language
from widgets.records.record_editor import KINDS, open_records

VIEWS = ("quarter", "month", "agenda")
QT_OWN = ("qt_",)


def speak(language):
    set_language(language)
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def texts(page) -> list[tuple[str, str, str]]:
    """Everything that a page shows or says."""
    return [
        (
            type(widget).__name__,
            widget.accessibleName(),
            widget.text() if isinstance(widget, QLabel | QPushButton) else "",
        )
        for widget in page.findChildren(QWidget)
        if not widget.objectName().startswith(QT_OWN)
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_another_language_and_back_leaves_every_text_as_it_was(page, view):
    page.open_view(view)
    page.select([("prompt", "2027-03-09")])
    page.open_selection()
    speak("en")
    before = texts(page)

    speak("bg")
    bulgarian = texts(page)
    speak("en")

    assert texts(page) == before
    assert bulgarian != before


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root)
        and not widget.accessibleName()
        and not (isinstance(widget, QPushButton) and widget.text())
        and not widget.objectName().startswith(QT_OWN)
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_control_has_a_name(page, view, language):
    speak(language)
    page.open_view(view)
    page.select([("prompt", "2027-03-09")])
    page.open_selection()
    page.finder.open()

    assert nameless(page) == []
    page.side.close_inspector()
    for tab in (0, 1):
        page.side.panel.show_tab(tab)
        assert nameless(page) == []


def test_every_question_has_names(page):
    open_tactic(page, "t-ama")
    for side in KINDS:
        open_records(page.open_store(), side, page.toolbar)
    editor = CapacityEditor(page.plan, page.quarter)

    assert nameless(page.window()) == []
    assert nameless(editor) == []
    editor.deleteLater()


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit and that do not say so by ..."""
    short = []
    for widget in root.findChildren(QWidget):
        plain = type(widget) in (QLabel, QPushButton) or isinstance(widget, QPushButton)
        if not plain or not widget.isVisible() or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        if not widget.text() or widget.visibleRegion().isEmpty():
            continue
        if widget.width() < widget.sizeHint().width() - 1:
            short.append(f"{type(widget).__name__} {widget.text()!r} {widget.width()} < {widget.sizeHint().width()}")
    return short


@pytest.mark.parametrize("size", [(1232, 872), (1224, 772)])
@pytest.mark.parametrize("view", VIEWS)
def test_no_word_is_cut_off_in_bulgarian(page, view, size):
    speak("bg")
    page.resize(*size)
    page.open_view(view)
    page.select([("prompt", "2027-03-09")])
    page.open_selection()
    QApplication.processEvents()
    assert cut_off(page) == []

    page.side.close_inspector()
    QApplication.processEvents()
    assert cut_off(page) == []
    tabs = page.findChild(QTabBar)
    assert tabs.sizeHint().width() <= tabs.width()


def chain(root: QWidget) -> list[QWidget]:
    stops, widget = [], root.nextInFocusChain()
    while widget is not root and len(stops) < 400:
        takes_tab = root.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.focusProxy() is None and not widget.objectName().startswith(QT_OWN):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def out_of_order(root: QWidget) -> list[str]:
    """Neighbours in the order of Tab of which the later stands before the earlier."""
    found = []
    stops = chain(root)
    for before, after in pairwise(stops):
        one = before.mapTo(root, before.rect().center())
        other = after.mapTo(root, after.rect().center())
        if other.y() < one.y() - 12 or (abs(other.y() - one.y()) <= 12 and other.x() < one.x()):
            found.append(f"{before.accessibleName()} -> {after.accessibleName()}")
    return found


def test_tab_walks_in_the_order_of_reading(page):
    page.select([("prompt", "2027-03-09")])
    page.open_selection()

    assert [out_of_order(part) for part in (page.header, page.toolbar, page.side.inspector)] == [[], [], []]
    page.side.close_inspector()
    for tab in (0, 1):
        page.side.panel.show_tab(tab)
        assert out_of_order(page.side.panel) == []
    regions = [page.header, page.toolbar, page.views, page.side]
    walked = [next(it for it in regions if it is stop or it.isAncestorOf(stop)) for stop in chain(page)]
    assert [region for at, region in enumerate(walked) if at == 0 or walked[at - 1] is not region] == regions
