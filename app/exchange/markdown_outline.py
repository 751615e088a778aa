"""Outlines as Markdown: headings and lists, tasks with their tick, notes as paragraphs. Both ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.errors import ImportRejected
from app.exchange.outline import Outline, OutlineItem, Taking, check_size, check_something, depth_first
from app.message import say

HEADING: Final = re.compile(r"(#{1,6})\s+(.*)$")
ITEM: Final = re.compile(r"([-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$")
TICK: Final = re.compile(r"\[([ xX])\](?:\s+(.*))?$")
FENCE: Final = re.compile(r"(`{3,}|~{3,})")
SPECIAL: Final = re.compile(r"[\\`*_<>\[\]#|~!]")
ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
STARTS: Final = re.compile(r"(\s*)([-+=]|\d+(?=[.)]))")
TAB: Final = 4


def read_markdown(data: bytes, file: str) -> Outline:
    """Return the outline in a file: its first heading of the first level, when it is the only one, is the title."""
    check_size(data, file)
    reader = _Reader(Taking(file))
    for number, line in enumerate(_without_front(_decoded(data, file).splitlines()), 1):
        reader.read(line, number)
    items, title = reader.finish()
    check_something(items, file)
    return Outline(title, tuple(items), (), tuple(reader.taking.warnings()))


def write_markdown(outline: Outline) -> bytes:
    """Return an outline as a file: what hangs on nothing becomes headings when there is a title, the rest lists."""
    children = depth_first(outline.items)
    out = [f"# {_escaped(outline.title)}", ""] if outline.title else []
    waiting = [(place, 0) for place in reversed(children[-1])]
    while waiting:
        place, depth = waiting.pop()
        item = outline.items[place]
        if depth == 0 and outline.title:
            out += [*([""] if out and out[-1] else []), f"## {_escaped(item.text)}", ""]
            out += [*_notes(item, ""), ""] if item.notes else []
        else:
            level = depth - 1 if outline.title else depth
            blanks = "  " * level
            tick = "" if item.done is None else "[x] " if item.done else "[ ] "
            out.append(f"{blanks}- {tick}{_escaped(item.text)}".rstrip())
            out += _notes(item, blanks + "  ")
        waiting.extend((child, depth + 1) for child in reversed(children[place]))
    return ("\n".join(out).rstrip("\n") + "\n").replace("\0", "").encode("utf-8", "replace")


def _decoded(data: bytes, file: str) -> str:
    """Return the text: UTF-16 when it says so, UTF-8, else the Cyrillic one of Windows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1251", "replace")
    if "\0" in text:
        raise ImportRejected(file, str(text.count("\n", 0, text.index("\0")) + 1), say("outline.binary"))
    return text


class _Reader:
    """Keeps what the next line can hang on."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self._headings: list[tuple[int, int]] = []  # (level, place)
        self._lists: list[tuple[int, int]] = []  # (indent, place)
        self._notes: dict[int, list[str]] = {}
        self._fence = ""
        self._comment = False
        self._level: dict[int, int] = {}  # of headings by place

    def read(self, raw: str, number: int) -> None:
        line = raw.expandtabs(TAB)
        bare = line.lstrip(" ")
        if self._in_fence(bare):
            self._note(raw.strip() if FENCE.match(bare) else line)
            return
        if self._comment or bare.startswith("<!--"):
            self._comment = "-->" not in bare
            return
        indent = len(line) - len(bare)
        heading, item = HEADING.match(bare), ITEM.match(bare)
        if heading and indent < TAB:
            self._heading(len(heading[1]), _without_closing(heading[2]), number)
        elif item:
            self._item(indent, item[2] or "", number)
        elif bare or self._notes:
            self._note(bare)

    def finish(self) -> tuple[list[OutlineItem], str]:
        """Return the items with their notes; the title is taken out of them."""
        items = [self._with_notes(place, item) for place, item in enumerate(self.taking.items)]
        firsts = [place for place, level in self._level.items() if level == 1]
        if len(firsts) != 1 or firsts[0] != 0 or any(it.parent < 0 for it in items[1:]):
            return items, ""
        below = [_moved_up(item) for item in items[1:]]
        return (below, items[0].text) if below else (items, "")

    def _in_fence(self, bare: str) -> bool:
        fence = FENCE.match(bare)
        if self._fence:
            if fence and bare.startswith(self._fence) and not bare.strip("`~ "):
                self._fence = ""
            return True
        if fence:
            self._fence = fence[1]
        return bool(fence)

    def _heading(self, level: int, text: str, number: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        parent = self._headings[-1][1] if self._headings else -1
        place = self._take(OutlineItem(self.taking.short(_plain(text)), parent), number)
        self._headings.append((level, place))
        self._lists.clear()
        self._level[place] = level

    def _item(self, indent: int, text: str, number: int) -> None:
        while self._lists and self._lists[-1][0] >= indent:
            self._lists.pop()
        parent = self._lists[-1][1] if self._lists else self._headings[-1][1] if self._headings else -1
        tick = TICK.match(text)
        done = tick[1] in "xX" if tick else None
        said = _plain((tick[2] or "") if tick else text)
        self._lists.append((indent, self._take(OutlineItem(self.taking.short(said), parent, done=done), number)))

    def _take(self, item: OutlineItem, number: int) -> int:
        return self.taking.take(item, str(number))

    def _note(self, line: str) -> None:
        if not self.taking.items:
            if line:
                self._take(OutlineItem(self.taking.short(_plain(line))), 1)
            return
        self._notes.setdefault(len(self.taking.items) - 1, []).append(_plain(line) if not self._fence else line)

    def _with_notes(self, place: int, item: OutlineItem) -> OutlineItem:
        notes = "\n".join(self._notes.get(place, ())).strip("\n")
        short = self.taking.short(notes)
        return OutlineItem(item.text, item.parent, short, item.done)


def _without_closing(text: str) -> str:
    """Return a heading without the marks at its end; no pattern, which would take a row of blanks apart for ever."""
    text = text.rstrip()
    said = text.rstrip("#")
    return said.rstrip() if not said or said[-1].isspace() else text


def _moved_up(item: OutlineItem) -> OutlineItem:
    return OutlineItem(item.text, item.parent - 1, item.notes, item.done)


def _without_front(lines: Sequence[str]) -> Sequence[str]:
    """Leave out what some programs write before the text, between two lines of ---."""
    if lines and lines[0].strip() == "---":
        end = next((row for row, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), 0)
        return lines[end + 1 :] if end else lines
    return lines


def _plain(text: str) -> str:
    """Return a line as it is meant; what is emphasised loses its marks only where they were escaped by us."""
    return ESCAPED.sub(r"\1", text.replace("<br>", "\n")).strip()


def _escaped(text: str) -> str:
    """Return a text in one line that Markdown takes to the letter."""
    lines = [SPECIAL.sub(r"\\\g<0>", line.strip()) for line in text.strip().split("\n")]
    first = STARTS.sub(r"\1\\\2", lines[0], count=1) if STARTS.match(lines[0]) else lines[0]
    if re.match(r"\s*\\\d", first):
        first = re.sub(r"\\(\d+)([.)])", r"\1\\\2", first, count=1)
    return "<br>".join([first, *lines[1:]])


def _notes(item: OutlineItem, blanks: str) -> list[str]:
    if not item.notes:
        return []
    return [(blanks + _escaped(line)).rstrip() for line in item.notes.split("\n")]
