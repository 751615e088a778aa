"""What changed in the guide, chapter by chapter."""

from __future__ import annotations

from app.guide.chapter import Chapter
from app.guide.handover.document import document_of
from app.guide.handover.teller import Words
from app.guide.handover.wish import Wish
from app.guide.snapshot import Guide
from app.text.differences import PartChange, differences
from app.text.plain_lines import plain_lines


def changed_chapters(then: Guide, now: Guide, wish: Wish, words: Words) -> list[PartChange]:
    """Return the chapters that say something else now, in order; those that are gone come last."""
    before = {it.id: plain_lines(it) for it in document_of(then, wish, words).parts}
    after = {it.id: plain_lines(it) for it in document_of(now, wish, words).parts}
    chapters = {**now.of(Chapter), **{key: it for key, it in then.of(Chapter).items() if key not in now.of(Chapter)}}
    found = []
    for key, chapter in chapters.items():
        lines = tuple(differences(before.get(key, []), after.get(key, [])))
        if lines:
            found.append(PartChange(key, chapter.name, lines, key in then.of(Chapter)))
    return found
