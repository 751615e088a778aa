"""`generate`: makes the reference playbook that speed is measured with."""

from __future__ import annotations

from typing import Final

from app.calendar.quarter import week_of
from app.commands.arguments import Given
from app.commands.opening import made
from app.commands.progress import Progress
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.sample import BEGINS
from app.commands.tools import Tools
from app.playbook.generate import generate
from app.playbook.start import settings
from app.playbook.templates import read_template

EVENTS: Final = 300  # series and single events of the reference: about 2,000 occurrences in 13 weeks
MOST: Final = 1_000_000


def run(tools: Tools, given: Given) -> int:
    """Make a playbook from a seed: the same seed and size give the same playbook."""
    language = given.chosen("--lang", CONTENT_LANGUAGES, tools.language)
    seed = given.number("--seed", 0, 2**63 - 1, 1)
    events = given.number("--events", 0, MOST, EVENTS)
    raw = tools.content(language, "reference")
    template = read_template(raw, week_of(given.day("--start") or BEGINS), language, "reference")
    with made(tools, given.playbook) as store:
        chosen = settings(template, language)
        generate(store, template, chosen, raw["topics"], seed, events, Progress(tools))
    return 0
