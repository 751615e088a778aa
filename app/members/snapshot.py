"""Everything that the members page shows, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.guide.strikes import StrikeLevel
from app.guide.striking import in_order
from app.members.filter import MemberFilter, Who, is_one_of
from app.members.member import Member, MemberState
from app.personas.persona import Persona
from app.playbook.playbook import Playbook
from app.store import EVERYTHING, Changes, Store
from app.tasks.today import today_of

HAPPENED: Final = (Incident, StrikeLevel, Scenario)
KINDS: Final[tuple[type[Any], ...]] = (Member, MemberState, Persona, Playbook, *HAPPENED)


class Members:
    """The people of a community, the states of their way, and the personas that they can be."""

    def __init__(self) -> None:
        self.all: dict[str, Member] = {}
        self.states: dict[str, MemberState] = {}  # in order
        self.personas: dict[str, Persona] = {}  # in order
        self.language = "en"  # of the content
        self.incidents: dict[str, list[Incident]] = {}  # by member, the latest first
        self.levels: dict[str, StrikeLevel] = {}  # of strikes
        self.scenarios: dict[str, str] = {}  # what can happen, by id
        self.today = date.min
        self._texts: dict[str, str] = {}  # what can be found of a member, as far as it was wanted
        self._keys: dict[str, tuple[str, str]] = {}  # what a member is sorted by when that is the name
        self._counted: tuple[Counter[Who], Counter[str]] | None = None
        self._used: dict[str, list[str]] = {}  # words of lists that are in use

    @classmethod
    def read(cls, store: Store) -> Members:
        """Return the members that a store holds."""
        members = cls()
        members.refresh(store, dict.fromkeys(KINDS, EVERYTHING))
        return members

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether any of it shows."""
        if Member in changes:
            self._take(store, changes[Member])
        if MemberState in changes:
            self.states = _by_id(store.of(MemberState).all())
        if Persona in changes:
            self.personas = _by_id(store.of(Persona).all())
        if Playbook in changes:
            self.language = next((it.language for it in store.of(Playbook).all()), "en")
        if changes.keys() & {*HAPPENED}:
            self._take_incidents(store)
        self.today = today_of(store)
        return not changes.keys().isdisjoint(KINDS)

    def _take_incidents(self, store: Store) -> None:
        self.levels = {it.id: it for it in store.of(StrikeLevel).all()}
        self.scenarios = {it.id: it.name for it in store.of(Scenario).all()}
        self.incidents = {}
        for it in sorted(store.of(Incident).all(), key=in_order, reverse=True):
            self.incidents.setdefault(it.member, []).append(it)

    def _take(self, store: Store, ids: frozenset[str]) -> None:
        self._counted, self._used = None, {}
        if ids == EVERYTHING:
            self.all = {member.id: member for member in store.of(Member).all()}
            self._texts, self._keys = {}, {}
            return
        found = {member.id: member for member in store.of(Member).some(ids)}
        for one in ids:
            self._texts.pop(one, None)
            self._keys.pop(one, None)
            if one not in found:
                self.all.pop(one, None)
        self.all.update(found)

    def text_of(self, member: Member) -> str:
        """Return what can be found of a member, casefolded."""
        found = self._texts.get(member.id)
        if found is None:
            parts = (member.name, member.role, member.company, member.notes, *member.emails, *member.tags)
            handles = (name for _, name in member.handles)
            found = self._texts[member.id] = "\n".join((*parts, *member.interests, *handles)).casefold()
        return found

    def found(self, wanted: MemberFilter) -> list[Member]:
        """Return the members that a filter shows, in no order."""
        if not wanted:
            return list(self.all.values())
        words = bool(wanted.words)
        return [it for it in self.all.values() if wanted.matches(it, self.text_of(it) if words else "")]

    def in_order(self, members: Iterable[Member], by: str, *, back: bool = False) -> list[Member]:
        """Return members sorted by "name", "persona", "state" or "joined"; those without one come last."""
        named = sorted(members, key=self._key)
        if by == "name":
            return named[::-1] if back else named
        given = {it.id: self._place(it, by) for it in named}
        there = [it for it in named if given[it.id] is not None]
        there.sort(key=lambda it: given[it.id], reverse=back)
        return there + [it for it in named if given[it.id] is None]

    def _key(self, member: Member) -> tuple[str, str]:
        found = self._keys.get(member.id)
        if found is None:
            found = self._keys[member.id] = (member.name.casefold(), member.id)
        return found

    def _place(self, member: Member, by: str) -> Any:
        if by == "joined":
            return member.joined
        if by == "persona":
            persona = self.personas.get(member.persona)
            return persona.name.casefold() if persona else None
        state = self.states.get(member.state)
        return (state.position, state.id) if state else None

    def counts(self) -> tuple[Counter[Who], Counter[str]]:
        """Return how many people there are of each sort, and in each state."""
        if self._counted is None:
            alike = Counter((it.left is None, it.staff, it.bot, it.state) for it in self.all.values())
            sorts, states = Counter[Who](), Counter[str]()
            for (here, staff, bot, state), n in alike.items():
                one = Member("", "", left=None if here else date.min, staff=staff, bot=bot)
                sorts.update({who: n for who in Who if is_one_of(one, who)})
                states[state] += n
            self._counted = (sorts, states)
        return self._counted

    def words_in_use(self, field: str) -> list[str]:
        """Return every tag, interest or language that is in use."""
        if field not in self._used:
            there = {word for member in self.all.values() for word in getattr(member, field)}
            self._used[field] = sorted(there, key=str.casefold)
        return self._used[field]


def _by_id(things: Iterable[Any]) -> dict[str, Any]:
    return {it.id: it for it in sorted(things, key=lambda it: (it.position, it.id))}
