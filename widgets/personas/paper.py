"""Personas on paper: each begins a page, its sections below each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart
from app.personas.section import Shape
from app.text.clean import cleaned
from app.text.light_markdown import blocks_of
from widgets.common.offscreen import drawing
from widgets.common.paper.flow import Strip, flow
from widgets.common.paper.frame import FOOT_LINE, Frame
from widgets.common.paper.pdf import About, painted, with_outline
from widgets.common.paper.sheet import Box, Chapter, Icon, Mark, Rule, Sheet, left, middle, right
from widgets.common.paper.size import Paper
from widgets.common.paper.style import BODY, FOOT, LABEL, MUTED, SMALL, STRONG, Look, ascent, line_height, wrap
from widgets.common.saving import save
from widgets.common.words import day as day_text
from widgets.common.words import speaking, tr
from widgets.personas.wording import caption_of, quoted, wording

HEAD: Final = 112.0  # points of the name of a section
ITALIC: Final = Look(10.5, 400, "text_2", italic=True)
A4: Final = Paper()
QUOTED: Final = Look(9.5, 400, "text", italic=True)
Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PersonaPaper:
    """Personas to be set on paper, gathered as plain data so that another process can do it."""

    contents: tuple[PersonaContent, ...]
    community: str
    day: date  # on which it is written
    language: str = "en"
    paper: Paper = A4

    @property
    def _frame(self) -> Frame:
        return Frame(self.paper, self.community, self.day, self.day)

    def pages(self) -> Iterator[Sheet]:
        """Set page after page, in the language of the paper."""
        with speaking(self.language):
            for content in self.contents:
                yield from list(_pages(content, self._frame))

    def foot(self, number: int, of: int) -> Sequence[Mark]:
        """Return the foot of a page."""
        frame, page = self._frame, f"{number} / {of}" if of else str(number)
        y = self.paper.height - FOOT_LINE
        with speaking(self.language):
            whole = f"{self.community} · {tr('personas.title')} · {day_text(self.day, 'd MMMM yyyy')}"
        foot = left(frame.x, y + 16, whole, FOOT, frame.room - 60)
        return Rule(frame.x, y, frame.x + frame.room, y), foot, right(frame.x + frame.room, y + 16, page, FOOT, 50)

    def about(self) -> About:
        """Return title, author and subject."""
        with speaking(self.language):
            name = self.contents[0].persona.name if len(self.contents) == 1 else tr("personas.title")
            return About(f"{name} · {self.community}", self.community, tr("personas.subtitle"))


def write_paper(report: Report, wish: PersonaPaper, path: str) -> str:
    """Write personas as a PDF; return the name of the file."""
    save(Path(path), drawn(report, wish))
    return Path(path).name


def drawn(report: Report, wish: PersonaPaper) -> bytes:
    """Return personas as a PDF."""
    wish = cleaned(wish)
    with drawing():
        sheets = list(wish.pages())
        return with_outline(painted(wish, sheets, report), sheets, wish.about())


def _pages(content: PersonaContent, frame: Frame) -> Iterator[Sheet]:
    persona = content.persona
    marks, top = frame.heading(persona.name, tr("personas.where"))
    strips: list[Strip] = []
    if persona.summary:
        strips.append(_lines(persona.summary, frame, SMALL))
    if persona.quote:
        strips.append(_lines(quoted(persona.quote), frame, ITALIC))
    for part in content.sections:
        strips += _section(part, frame)
    yield from flow(frame, persona.name, strips, first=(marks, top + 8), chapters=(Chapter(persona.name),))


def _lines(text: str, frame: Frame, look: Look) -> Strip:
    lines = wrap(text, look, frame.room)
    step = line_height(look)

    def marks(x: float, y: float) -> Iterator[Mark]:
        for row, line in enumerate(lines):
            yield left(x, y + row * step + ascent(look), line, look, frame.room)

    return Strip(len(lines) * step + 8, marks)


def _section(part: SectionPart, frame: Frame) -> list[Strip]:
    """Return a section as strips: its name stands beside the first of them."""
    room = frame.room - HEAD
    cards = [_text(one, room) for one in part.cards] if part.section.shape is Shape.TEXT else _cards(part, room)
    if not cards:
        cards = [_Piece([("–", MUTED)])]
    strips = []
    for row, piece in enumerate(cards):
        name = part.section.name if row == 0 else ""
        icon = (part.section.icon or "list") if row == 0 else ""
        strips.append(_strip(piece, name, icon, room, last=row == len(cards) - 1))
    first = strips[0]
    chapter = Chapter(part.section.name, 1)
    strips[0] = Strip(first.height, first.marks, first.keep, first.again, chapter)
    return strips


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that stay together, each with its look."""

    lines: Sequence[tuple[str, Look]]
    boxed: bool = False


def _cards(part: SectionPart, room: float) -> list[_Piece]:
    pieces = []
    for one in part.cards:
        card, caption = one.card, caption_of(one.card, part.section.shape, one.readings)
        text = f"{card.label}: {card.text}" if card.label else card.text
        look = QUOTED if part.section.shape is Shape.QUOTES else BODY
        words = quoted(text) if part.section.shape is Shape.QUOTES else text
        lines = [(line, look) for line in wrap(words, look, room - 16)]
        below = " · ".join(it for it in (caption, _answered(one)) if it)
        lines += [(line, MUTED) for line in wrap(below, MUTED, room - 16)] if below else []
        pieces.append(_Piece(lines, boxed=part.section.shape is not Shape.CHIPS))
    say = wording().served
    pieces += [_Piece([(line, BODY) for line in wrap(say(one), BODY, room)]) for one in part.served]
    return pieces


def _answered(one: CardContent) -> str:
    names = ", ".join(name for _, name in one.answers)
    return tr("personas.answered", names=names) if names else ""


def _text(one: CardContent, room: float) -> _Piece:
    lines: list[tuple[str, Look]] = []
    for block in blocks_of(one.card.text):
        words = "".join(span.text for span in block.spans)
        look = STRONG if block.spans and all(span.bold for span in block.spans) else BODY
        mark = f"{'   ' * block.level}{block.mark} " if block.mark else ""
        lines += [(line, look) for line in wrap(mark + words, look, room)]
    return _Piece(lines)


def _strip(piece: _Piece, name: str, icon: str, room: float, *, last: bool) -> Strip:
    air = 6.0 if piece.boxed else 1.5
    inner = sum(line_height(look) for _, look in piece.lines)
    above = 8.0 if name else 0.0
    height = above + inner + 2 * air + (8.0 if last else 4.0 if piece.boxed else 0.0)

    def marks(x: float, y: float) -> Iterator[Mark]:
        if name:
            yield Rule(x, y, x + HEAD + room, y)
            yield Icon(x, y + above + air + 1, 10, icon, "text_muted")
            first = line_height(piece.lines[0][1]) if piece.lines else 12
            yield left(x + 15, middle(y + above + air, first, LABEL), name, LABEL, HEAD - 20)
        top, edge = y + above, x + HEAD
        if piece.boxed:
            yield Box(edge, top, room, inner + 2 * air, "raised", "border", 4)
        at = top + air
        for words, look in piece.lines:
            yield left(edge + (8 if piece.boxed else 0), middle(at, line_height(look), look), words, look, room - 8)
            at += line_height(look)

    return Strip(height, marks, keep=bool(name) and not last)
