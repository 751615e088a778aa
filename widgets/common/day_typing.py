"""What is typed over the whole of a field of a day, understood at every key."""

from __future__ import annotations

from datetime import date

from app.tasks.quick_dates import Now, read_day


class DayTyping:
    """Collects keys: 30, 30 apr, 30.4, 30/04/2027, next fri; a figure alone is a day of the month that shows."""

    def __init__(self) -> None:
        self._typed = ""

    @property
    def goes_on(self) -> bool:
        """Whether something was typed that more can follow."""
        return bool(self._typed)

    def stop(self) -> None:
        """Begin anew with the next key."""
        self._typed = ""

    def take(self, text: str, shown: date, today: date) -> date | None:
        """Add what a key wrote; return the day that it comes to, None as long as it comes to none."""
        self._typed = (self._typed + text).lstrip()
        words = self._typed.strip().casefold()
        if words.isdecimal() and 1 <= int(words) <= 31:
            try:
                return date(shown.year, shown.month, int(words))
            except ValueError:
                return None
        return read_day(words, Now(today))
