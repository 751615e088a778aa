"""Settings of this computer: theme, language, window, files used last. One JSON file, readable by its owner only."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

LANGUAGE: Final = "language"
THEME: Final = "theme"
TEXT_SCALE: Final = "text_scale"
REDUCE_MOTION: Final = "reduce_motion"
AUTOMATIC_BACKUP: Final = "automatic_backup"
RECENT: Final = "recent"
RECENT_MOST: Final = 8


class ComputerSettings:
    """Keeps the promise of `widgets.common.desk.Settings`; whatever cannot be read counts as not set."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = self._read() or {}
        self._listeners: list[Callable[[str], None]] = []

    def get(self, name: str, default: Any) -> Any:
        """Return a setting; one of another type than the default was written by somebody else and does not count."""
        value = self._values.get(name, default)
        if default is None or isinstance(value, type(default)):
            return value
        return float(value) if isinstance(default, float) and isinstance(value, int) else default

    def set(self, name: str, value: Any) -> None:
        """Keep a setting; None forgets it. Other windows write the same file, so it is read anew first."""
        self._values = self._read() or self._values
        if self._values.get(name) == value:
            return
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value
        self._write()
        for listener in tuple(self._listeners):
            listener(name)

    def subscribe(self, listener: Callable[[str], None]) -> None:
        """Call the listener with the name of every setting that is set."""
        self._listeners.append(listener)

    def recent(self) -> list[Path]:
        """Return the files used last, newest first."""
        return [Path(file) for file in self.get(RECENT, []) if isinstance(file, str)]

    def remember(self, file: Path) -> None:
        """Put a file before those used last."""
        others = [str(other) for other in self.recent() if other != file]
        self.set(RECENT, [str(file), *others][:RECENT_MOST])

    def forget(self, file: Path) -> None:
        """Take a file off those used last."""
        self.set(RECENT, [str(other) for other in self.recent() if other != file])

    def _read(self) -> dict[str, Any] | None:
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        return values if isinstance(values, dict) else None

    def _write(self) -> None:
        """Replace the file at once or not at all; a settings file that cannot be written never stops the work."""
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
                json.dump(self._values, out, ensure_ascii=False, indent=1)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
