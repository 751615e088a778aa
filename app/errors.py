"""What can go wrong, as the person sees it."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from app.message import Message, say


class KnownError(Exception):
    """Something the person can act on: what happened, and what to do."""

    def __init__(self, what: Message, remedy: Message | None = None) -> None:
        super().__init__(what.id)
        self.what = what
        self.remedy = remedy

    @override
    def __reduce__(self) -> tuple[Any, ...]:
        """Travel whole between processes, whatever a subclass asks for when it is raised."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[KnownError], args: tuple[Any, ...], fields: dict[str, Any]) -> KnownError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(fields)
    return error


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
