"""How blanks, languages, conditions and days of sequences are said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.workflows.sequence import SequenceStep, Weekend
from app.workflows.snapshot import Workflows
from widgets.common.words import tr

BLANK_TEXTS: Final[Mapping[str, str]] = {
    "name": "sequences.blank.name",
    "product": "sequences.blank.product",
    "link": "sequences.blank.link",
    "owner": "sequences.blank.owner",
    "date": "sequences.blank.date",
    "next_step": "sequences.blank.next_step",
}
WEEKEND_TEXTS: Final[Mapping[Weekend, str]] = {
    Weekend.MONDAY: "sequences.weekend.monday",
    Weekend.FRIDAY: "sequences.weekend.friday",
    Weekend.STAYS: "sequences.weekend.stays",
}
CONDITION_TEXTS: Final[Mapping[str, str]] = {
    "state": "sequences.if.state",
    "state_before": "sequences.if.state_before",
    "persona": "sequences.if.persona",
    "tag": "sequences.if.tag",
    "no_tag": "sequences.if.no_tag",
}
LANGUAGES: Final[Mapping[str, str]] = {  # as those who speak them call them
    "en": "English",
    "bg": "Български",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "pl": "Polski",
    "ro": "Română",
    "el": "Ελληνικά",
    "tr": "Türkçe",
    "uk": "Українська",
}


def blank_name(blank: str) -> str:
    """Return what a blank is called."""
    return tr(BLANK_TEXTS[blank]) if blank in BLANK_TEXTS else blank


def language_name(language: str) -> str:
    """Return a language as those who speak it call it."""
    return LANGUAGES.get(language, language)


def condition_words(step: SequenceStep, flows: Workflows) -> str:
    """Return for whom a step is meant, "" for everybody."""
    return ", ".join(_one(what, value, flows) for what, value in step.condition)


def _one(what: str, value: str, flows: Workflows) -> str:
    members = flows.members
    found = members.states.get(value) or members.personas.get(value)
    name = found.name if found else value
    return tr(CONDITION_TEXTS[what], value=name) if what in CONDITION_TEXTS else f"{what}: {name}"


def about(step: SequenceStep, flows: Workflows) -> str:
    """Return the line below the name of a step: its channel, its languages, for whom it is."""
    parts = []
    if step.channel in flows.channels:
        parts.append(flows.channels[step.channel].name)
    written = [language_name(language) for language, text in step.texts if text.strip()]
    parts.append(", ".join(written) if written else tr("sequences.card.empty"))
    if step.condition:
        parts.append(tr("sequences.card.if", what=condition_words(step, flows)))
    return " · ".join(parts)
