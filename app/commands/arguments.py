"""Reads the words of a command line, so that what is wrong with them is said in the language of whoever typed them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from app.errors import KnownError
from app.message import Message, say

FIRST_YEAR, LAST_YEAR = 1900, 2199  # what is planned or looked back at; far from where days cannot be counted on
NEAR: Final = 0.8  # two letters that changed places, not another word
DIGITS: Final = re.compile(r"[0-9]{1,19}")


@dataclass(frozen=True, slots=True)
class Option:
    """A named part of a command; without `value` it is a switch."""

    name: str
    about: Message
    value: str = ""  # what stands for its value in the help, such as FILE
    many: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the program does without a window; `module` has a function `run(tools, given)`."""

    name: str
    module: str
    about: Message
    places: tuple[str, ...] = ("PLAYBOOK",)  # FILE… takes one or more
    options: tuple[Option, ...] = ()

    @property
    def usage(self) -> str:
        """The command as it is typed."""
        named = [f"[{option.name} {option.value}]" if option.value else f"[{option.name}]" for option in self.options]
        repeated = [text + "…" * option.many for text, option in zip(named, self.options, strict=True)]
        return " ".join(("main.py", self.name, *self.places, *repeated))


@dataclass(slots=True, frozen=True)
class Given:
    """What was typed after the name of a command."""

    command: Command
    places: tuple[str, ...] = ()
    values: dict[str, list[str]] = field(default_factory=dict)

    @property
    def playbook(self) -> Path:
        """The playbook that the command is about."""
        return Path(self.places[0])

    def has(self, name: str) -> bool:
        """Return whether an option was given."""
        return name in self.values

    def one(self, name: str, default: str = "") -> str:
        """Return the value of an option."""
        return self.values.get(name, [default])[-1]

    def all(self, name: str) -> list[str]:
        """Return the values of an option that may be given several times."""
        return self.values.get(name, [])

    def chosen(self, name: str, choices: Sequence[str], default: str = "") -> str:
        """Return the value of an option that has to be one of several; KnownError when it is none of them."""
        value = self.one(name, default)
        if value != default and value not in choices:
            raise KnownError(say("command.error.choice", option=name, value=value, choices=", ".join(choices)))
        return value

    def day(self, name: str) -> date | None:
        """Return the value of an option as a day; KnownError when it is none."""
        if not self.has(name):
            return None
        try:
            day = date.fromisoformat(self.one(name))
        except ValueError:
            day = date.min
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise KnownError(say("command.error.day", option=name, value=self.one(name)))
        return day

    def number(self, name: str, least: int, most: int, default: int) -> int:
        """Return the value of an option as a whole number within bounds; KnownError when it is none."""
        value = self.one(name, str(default))
        if not DIGITS.fullmatch(value) or not least <= int(value) <= most:
            raise KnownError(say("command.error.number", option=name, value=value, least=least, most=most))
        return int(value)


def understand(command: Command, words: Sequence[str]) -> Given:
    """Return what was typed; KnownError names what does not belong there or is missing."""
    given = Given(command, values={})
    options = {option.name: option for option in command.options}
    places: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            places += rest
            break
        if not word.startswith("--"):
            places.append(word)
            continue
        name, equals, value = word.partition("=")
        if name not in options:
            raise _unknown(command, name)
        given.values.setdefault(name, []).append(_value(command, options[name], value if equals else None, rest))
        if len(given.values[name]) > 1 and not options[name].many:
            raise _wrong(command, say("command.error.twice", option=name))
    return Given(command, _placed(command, places), given.values)


def _value(command: Command, option: Option, value: str | None, rest: list[str]) -> str:
    if not option.value:
        if value is not None:
            raise _wrong(command, say("command.error.no_value", option=option.name))
        return ""
    if value is None:
        value = rest.pop(0) if rest and not rest[0].startswith("--") else ""
    if not value:
        raise _wrong(command, say("command.error.value", option=option.name, value=option.value))
    return value


def _placed(command: Command, places: list[str]) -> tuple[str, ...]:
    if len(places) < len(command.places):
        raise _wrong(command, say("command.error.missing", what=command.places[len(places)], command=command.name))
    if len(places) > len(command.places) and not command.places[-1].endswith("…"):
        raise _wrong(command, say("command.error.too_many", word=places[len(command.places)], command=command.name))
    return tuple(places)


def closest(word: str, names: Sequence[str]) -> str:
    """Return the name that a misspelt word is nearest to, "" when none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, names, 1, NEAR)), "")


def _unknown(command: Command, name: str) -> KnownError:
    what = say("command.error.option", option=name, command=command.name)
    meant = closest(name, [option.name for option in command.options])
    return KnownError(what, say("command.error.meant", meant=meant)) if meant else _wrong(command, what)


def _wrong(command: Command, what: Message) -> KnownError:
    return KnownError(what, say("command.error.usage", usage=command.usage))
