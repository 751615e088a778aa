import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.house.source import ROOT
from widgets.calendar.views import AGENDA, MONTH, QUARTER


def inside(page):
    """Which of the page's regions has the focus."""
    focus = QApplication.focusWidget()
    return next(n for n, part in enumerate(page.regions()) if part is focus or part.isAncestorOf(focus))


def test_tab_leads_from_a_view_that_was_made_later_to_what_stands_beside_it(page):
    for name in (QUARTER, MONTH, AGENDA):
        page.open_view(name)
        page.views.current.setFocus()
        while inside(page) == 2:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

        assert inside(page) == 3, name


def test_what_lies_over_the_days_lies_over_every_view(page):
    for name in (MONTH, AGENDA):
        page.open_view(name)
        page.finder.open()

        bar = page.finder.bar
        assert bar.isAncestorOf(page.childAt(bar.geometry().center())), name


def test_a_start_imports_only_what_the_first_view_shows():
    look = "import sys, widgets.calendar.page, storage.playbooks; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)

    later = {"agenda.view", "canvas.month_view", "inspector.edits", "scope_question", "small_questions"}
    there = set(done.stdout.split())
    assert there.isdisjoint(f"widgets.calendar.{name}" for name in later)
    assert there.isdisjoint({"app.calendar.moving", "app.purpose.board", "hashlib", "sqlalchemy", "storage.backups"})
