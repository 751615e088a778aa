"""Values and the language of a command line, for people and for the programs that read along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

from app.message import Message

Find = Callable[[str, str, dict[str, object], Callable[[object], str]], str]  # of resources.texts


def language_from(environment: Mapping[str, str], languages: Sequence[str]) -> str:
    """Return the language that the environment asks for, by the rules of POSIX; the first when it is none of ours."""
    wanted = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return next((language for language in languages if wanted.lower().startswith(language)), languages[0])


def words_in(language: str, find: Find) -> Callable[[Message], str]:
    """Return what finds the words of one language."""
    return lambda message: find(language, message.id, dict(message.values), lambda value: show(value, language))


def show(value: object, language: str) -> str:
    """Write a value: days and times as in ISO 8601, numbers with the decimal sign of the language."""
    match value:
        case float():
            text = f"{value:.2f}".removesuffix("0")
            return text.replace(".", ",") if language == "bg" else text
        case datetime():
            return value.astimezone().strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return str(value)
