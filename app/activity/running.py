"""An import of activity as the command line and the window do it: look, bring in, complete; and remove again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.activity.batch import Batch, Laid
from app.activity.identity import Identity
from app.activity.log import ActivityLog, Report
from app.activity.wish import ImportWish
from app.calendar.saving import stamp
from app.exchange.in_steps import STAGED_FROM, Steps, laid, walked
from app.members.member import Member
from app.members.member_of import MemberOf
from app.members.privacy import PRIVACY_ID, Privacy
from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store

MONTH: Final = 30 * 86_400 * 1_000_000  # microseconds


def wish_of(store: Store, *, dry: bool = False, source: str = "", kept: Sequence[str] | None = None) -> ImportWish:
    """Return what is wanted of exports by what the playbook keeps of people, or by what is ticked for this import."""
    privacy = next(store.of(Privacy).where(id=PRIVACY_ID), Privacy())
    now = stamp(store)
    since = now - privacy.months * MONTH if privacy.months else None
    return ImportWish(privacy.kept if kept is None else tuple(kept), since, source, now, dry)


def bring_in(store: Store, exports: Sequence[str], wish: ImportWish, report: Report) -> list[Laid]:
    """Bring exports in, in this process; each is one step of undo as far as it makes members."""
    log = store.part(ActivityLog)
    work = log.bring_in()
    if wish.dry:
        return work(report, str(log.path), exports, wish)
    log.lend()
    try:
        found = work(report, str(log.path), exports, wish)
    finally:
        log.take_back()
    for it in found:
        walked(complete(store, it))
    return found


def complete(store: Store, done: Laid) -> Steps[int]:
    """Let what was laid count, and make members of the people that nobody knew; return how many."""
    if not done.batch:
        return 0
    yield 0.0
    log = store.part(ActivityLog)
    members, belongings = list[Member](), list[MemberOf]()
    zone, now = _zone(store), stamp(store)
    for identity in log.unplaced(done.batch):
        member = _member(store.new_id(), identity, done.space.kind, zone, now)
        members.append(member)
        belongings.append(MemberOf(store.new_id(), identity.key, member.id))
    many = len(members) >= STAGED_FROM
    try:
        if many:
            yield from laid(store, Member, members, 0.0, 0.5)
            yield from laid(store, MemberOf, belongings, 0.5, 1.0)
        with store.change(_step(done, len(members))):
            if many:
                store.publish([Member, MemberOf])
            elif members:
                store.of(Member).save(members)
                store.of(MemberOf).save(belongings)
            log.complete(done.batch)
    except GeneratorExit:
        store.unstage()
        raise
    return len(members)


def remove(store: Store, batch: Batch) -> int:
    """Let an import count no more and take back the members that only it knew; its rows go when they are swept.

    Members whom somebody edited stay. Return how many went.
    """
    log = store.part(ActivityLog)
    keys = {identity.key for identity in log.only_of(batch.id)}
    gone = [it for it in store.of(MemberOf).all() if it.identity in keys]
    kept = {it.member for it in store.of(MemberOf).all() if it.identity not in keys}
    alone = {it.member for it in gone} - kept
    untouched = [it.id for it in store.of(Member).some(alone) if it.created == it.changed and it.created >= batch.at]
    with store.change(say("activity.step.remove", name=batch.name)):
        store.of(MemberOf).delete(it.id for it in gone)
        store.of(Member).delete(untouched)
        log.forget(batch.id)
    return len(untouched)


def sweep(store: Store, report: Report) -> int:
    """Remove the rows of imports that do not count, in this process."""
    log = store.part(ActivityLog)
    log.lend()
    try:
        return log.sweep()(report, str(log.path))
    finally:
        log.take_back()


def _member(id: str, identity: Identity, source: str, zone: tzinfo, now: int) -> Member:
    known_as = identity.handle or identity.name
    return Member(
        id,
        identity.name,
        handles=((source, known_as),) if known_as else (),
        emails=(identity.email,) if identity.email else (),
        zone=identity.zone,
        joined=_day(identity.joined, zone),
        left=_day(identity.left, zone),
        bot=identity.bot,
        staff=identity.staff,
        created=now,
        changed=now,
    )


def _day(instant: int | None, zone: tzinfo) -> date | None:
    return None if instant is None else datetime.fromtimestamp(instant / 1_000_000, zone).date()


def _zone(store: Store) -> tzinfo:
    try:
        return ZoneInfo(next(store.of(Playbook).where(id=PLAYBOOK_ID), Playbook(PLAYBOOK_ID, "")).zone)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def _step(done: Laid, members: int) -> Message:
    return say("activity.step.import", name=done.name, n=members)
