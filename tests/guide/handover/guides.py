"""A small guide in which every text that not everybody may read carries a word of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from app.guide.chapter import Chapter
from app.guide.coverage import Absence, Duty, Promise
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.handover.document import document_of
from app.guide.handover.wish import Version, Wish
from app.guide.incident import Incident
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine, ToneShape
from app.playbook.playbook import Person, Playbook
from app.text.document import Document
from widgets.common.words import speaking, words

TODAY = date(2027, 3, 10)
BUILT = ("tone", "escalation", "strikes", "roles", "coverage", "replies", "resources", "answers")
RULES = "Be **kind**, see [the rules](https://kestrel.example/rules).\n\n- one\n- two"
SECRET = "zxq"  # begins every word that the public version may not have


def a_guide(*more: Any, language: str = "en") -> Guide:
    """A guide with a bit of everything; things given replace those with their ids."""
    guide = Guide()
    for thing in (*_things(language), *more):
        guide.of(type(thing))[thing.id] = thing
    return guide


def a_document(guide: Guide, version: Version = Version.MODERATORS, language: str = "en", **wish: Any) -> Document:
    with speaking(language):
        return document_of(guide, Wish(version, language, TODAY, **wish), words)


def _things(language: str) -> list[Any]:
    chapters = [Chapter(f"c{row}", key.title(), key, f"About {key}.", row) for row, key in enumerate(BUILT)]
    return [
        Playbook("playbook", "Kestrel Circle", f"{SECRET}lead", language),
        Person("mila", f"{SECRET}mila"),
        *(it if it.key != "strikes" else replace(it, text=f"{SECRET}strikesintro") for it in chapters),
        Chapter("free", "House rules", "", RULES, 8),
        Chapter("hidden", f"{SECRET}hidden", "", f"{SECRET}hiddentext", 9, public=False),
        ToneLine("t1", ToneShape.STATEMENT, "Warm and brief"),
        ToneLine("t2", ToneShape.PAIR, "Say their name", "Never “obviously”", "Hi Luka"),
        ToneLine("t3", ToneShape.CONTRAST, "It takes a Friday", "On autopilot!"),
        Scenario("s1", "Personal data posted", "phone numbers", 0),
        Scenario("s2", f"{SECRET}scenario", f"{SECRET}signs", 1, public=False),
        Escalation("e1", "s1", Severity.HIGH, "Hide at once", ("mila", "r1", f"{SECRET}dpo"), 30, f"{SECRET}phone",
                   "legal", "y1", strike=True),
        Escalation("e2", "s2", Severity.LOW, f"{SECRET}move", (), 90),
        StrikeLevel("k1", f"{SECRET}coach", f"{SECRET}write", (("en", f"{SECRET}first {{name}}"),), 60),
        GuideRole("r1", "Backup", "live", ("intervenes",), ("mila",), "Steps in", 120,
                  f"{SECRET}contact@kestrel.example"),
        Duty("d1", "r1", 1, 540, 720),
        Duty("d2", "r1", 1, 720, 780, person="mila"),
        Promise("p1", "First answer", 120, (0, 1, 2, 3, 4), 540, 1020),
        Absence("a1", "mila", TODAY, TODAY, f"{SECRET}away"),
        Reply("y1", "We hid your post", "s1", "mila", TODAY, date(2027, 9, 1)),
        ReplyText("yt1", "y1", "Short", "en", "{name}, I hid your post."),
        ReplyText("yt2", "y1", "Кратко", "bg", "{name}, скрих публикацията."),
        Reply("y2", "Thanks", "s2"),
        ReplyText("yt3", "y2", "Warm", "en", "Thank you, {name}!\nSee you <soon> & well."),
        Resource("u1", "Quick start", "https://kestrel.example/start", "Five steps"),
        Resource("u2", f"{SECRET}doc", f"https://{SECRET}.example", f"{SECRET}note", public=False),
        KnownAnswer("q1", "Why is it grey?", "Because the week is locked.", (f"{SECRET}thread",), "mila", TODAY),
        KnownAnswer("q2", f"{SECRET}question", f"{SECRET}answer", public=False),
        Incident("i1", TODAY, time(9), f"{SECRET}member", "s1", Severity.HIGH, f"{SECRET}what", f"{SECRET}done"),
    ]  # fmt: skip
