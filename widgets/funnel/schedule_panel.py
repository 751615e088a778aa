"""Asks what a branch becomes in the calendar: by which tactic or of which kind, on which day, in which rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from app.calendar.kind import Kind
from app.message import Message
from app.tactics.tactic import Tactic
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel
from widgets.common.text_field import TextField
from widgets.common.words import tr, words

ONCE, WEEKLY, FORTNIGHTLY, MONTHLY, WAITING = "once", "weekly", "fortnightly", "monthly", "waiting"
RHYTHM_TEXTS: Final = {
    ONCE: "funnel.rhythm.once",
    WEEKLY: "funnel.rhythm.weekly",
    FORTNIGHTLY: "funnel.rhythm.fortnightly",
    MONTHLY: "funnel.rhythm.monthly",
    WAITING: "funnel.rhythm.waiting",
}
STEPS: Final = {WEEKLY: 1, FORTNIGHTLY: 2}
CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class SchedulePanel(SmallPanel):
    """Title, what, day, rhythm; the rhythm ends with the quarter."""

    def __init__(self, title: str, kinds: Sequence[Kind], tactics: Sequence[Tactic], day: date, last: date) -> None:
        super().__init__(tr("funnel.schedule.title"), "", tr("funnel.schedule.do"))
        self._last = last
        self.text, self.what = Labelled(TextField()), Labelled(Choice())
        self.day, self.rhythm = Labelled(DayField()), Labelled(Choice())
        self.text.set_label(tr("field.title"))
        self.what.set_label(tr("funnel.schedule.what"))
        self.day.set_label(tr("field.day"))
        self.rhythm.set_label(tr("funnel.schedule.rhythm"))
        for field in (self.text, self.what, self.day, self.rhythm):
            self.fields.addWidget(field)
        looks = {kind.id: (kind.icon, kind.family) for kind in kinds}
        signs = {kind: icon(sign, f"category.{family}.solid") for kind, (sign, family) in looks.items()}
        options = [Option(f"kind:{it.id}", it.name, signs[it.id]) for it in kinds]
        by_tactic = [Option(f"tactic:{it.id}", it.title, signs.get(it.kind)) for it in tactics]
        self.what.field.show_options([*by_tactic, *options])
        other = next((it.id for it in kinds if it.key == "other"), kinds[-1].id if kinds else "")
        self.what.field.show_value(f"kind:{other}")
        self.text.field.show_value(title)
        self.day.field.show_day(day)
        self.rhythm.field.show_options([Option(key, words(Message(text))) for key, text in RHYTHM_TEXTS.items()])
        self.rhythm.field.show_value(ONCE)

    def chosen(self) -> tuple[str, str]:
        """Return ("tactic" or "kind", id)."""
        what, _, key = (self.what.field.value() or "").partition(":")
        return what, key

    def day_chosen(self) -> date | None:
        """Return the day, None for the backlog."""
        return None if self.rhythm.field.value() == WAITING else self.day.field.day()

    def rule(self) -> str:
        """Return the rhythm as a rule that ends with the quarter; "" for once."""
        day, rhythm = self.day.field.day(), self.rhythm.field.value()
        if day is None or rhythm not in (*STEPS, MONTHLY):
            return ""
        if rhythm == MONTHLY:
            count = max(1, sum(1 for it in _months(day, self._last)))
            nth = (day.day - 1) // 7 + 1
            return f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{CODES[day.weekday()]};COUNT={count}"
        step = STEPS[rhythm]
        count = max(1, (self._last - day).days // (7 * step) + 1)
        interval = f"INTERVAL={step};" if step > 1 else ""
        return f"FREQ=WEEKLY;{interval}BYDAY={CODES[day.weekday()]};COUNT={count}"


def _months(day: date, last: date) -> list[date]:
    """Return a day of each month that is left."""
    found, at = [], day
    while at <= last:
        found.append(at)
        at = (at.replace(day=1) + timedelta(days=32)).replace(day=min(day.day, 28))
    return found or [day]
