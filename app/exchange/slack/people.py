"""People of a Slack workspace, as its users.json and the messages of shared channels tell of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from app.activity.incoming import InPerson
from app.exchange.instants import LAST, of_seconds
from app.exchange.reading import Gathering, id_of, text_of
from app.message import say

SLACKBOT: Final = "USLACKBOT"


class People:
    """Who is known, and between which instants each was seen in messages."""

    def __init__(self, gathered: Gathering) -> None:
        self._gathered = gathered
        self._told: dict[str, InPerson] = {}
        self.ids: dict[str, str] = {}  # as written in messages → as kept
        self.names: dict[str, str] = {}
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}

    def tell(self, users: Any) -> None:
        """Take in what users.json holds."""
        for number, user in enumerate(users if isinstance(users, list) else (), 1):
            ext = id_of(user.get("id")) if isinstance(user, dict) else ""
            if ext:
                self._keep(ext, _person(ext, user))
            else:
                self._gathered.refuse(number, say("source.refused.nobody"))

    def sender(self, message: dict[str, Any]) -> str:
        """Return who sent a message whose sender was not met before, "" when it names nobody."""
        user = message.get("user") or _inside(message, "file").get("user") or _inside(message, "comment").get("user")
        ext = id_of(user)
        if ext:
            if ext not in self._told:
                self._keep(ext, _stranger(ext, _inside(message, "user_profile"), text_of(message.get("team"))))
            self.ids[str(user)] = ext
            return ext
        return self._bot(message)

    def met(self, ext: str) -> str:
        """Return an id that was named without a message of its own, such as by a reaction."""
        if ext and ext not in self._told:
            self._keep(ext, _stranger(ext, {}, ""))
        return ext

    def seen(self, ext: str, at: int) -> None:
        """Take note that somebody was there."""
        if at < self.first.get(ext, LAST):
            self.first[ext] = at
        if at > self.last.get(ext, 0):
            self.last[ext] = at

    def again(self) -> None:
        """Tell everybody who was seen once more, with the first and the last sign of them."""
        for ext, at in self.first.items():
            told = self._told.get(ext)
            if told is not None and not told.bot:
                self._gathered.people.append(replace(told, joined=at, seen=self.last.get(ext)))

    def _bot(self, message: dict[str, Any]) -> str:
        profile = _inside(message, "bot_profile")
        name = text_of(profile.get("name")) or text_of(message.get("username"))
        ext = id_of(message.get("bot_id")) or (f"bot:{name}"[:200] if name else "")
        if ext and ext not in self._told:
            self._keep(ext, InPerson(ext, name or ext, bot=True))
        return ext

    def _keep(self, ext: str, person: InPerson) -> None:
        self._told[ext] = person
        self.ids[ext] = ext
        self.names[ext] = person.name or person.handle or ext
        self._gathered.people.append(person)


def _person(ext: str, user: dict[str, Any]) -> InPerson:
    profile = _inside(user, "profile")
    shown, real = text_of(profile.get("display_name")), text_of(profile.get("real_name") or user.get("real_name"))
    handle = text_of(user.get("name"))
    foreign = {"title": text_of(profile.get("title")), "phone": text_of(profile.get("phone"))}
    if shown and real and shown != real:
        foreign["real_name"] = real
    return InPerson(
        ext,
        shown or real or handle,
        handle,
        text_of(profile.get("email")).strip(),
        text_of(user.get("tz")),
        bot=user.get("is_bot") is True or ext == SLACKBOT,
        staff=user.get("is_admin") is True or user.get("is_owner") is True,
        left=of_seconds(user.get("updated")) if user.get("deleted") is True else None,
        foreign={name: value for name, value in foreign.items() if value},
    )


def _stranger(ext: str, profile: dict[str, Any], team: str) -> InPerson:
    """Return somebody of another workspace, who is in a channel that both share."""
    real = text_of(profile.get("real_name"))
    name = text_of(profile.get("display_name")) or real or text_of(profile.get("name"))
    team = text_of(profile.get("team")) or team
    return InPerson(
        ext, name, text_of(profile.get("name")), bot=ext == SLACKBOT, foreign={"team": team} if team else {}
    )


def _inside(thing: dict[str, Any], name: str) -> dict[str, Any]:
    found = thing.get(name)
    return found if isinstance(found, dict) else {}
