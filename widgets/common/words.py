"""Finds the words for what is shown, in the language chosen; Qt tells every widget when that changes.

A widget that shows text overrides `changeEvent` (or takes `Retranslated`) and sets its texts anew in `retranslate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLibraryInfo, QLocale, QTime
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.message import Message
from app.text.figures import grouped
from resources.texts import find
from widgets.common.qt_texts import QtTexts

LOCALES: Final = {"en": "en_GB", "bg": "bg_BG"}


class _Words:
    """The language in force; one for the program, as Qt's own translators are."""

    def __init__(self) -> None:
        self.language = "en"
        self.locale = QLocale(LOCALES["en"])
        self.qt_texts: QtTexts | None = None
        self.on_screen = True  # what goes out has figures that other programs read


_words = _Words()


def set_language(language: str) -> None:
    """Show everything in another language; every widget gets a LanguageChange event."""
    _words.language = language
    _words.locale = QLocale(LOCALES[language])
    _words.locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(_words.locale)
    app = QCoreApplication.instance()
    if app is None:
        return
    if _words.qt_texts is not None:
        app.removeTranslator(_words.qt_texts)
    _words.qt_texts = QtTexts(language, app)
    _words.qt_texts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.installTranslator(_words.qt_texts)
    for window in QApplication.topLevelWidgets():
        QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Find words in another language for a while, as paper and files do; English for one that is not known here."""
    before = _words.language, _words.locale, _words.on_screen
    spoken = language if language in LOCALES else "en"
    _words.language, _words.locale = spoken, QLocale(LOCALES[spoken])
    _words.locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    _words.on_screen = False
    try:
        yield
    finally:
        _words.language, _words.locale, _words.on_screen = before


def language() -> str:
    """Return the language in force, "en" or "bg"."""
    return _words.language


def locale() -> QLocale:
    """Return how the language in force writes dates and numbers."""
    return _words.locale


def tr(id: str, /, **values: object) -> str:
    """Return a text by its id, always written as a literal so that a house test can find it."""
    return find(_words.language, id, values, show)


def words(message: Message) -> str:
    """Return what a message says."""
    return find(_words.language, message.id, dict(message.values), show)


def show(value: object) -> str:
    """Write a number, a day or an hour in the way of the language."""
    match value:
        case bool():
            return str(value)
        case int():
            return count(value)
        case float():
            return hours(value)
        case datetime():
            return f"{day(value.date())} {clock(value.time())}"
        case date():
            return day(value)
        case time():
            return clock(value)
        case _:
            return str(value)


def count(value: int) -> str:
    """Write how many there are: thousands stand apart on the screen, and nowhere else."""
    return grouped(value, _words.language) if _words.on_screen else str(value)


def hours(value: float) -> str:
    """Write hours with one decimal, more only where needed: 8.0, 0.5, 1.25."""
    rounded = round(float(value), 2)
    decimals = 1 if abs(rounded * 10 - round(rounded * 10)) < 1e-9 else 2
    return _words.locale.toString(rounded, "f", decimals)


def tenths(value: float) -> str:
    """Write the hours of a week with one decimal, alike on screen and on paper."""
    return _words.locale.toString(float(value), "f", 1)


def effort(value: float) -> str:
    """Return hours of work as short as they go: "20 min", "1 h", "1.5 h"."""
    if value < 1:
        return tr("tasks.minutes", n=round(value * 60))
    return tr("tasks.hours", hours=locale().toString(round(value, 2), "g", 5))


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def day(value: date, pattern: str = "d MMM") -> str:
    """Write a day by a pattern of QLocale: "d MMM" 18 Mar, "ddd d MMM" Thu 18 Mar, "d MMMM yyyy" 18 March 2027."""
    return _words.locale.toString(QDate(value.year, value.month, value.day), pattern)


def clock(value: time) -> str:
    """Write a time of day, 24 hours."""
    return _words.locale.toString(QTime(value.hour, value.minute), "HH:mm")


class Retranslated(QWidget):
    """Mix into a widget: calls `retranslate` when the language changes, from the outermost inwards."""

    def retranslate(self) -> None:
        """Set every text anew."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
