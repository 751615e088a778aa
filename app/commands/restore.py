"""`restore`: puts a copy in place of a playbook."""

from __future__ import annotations

import os
from pathlib import Path

from app.commands.arguments import Given
from app.commands.tools import Tools
from app.message import say


def run(tools: Tools, given: Given) -> int:
    """Restore a copy and say under which new name the replaced file is kept."""
    kept = tools.playbooks.restore(given.playbook, Path(given.places[1]))
    if kept == Path(os.path.realpath(given.playbook)):  # there was none to keep
        tools.out(tools.words(say("command.made", file=given.playbook.name)))
    else:
        tools.out(tools.words(say("command.restored", file=given.playbook.name, kept=kept.name)))
    return 0
