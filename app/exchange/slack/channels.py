"""Channels, private groups and conversations of a Slack export, and in which folders their days lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.activity.incoming import InPlace
from app.errors import ImportRejected
from app.exchange.reading import Gathering, Reader, id_of, json_in, text_of
from app.message import say

LISTS: Final = (
    ("channels.json", False, False),
    ("groups.json", True, False),
    ("mpims.json", True, True),
    ("dms.json", True, True),
)  # fmt: skip  (file, private, direct)
DAY: Final = re.compile(r"(?:(.*)/)?([^/]+)/\d{4}-\d{2}-\d{2}\.json")


@dataclass(frozen=True, slots=True)
class Channel:
    """One place where messages are, and who is in it when there are just two."""

    ext: str
    folder: str
    place: InPlace
    direct: bool = False
    pair: tuple[str, ...] = ()
    general: bool = False


def root_of(reader: Reader) -> str | None:
    """Return the folder that an export lies in, with "/" at its end; None when it is no export of Slack."""
    names = reader.names()
    for name in sorted(names, key=len):
        folder, _, last = name.rpartition("/")
        root = f"{folder}/" if folder else ""
        if last == "users.json" and any(root + listed in names for listed, _, _ in LISTS):
            return root
    return None


def channels_of(reader: Reader, root: str, gathered: Gathering) -> list[Channel]:
    """Return what the lists of an export tell; what they cannot is refused."""
    names, found = set(reader.names()), list[Channel]()
    for listed, private, direct in LISTS:
        if root + listed not in names:
            continue
        gathered.file = root + listed
        try:
            entries = json_in(reader, root + listed)
        except ImportRejected as error:
            gathered.refuse("", error.why)
            continue
        for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
            channel = _channel(entry, private, direct)
            if channel is None:
                gathered.refuse(number, say("source.refused.shape"))
            else:
                found.append(channel)
    return found


def days_of(reader: Reader, root: str, channels: list[Channel]) -> Iterator[tuple[str, Channel]]:
    """Yield the files of messages, each with its channel; folders that no list names are channels of that name."""
    folders = {channel.folder: channel for channel in channels}
    for name in sorted(reader.names()):
        match = DAY.fullmatch(name)
        if match is None or (f"{match.group(1)}/" if match.group(1) else "") != root:
            continue
        folder = match.group(2)
        if folder not in folders:
            folders[folder] = folders.get(_as_meant(folder)) or _unlisted(folder)
        yield name, folders[folder]


def _channel(entry: Any, private: bool, direct: bool) -> Channel | None:
    ext = id_of(entry.get("id")) if isinstance(entry, dict) else ""
    if not ext:
        return None
    name = text_of(entry.get("name"))
    members = entry.get("members")
    pair = tuple(text_of(it) for it in members) if direct and isinstance(members, list) and len(members) == 2 else ()
    # The name of a conversation is made of the names of those who are in it; what is kept of them stays with them.
    place = InPlace(ext, ext if direct else name or ext, private)
    return Channel(ext, name or ext, place, direct, pair, entry.get("is_general") is True)


def _unlisted(folder: str) -> Channel:
    ext = text_of(folder)
    return Channel(ext, folder, InPlace(ext, ext))


def _as_meant(folder: str) -> str:
    """Return a name that was written as UTF-8 and read as the first ZIP programs wrote names."""
    try:
        return folder.encode("cp437").decode("utf-8")
    except UnicodeError:
        return folder
