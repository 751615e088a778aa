"""Public holidays of the countries that a playbook names."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Final

LANGUAGES: Final = {"en": ("en_US", "en"), "bg": ("bg",)}


def holidays(countries: Iterable[str], first: date, last: date, language: str = "en") -> dict[date, str]:
    """Return the names of the holidays from `first` to `last`, by day; those of several countries on one day joined.

    A name is in the language when the country has it so, else in English, else in the country's own.
    """
    found: dict[date, list[str]] = {}
    for country in countries:
        for year in range(first.year, last.year + 1):
            for day, name in _of_year(country.upper(), year, language):
                names = found.setdefault(day, [])
                if first <= day <= last and name not in names:
                    names.append(name)
    return {day: ", ".join(names) for day, names in sorted(found.items()) if names}


@lru_cache(maxsize=256)
def _of_year(country: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    if country not in _codes():
        return ()
    made = getattr(_library(), country)
    known = made.supported_languages
    wanted = next((code for code in (*LANGUAGES.get(language, ()), *LANGUAGES["en"]) if code in known), None)
    days = made(years=year, language=wanted)
    return tuple(sorted((day, name.replace("; ", ", ")) for day, name in days.items()))


def countries() -> list[str]:
    """Return the codes of the countries whose holidays are known."""
    return sorted(_codes())


@cache
def _codes() -> frozenset[str]:
    return frozenset(_library().registry.EntityLoader.get_country_codes())


@cache
def _library() -> ModuleType:
    """Return the library, which imports only those countries that are asked for.

    WORKAROUND holidays 0.9x: its package of countries imports all 250, which takes 8 MB and 50 ms.
    """
    import holidays as library

    package = find_spec("holidays.countries")
    if package is not None:
        sys.modules.setdefault(package.name, module_from_spec(package))
    return library
