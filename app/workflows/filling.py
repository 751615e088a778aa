"""Puts what is known of somebody into a message; what is not known stays as a blank that can be seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Final

from app.members.member import Member
from app.playbook.playbook import Playbook
from app.workflows.sequence import SequenceStep

BLANK: Final = re.compile(r"\{(\w{1,40})\}")
BLANKS: Final = ("name", "product", "link", "owner", "date", "next_step")
WEEKDAYS: Final = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "bg": ("понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"),
}
MONTHS: Final = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "bg": ("януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември",
           "декември"),
}  # fmt: skip
LONGEST: Final = 20_000  # letters of a text


def language_for(step: SequenceStep, member: Member | None, home: str) -> str:
    """Return in which language somebody gets a message: one that they speak, else that of the playbook, else any."""
    there = [language for language, text in step.texts if text.strip()]
    spoken = [language.casefold()[:2] for language in member.languages] if member else []
    wanted = [*spoken, home]
    return next((language for language in wanted if language in there), there[0] if there else home)


def text_in(step: SequenceStep, language: str) -> str:
    """Return the text of a message in one language."""
    return next((text for known, text in step.texts if known == language), "")


def values_for(member: Member | None, playbook: Playbook) -> Mapping[str, str]:
    """Return what the blanks of a message stand for, as far as it is known."""
    values = {"owner": playbook.lead.split("·")[0].strip(), "product": playbook.name}
    if member is not None:
        values["name"] = first_name(member.name)
    return {blank: value for blank, value in values.items() if value}


def first_name(name: str) -> str:
    """Return how somebody is addressed."""
    return name.split(maxsplit=1)[0] if name.split() else name


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its blanks filled as far as that can be."""
    return BLANK.sub(lambda found: values.get(found[1], found[0]), text)


def blanks_in(text: str) -> list[str]:
    """Return the blanks of a text, each once, in its order."""
    return list(dict.fromkeys(found[1] for found in BLANK.finditer(text)))


def written_day(day: date, language: str, at: time | None = None) -> str:
    """Write a day as a message says it, with its weekday, in figures where the language is none of ours."""
    if language not in MONTHS:
        said = day.strftime("%d.%m.%Y")
    else:
        weekday, month = WEEKDAYS[language][day.weekday()], MONTHS[language][day.month - 1]
        said = f"{weekday}{', ' if language == 'bg' else ' '}{day.day} {month}"
    return f"{said}, {at:%H:%M}" if at else said
