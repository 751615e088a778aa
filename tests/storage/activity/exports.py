"""Exports as tests make them, and a look at all that is raw in a playbook."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from app.activity.batch import Laid
from app.activity.running import bring_in, wish_of
from app.activity.wish import ImportWish
from app.store import Store
from storage.activity.kept import KEPT

BEGIN = 1_700_000_000  # seconds
TABLES = [statement.split()[2] for statement in KEPT if statement.startswith("CREATE TABLE")]


def said(who: str, text: str, after: int, **more: Any) -> dict[str, Any]:
    return {"type": "message", "user": who, "text": text, "ts": f"{BEGIN + after}.000000"} | more


def user(ext: str, name: str = "", **more: Any) -> dict[str, Any]:
    return {"id": ext, "team_id": "T1", "name": name or ext.lower(), "profile": {"real_name": name or ext}} | more


def a_zip(path: Path, files: dict[str, Any]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, holds in files.items():
            archive.writestr(name, holds if isinstance(holds, str | bytes) else json.dumps(holds))
    return path


def slack(path: Path, messages: Iterable[dict[str, Any]], *users: dict[str, Any], channel: str = "general") -> Path:
    people = users or (user("U1", "Mila D."), user("U2", "Rado T."))
    channels = [{"id": "C1", "name": channel, "is_general": True, "members": []}]
    files = {"channels.json": channels, "users.json": people, f"{channel}/2023-11-14.json": list(messages)}
    return a_zip(path, files)


def taken_in(store: Store, *exports: Path, wish: ImportWish | None = None) -> list[Laid]:
    return bring_in(store, [str(it) for it in exports], wish or wish_of(store), lambda *_: None)


def raw_rows(path: Path) -> dict[str, list[str]]:
    """Every raw row, but for the ledger's numbers of imports that are gone and the key of the playbook."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as raw:
        return {name: sorted(map(repr, raw.execute(f"SELECT * FROM {name}"))) for name in TABLES if name != "secret"}
