"""All by keyboard, also where the letters are Bulgarian."""

from __future__ import annotations

import pytest

from tests.journeys.desk import wait_for

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(("layout", "letter"), [("bg", "Cyrillic_yu"), ("bg(phonetic)", "Cyrillic_ze")])
def test_an_event_moves_by_keys_and_comes_back_under_a_bulgarian_layout(desk, layout, letter):
    desk.launch()
    desk.press("Try the sample")
    desk.press("^AMA with founders", "list item", "regex")

    desk.key("alt+Down")
    desk.find("^AMA with founders, Thu 18 March", "list item", "regex")

    desk.run("setxkbmap", "-layout", layout)
    desk.key(f"ctrl+{letter}")  # where a Latin keyboard has Z
    wait_for(lambda: desk.all("^AMA with founders, Thu 11 March", "list item", "regex"), "the event to be back")
