"""What the public version says although it is for the team: somebody wrote it into a text that everybody reads."""

from __future__ import annotations

import re
from typing import Final

from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.playbook.playbook import Person
from app.text.document import Document
from app.text.plain_lines import plain_lines

ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
NUMBER: Final = re.compile(r"(?<![\w/])\+?\d(?:[ ()/.-]{0,2}\d){8,14}(?!\w)")
SHORTEST: Final = 3  # letters of a name that is looked for


def told_anyway(document: Document, guide: Guide) -> list[str]:
    """Return names of the team, contacts, addresses and telephone numbers that stand in a document, each once."""
    text = "\n".join(line for part in document.parts for line in plain_lines(part))
    names = [it.name for it in guide.of(Person).values()]
    contacts = [it.contact for it in guide.of(GuideRole).values()]
    known = [it.strip() for it in (*names, *contacts) if len(it.strip()) >= SHORTEST and _stands_in(it.strip(), text)]
    found = [*known, *ADDRESS.findall(text), *(it.strip() for it in NUMBER.findall(text))]
    return list(dict.fromkeys(found))


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
