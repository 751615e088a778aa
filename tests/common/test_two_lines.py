"""A name that wraps once: whole where two lines are enough, with a tooltip where they are not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from widgets.common.two_lines import MOST, TwoLines


def label(text, qtbot):
    it = TwoLines(text)
    qtbot.addWidget(it)
    return it


def test_two_words_stand_whole_where_one_line_is_too_short(qtbot):
    it = label("Curious newcomers", qtbot)
    wide = it.fontMetrics().horizontalAdvance("newcomers") + 4
    it.resize(wide, it.heightForWidth(wide))

    assert it.lines(wide) == ["Curious", "newcomers"]
    assert it.heightForWidth(wide) == 2 * it.heightForWidth(10_000)
    assert it.toolTip() == ""


def test_what_is_cut_is_said_by_the_tooltip_letter_by_letter(qtbot):
    it = label("<b>Curious</b> newcomers of the third floor " * 4, qtbot)
    it.resize(90, 40)
    it.grab()  # a label that is not shown hears of no size

    assert it.lines(90)[-1].endswith("…")
    assert "&lt;b&gt;Curious" in it.toolTip()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(max_size=80), width=st.integers(0, 400))
def test_whatever_the_text_is_there_are_two_lines_at_most(qtbot, text, width):
    it = TwoLines(text)

    assert len(it.lines(width)) <= MOST
    it.deleteLater()
