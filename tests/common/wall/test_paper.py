"""What lies on a wall as a file, whatever somebody wrote there."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPointF, QSizeF

from widgets.common.wall.paper import Drawing, svg


@pytest.mark.parametrize("text", ["a\0b", "a\x0b\x1fb", "a\uffffb", "<b>&amp;", "\u202eabc", "Кой 🙂"])
def test_a_drawing_can_be_opened_whatever_letters_it_holds(qapp, text):
    drawing = Drawing(QSizeF(200, 60), lambda painter, _: painter.drawText(QPointF(10, 30), text), text)

    root = ET.fromstring(svg(drawing))

    assert root.tag.endswith("svg")
