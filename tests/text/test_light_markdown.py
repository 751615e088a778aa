"""Light Markdown shows paragraphs, lists, bold words and safe links, and takes everything else to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.from_html import markdown_from_html
from app.text.light_markdown import Block, Span, blocks_of, plain


def test_paragraphs_lists_bold_and_links_are_told_apart():
    text = "Works in **shifts**,\nreads on the tram.\n\n- first\n  - inner\n3. third\n[Site](https://example.org)"

    assert blocks_of(text) == [
        Block((Span("Works in "), Span("shifts", bold=True), Span(",\nreads on the tram."))),
        Block((Span("first"),), "•"),
        Block((Span("inner"),), "•", 1),
        Block((Span("third"),), "3."),
        Block((Span("Site", link="https://example.org"),)),
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host/x"])
def test_an_address_that_is_not_safe_to_open_is_no_link(address):
    (block,) = blocks_of(f"[here]({address})")

    assert all(not span.link for span in block.spans)


@given(st.text(max_size=300))
def test_nothing_is_said_that_was_not_written(text):
    left = [letter for letter in plain(text) if letter.isalnum()]

    assert [it for it in left if it in text] == left


def test_html_keeps_its_structure_and_nothing_else():
    html = """<html><head><title>x</title><style>p{color:red}</style></head><body><h2>Why</h2>
    <p>Some <b>bold</b> and <a href="https://example.org/a">a link</a><img src="file:///etc/secret.png"></p>
    <script>steal()</script><ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>
    <ol><li>first</li><li>second</li></ol></body></html>"""

    assert markdown_from_html(html) == (
        "**Why**\n\nSome **bold** and [a link](https://example.org/a)\n\n- one\n  - inner\n- two\n\n1. first\n2. second"
    )


def test_an_unsafe_link_becomes_its_words():
    assert markdown_from_html('<a href="javascript:alert(1)">press</a>') == "press"


@given(st.text(alphabet="<>/abpliou =\"'&;#x1\n", max_size=400))
def test_broken_html_never_fails(html):
    assert "<script" not in markdown_from_html(f"<script>{html}</script>")
    markdown_from_html(html)
