"""`sample`: makes the sample community."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.calendar.quarter import week_of
from app.commands.arguments import Given
from app.commands.opening import made
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.tools import Tools
from app.playbook.start import begin_sample, settings
from app.playbook.templates import read_template

BEGINS: Final = date(2027, 3, 1)


def run(tools: Tools, given: Given) -> int:
    """Make a playbook with the sample community; with --start its whole quarter lies elsewhere."""
    language = given.chosen("--lang", CONTENT_LANGUAGES, tools.language)
    start = week_of(given.day("--start") or BEGINS)
    template = read_template(tools.content(language, "sample"), start, language, "sample")
    with made(tools, given.playbook) as store:
        begin_sample(store, template, settings(template, language))
    return 0
