"""A document says the same as Markdown and as a page, and nothing that was pasted into it comes to life."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.text.clean import LONGEST, clean, cleaned
from app.text.document import (
    Document,
    Group,
    Heading,
    Listing,
    Pair,
    Pairs,
    Part,
    Prose,
    Question,
    Ready,
    Stretch,
    Table,
    Variant,
    Week,
    hours_said,
)
from app.text.markdown import markdown_of
from app.text.page import Dress, Labels, page_of

LABELS = Labels("Search", "{n}", "Nothing", "Copy", "Copied", "Not", "Dark", "Contents", "Skip")
ATTACKS = [
    "<script>fetch('https://evil.example')</script>",
    "<img src=x onerror=alert(1)>",
    "![pixel](https://evil.example/p.png)",
    "![secret](file:///etc/passwd)",
    "[press](javascript:alert(1)) [too](data:text/html,x)",
    "<style>@import url(https://evil.example/x.css)</style>",
    "</style></script><iframe src=https://evil.example>",
    '" onmouseover="alert(1)',
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "# heading\n\n> quote\n\n```\ncode\n```\n\n| a | b |\n| - | - |\n\n***",
    "[ref]: https://evil.example\n\n[ref]",
    "<https://evil.example> `code` ~~gone~~ _it_ __bold__",
    "{{7*7}} ${7*7} $math$",
    "1. one\n   <b>two</b>\n+ plus\n= = =\n---",
    '[a](https://evil.example/"onclick=alert(1))',
]


def everywhere(text: str) -> Document:
    """A document with one text at every place that takes one."""
    pieces = (
        Heading(text),
        Prose(text),
        Listing((text,)),
        Table((text, text), (Group(text, ((text,),)),), (1, 1)),
        Pairs(text, text, (Pair(text, text, text),)),
        Ready(text, text, (Variant(text, "en", text),)),
        Week(((text, (Stretch(0, 60, text, "live"),)), (text, ())), ((text, "live"),), text),
        Question(text, text, text),
    )
    return cleaned(Document(text, text, text, text, text, text, "en", "en", (Part("p", text, pieces),)))


class Tags(HTMLParser):
    """Every element of a page, and every address in it."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.marks: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.marks |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


PLAIN = tags(page_of(everywhere("plain"), Dress("", "", LABELS)))
LISTS = {"ul", "ol", "li", "p", "br", "strong", "a", "span"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_comes_to_life_on_a_page(attack):
    found = tags(page_of(everywhere(attack), Dress("", "", LABELS)))

    assert found.names - LISTS == PLAIN.names - LISTS
    assert found.marks - {"value", "rel", "href", "class"} <= PLAIN.marks
    assert all(it.startswith(("#", "https://", "http://", "mailto:")) for it in found.addresses)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_comes_to_life_in_markdown(attack):
    rendered = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .enable("strikethrough")
        .render(markdown_of(everywhere(attack)))
    )
    found = tags(rendered)

    assert found.names <= {
        "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "br", "a",
        "blockquote",
    }  # fmt: skip
    assert all(it.startswith(("https://", "http://", "mailto:")) for it in found.addresses)


@given(st.text(max_size=200))
def test_any_text_says_the_same_in_markdown(text):
    document = everywhere(text)
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown_of(document))

    assert tags(rendered).names <= {
        "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "br", "a",
        "blockquote",
    }  # fmt: skip
    assert "evil" not in rendered


@given(st.text(max_size=200))
def test_any_text_stays_text_on_a_page(text):
    found = tags(page_of(everywhere(text), Dress("", "", LABELS)))

    assert found.names - LISTS == PLAIN.names - LISTS


def test_links_are_shown_with_where_they_lead():
    page = page_of(everywhere("see [the rules](https://kestrel.example/r?a=1&b=2)"), Dress("", "", LABELS))

    link = '<a href="https://kestrel.example/r?a=1&amp;b=2" rel="noopener noreferrer">the rules</a>'
    assert f'{link}<span class="address"> (https://kestrel.example/r?a=1&amp;b=2)</span>' in page


def test_the_policy_allows_the_own_style_and_script_and_nothing_else():
    page = page_of(everywhere("x"), Dress("a{}", "b()", LABELS))

    assert "default-src 'none'; style-src 'sha256-" in page.replace("&#x27;", "'")
    assert page.count("<script>") == page.count("<style>") == 1


@given(st.text(max_size=100))
def test_clean_text_stays_clean_and_can_be_written(text):
    once = clean(text + "\ud800\u202e\r\n")

    assert clean(once) == once
    assert once.encode().decode() == once


def test_huge_texts_are_cut():
    assert len(clean("я" * 3_000_000)) == LONGEST + 1


def test_hours_are_said_once_for_each_who_is_there():
    on = (Stretch(540, 720, "Mila", ""), Stretch(720, 780, "Petya", ""), Stretch(840, 1440, "Mila", ""))

    assert hours_said(on, "nobody") == "Mila 09:00–12:00, 14:00–24:00; Petya 12:00–13:00"
    assert hours_said((), "nobody") == "nobody"


def test_lists_of_light_markdown_are_lists_in_markdown():
    text = "Before\n\n- one\n  - inner\n3. three\n\n**Bold** and (not) #tag"
    rendered = MarkdownIt().render(
        markdown_of(Document("t", "s", "c", "", "", "m", "en", "en", (Part("p", "P", (Prose(text),)),)))
    )

    assert "<li>inner</li>" in rendered
    assert '<ol start="3">' in rendered
    assert "<strong>Bold</strong> and (not) #tag" in rendered


def test_a_community_without_a_name_leaves_no_gap():
    document = replace(everywhere("Said"), title="Guide", subtitle="For all", community="", made="As of today")

    assert markdown_of(document).splitlines()[2] == "For all · As of today"
    page = page_of(document, Dress("", "", LABELS))
    assert "<title>Guide</title>" in page
    assert ">For all</p>" in page
