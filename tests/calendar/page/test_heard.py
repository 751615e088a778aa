"""What lies over the days is heard by screen readers too."""

from PySide6.QtGui import QAccessible

from app.calendar.filter import EventFilter


def heard(widget) -> set[str]:
    """Return the names that a screen reader finds inside a widget."""
    found, left = set(), [QAccessible.queryAccessibleInterface(widget)]
    while left:
        one = left.pop()
        found.add(one.text(QAccessible.Text.Name))
        left += [child for at in range(one.childCount()) if (child := one.child(at)) is not None]
    return found


def test_the_way_out_of_a_filter_that_hides_everything(page):
    page.set_filter(EventFilter((("status", "skipped"),)))

    assert not page.notice.isHidden()
    assert page.notice.button.text() in heard(page)


def test_the_search_bar(page):
    page.finder.open()

    assert page.finder.bar.back.accessibleName() in heard(page)
