"""Documents as one HTML file that needs nothing beside it: no script, style or address of somebody else gets in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any, Final

from app.text.document import (
    Document,
    Heading,
    Listing,
    Pairs,
    Part,
    Prose,
    Question,
    Ready,
    Table,
    Week,
    hours_said,
    on_one_line,
)
from app.text.light_markdown import Block, Span, blocks_of

SLOTS: Final = 48  # parts of a day in the picture of a week


@dataclass(frozen=True, slots=True)
class Labels:
    """What the page says besides its document."""

    search: str
    found: str  # with {n}
    nothing: str
    copy: str
    copied: str
    not_copied: str
    theme: str
    contents: str
    to_text: str


@dataclass(frozen=True, slots=True)
class Dress:
    """Style and script of the page, and what it says."""

    style: str
    script: str
    labels: Labels


def page_of(document: Document, dress: Dress) -> str:
    """Return a document as a page; the only style and script that run in it are those of the dress."""
    policy = (
        f"default-src 'none'; style-src '{_hash(dress.style)}'; script-src '{_hash(dress.script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"{_tag('title', escape(on_one_line(document.title, document.community)))}"
        f"<style>{dress.style}</style>"
    )
    body = _body(document, dress.labels) + f"<script>{dress.script}</script>"
    return f'<!doctype html>\n<html lang="{escape(document.language)}"><head>{head}</head><body>{body}</body></html>\n'


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _tag(name: str, inside: str, /, **marks: str) -> str:
    """Return an element; its marks are escaped here, what is inside has been."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in marks.items())
    return f"<{name}{written}>{inside}</{name}>"


def _all(name: str, texts: Iterable[str], **marks: str) -> str:
    return "".join(_tag(name, escape(text), **marks) for text in texts)


def _body(document: Document, labels: Labels) -> str:
    entries = "".join(_tag("li", _tag("a", escape(it.title), href=f"#{_anchor(it)}")) for it in document.parts)
    field = (
        f'<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="{escape(labels.search)}" '
        f'aria-label="{escape(labels.search)}" aria-describedby="found">'
    )
    found = _tag("p", "", id="found", role="status", data_found=labels.found, data_nothing=labels.nothing)
    switch = _tag("button", escape(labels.theme), id="theme", type="button", aria_pressed="false")
    said = {"data_copied": labels.copied, "data_not": labels.not_copied}
    return (
        _tag("a", escape(labels.to_text), class_="skip", href="#text")
        + _tag("header", _title(document) + _tag("div", field + found + switch, class_="tools"))
        + _tag("nav", _tag("ol", entries), aria_label=labels.contents)
        + _tag("main", "".join(_part(it, document, labels) for it in document.parts), id="text", tabindex="-1")
        + _tag("p", "", id="told", role="status", class_="told", **said)
    )


def _title(document: Document) -> str:
    return (
        _tag("h1", escape(document.title))
        + _tag("p", escape(on_one_line(document.community, document.subtitle)), class_="subtitle")
        + _tag("p", escape(document.made), class_="made")
    )


def _part(part: Part, document: Document, labels: Labels) -> str:
    inside = "".join(WRITERS[type(piece)](piece, labels) for piece in part.pieces)
    head = _tag("h2", escape(part.title), id=f"{_anchor(part)}-name")
    lang = {"lang": part.language} if part.language and part.language != document.language else {}
    return _tag("section", head + inside, id=_anchor(part), aria_labelledby=f"{_anchor(part)}-name", **lang)


def _anchor(part: Part) -> str:
    return "part-" + "".join(sign for sign in part.id if sign.isascii() and sign.isalnum())


def prose(text: str) -> str:
    """Return light Markdown as elements."""
    out: list[str] = []
    items: list[Block] = []
    for block in blocks_of(text):
        if block.mark:
            items.append(block)
            continue
        out.append(_items(items))
        items = []
        out.append(_tag("p", _spans(block.spans)))
    return "".join(out) + _items(items)


def _items(items: list[Block]) -> str:
    if not items:
        return ""
    lines = (
        _tag("li", _spans(it.spans), class_=f"l{it.level}", **({} if it.mark == "•" else {"value": it.mark[:-1]}))
        for it in items
    )
    return _tag("ul" if items[0].mark == "•" else "ol", "".join(lines))


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    words = escape(span.text).replace("\n", "<br>")
    if span.bold:
        return _tag("strong", words)
    if not span.link:
        return words
    shown = span.link.removeprefix("mailto:")
    address = "" if shown in span.text else _tag("span", f" ({escape(shown)})", class_="address")
    return _tag("a", words, href=span.link, rel="noopener noreferrer") + address


def _heading(piece: Heading, _: Labels) -> str:
    return _tag("h3", escape(piece.text))


def _prose(piece: Prose, _: Labels) -> str:
    return _tag("div", prose(piece.text), class_="prose small" if piece.small else "prose")


def _listing(piece: Listing, _: Labels) -> str:
    return _tag("ul", "".join(_tag("li", escape(item), class_="find") for item in piece.items))


def _table(piece: Table, _: Labels) -> str:
    head = _tag("thead", _tag("tr", _all("th", piece.heads, scope="col")))
    bodies = ""
    for group in piece.groups:
        rows = ""
        for number, row in enumerate(group.rows):
            name = "" if number else _tag("th", _cell(group.name), scope="rowgroup", rowspan=str(len(group.rows)))
            rows += _tag("tr", name + "".join(_tag("td", _cell(cell)) for cell in row))
        bodies += _tag("tbody", rows, class_="find")
    return _tag("div", _tag("table", head + bodies), class_="wide")


def _cell(text: str) -> str:
    first, *others = text.split("\n")
    return escape(first) + "".join(_tag("span", escape(line), class_="small line") for line in others)


def _pairs(piece: Pairs, _: Labels) -> str:
    head = _tag("thead", _tag("tr", _all("th", (piece.one, piece.other), scope="col")))
    rows = ""
    for pair in piece.pairs:
        example = _tag("span", escape(pair.example), class_="small line") if pair.example else ""
        rows += _tag("tr", _tag("td", escape(pair.one) + example) + _tag("td", escape(pair.other)), class_="find")
    look = "pairs opposed" if piece.opposed else "pairs"
    return _tag("div", _tag("table", head + _tag("tbody", rows), class_=look), class_="wide")


def _ready(piece: Ready, labels: Labels) -> str:
    note = _tag("p", escape(piece.note), class_="small") if piece.note else ""
    wordings = ""
    for variant in piece.variants:
        name = f"{labels.copy}: {piece.name}, {variant.name}"
        button = _tag("button", escape(labels.copy), type="button", class_="copy", aria_label=name)
        text = _tag("p", escape(variant.text), class_="wording", lang=variant.language)
        wordings += _tag("div", _tag("div", _tag("h4", escape(variant.name)) + button, class_="above") + text)
    return _tag("article", _tag("h3", escape(piece.name)) + note + wordings, class_="reply find")


def _week(piece: Week, _: Labels) -> str:
    legend = "".join(_tag("li", _tag("span", "", class_=f"dot {_family(c)}") + escape(who)) for who, c in piece.legend)
    rows = ""
    for day, stretches in piece.days:
        slots = "".join(
            _tag("i", "", class_=next((_family(s.colour) for s in stretches if s.start < at + 30 and at < s.end), ""))
            for at in range(0, 1440, 1440 // SLOTS)
        )
        bar = _tag("td", _tag("div", slots, class_="day"), aria_hidden="true")
        rows += _tag(
            "tr",
            _tag("th", escape(day), scope="row") + bar + _tag("td", escape(hours_said(stretches, piece.nobody))),
            class_="find",
        )
    scale = _tag("div", "".join(_tag("span", f"{hour:02d}") for hour in range(0, 24, 6)), class_="hours")
    above = _tag("thead", _tag("tr", _tag("td", "") + _tag("td", scale) + _tag("td", "")), aria_hidden="true")
    table = _tag("table", above + _tag("tbody", rows), class_="week")
    return _tag("ul", legend, class_="legend") + _tag("div", table, class_="wide")


def _family(colour: str) -> str:
    return f"c-{colour}" if colour.isascii() and colour.isalpha() else ""


def _question(piece: Question, _: Labels) -> str:
    note = _tag("p", escape(piece.note), class_="small") if piece.note else ""
    return _tag("article", _tag("h3", escape(piece.question)) + prose(piece.answer) + note, class_="find")


WRITERS: Final[Mapping[type[Any], Callable[[Any, Labels], str]]] = {
    Heading: _heading,
    Prose: _prose,
    Listing: _listing,
    Table: _table,
    Pairs: _pairs,
    Ready: _ready,
    Week: _week,
    Question: _question,
}
