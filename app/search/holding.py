"""Whether texts hold what somebody searches on one page: every word of it, anywhere, in any case."""

from __future__ import annotations


def holds(words: str, *texts: str) -> bool:
    """Return whether the texts together hold all the words; no words are held by any text."""
    text = "\n".join(texts).casefold()
    return all(word in text for word in words.casefold().split())
