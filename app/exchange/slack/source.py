"""The export of a Slack workspace: one ZIP with a folder for each channel and a file for each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from app.activity.incoming import Block, Space
from app.errors import ImportRejected
from app.exchange.reading import Gathering, Reader, id_of, json_in
from app.exchange.slack.channels import channels_of, days_of, root_of
from app.exchange.slack.messages import Messages
from app.exchange.slack.people import People
from app.message import Message, say

KIND: Final = "slack"
CANNOT_TELL: Final[tuple[Message, ...]] = (
    say("source.slack.no_visits"),
    say("source.slack.no_joins"),
    say("source.slack.no_time_of_reactions"),
    say("source.slack.no_private"),
    say("source.slack.no_deleted"),
)


def recognise(reader: Reader) -> bool:
    """Return whether these are the files of a Slack export."""
    root = root_of(reader)
    if root is None:
        return False
    users = _listed(reader, f"{root}users.json")
    first: dict[str, Any] = users[0] if users and isinstance(users[0], dict) else {}
    return "id" in first and ("profile" in first or "team_id" in first or "is_bot" in first)


def space(reader: Reader) -> Space:
    """Return the workspace: by the team of most users, else by the channel that everybody is in."""
    root = root_of(reader) or ""
    users = _listed(reader, f"{root}users.json")
    teams = Counter(id_of(user.get("team_id")) for user in users if isinstance(user, dict) and user.get("team_id"))
    if teams:
        return Space(KIND, max(sorted(teams), key=lambda it: teams[it]), "")
    channels = channels_of(reader, root, Gathering())
    general = [it.ext for it in channels if it.general] or sorted(it.ext for it in channels)
    return Space(KIND, general[0] if general else reader.name, "")


def blocks(reader: Reader) -> Iterator[Block]:
    """Yield people and places, then messages by channel and day, at last people with when they were seen."""
    root, gathered = root_of(reader), Gathering()
    if root is None:
        raise ImportRejected(reader.name, "", say("source.refused.shape"))
    people = People(gathered)
    channels = channels_of(reader, root, gathered)
    gathered.places.extend(channel.place for channel in channels)
    gathered.file = f"{root}users.json"
    try:
        people.tell(json_in(reader, gathered.file))
    except ImportRejected as error:
        gathered.refuse("", error.why)
    people.names.update({channel.ext: channel.place.name for channel in channels})
    yield from gathered.handed_out()
    yield from _days(reader, root, gathered, people)
    people.again()
    yield from gathered.handed_out()


def _days(reader: Reader, root: str, gathered: Gathering, people: People) -> Iterator[Block]:
    messages, listed = Messages(gathered, people, people.names), channels_of(reader, root, Gathering())
    places = {channel.ext for channel in listed}
    for name, channel in days_of(reader, root, listed):
        gathered.file = name
        if channel.ext not in places:
            places.add(channel.ext)
            gathered.places.append(channel.place)
        try:
            messages.read(json_in(reader, name), channel)
        except ImportRejected as error:
            gathered.refuse("", error.why)
        if gathered.full():
            yield from gathered.handed_out()


def _listed(reader: Reader, name: str) -> list[Any]:
    try:
        found = json_in(reader, name)
    except ImportRejected:
        return []
    return found if isinstance(found, list) else []
