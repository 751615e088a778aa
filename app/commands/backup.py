"""`backup`: makes a verified copy of a playbook, or lists those that there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from app.commands.arguments import Given
from app.commands.tools import Tools
from app.errors import KnownError
from app.message import Message, say
from app.playbook.files import Backup, BackupState

STATE_TEXTS: Final[dict[BackupState, str]] = {
    BackupState.VERIFIED: "command.backup.verified",
    BackupState.UNCHECKED: "command.backup.unchecked",
    BackupState.UNREADABLE: "command.backup.unreadable",
}


COUNT_TEXTS: Final[dict[str, str]] = {
    "event": "command.count.event",
    "program": "command.count.program",
    "persona": "command.count.persona",
    "tactic": "command.count.tactic",
}


def run(tools: Tools, given: Given) -> int:
    """Copy a playbook, also while a window has it open."""
    if not given.has("--list"):
        to = Path(given.one("--to")) if given.has("--to") else None
        backup = tools.playbooks.back_up(given.playbook, "manual", to)
        tools.out(_json(described(backup)) if given.has("--json") else _line(tools, backup))
        return 0
    if given.has("--to"):
        raise KnownError(say("command.error.apart", one="--list", other="--to"))
    backups = tools.playbooks.backups(given.playbook)
    if given.has("--json"):
        tools.out(_json([described(backup) for backup in backups]))
    elif not backups:
        tools.out(tools.words(say("command.backup.none", file=given.playbook.name)))
    else:
        tools.out("\n".join(_line(tools, backup) for backup in backups))
    return 0


def described(backup: Backup) -> dict[str, Any]:
    """Return a copy as `--json` shows it; `steps_lost` is null when it cannot be told."""
    return {
        "file": str(backup.file),
        "date": backup.made.isoformat(timespec="seconds"),
        "size": backup.bytes,
        "counts": dict(backup.counts),
        "reason": backup.reason,
        "state": str(backup.state),
        "steps_lost": backup.steps_lost,
    }


def _line(tools: Tools, backup: Backup) -> str:
    state = tools.words(Message(STATE_TEXTS[backup.state]))
    counts = [Message(COUNT_TEXTS[name], (("n", n),)) for name, n in backup.counts if name in COUNT_TEXTS]
    size = tools.words(say("command.size", kilobytes=-(-backup.bytes // 1024)))
    made = tools.words(say("command.moment", moment=backup.made))
    return "  ".join((made, size, state, ", ".join(map(tools.words, counts)), str(backup.file)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
