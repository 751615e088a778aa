"""`new`: makes a playbook, empty or with the rhythm of a community."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.calendar.quarter import week_of
from app.commands.arguments import Given
from app.commands.opening import made
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.tools import Tools
from app.errors import KnownError
from app.message import say
from app.playbook.start import begin, settings
from app.playbook.templates import read_template


def run(tools: Tools, given: Given) -> int:
    """Make a playbook that begins with this week, or with the week of --start."""
    language = given.chosen("--lang", CONTENT_LANGUAGES, tools.language)
    community = given.chosen("--template", tools.communities)
    zone = given.one("--tz") or tools.draws.zone()
    _check(zone)
    start = week_of(given.day("--start") or tools.today)
    template = read_template(tools.content(language, community), start, language, community)
    with made(tools, given.playbook) as store:
        begin(store, template, settings(template, language, name=given.playbook.stem, zone=zone))
    return 0


def _check(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise KnownError(say("command.error.zone", zone=zone)) from None
