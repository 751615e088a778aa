"""What a person does on the guide, at random; `acting` takes it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from app.guide import editing, matrix, replying
from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine, ToneShape
from app.guide.versions.restoring import restore_chapter
from app.guide.versions.written import GUIDE, guide_in, written
from app.playbook.playbook import PLAYBOOK_ID, Person
from app.playbook.revising import keep, revisions
from app.store import Store

ORDERED: Final[tuple[type[Any], ...]] = (
    Chapter, ToneLine, Scenario, StrikeLevel, GuideRole, Reply, Resource, KnownAnswer,
)  # fmt: skip
KINDS: Final[tuple[type[Any], ...]] = (*ORDERED, Escalation)
Deed = Callable[[Store, Any], object]  # with the hand of `acting`
LANGUAGES: Final = ("en", "bg")


def _new(h: Any) -> Any:
    return h.pick([
        Chapter("", h.text), ToneLine("", h.pick(ToneShape), h.text), StrikeLevel("", h.text), GuideRole("", h.text),
        Resource("", h.text), KnownAnswer("", h.text),
    ])  # fmt: skip


def _edit(s: Store, h: Any) -> None:
    kind = h.pick(KINDS)
    fields = {Chapter: "text", ToneLine: "other", Scenario: "signs", Escalation: "action", KnownAnswer: "answer"}
    editing.edit(s, kind, h.id(kind), **{fields.get(kind, "name"): h.text})


def _variant(h: Any) -> ReplyText:
    found: ReplyText = h.one(ReplyText)
    return found


def _rename(s: Store, h: Any) -> None:
    text = _variant(h)
    replying.rename_variant(s, text.reply, text.variant, h.text or "Kind")


def _delete_variant(s: Store, h: Any) -> None:
    text = _variant(h)
    replying.delete_variant(s, text.reply, text.variant)


def _write(s: Store, h: Any) -> None:
    text = _variant(h)
    replying.write(s, text.reply, text.variant, h.pick(LANGUAGES), h.text)


def _of_kind(work: Any, kinds: tuple[type[Any], ...]) -> Any:
    def do(s: Store, h: Any) -> None:
        kind = h.pick(kinds)
        work(s, h, kind, h.id(kind))

    return do


def _put_back(s: Store, h: Any) -> None:
    """Put a chapter back as it was when the guide was kept; keep the guide when it never was."""
    now, kept = Guide.read(s), revisions(s, GUIDE, PLAYBOOK_ID)
    if not kept:
        keep(s, GUIDE, {PLAYBOOK_ID: written(now)})
        return
    then = guide_in(kept[0].text, now)
    if then.of(Chapter):
        restore_chapter(s, then, h.pick(list(then.of(Chapter))))


ON_THE_GUIDE: Final[Sequence[Deed]] = (
    lambda s, h: editing.add(s, _new(h)),
    lambda s, h: editing.add(s, _new(h), at=h.chance.randint(0, 3)),
    _edit,
    _of_kind(lambda s, _, kind, key: editing.delete(s, kind, key), KINDS),
    _of_kind(lambda s, h, kind, key: editing.move(s, kind, key, h.chance.randint(0, 6)), ORDERED),
    _of_kind(lambda s, h, kind, key: editing.duplicate(s, kind, key, h.text), ORDERED),
    lambda s, h: matrix.add_scenario(s, h.text),
    lambda s, h: matrix.add_row(s, h.id(Scenario), h.pick(Severity)),
    lambda s, h: matrix.set_severity(s, h.id(Escalation), h.pick(Severity)),
    lambda s, h: replying.add_reply(s, h.text, ("Short", "Warm"), h.pick(LANGUAGES)),
    lambda s, h: replying.add_variant(s, h.id(Reply), h.text or "Kind", h.pick(LANGUAGES)),
    _write,
    _rename,
    _delete_variant,
    lambda s, h: replying.approve(s, h.id(Reply), h.id(Person) if h.yes() else ""),
    lambda s, h: replying.count_use(s, h.id(Reply)),
    _put_back,
)


def settle_guide(store: Store) -> None:
    """Give a playbook a little of everything of a guide, inside a change."""
    for kind in (Chapter, GuideRole, StrikeLevel, Resource, KnownAnswer):
        editing.add(store, kind("", "House rules"))
    for shape in ToneShape:
        editing.add(store, ToneLine("", shape, "Warm"))
    row = store.of(Escalation).get(matrix.add_scenario(store, "Spam"))
    matrix.add_row(store, row.scenario, Severity.HIGH)
    replying.add_reply(store, "Known bug", ("Short", "Warm"), "en")
