"""`verify`: looks whether a playbook is whole."""

from __future__ import annotations

from app.commands.arguments import Given
from app.commands.tools import Tools
from app.message import say


def run(tools: Tools, given: Given) -> int:
    """Print what is wrong with a file and exit 2, or that nothing is."""
    found = tools.playbooks.verify(given.playbook)
    for message in found:
        tools.err(tools.words(message))
    if found:
        return 2
    tools.out(tools.words(say("command.whole", file=given.playbook.name)))
    return 0
