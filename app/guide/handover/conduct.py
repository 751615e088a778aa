"""The chapters of how we speak and what is done: tone, escalation, strikes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.handover.teller import Teller
from app.guide.reply import Reply
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine, ToneShape
from app.message import Message, say
from app.text.document import Group, Listing, Pair, Pairs, Piece, Ready, Table, Variant

SEVERITY_TEXTS: Final[Mapping[Severity, str]] = {
    Severity.LOW: "handover.severity.low",
    Severity.MEDIUM: "handover.severity.medium",
    Severity.HIGH: "handover.severity.high",
}
ROUTE_TEXTS: Final[Mapping[str, str]] = {
    "support": "handover.route.support",
    "legal": "handover.route.legal",
    "pr": "handover.route.pr",
    "product": "handover.route.product",
}


def tone(teller: Teller) -> Iterator[Piece]:
    """Yield statements, what to do and what not, and how marketing speaks."""
    lines = list(teller.guide.of(ToneLine).values())
    said = tuple(it.text for it in lines if it.shape is ToneShape.STATEMENT and it.text.strip())
    if said:
        yield Listing(said)
    for shape, opposed in ((ToneShape.PAIR, True), (ToneShape.CONTRAST, False)):
        pairs = tuple(Pair(it.text, it.other, it.example) for it in lines if it.shape is shape)
        if pairs:
            one = say("handover.do") if opposed else say("handover.here")
            other = say("handover.dont") if opposed else say("handover.marketing")
            yield Pairs(teller.words(one), teller.words(other), pairs, opposed)


def escalation(teller: Teller) -> Iterator[Piece]:
    """Yield the matrix; in public what is done and how soon, never who is told or how they are reached."""
    guide = teller.guide
    groups = [_scenario(teller, it) for it in guide.of(Scenario).values() if it.public or not teller.public]
    titles = [
        say("handover.head.scenario"),
        say("handover.head.severity"),
        say("handover.head.move"),
        *(() if teller.public else (say("handover.head.told"),)),
        say("handover.head.within"),
    ]
    shares = (27.0, 13.0, 48.0, 12.0) if teller.public else (20.0, 10.5, 37.0, 21.5, 11.0)
    if groups:
        yield Table(tuple(map(teller.words, titles)), tuple(groups), shares, spread=True)


def _scenario(teller: Teller, scenario: Scenario) -> Group:
    """Return the rows of a scenario; a reply that several of them use is said once, with its name."""
    rows = teller.guide.rows_of(scenario.id)
    common, times = Counter(row.reply for row in rows).most_common(1)[0] if rows else ("", 0)
    said = common if times > 1 and all(row.reply for row in rows) and not teller.public else ""
    cells = tuple(_row(teller, row, said) for row in rows) or (("",) * (3 if teller.public else 4),)
    return Group(teller.lines(scenario.name, scenario.signs, _used(teller, said)), cells)


def _used(teller: Teller, reply: str) -> str:
    found = teller.guide.get(Reply, reply)
    return teller.words(say("handover.use", reply=found.name)) if found else ""


def _row(teller: Teller, row: Escalation, said: str) -> tuple[str, ...]:
    """Return the cells of a row; the reply that was said with the scenario is left out."""
    words, within = teller.words, teller.within(row.within)
    severity = words(Message(SEVERITY_TEXTS[row.severity]))
    if teller.public:
        return (severity, teller.lines(row.action), within)
    helps = teller.note(
        _used(teller, row.reply) if row.reply != said else "",
        words(say("handover.earns_strike")) if row.strike else "",
    )
    action = teller.lines(row.action, helps)
    route = words(Message(ROUTE_TEXTS[row.route])) if row.route in ROUTE_TEXTS else row.route
    after = words(say("handover.after_hours", how=row.after_hours)) if row.after_hours else ""
    told = teller.lines(teller.told(row.told), teller.note(route, after))
    return (severity, action, told, within)


def strikes(teller: Teller) -> Iterator[Piece]:
    """Yield the levels with what is written to the member; they are never public."""
    if teller.public:
        return
    for number, level in enumerate(teller.guide.of(StrikeLevel).values(), 1):
        counts = say("handover.counts_days", n=level.days) if level.days else say("handover.counts_ever")
        message = teller.words(say("handover.message"))
        said = [Variant(message, language, text) for language, text in level.message]
        yield Ready(f"{number}. {level.name}", teller.note(level.action, teller.words(counts)), teller.wordings(said))
