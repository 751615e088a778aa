"""Builds plans and reads the paper they end on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO
from itertools import combinations

from pypdf import PdfReader
from PySide6.QtCore import QRectF

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.calendar.occurrence import Occurrence
from app.calendar.workload import week_loads
from widgets.common.offscreen import drawing
from widgets.common.paper.pdf import painted, with_outline
from widgets.common.paper.sheet import Sheet, Text
from widgets.common.theme import FAMILIES
from widgets.printing.document import Document
from widgets.printing.manuscript import Manuscript, weeks_between
from widgets.printing.options import PaperOptions

MONDAY = date(2027, 3, 1)
LAST = MONDAY + timedelta(days=89)
KINDS = {name: Kind(name, name.title(), name, "star", position=at) for at, name in enumerate(FAMILIES)}
NOBODY = {"forum": "Forum", "mila": "Mila D.", "act": "Activation", "pe": "Busy managers"}


def an_occurrence(title: str = "AMA", day: date = MONDAY, at: time | None = None, **fields) -> Occurrence:
    """One event of the kind "live" on the first Monday, unless said otherwise."""
    event = Event(
        **{"id": title, "title": title, "kind": "live", "day": day, "at": at, "minutes": 45 if at else 0} | fields
    )
    return Occurrence(event, day, at, "")


def a_manuscript(*occurrences: Occurrence, **fields) -> Manuscript:
    """The quarter from the first Monday."""
    ones = tuple(sorted(occurrences, key=lambda one: one.order))
    rows = weeks_between(MONDAY, LAST, 0)
    loads = week_loads(ones, rows, lambda _: 8.0)
    whole = Manuscript("Kestrel Circle", "Mila D.", MONDAY, LAST, rows, ones, KINDS, names=NOBODY, weeks=loads)
    return replace(whole, **fields)


def options(**chosen) -> PaperOptions:
    return PaperOptions(MONDAY, LAST, **chosen)


def sheets(manuscript: Manuscript, chosen: PaperOptions) -> list[Sheet]:
    with drawing():
        return list(Document(manuscript, chosen).pages())


def pdf(manuscript: Manuscript, chosen: PaperOptions) -> PdfReader:
    """The finished file, opened by another program's reader."""
    with drawing():
        document = Document(manuscript, chosen)
        pages = list(document.pages())
        return PdfReader(BytesIO(with_outline(painted(document, pages, lambda *_: None), pages, document.about())))


def words(sheet: Sheet) -> list[str]:
    return [mark.words for mark in sheet.marks if isinstance(mark, Text)]


def collisions(sheet: Sheet) -> list[tuple[str, str]]:
    """Pairs of words that cover each other, and words that leave the page."""
    texts = [mark for mark in sheet.marks if isinstance(mark, Text) and mark.words]
    places = [(text.words, _ink(text.rect())) for text in texts]
    page = QRectF(0, 0, sheet.width, sheet.height)
    outside = [(word, "the page") for word, place in places if not page.contains(place)]
    rows: dict[int, list[tuple[str, QRectF]]] = {}
    for word, place in places:
        for row in range(int(place.top() // 20), int(place.bottom() // 20) + 1):
            rows.setdefault(row, []).append((word, place))
    pairs = {(a[0], b[0]) for near in rows.values() for a, b in combinations(near, 2) if a[1].intersects(b[1])}
    return outside + sorted(pairs)


def _ink(place: QRectF) -> QRectF:
    """Letters fill less than the height that a font claims for every script on earth."""
    return place.adjusted(0.2, place.height() * 0.2, -0.2, -place.height() * 0.12)
