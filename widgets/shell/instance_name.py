"""Under which name the window of a playbook can be found, told without loading anything of the network."""

from __future__ import annotations

import getpass
import hashlib
import sys
from pathlib import Path

from PySide6.QtCore import QDir


def server_name(path: Path | None) -> str:
    """Return under which name the window of a playbook, or the one without, listens."""
    whose = f"{getpass.getuser()}\0{path.resolve() if path else ''}"
    return f"sedyanka-{hashlib.sha256(whose.encode()).hexdigest()[:24]}"


def may_have_window(path: Path | None) -> bool:
    """Whether a window of a playbook may be there: a socket file lies where it would listen."""
    if sys.platform == "win32":
        return True
    here = Path(QDir.tempPath())
    return any((here / server_name(which)).exists() for which in {path, None})
