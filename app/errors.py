"""What can go wrong, as the person sees it."""

from __future__ import annotations

from app.message import Message, say


class KnownError(Exception):
    """Something the person can act on: what happened, and what to do."""

    def __init__(self, what: Message, remedy: Message | None = None) -> None:
        super().__init__(what.id)
        self.what = what
        self.remedy = remedy


class BugError(Exception):
    """Something only we can mend."""


class Gone(KnownError):
    """A thing that was asked for is not there any more."""

    def __init__(self) -> None:
        super().__init__(say("error.gone"), say("error.gone.do"))


class ImportRejected(KnownError):
    """A file that cannot come in: which, where in it, and why."""

    def __init__(self, file: str, place: str, why: Message) -> None:
        super().__init__(say("error.import", file=file, place=place), why)
        self.file, self.place, self.why = file, place, why
