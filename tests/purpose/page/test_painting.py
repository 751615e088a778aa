"""What is painted: pieces that are kept never show what was; space and ways find what is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from app.purpose import adding, arranging, connecting, editing
from app.purpose.board import Category, Course, NoteKind
from app.purpose.box import Box
from app.purpose.kpi import Kpi
from app.purpose.kpi_state import KpiState, Standing
from app.purpose.wall import Wall
from tests.purpose.rules.builders import a_frame, a_line, a_note
from widgets.common.theme import theme
from widgets.purpose.canvas.board_view import BoardView
from widgets.purpose.canvas.layers import REST
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.cards import card_face
from widgets.purpose.painting.lines import LINE, broken, height_of, set_lines
from widgets.purpose.painting.picture import BoardPicture
from widgets.purpose.painting.space import Space
from widgets.purpose.painting.wires import distance

PLACE = st.integers(-4000, 4000)
BOXES = st.builds(Box, PLACE, PLACE, st.integers(1, 3000), st.integers(1, 900))


@given(st.lists(BOXES, max_size=20), BOXES)
def test_space_finds_just_what_meets_a_part(boxes, part):
    space = Space()
    for at, box in enumerate(boxes):
        space.put(str(at), Box(0, 0, 1, 1))
        space.put(str(at), box)
    grown = part.grown(0.001)

    found = set(space.within(part))

    assert {str(at) for at, box in enumerate(boxes) if box.meets(part)} <= found
    assert found <= {str(at) for at, box in enumerate(boxes) if box.grown(0.001).meets(grown)}
    space.drop("0")
    assert "0" not in set(space.within(part))
    filled = Space(2048)
    filled.put("before", part)
    filled.fill((str(at), box) for at, box in enumerate(boxes))
    assert set(filled.within(part)) == found


def painted(view) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def fresh(hands, qtbot) -> QImage:
    """Return what a board that was just opened would show at the same place."""
    page = hands.page
    wall = Wall.read(hands.store, page.wall.board.id)
    view = BoardView(BoardPicture(wall, page.around, lambda _: None, lambda: page.today))
    view.resize(hands.canvas.size())
    view.show()
    view.set_zoom(hands.canvas.zoom())
    view.horizontalScrollBar().setValue(hands.canvas.horizontalScrollBar().value())
    view.verticalScrollBar().setValue(hands.canvas.verticalScrollBar().value())
    view.select(hands.selection)
    qtbot.wait(REST + 50)  # after zooming everything is sharp only then
    seen = painted(view)
    view.close()
    view.deleteLater()
    return seen


def something(hands, chance: Random) -> None:
    """Do something that a person can do, chosen by chance."""
    store, notes = hands.store, list(hands.page.wall.notes)
    lines = list(hands.page.wall.connectors)
    one, other = chance.choice(notes), chance.choice(notes)
    x, y = chance.randint(0, 700), chance.randint(0, 500)
    doings = [
        lambda: arranging.move(store, [one], chance.randint(-200, 200), chance.randint(-200, 200)),
        lambda: arranging.resize(store, {one: Box(x, y, chance.randint(60, 300), chance.randint(40, 200))}),
        lambda: editing.edit_notes(store, [one], category=chance.choice(list(Category))),
        lambda: editing.type_text(store, one, f"Text {chance.random():.3f}"),
        lambda: adding.add_note(store, adding.at(NoteKind.NOTE, "b", x, y, text="New")),
        lambda: connecting.connect(store, one, other),
        lambda: editing.delete(store, [one]) if len(notes) > 4 else None,
        lambda: connecting.edit_connectors(store, lines[:1], course=chance.choice(list(Course))),
        lambda: connecting.label(store, lines[0], "leads to") if lines else None,
        lambda: store.undo() if store.next_undo().id.startswith("purpose") else None,
        store.redo,
        lambda: hands.canvas.pan(chance.randint(-300, 300), chance.randint(-200, 200)),
        lambda: hands.canvas.select(Selection((one,))),
    ]
    chance.choice(doings)()


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_painted_is_what_would_be_painted_now(hands, qtbot, seed):
    hands.fill(
        a_frame(), a_note("a", 40, 60), a_note("c", 500, 40), a_note("d", 520, 300), a_line("a", "c"), a_line("a", "d")
    )
    chance = Random(seed)
    for _ in range(25):
        something(hands, chance)
        painted(hands.canvas)  # what is stale now must not be shown by the next

    assert painted(hands.canvas) == fresh(hands, qtbot)


def test_while_something_is_held_it_is_shown_there_and_nowhere_else(hands):
    hands.fill(a_note("a"), a_note("c", 400), a_line("a", "c"))
    before = painted(hands.canvas)
    hands.press(80, 45)
    hands.move(80, 345)
    held = painted(hands.canvas)
    old, new = hands.at(85, 53).toPoint(), hands.at(85, 353).toPoint()
    assert held.pixelColor(old) == theme().color("bg")
    assert held.pixelColor(new) == before.pixelColor(old)
    hands.canvas.cancel_gesture()
    hands.release(80, 345)


def test_the_same_board_is_painted_on_any_painter(hands, tmp_path):
    from PySide6.QtGui import QPdfWriter
    from PySide6.QtSvg import QSvgGenerator

    hands.fill(
        a_frame(), a_note("a", 40, 60, text="Споделя шаблон 🎉"), a_note("c", 500), a_line("a", "c", label="води")
    )
    svg = QSvgGenerator()
    svg.setFileName(str(tmp_path / "board.svg"))
    svg.setSize(QSize(800, 400))
    pdf = QPdfWriter(str(tmp_path / "board.pdf"))
    for device in (svg, pdf):
        painter = QPainter(device)
        hands.canvas.picture.paint(painter, QRectF(0, 0, 800, 400), 1.0)
        painter.end()
    text = (tmp_path / "board.svg").read_text(encoding="utf-8")
    assert "Споделя" in text
    assert (tmp_path / "board.pdf").stat().st_size > 2_000


def test_a_connector_is_found_where_it_runs(hands):
    hands.fill(a_note("a"), a_note("c", 400, 300), a_line("a", "c"))
    wire = hands.canvas.picture.wire("a-c")
    x, y = wire.middle.x(), wire.middle.y()
    assert distance(wire.trace, x, y) < 2
    assert hands.canvas.picture.connector_at(x, y, 6).id == "a-c"
    assert hands.canvas.picture.connector_at(x + 60, y - 60, 6) is None


def test_tips_that_share_a_side_stand_apart(hands):
    hands.fill(a_note("a"), a_note("d", 0, 300), a_note("c", 500, 150), a_line("a", "c"), a_line("d", "c"))
    one, other = (hands.canvas.picture.wire(key).tip.y() for key in ("a-c", "d-c"))
    assert other - one == 22


def test_texts_are_broken_within_their_width_and_shortened_where_room_ends(qapp):
    font = theme().font("small")
    lines = broken("Мениджърите нямат време да четат дълги нишки – искат готов отговор 🎉", font, 120)
    assert len(lines) > 2
    assert "".join(lines).replace(" ", "").endswith("отговор🎉")
    assert broken("x" * 200, font, 100)[0] != "x" * 200
    kept = set_lines([(line, font) for line in lines], 0, 0, 120, 34)
    assert len(kept) == 2
    assert kept[-1].text.text().endswith("…")
    assert height_of("One\ntwo", 200) == 32


@pytest.mark.parametrize(("width", "days"), [(300, 1), (150, 0)])
def test_a_card_too_narrow_for_both_says_the_state_and_not_the_day(hands, width, days):
    kpi = Kpi("k", "Templates", target=25.0, due=date(2027, 4, 30))
    face = card_face(a_note(width=width, kind=NoteKind.METRIC), kpi, Standing(KpiState.AT_RISK, 16.0, 0.6))

    assert [line.text.text() for line in face.state_line] == ["At risk"]
    assert len(face.quiet) == 1 + days


LONG = "Managers have no time for long threads – they want a ready answer\nMila said so twice"


@pytest.mark.parametrize("scale", [1.3, 1.5])
def test_what_is_written_on_a_board_follows_its_zoom_and_not_the_text_size_of_the_interface(hands, scale):
    note, card = a_note("a", text=LONG, height=120), a_note("m", 0, 300, kind=NoteKind.METRIC, text="Answers")
    hands.fill(note, card, a_frame("f", 400))
    faces = hands.canvas.picture.faces
    before = [[(line.text.text(), line.font.pixelSize()) for line in faces.of(it).lines] for it in (note, card)]
    hands.select("a")
    hands.key(Qt.Key.Key_F2)
    typed = hands.editor.font().pointSizeF()
    hands.key(Qt.Key.Key_Escape)

    theme().apply("light", scale)
    hands.select("a")
    hands.key(Qt.Key.Key_F2)

    assert [[(line.text.text(), line.font.pixelSize()) for line in faces.of(it).lines] for it in (note, card)] == before
    assert hands.editor.font().pointSizeF() == typed
    hands.key(Qt.Key.Key_Escape)
    assert hands.note("a").height == 120


def shown_lines(face):
    return [
        QRectF(line.x, line.y, QFontMetricsF(line.font).horizontalAdvance(line.text.text()), LINE)
        for line in face.lines
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("WШi ."), min_size=1, max_size=120), st.integers(60, 260), st.integers(30, 140))
def test_the_sign_of_what_is_locked_lies_over_no_letter_and_hides_no_line(hands, text, width, height):
    faces = hands.canvas.picture.faces
    note = a_note("a", text=text, width=width, height=height)
    free = faces.made(note)
    face = faces.made(replace(note, locked=True))

    (sign,) = face.signs
    assert not any(sign.rect.intersects(line) for line in shown_lines(face))
    assert (
        "".join(line.text.text() for line in face.lines)
        .replace(" ", "")
        .endswith("".join(line.text.text() for line in free.lines).replace(" ", "")[-1:])
    )


def test_a_locked_frame_and_a_locked_card_keep_their_titles_free(hands):
    faces = hands.canvas.picture.faces
    for kind in (NoteKind.FRAME, NoteKind.METRIC):
        face = faces.made(a_note("a", text="W" * 60, kind=kind, locked=True))
        lock = next(sign for sign in face.signs if sign.icon == "lock")
        assert not any(lock.rect.intersects(line) for line in shown_lines(face))
