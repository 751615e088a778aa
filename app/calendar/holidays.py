"""Public holidays of the countries that a playbook names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
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
    import holidays as library

    if country not in library.list_supported_countries(include_aliases=True):
        return ()
    known = library.list_localized_countries().get(country, [])
    wanted = next((code for code in (*LANGUAGES.get(language, ()), *LANGUAGES["en"]) if code in known), None)
    days = library.country_holidays(country, years=year, language=wanted)
    return tuple(sorted((day, name.replace("; ", ", ")) for day, name in days.items()))


def countries() -> list[str]:
    """Return the codes of the countries whose holidays are known."""
    import holidays as library

    return sorted(library.list_supported_countries())
