"""What is pasted from a page or another program, as light Markdown: plain structure only, and nothing is loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from app.text.light_markdown import LINKED

LARGEST: Final = 1_000_000  # letters that are read
SILENT: Final = frozenset({"script", "style", "head", "title", "template", "iframe", "object", "svg", "noscript"})
BREAKS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "section", "article", "hr"}
)
BOLD: Final = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
BLANKS: Final = re.compile(r"[ \t\r\n\f\u00a0]+")


def markdown_from_html(html: str) -> str:
    """Return paragraphs, lists, bold words and links of HTML; pictures, scripts and looks are gone."""
    reader = _Reader()
    reader.feed(html[:LARGEST])
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._silent: list[str] = []
        self._lists: list[int] = []  # number of the next item, 0 in lists without numbers
        self._bold = 0
        self._link = ""
        self._linked: list[str] = []

    def text(self) -> str:
        """Return what was read."""
        self._close_link()
        lines = [line.rstrip() for line in self._lines]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def _new_line(self, *, apart: bool = False) -> None:
        if self._lines[-1].strip():
            self._lines.append("")
        if apart and not self._lists and len(self._lines) > 1 and self._lines[-2].strip():
            self._lines.append("")

    def _say(self, words: str) -> None:
        if self._link:
            self._linked.append(words)
            return
        line = self._lines[-1]
        self._lines[-1] = line + (words.lstrip() if not line or line.endswith(" ") else words)

    def _close_link(self) -> None:
        words, link = BLANKS.sub(" ", "".join(self._linked)).strip(), self._link
        self._link, self._linked = "", []
        if not words:
            return
        safe = link.lower().startswith(LINKED) and not re.search(r"[()\s]", link) and not re.search(r"[\[\]]", words)
        self._say(f"[{words}]({link})" if safe and words != link else words)

    def _begin_item(self) -> None:
        self._new_line()
        number = self._lists[-1] if self._lists else 0
        if number:
            self._lists[-1] += 1
        self._lines[-1] = "  " * max(0, len(self._lists) - 1) + (f"{number}. " if number else "- ")

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent.append(tag)
        elif self._silent:
            return
        elif tag in ("ul", "ol"):
            self._new_line(apart=True)
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._begin_item()
        elif tag == "br":
            self._new_line()
        elif tag == "a":
            self._close_link()
            self._link = (dict(attrs).get("href") or "").strip()
        else:
            if tag in BREAKS and not (self._lists and self._lines[-1].rstrip().endswith("-")):
                self._new_line(apart=True)
            if tag in ("td", "th"):
                self._say(" ")
            if tag in BOLD:
                self._bold += 1

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._new_line(apart=True)
        elif tag == "a":
            self._close_link()
        elif tag in BOLD or tag in BREAKS:
            self._bold = max(0, self._bold - (tag in BOLD))
            if tag in BREAKS:
                self._new_line(apart=True)

    @override
    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        words = BLANKS.sub(" ", data)
        bare = words.strip()
        if bare and self._bold and not self._link and "*" not in bare:
            before, after = (" " if words[0] == " " else ""), (" " if words[-1] == " " else "")
            words = f"{before}**{bare}**{after}"
        if bare or (words and self._lines[-1].strip()):
            self._say(words)
