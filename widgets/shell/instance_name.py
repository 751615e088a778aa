"""Under which name the window of a playbook can be found, told without loading anything of the network."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir

PREFIX: Final = "sedyanka.window."


def server_name(path: Path | None) -> str:
    """Return under which name the window of a playbook, or the one without, listens."""
    import hashlib

    import platformdirs

    home = platformdirs.user_config_path("sedyanka", appauthor=False)  # two people, or two homes, do not meet
    whose = f"{home}\0{os.path.realpath(path) if path else ''}"
    return PREFIX + hashlib.sha256(os.fsencode(whose)).hexdigest()[:24]


def may_have_window() -> bool:
    """Whether any window may be there: somebody hears where one would listen."""
    return sys.platform == "win32" or any(map(hears, Path(QDir.tempPath()).glob(f"{PREFIX}*")))


def hears(place: Path) -> bool:
    """Whether somebody is at a socket: a crash leaves one behind at which nobody is."""
    import socket

    with socket.socket(socket.AF_UNIX) as knock:
        knock.setblocking(False)
        try:
            knock.connect(str(place))
        except BlockingIOError:  # many others knock
            return True
        except OSError:
            return False
    return True
