"""Messages of one channel and day of a Slack export, as activities; the inner loop of large imports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.activity.incoming import InActivity
from app.activity.kind import ActivityKind
from app.exchange.instants import LAST
from app.exchange.reading import Gathering, text_of
from app.exchange.slack.channels import Channel
from app.exchange.slack.people import People
from app.exchange.slack.words import words
from app.message import say

POST, REPLY, REACTION = int(ActivityKind.POST), int(ActivityKind.REPLY), int(ActivityKind.REACTION)
DIRECT, FILE = int(ActivityKind.DIRECT), int(ActivityKind.FILE)
WRITTEN: Final = frozenset({None, "file_share", "thread_broadcast", "me_message", "bot_message"})
ARRIVALS: Final = frozenset({"channel_join", "group_join"})
COMMENT: Final = "file_comment"
THREADS_SINCE: Final = 1_484_697_600_000_000  # 18 January 2017: before that, Slack had no threads
NO_FILE: Final = frozenset({"tombstone", "hidden_by_limit"})
made: Final = tuple.__new__  # takes half the time of calling the class, which tells for millions
ODD: Final = (KeyError, TypeError, ValueError, AttributeError)


class Messages:
    """Turns messages into activities."""

    def __init__(self, gathered: Gathering, people: People, names: Mapping[str, str]) -> None:
        self._gathered = gathered
        self._people = people
        self._names = names

    def read(self, messages: Any, channel: Channel) -> None:
        """Take in the messages of a file; one that is odd is refused, and the others come in."""
        if not isinstance(messages, list):
            self._gathered.refuse("", say("source.refused.shape"))
            return
        written = self._written
        for number, message in enumerate(messages, 1):
            try:
                subtype = message.get("subtype")
                if subtype in WRITTEN:
                    written(message, channel)
                elif subtype in ARRIVALS:
                    self._arrival(message)
                elif subtype == COMMENT:
                    self._comment(message, channel)
            except ODD:
                stamp = message.get("ts") if isinstance(message, dict) else None
                self._gathered.refuse(text_of(stamp) or number, say("source.refused.shape"))

    def _written(self, message: dict[str, Any], channel: Channel) -> None:
        stamp = message["ts"]
        at = instant(stamp)
        people = self._people
        person = people.ids.get(message.get("user")) or people.sender(message)  # type: ignore[arg-type]
        if not person:
            self._gathered.refuse(stamp, say("source.refused.nobody"))
            return
        if at < people.first.get(person, LAST):
            people.first[person] = at
        if at > people.last.get(person, 0):
            people.last[person] = at
        place = channel.ext
        ext = f"{place}:{stamp}"
        begun = message.get("thread_ts")
        if begun is None or begun == stamp:
            kind, target, thread = POST, "", ext if at >= THREADS_SINCE or begun else ""
        else:
            instant(begun)
            kind, target, thread = REPLY, text_of(message.get("parent_user_id")), f"{place}:{begun}"
        if channel.direct:
            kind, target = DIRECT, target or other(channel.pair, person)
        said = words(message.get("text"), self._names)
        self._gathered.activities.append(made(InActivity, (ext, person, kind, at, place, thread, target, said)))
        if "reactions" in message:
            self._reactions(message["reactions"], ext, person, place, thread)
        if "files" in message or "file" in message:
            self._files(message, ext, person, at, place)

    def _reactions(self, reactions: Any, ext: str, author: str, place: str, thread: str) -> None:
        """Take in who reacted; two tones of skin are one reaction, and nobody knows when it was."""
        met, ids, unnamed = set(), self._people.ids, 0
        for reaction in reactions if isinstance(reactions, list) else ():
            emoji, users = text_of(reaction["name"]).partition("::")[0], reaction.get("users") or ()
            for user in users:
                person = ids.get(user) or self._people.met(text_of(user))
                if person and (emoji, person) not in met:
                    met.add((emoji, person))
                    fields = (f"{ext}:{emoji}:{person}", person, REACTION, None, place, thread, author, "")
                    self._gathered.activities.append(made(InActivity, fields))
            count = reaction.get("count")
            unnamed += max(0, count - len(users)) if isinstance(count, int) else 0
        if unnamed:  # Slack leaves out names where there are very many
            self._gathered.refuse(ext, say("source.refused.unnamed", n=unnamed))

    def _files(self, message: dict[str, Any], ext: str, person: str, at: int, place: str) -> None:
        files = message.get("files") or [message.get("file")]
        for number, file in enumerate(files if isinstance(files, list) else (), 1):
            if isinstance(file, dict) and text_of(file.get("mode")) not in NO_FILE:
                named = f"{ext}:file:{text_of(file.get('id')) or number}"
                self._gathered.activities.append(InActivity(named, person, FILE, at, place))

    def _arrival(self, message: dict[str, Any]) -> None:
        person = self._people.sender(message)
        if person:
            self._people.seen(person, instant(message["ts"]))

    def _comment(self, message: dict[str, Any], channel: Channel) -> None:
        """Take in what somebody said about a file; before there were threads it was a message of its own sort."""
        stamp, comment, file = message["ts"], message.get("comment") or {}, message.get("file") or {}
        at, person = instant(stamp), self._people.sender({"user": message.get("user") or comment.get("user")})
        if not person:
            self._gathered.refuse(stamp, say("source.refused.nobody"))
            return
        self._people.seen(person, at)
        said = words(comment.get("comment") or message.get("text"), self._names)
        kind = DIRECT if channel.direct else REPLY
        self._gathered.activities.append(
            InActivity(f"{channel.ext}:{stamp}", person, kind, at, channel.ext, "", text_of(file.get("user")), said)
        )


def instant(stamp: str) -> int:
    """Return the instant of a stamp such as 1433160000.000012; ValueError when it is none."""
    if len(stamp) == 17 and stamp[10] == "." and stamp.isascii():
        at = int(stamp[:10] + stamp[11:])
    else:
        seconds, _, rest = stamp.partition(".")
        if not (stamp.isascii() and len(stamp) < 30 and seconds.isdigit() and (rest.isdigit() or not rest)):
            raise ValueError(stamp)
        at = int(seconds) * 1_000_000 + int(rest[:6].ljust(6, "0"))
    if not 0 < at < LAST:
        raise ValueError(stamp)
    return at


def other(pair: tuple[str, ...], person: str) -> str:
    """Return the other one of two people, "" when there are not just two."""
    return next((it for it in pair if it != person), "") if person in pair else ""
