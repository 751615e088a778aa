"""Begins playbooks: empty, from a community's template, or the sample."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimeZone

from app.playbook.files import SUFFIX, Playbooks
from app.store import Store

Fill = Callable[[Store], None]
NOT_IN_NAMES: Final = re.compile(r"[^\w \-]+")
LONGEST: Final = 60


def begin_from(playbooks: Playbooks, community: str, language: str) -> Path:
    """Make a playbook with the rhythm of a community ("" for none) in this quarter; return its file."""
    from app.calendar.quarter import week_of
    from app.playbook.start import begin, settings
    from app.playbook.templates import read_template
    from resources.templates import content

    template = read_template(content(language, community), week_of(today()), language, community)
    chosen = settings(template, language, zone=zone_here())
    return _made(playbooks, template.name, lambda store: begin(store, template, chosen))


def begin_sample(playbooks: Playbooks, language: str) -> Path:
    """Make the sample community; return its file."""
    from app.commands.sample import BEGINS
    from app.playbook.start import begin_sample, settings
    from app.playbook.templates import read_template
    from resources.templates import SAMPLE, content

    template = read_template(content(language, SAMPLE), BEGINS, language, SAMPLE)
    chosen = settings(template, language)
    return _made(playbooks, template.name, lambda store: begin_sample(store, template, chosen))


def today() -> date:
    """Return this day, as this computer counts it."""
    return datetime.now().astimezone().date()


def zone_here() -> str:
    """Return the IANA name of this computer's time zone."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def free_file(folder: Path, name: str) -> Path:
    """Return a file that is not there yet, named after something a person wrote."""
    plain = " ".join(NOT_IN_NAMES.sub(" ", name).split())[:LONGEST].strip() or "playbook"
    file, number = folder / f"{plain}{SUFFIX}", 1
    while file.exists():
        number += 1
        file = folder / f"{plain} {number}{SUFFIX}"
    return file


def _made(playbooks: Playbooks, name: str, fill: Fill) -> Path:
    """Make and fill a file; nothing of it is left when that fails."""
    file = free_file(playbooks.folder(), name)
    store = playbooks.create(file)
    try:
        fill(store)
    except BaseException:
        store.close()
        file.unlink(missing_ok=True)
        raise
    store.close()
    return file
