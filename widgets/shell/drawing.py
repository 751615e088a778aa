"""What commands draw: paper and pictures, without a display and with no Qt before it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.calendar.plan import Plan
    from app.commands.tools import PaperWish, PictureWish, Words
    from app.exchange.persona_markdown.content import PersonaContent
    from app.funnel.funnel_map import FunnelMap
    from app.funnel.results import Result
    from app.guide.handover.wish import Form, Wish
    from app.guide.snapshot import Guide
    from app.message import Message
    from app.purpose.board_wish import BoardWish
    from widgets.printing.manuscript import Manuscript
    from widgets.printing.options import PaperOptions
    from widgets.shell.screenshots import MakePlaybooks


class Drawing:
    """Keeps the promise of `app.commands.tools.Draws`; `make` opens playbooks: (their data, their clock)."""

    def __init__(self, make: MakePlaybooks, version: str) -> None:
        self._make, self._version = make, version

    def pdf(self, plan: Plan, wish: PaperWish, path: Path) -> int:
        """Write a PDF; return how many pages it has."""
        from widgets.printing.pdf import write_pdf

        return write_pdf(_unheard, *_set(plan, wish), path)

    def png(self, plan: Plan, wish: PaperWish, path: Path) -> None:
        """Write the first page as a picture."""
        from widgets.printing.picture import write_png

        write_png(_unheard, *_set(plan, wish), path)

    def map(
        self, form: str, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date, language: str
    ) -> bytes:
        """Return the map of the funnel as png, svg or pdf."""
        from widgets.funnel.picture import MapWish, draw_map

        return draw_map(_unheard, MapWish(form, funnel, results, today, language))

    def personas(
        self, form: str, contents: tuple[PersonaContent, ...], community: str, today: date, language: str, size: str
    ) -> bytes:
        """Return personas as pdf or markdown."""
        from app.exchange.persona_markdown.writing import write_personas
        from widgets.common.paper.size import Paper
        from widgets.common.words import speaking
        from widgets.personas.paper import PersonaPaper, drawn
        from widgets.personas.wording import wording

        if form == "pdf":
            return drawn(_unheard, PersonaPaper(contents, community, today, language, Paper(size)))
        with speaking(language):
            return write_personas(contents, wording())

    def guide(self, guide: Guide, wish: Wish, form: Form, size: str) -> bytes:
        """Return the moderation guide as a file."""
        from widgets.guide.handover.writing import made, spoken

        return made(_unheard, spoken(guide, wish), form, wish.today, size)

    def board(self, wish: BoardWish) -> bytes:
        """Return a board as a file to look at."""
        from widgets.purpose.paper import draw_board

        return draw_board(_unheard, wish)

    def picture(self, data: bytes, name: str) -> bytes:
        """Return a picture of somebody else's encoded anew; ImportRejected when it is none, or too large."""
        from widgets.common.pictures import encoded, from_bytes

        return encoded(from_bytes(data, name))

    def screenshots(self, playbook: Path, wish: PictureWish, folder: Path, told: Callable[[str], None]) -> None:
        """Take a picture of every page, palette and dialog into a folder; `told` gets the name of each."""
        from widgets.shell.screenshots import take

        for name in take(playbook, self._make, self._version, wish, folder):
            told(name)

    def words_in(self, language: str) -> Words:
        """Return what finds words for documents: days and numbers are written the way of the language."""
        from widgets.common.words import speaking, words

        def spoken(message: Message) -> str:
            with speaking(language):
                return words(message)

        return spoken

    def zone(self) -> str:
        """Return the IANA name of the zone of this computer."""
        from PySide6.QtCore import QTimeZone

        return cast("bytes", QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def _set(plan: Plan, wish: PaperWish) -> tuple[Manuscript, PaperOptions]:
    from widgets.common.paper.size import Paper
    from widgets.printing.manuscript import gather
    from widgets.printing.options import PaperOptions, Part

    options = PaperOptions(
        first=wish.first,
        last=wish.last,
        parts=tuple(Part(part) for part in wish.parts),
        paper=Paper(wish.size, wish.landscape),
        language=wish.language,
        terms=wish.terms,
        public=wish.members,
        hours=not wish.members,
        names=not wish.members,
    )
    return gather(plan, options), options


def _unheard(done: int, of: int, what: str) -> None:
    """Take a report that nobody waits for."""
