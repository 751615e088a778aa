"""A rule as lines of words and places that can be filled: what its sentence shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.message import Message
from app.workflows.rule import ClauseKind, RuleClause
from app.workflows.rules.actions import ACTIONS, Action
from app.workflows.rules.conditions import CONDITIONS, Condition
from app.workflows.rules.editing import entry_of
from app.workflows.rules.shapes import TYPED, Shape, Token, choices, named
from app.workflows.rules.triggers import TRIGGERS, Trigger
from app.workflows.rules.whole import Whole
from app.workflows.rules.world import World
from widgets.common.words import tr, words

WHAT: Final = ""  # the name of the place that says what a clause is
TRIGGER: Final = ""  # the clause that is the trigger
ADD_CONDITION: Final = "+condition"
ADD_ACTION: Final = "+action"
ABOUT_TEXTS: Final[Mapping[str, str]] = {
    "task": "workflows.about.task",
    "event": "workflows.about.event",
    "incident": "workflows.about.incident",
    "delivery": "workflows.about.delivery",
    "day": "workflows.about.day",
}
Key = tuple[str, str]  # (id of the clause, name of the token)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the sentence."""

    key: Key
    text: str
    value: str
    options: tuple[tuple[str, str], ...] = ()  # (value, words)
    shape: Shape | None = None
    lead: str = ""  # said before the options
    gap: bool = False  # nothing is in it yet, and something should be

    @property
    def typed(self) -> bool:
        """Whether it is typed, not chosen."""
        return self.shape in TYPED

    @property
    def adds(self) -> bool:
        """Whether it adds a clause."""
        return self.key[0].startswith("+")


@dataclass(frozen=True, slots=True)
class Line:
    """One clause: a word in the gutter, and its pieces in order."""

    clause: str
    gutter: str
    pieces: tuple[str | Place, ...]


def lines_of(whole: Whole, world: World) -> list[Line]:
    """Return the sentence of a rule, a clause a line."""
    trigger = TRIGGERS.get(whole.rule.trigger)
    of = trigger.of if trigger else ""
    lines = [_line(TRIGGER, tr("workflows.gutter.when"), trigger, whole.rule.values, world, _triggers())]
    kinds: Sequence[tuple[Sequence[RuleClause], str]] = (
        (whole.conditions, tr("workflows.gutter.and")),
        (whole.actions, tr("workflows.gutter.then")),
    )
    for clauses, gutter in kinds:
        for row, clause in enumerate(clauses):
            said = tr("workflows.gutter.and") if row else gutter
            options = _conditions(of) if clause.kind is ClauseKind.CONDITION else _actions(of)
            lines.append(_line(clause.id, said, entry_of(clause), clause.values, world, options))
    if not whole.actions:
        lines.append(Line(ADD_ACTION, tr("workflows.gutter.then"), ()))
    conditions = len(whole.conditions)
    if of != "day":
        add = Place(
            (ADD_CONDITION, WHAT),
            tr("workflows.add.condition"),
            "",
            _conditions(of),
            lead=tr(ABOUT_TEXTS[of] if of else "workflows.about.task"),
        )
        lines[conditions] = _with(lines[conditions], add)
    lines[-1] = _with(
        lines[-1],
        Place((ADD_ACTION, WHAT), tr("workflows.add.action"), "", _actions(of), lead=tr("workflows.lead.then")),
    )
    return lines


def places_of(lines: Sequence[Line]) -> list[Place]:
    """Return the places of a sentence in order."""
    return [piece for line in lines for piece in line.pieces if isinstance(piece, Place)]


def _with(line: Line, place: Place) -> Line:
    return Line(line.clause, line.gutter, (*line.pieces, place))


def _line(
    clause: str,
    gutter: str,
    entry: Trigger | Condition | Action | None,
    values: tuple[tuple[str, str], ...],
    world: World,
    options: tuple[tuple[str, str], ...],
) -> Line:
    if entry is None:
        return Line(clause, gutter, (Place((clause, WHAT), tr("workflows.unknown"), "", options, gap=True),))
    what = Place((clause, WHAT), words(entry.words), entry.id, options, lead=_lead(entry))
    rest = [] if entry.rest is None else list(_pieces(clause, entry.rest, entry.tokens, dict(values), world))
    return Line(clause, gutter, (what, *rest))


def _lead(entry: Trigger | Condition | Action) -> str:
    match entry:
        case Trigger():
            return tr("workflows.lead.when")
        case Condition():
            return tr("workflows.lead.and")
    return tr("workflows.lead.then")


def _pieces(
    clause: str, rest: Message, tokens: Sequence[Token], values: Mapping[str, str], world: World
) -> Iterator[str | Place]:
    """Yield the words around the tokens, and the tokens, in the order of the language."""
    by_name = {token.name: token for token in tokens}
    pattern = words(Message(rest.id, tuple((name, f"\0{name}\0") for name in by_name)))
    for at, part in enumerate(pattern.split("\0")):
        if at % 2:
            yield _place(clause, by_name[part], values, world)
        elif part.strip():
            yield part.strip()


def _place(clause: str, token: Token, values: Mapping[str, str], world: World) -> Place:
    value = values.get(token.name, token.value)
    options = tuple((known, _said(name)) for known, name in choices(token, world))
    found = named(token, value, world)
    gap = not value.strip() and not token.any
    text = tr("workflows.empty") if gap or found is None else _said(found)
    return Place((clause, token.name), text, value, options, token.shape, gap=gap or found is None)


def _triggers() -> tuple[tuple[str, str], ...]:
    return tuple((it.id, words(it.words)) for it in TRIGGERS.values())


def _conditions(of: str) -> tuple[tuple[str, str], ...]:
    return tuple((it.id, words(it.words)) for it in CONDITIONS.values() if of in it.of)


def _actions(of: str) -> tuple[tuple[str, str], ...]:
    return tuple((it.id, words(it.words)) for it in ACTIONS.values() if of in it.of)


def _said(name: str | Message) -> str:
    return words(name) if isinstance(name, Message) else name
