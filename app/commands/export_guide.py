"""Writes the moderation guide: for moderators, or for everybody."""

from __future__ import annotations

from app.commands.arguments import Given
from app.commands.tools import Tools
from app.errors import KnownError
from app.guide.handover.wish import Form, Version, Wish
from app.guide.snapshot import Guide
from app.message import say
from app.store import Store

MEMBERS = "members"


class GuideExport:
    """The guide of a playbook, read once for all files; for members it is the public version."""

    def __init__(self, store: Store, tools: Tools, given: Given) -> None:
        self._tools = tools
        self._guide = Guide.read(store)
        if self._guide.blank:
            raise KnownError(say("command.error.no_guide"))
        self._paper = given.one("--paper", "A4")
        self._version = Version.PUBLIC if given.one("--profile") == MEMBERS else Version.MODERATORS

    def written(self, name: str, language: str) -> bytes:
        """Return the file of one format."""
        form = Form(name)
        wish = Wish(self._version, language, self._tools.today, every_language=form is not Form.PDF)
        return self._tools.draws.guide(self._guide, wish, form, self._paper)
