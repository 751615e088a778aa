"""The words of quick add, English and Bulgarian side by side: a person mixes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.tasks.task import Priority

# "пет" alone is left out: it is the number five.
WEEKDAYS: Final = {
    word: day
    for day, words in enumerate(
        (
            "monday mon понеделник пон пн",
            "tuesday tues tue вторник вт",
            "wednesday wed сряда ср",
            "thursday thurs thur thu четвъртък четв чет чт",
            "friday fri петък пт",
            "saturday sat събота съб сб",
            "sunday sun неделя нед нд",
        )
    )
    for word in words.split()
}
MONTHS: Final = {
    word: month
    for month, words in enumerate(
        (
            "january jan януари яну",
            "february feb февруари фев",
            "march mar март мар",
            "april apr април апр",
            "may май",
            "june jun юни",
            "july jul юли",
            "august aug август авг",
            "september sept sep септември септ сеп",
            "october oct октомври окт",
            "november nov ноември ноем ное",
            "december dec декември дек",
        ),
        1,
    )
    for word in words.split()
}
NEAR: Final = {"today": 0, "tonight": 0, "днес": 0, "довечера": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "утре": 1} | {
    "day after tomorrow": 2,
    "вдругиден": 2,
    "ден след утре": 2,
    "end of day": 0,
    "eod": 0,
    "края на деня": 0,
    "тази вечер": 0,
}
NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "един": 1, "една": 1, "два": 2, "две": 2, "три": 3}
DAYS, WEEKS, MONTHS_AHEAD, YEARS = "day", "week", "month", "year"
UNITS: Final = {
    word: unit
    for unit, words in {
        DAYS: "days day d дни ден дена",
        WEEKS: "weeks week w седмици седмица",
        MONTHS_AHEAD: "months month m месеца месеци месец",
        YEARS: "years year години година",
    }.items()
    for word in words.split()
}
PRIORITIES: Final = {
    "high": Priority.HIGH, "hi": Priority.HIGH, "urgent": Priority.HIGH, "1": Priority.HIGH, "!!": Priority.HIGH,
    "висок": Priority.HIGH, "висока": Priority.HIGH, "важно": Priority.HIGH, "спешно": Priority.HIGH,
    "medium": Priority.MEDIUM, "med": Priority.MEDIUM, "2": Priority.MEDIUM, "!": Priority.MEDIUM,
    "среден": Priority.MEDIUM, "средна": Priority.MEDIUM, "средно": Priority.MEDIUM,
    "low": Priority.LOW, "lo": Priority.LOW, "3": Priority.LOW,
    "нисък": Priority.LOW, "ниска": Priority.LOW, "ниско": Priority.LOW,
}  # fmt: skip
NEXT: Final = "next|следващия|следващият|следващата|следващ|другия|другата|идния|идната"
THIS: Final = "this|този|тази"
EVERY: Final = "every|each|всеки|всяка|всяко|на всеки|на всяка"
OTHER: Final = "other|second|втори|втория|вторият|втора|втората|второ"
WORKDAY: Final = "weekday|workday|working day|делничен ден|работен ден"
OF_MONTH: Final = "of the month|of every month|на месеца|от месеца"
ORDINALS: Final = {
    word: ordinal
    for ordinal, words in {
        1: "first 1st първи първия първият първа първата",
        3: "third 3rd трети третия третият трета третата",
        4: "fourth 4th четвърти четвъртия четвъртият четвърта четвъртата",
        -1: "last последен последния последният последна последната",
    }.items()
    for word in words.split()
}
BEFORE_DAY: Final = "on|by|due|until|for|в|във|до|за|на"  # taken along with the day that follows
BEFORE_TIME: Final = "at|from|@|в|във|от|до"


def any_of(words: Iterable[str]) -> str:
    """Return a part of a pattern that takes any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))
