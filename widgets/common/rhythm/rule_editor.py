"""How often something happens: the rhythms that the program can write, others in words only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from app.calendar.rhythm.rule import LAST, Freq, Rule, describe
from app.calendar.rhythm.rule_warnings import warnings
from widgets.common.choice import Choice, Option
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField, read_number
from widgets.common.rhythm.rule_end import RuleEnd
from widgets.common.rhythm.rule_warning_row import WarningRow
from widgets.common.rhythm.weekday_row import WeekdayRow
from widgets.common.small_panel import SmallPanel
from widgets.common.words import capital, tr, words

NEVER, RAW, QUARTERLY = "", "raw", "QUARTERLY"
FREQUENCY_TEXTS: Final = {
    NEVER: "field.repeats.never",
    "DAILY": "rule_editor.daily",
    "WEEKLY": "rule_editor.weekly",
    "MONTHLY": "rule_editor.monthly",
    QUARTERLY: "rule_editor.quarterly",
    "YEARLY": "rule_editor.yearly",
}
UNIT_TEXTS: Final = {
    "DAILY": "rule_editor.every.days",
    "WEEKLY": "rule_editor.every.weeks",
    "MONTHLY": "rule_editor.every.months",
    "YEARLY": "rule_editor.every.years",
}
BY_DATE, BY_ORDINAL, BY_LAST_WEEKDAY, BY_LAST_DAY = "date", "ordinal", "last-weekday", "last-day"


class RuleEditor(SmallPanel):
    """Frequency, every n, days, end; says below what it comes to, and what should be known about it.

    Signals:
        resized: the panel needs another height.
    """

    resized = Signal()

    def __init__(self, rrule: str, start: date, length: int, *, timed: bool, first_weekday: int) -> None:
        super().__init__(tr("rule_editor.title"), "", tr("rule_editor.do"))
        self._raw, self._start, self._length, self._timed = rrule, start, length, timed
        self._first_weekday = first_weekday
        self._build()
        self._show(rrule)

    def _build(self) -> None:
        self.frequency, self.every, self.on = Labelled(Choice()), Labelled(NumberField()), Labelled(Choice())
        self.weekdays, self.end = WeekdayRow(self._first_weekday), RuleEnd(self._start)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("look", "subtitle")
        self.warning = WarningRow()
        for widget in (self.frequency, self.every, self.weekdays, self.on, self.end, self.words, self.warning):
            self.fields.addWidget(widget)
        self.frequency.set_label(tr("field.repeats"))
        self.weekdays.set_label(tr("rule_editor.weekdays"))
        self.on.set_label(tr("rule_editor.on"))
        self.frequency.field.chosen.connect(self._on_frequency)
        self.every.field.textEdited.connect(self._update)
        self.on.field.chosen.connect(self._update)
        self.weekdays.changed.connect(self._update)
        self.end.changed.connect(self._update)
        self.warning.taken.connect(self._show)

    def rule(self) -> str:
        """Return the RRULE value that is put together here, "" for no rhythm."""
        kind = self.frequency.field.value()
        if kind in (NEVER, None):
            return ""
        if kind == RAW:
            return self._raw
        every = max(1, min(999, int(read_number(self.every.field.text()) or 1)))
        rule = Rule(Freq.MONTHLY, 3) if kind == QUARTERLY else Rule(Freq(kind), every)
        rule = replace(rule, count=self.end.count(), until=self.end.until())
        if rule.freq is Freq.WEEKLY:
            days = self.weekdays.days() or (self._start.weekday(),)
            apart = every > 1 and len(days) > 1
            rule = replace(rule, weekdays=days, week_start=self._first_weekday if apart else 0)
        elif rule.freq in (Freq.MONTHLY, Freq.YEARLY):
            rule = self._on_day(rule, self.on.field.value() or BY_DATE)
        return rule.text(timed=self._timed)

    def _on_day(self, rule: Rule, on: str) -> Rule:
        rule = replace(rule, month=self._start.month if rule.freq is Freq.YEARLY else 0)
        ordinal = (self._start.day - 1) // 7 + 1
        if on in (BY_ORDINAL, BY_LAST_WEEKDAY):
            ordinal = LAST if on == BY_LAST_WEEKDAY else ordinal
            return replace(rule, ordinal=ordinal, weekdays=(self._start.weekday(),))
        return replace(rule, month_day=LAST if on == BY_LAST_DAY else self._start.day)

    def _show(self, rrule: str) -> None:
        """Show a rhythm; one that cannot be edited here is told in words and stays until another is chosen."""
        rule = Rule.parse(rrule) if rrule else None
        raw = bool(rrule) and rule is None
        options = [Option(key, tr(text)) for key, text in FREQUENCY_TEXTS.items()]
        if raw:
            options.append(Option(RAW, tr("rule_editor.raw")))
        self.frequency.field.show_options(options)
        quarterly = rule is not None and rule.freq is Freq.MONTHLY and rule.interval == 3
        kind = RAW if raw else NEVER if rule is None else QUARTERLY if quarterly else rule.freq.value
        self.frequency.field.show_value(kind)
        self.every.field.show_number(float(rule.interval if rule else 1))
        self.weekdays.show_days(rule.weekdays if rule and rule.weekdays else (self._start.weekday(),))
        self.on.field.show_value(self._day_choice(rule))
        self.end.show_end(rule.count if rule else 0, rule.until if rule else None)
        self._update()

    def _day_choice(self, rule: Rule | None) -> str:
        if rule and rule.month_day == LAST:
            return BY_LAST_DAY
        if rule and rule.ordinal:
            return BY_LAST_WEEKDAY if rule.ordinal == LAST else BY_ORDINAL
        return BY_DATE

    def _day_options(self, kind: str) -> list[Option]:
        """Return the ways to name the day of the month, each as the rhythm would be read out."""
        rule = Rule(Freq.MONTHLY, 3) if kind == QUARTERLY else Rule(Freq(kind))
        ordinal = (BY_ORDINAL,) if self._start.day <= 28 else ()
        ways = (BY_DATE, *ordinal, BY_LAST_WEEKDAY, BY_LAST_DAY)
        return [Option(way, capital(words(describe(self._on_day(rule, way).text(), self._start)))) for way in ways]

    def _on_frequency(self) -> None:
        self.every.field.show_number(1.0)
        self._update()

    def _update(self) -> None:
        kind = self.frequency.field.value() or NEVER
        own = kind not in (NEVER, RAW)
        self.every.setVisible(own and kind != QUARTERLY)
        if kind in UNIT_TEXTS:
            self.every.set_label(tr(UNIT_TEXTS[kind]))
        self.weekdays.setVisible(kind == "WEEKLY")
        by_month = kind in ("MONTHLY", QUARTERLY, "YEARLY")
        self.on.setVisible(by_month)
        if by_month:
            self.on.field.show_options(self._day_options(kind))
        self.end.setVisible(own)
        rrule = self.rule()
        self.words.setVisible(bool(rrule))
        self.words.setText(capital(words(describe(rrule, self._start))) if rrule else "")
        found = warnings(rrule, self._start, self._length, timed=self._timed) if own else []
        self.warning.show_warning(found[0] if found else None)
        self.resized.emit()
