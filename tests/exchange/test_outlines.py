"""OPML, maps of Freeplane and Markdown: there and back, what others write, and what is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ImportRejected
from app.exchange import outline as limits
from app.exchange.freemind import read_freemind, write_freemind
from app.exchange.markdown_outline import read_markdown, write_markdown
from app.exchange.opml import read_opml, write_opml
from app.exchange.outline import Outline, OutlineItem, OutlineLine
from app.exchange.outline_file import outline_in
from resources.texts import LANGUAGES, find

BOTH = {"opml": (read_opml, write_opml), "mm": (read_freemind, write_freemind), "md": (read_markdown, write_markdown)}
LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp"), exclude_characters="\ufeff\u0085"),
    max_size=24,
)
lines = LETTERS.map(lambda text: " ".join(text.split()))
texts = st.one_of(
    lines,
    st.sampled_from(["# a", "- b", "1. c", "[x] d", "<b>e</b>", "a\\b", "`f`", "&amp;", "Представя се 🎉", "```"]),
)


@st.composite
def outlines(draw) -> Outline:
    items: list[OutlineItem] = []
    for at in range(draw(st.integers(1, 12))):
        parent = draw(st.integers(-1, at - 1)) if at else -1
        text = draw(texts)
        notes = draw(st.one_of(st.just(""), texts))
        done = draw(st.sampled_from([None, True, False]))
        items.append(OutlineItem(text, parent, notes, done, draw(st.booleans())))
    order = _depth_first(items)
    places = {old: new for new, old in enumerate(order)}
    placed = [items[old] for old in order]
    moved = [OutlineItem(it.text, places.get(it.parent, -1), it.notes, it.done, it.folded) for it in placed]
    return Outline(draw(lines), tuple(moved))


def _depth_first(items) -> list[int]:
    children = limits.depth_first(items)
    order, waiting = [], list(reversed(children[-1]))
    while waiting:
        at = waiting.pop()
        order.append(at)
        waiting.extend(reversed(children[at]))
    return order


def plain(outline: Outline) -> list[tuple]:
    return [(it.text, it.parent, it.notes, it.done) for it in outline.items]


@pytest.mark.parametrize("form", ["opml", "mm"])
@given(outlines())
def test_what_went_out_comes_back(form, outline):
    read, write = BOTH[form]
    again = read(write(outline), "map")

    assert again.items == outline.items
    assert again.title == outline.title
    assert write(again) == write(outline)


@given(outlines())
def test_markdown_brings_texts_notes_and_ticks_back(outline):
    """Headings have no tick, and a text of nothing but blanks is none."""
    top = [
        OutlineItem(it.text or "x", it.parent, it.notes, it.done if it.parent >= 0 else None) for it in outline.items
    ]
    titled = Outline(outline.title or "Map", tuple(top))
    again = read_markdown(write_markdown(titled), "map")

    assert plain(again) == plain(titled)
    assert again.title == titled.title


def test_our_own_things_travel_in_opml_and_maps():
    own = (("role", "channels"), ("icon", "hash"), ("personas", '["Newcomers"]'))
    item = OutlineItem("Forum", notes="One\n\n  Two  <b>", done=False, folded=True, own=own)
    outline = Outline("Kestrel", (item, OutlineItem("below", 0)), (OutlineLine(1, 0, "leads to"),))

    assert read_freemind(write_freemind(outline), "map").items[0].own == own
    assert read_freemind(write_freemind(outline), "map").lines == outline.lines
    assert read_opml(write_opml(outline), "map").items[0].own == own


def test_opml_of_others_is_read_by_all_its_names():
    data = b"""<?xml version="1.0"?><opml version="1.1"><head><title> Their  list </title></head><body>
      <outline text="&lt;b&gt;Bold&lt;/b&gt; text" _note="note one" _status="checked" created="Mon, 1 Mar 2027">
        <outline title="by title" note="note two" checked="false"/>
        <outline text="a feed" type="include" url="http://elsewhere.example/list.opml"/>
      </outline></body></opml>"""
    outline = read_opml(data, "list.opml")

    assert outline.title == "Their list"
    assert plain(outline) == [
        ("Bold text", -1, "note one", True), ("by title", 0, "note two", False), ("a feed", 0, "", None),
    ]  # fmt: skip
    assert b'created="Mon, 1 Mar 2027"' in write_opml(outline)
    assert b'url="http://elsewhere.example/list.opml"' in write_opml(outline)


def test_where_a_feed_is_goes_out_again_and_no_other_namespace_does():
    feed = '<outline text="a" xmlUrl="https://a.example/feed" xmlns="urn:x" e:b="c"/>'
    data = f'<opml><body xmlns:e="urn:e">{feed}</body></opml>'.encode()

    written = write_opml(read_opml(data, "feeds.opml"))

    assert b'xmlUrl="https://a.example/feed"' in written
    assert b"urn:x" not in written
    assert read_opml(written, "f").items == read_opml(write_opml(read_opml(written, "f")), "f").items


def test_maps_of_every_version_are_read():
    data = b"""<map version="freeplane 1.12.1"><node TEXT="Root" ID="r">
      <hook NAME="MapStyle"><map_styles><stylenode LOCALIZED_TEXT="styles.root_node"/></map_styles></hook>
      <node TEXT="plain&#xa;two lines" ID="a" FOLDED="true" COLOR="#ff0000"><icon BUILTIN="button_ok"/>
        <font SIZE="14"/><arrowlink DESTINATION="b" MIDDLE_LABEL="to"/><arrowlink DESTINATION="gone"/></node>
      <node ID="b"><richcontent TYPE="NODE"><html><body><p>rich <b>text</b></p></body></html></richcontent>
        <richcontent TYPE="NOTE"><html><head><style>x{}</style></head>
          <body><p>one</p><p>two</p></body></html></richcontent>
        <richcontent TYPE="DETAILS"><html><body>three</body></html></richcontent></node>
      <node LOCALIZED_TEXT="defaultstyle.root" ID="c"/>
      <node TEXT="&lt;html&gt;&lt;p&gt;old&lt;/p&gt;&lt;/html&gt;" ID="d"/>
    </node></map>"""
    outline = read_freemind(data, "map.mm")

    assert outline.title == "Root"
    assert plain(outline) == [
        ("plain\ntwo lines", -1, "", True), ("rich text", -1, "one\ntwo\nthree", None),
        ("defaultstyle.root", -1, "", None), ("old", -1, "", None),
    ]  # fmt: skip
    assert outline.items[0].folded
    assert outline.lines == (OutlineLine(0, 1, "to"),)
    assert [warning.id for warning in outline.warnings] == ["outline.dangling"]
    again = write_freemind(outline)
    assert b'COLOR="#ff0000"' in again
    assert b'<font SIZE="14"/>' in again
    assert read_freemind(again, "map.mm").items == outline.items


def test_markdown_of_others_is_read():
    data = b"""---
author: somebody
---
# Plan
Words about it.

## First
* one
\t+ [X] deeper
    more about it
* [ ] two
<!-- hidden -->
1. three
```
# no heading
- no item
```
## Second ##
"""
    outline = read_markdown(data, "plan.md")

    assert outline.title == "Plan"
    assert plain(outline) == [
        ("First", -1, "", None), ("one", 0, "", None), ("deeper", 1, "more about it", True), ("two", 0, "", False),
        ("three", 0, "```\n# no heading\n- no item\n```", None), ("Second", -1, "", None),
    ]  # fmt: skip


def nested(form: str, deep: int) -> bytes:
    if form == "opml":
        inner = '<outline text="x">' * deep + "</outline>" * deep
        return f'<opml version="2.0"><head/><body>{inner}</body></opml>'.encode()
    if form == "mm":
        inner = "<node TEXT='x'>" * (deep + 1) + "</node>" * (deep + 1)
        return f"<map>{inner}</map>".encode()
    return "\n".join("  " * level + "- x" for level in range(deep)).encode()


@pytest.mark.parametrize("form", BOTH)
def test_what_is_deeper_than_a_hundred_levels_is_refused(form):
    read = BOTH[form][0]
    assert len(read(nested(form, limits.DEEPEST), "f").items) == limits.DEEPEST
    with pytest.raises(ImportRejected) as refused:
        read(nested(form, limits.DEEPEST + 1), "deep.file")

    assert (refused.value.file, refused.value.why.id) == ("deep.file", "outline.deep")


@pytest.mark.parametrize("form", BOTH)
def test_what_holds_too_many_lines_is_refused(form, monkeypatch):
    monkeypatch.setattr(limits, "ITEMS_MOST", 3)
    read, write = BOTH[form]
    data = write(Outline("", tuple(OutlineItem(str(number)) for number in range(4))))
    with pytest.raises(ImportRejected) as refused:
        read(data, "f")

    assert refused.value.why.id == "outline.many"


@pytest.mark.parametrize("form", BOTH)
def test_what_is_too_large_is_refused(form, monkeypatch):
    monkeypatch.setattr(limits, "OCTETS_MOST", 10)
    with pytest.raises(ImportRejected) as refused:
        BOTH[form][0](b" " * 11, "f")

    assert refused.value.why.id == "outline.large"


@pytest.mark.parametrize("form", BOTH)
def test_a_text_without_end_is_cut_and_told(form):
    read, write = BOTH[form]
    outline = read(write(Outline("", (OutlineItem("x" * (limits.LETTERS_MOST + 5)), OutlineItem("y")))), "f")

    assert len(outline.items[0].text) == limits.LETTERS_MOST
    assert [warning.id for warning in outline.warnings] == ["outline.cut"]


def test_foreign_data_without_end_is_left_out_and_told():
    attributes = f'a{0}="{"x" * limits.FOREIGN_MOST}"'
    outline = read_opml(f'<opml><body><outline text="a" {attributes}/></body></opml>'.encode(), "f")

    assert outline.items[0].foreign == ""
    assert [warning.id for warning in outline.warnings] == ["outline.left_out"]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>
<opml><body><outline text="&lol2;"/></body></opml>"""
OUTSIDE = b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><map><node TEXT="a"/></map>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (BOMB, "outline.xml.doctype"),
        (OUTSIDE, "outline.xml.doctype"),
        (b"<opml><body><outline text='a'></body></opml>", "outline.xml.broken"),
        (b"<opml><head/></opml>", "outline.opml.no_body"),
        (b"<opml><body/></opml>", "outline.empty"),
        (b"<html><body><outline text='a'/></body></html>", "outline.opml.other"),
        (b"<map></map>", "outline.empty"),
        (b"<map><node/></map>", "outline.empty"),
        (b"<?xml version='1.0' encoding='klingon'?><map><node TEXT='a'/></map>", "outline.xml.broken"),
        (b"<opml>" + b"<a>" * 300 + b"</a>" * 300 + b"</opml>", "outline.xml.large"),
        (b"\n\n", "outline.empty"),
    ],
)
def test_what_is_broken_or_hostile_is_refused_with_a_reason(data, why):
    with pytest.raises(ImportRejected) as refused:
        outline_in(data, "bad.file")

    assert refused.value.file == "bad.file"
    assert refused.value.why.id == why
    for language in LANGUAGES:
        assert find(language, why, dict(refused.value.why.values))


def test_the_line_of_what_is_broken_is_named():
    with pytest.raises(ImportRejected) as refused:
        outline_in(b"<opml>\n<body>\n<outline text='a'>\n</body></opml>", "bad.opml")

    assert refused.value.place == "4"


@given(st.binary(max_size=300))
def test_only_a_refusal_leaves_whatever_comes_in(data):
    for head in (b"", b"<map>", b"<opml><body>", b"# a\n"):
        with contextlib.suppress(ImportRejected):
            outline_in(head + data, "f")


@given(
    st.lists(st.sampled_from(["- a", "  - b", "# c", "text", "", "```", "<!--", "-->", "\t* d", "1) e"]), max_size=30)
)
def test_any_markdown_is_read(rows):
    try:
        outline = read_markdown("\n".join(rows).encode(), "f")
    except ImportRejected:
        return
    assert all(-1 <= item.parent < at for at, item in enumerate(outline.items))


def test_foreign_json_of_somebody_else_never_breaks_a_file():
    for foreign in (
        "{",
        "[]",
        '{"opml": 3}',
        '{"mm": [{"a b": "c"}, [["x", {}, [["y"]]], 3]]}',
        '{"opml": {"a b": "c"}}',
    ):
        outline = Outline("t", (OutlineItem("a", foreign=foreign),))
        assert read_opml(write_opml(outline), "f").items[0].text == "a"
        assert read_freemind(write_freemind(outline), "f").items[0].text == "a"
