"""What the lists of the home page show, as plain values: equal rows need no new painting."""

from __future__ import annotations

from dataclasses import dataclass

Goal = tuple[str, str]  # id of a page, id of a thing on it
NOWHERE: Goal = ("", "")


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The head of some rows."""

    key: str
    text: str
    late: bool = False
    goal: Goal = NOWHERE

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.text


@dataclass(frozen=True, slots=True)
class QuietRow:
    """A line that says that there is nothing."""

    key: str
    text: str
    goal: Goal = NOWHERE

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.text


@dataclass(frozen=True, slots=True)
class DayMark:
    """The date before the first row of a day."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """An event of a day; without a family, the words that there is none."""

    key: str
    goal: Goal
    spoken: str
    mark: DayMark | None  # of the first row of the day
    closes: bool  # the last row of the day
    today: bool
    title: str = ""
    family: str = ""
    icon: str = ""
    repeats: bool = False
    done: bool = False
    where: str = ""
    when: str = ""
    ruled: bool = True  # a line below it, when it is the last of its day


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task that can be ticked."""

    key: str
    goal: Goal
    spoken: str
    title: str
    detail: str
    when: str
    done: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class MessageLine(TaskLine):
    """A message that is to be sent: copied here, and ticked when it is sent."""

    copied: bool = False


@dataclass(frozen=True, slots=True)
class SayRow:
    """One thing of the stand-up."""

    key: str
    goal: Goal
    spoken: str
    title: str
    icon: str
    when: str
    late: bool = False


Row = SectionRow | QuietRow | DayRow | TaskLine | MessageLine | SayRow
