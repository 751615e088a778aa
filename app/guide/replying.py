"""Sample replies: their variants and languages, who approved them, and how often they are used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.guide.reply import Reply, ReplyText
from app.guide.snapshot import Guide
from app.guide.step_names import ADD_TEXTS, EDIT_TEXTS, step
from app.message import say
from app.store import Store
from app.tasks.today import today_of

LOOK_AGAIN: Final = timedelta(days=182)  # after an approval


def variants(guide: Guide, reply: str) -> list[str]:
    """Return the variants of a reply, in order."""
    return list(dict.fromkeys(it.variant for it in guide.texts_of(reply)))


def text_of(guide: Guide, reply: str, variant: str, language: str) -> ReplyText | None:
    """Return how a reply is said, when it is."""
    there = (it for it in guide.texts_of(reply) if it.variant == variant and it.language == language)
    return next(there, None)


def spoken(guide: Guide, reply: str, variant: str) -> list[str]:
    """Return the languages in which a variant says something."""
    return [it.language for it in guide.texts_of(reply) if it.variant == variant and it.text.strip()]


def add_reply(store: Store, name: str, variant_names: Sequence[str], language: str) -> str:
    """Add a reply with empty variants in one language; return the id."""
    last = max((it.position for it in store.of(Reply).all()), default=-1)
    reply = Reply(store.new_id(), name, position=last + 1)
    with store.change(step(ADD_TEXTS, reply)):
        store.of(Reply).save([reply])
        store.of(ReplyText).save(
            ReplyText(store.new_id(), reply.id, variant, language, "", at) for at, variant in enumerate(variant_names)
        )
    return reply.id


def write(store: Store, reply: str, variant: str, language: str, text: str) -> None:
    """Say a variant in a language; typing folds into one step."""
    there = list(store.of(ReplyText).where(reply=reply))
    known = next((it for it in there if it.variant == variant and it.language == language), None)
    at = next((it.position for it in there if it.variant == variant), len(there))
    new = replace(known, text=text) if known else ReplyText(store.new_id(), reply, variant, language, text, at)
    if new != known:
        with store.change(step(EDIT_TEXTS, store.of(Reply).get(reply)), merge=f"edit:{reply}:{variant}:{language}"):
            store.of(ReplyText).save([new])


def add_variant(store: Store, reply: str, name: str, language: str) -> None:
    """Add a variant without words; one of that name stays as it is."""
    there = list(store.of(ReplyText).where(reply=reply))
    if any(it.variant == name for it in there):
        return
    at = 1 + max((it.position for it in there), default=-1)
    with store.change(step(EDIT_TEXTS, store.of(Reply).get(reply))):
        store.of(ReplyText).save([ReplyText(store.new_id(), reply, name, language, "", at)])


def rename_variant(store: Store, reply: str, variant: str, name: str) -> None:
    """Call a variant otherwise in all its languages; a name that another one has is not taken."""
    there = list(store.of(ReplyText).where(reply=reply))
    if name != variant and not any(it.variant == name for it in there):
        with store.change(step(EDIT_TEXTS, store.of(Reply).get(reply)), merge=f"edit:{reply}:variant"):
            store.of(ReplyText).save(replace(it, variant=name) for it in there if it.variant == variant)


def delete_variant(store: Store, reply: str, variant: str) -> None:
    """Delete a variant in all its languages."""
    gone = [it.id for it in store.of(ReplyText).where(reply=reply, variant=variant)]
    with store.change(step(EDIT_TEXTS, store.of(Reply).get(reply))):
        store.of(ReplyText).delete(gone)


def approve(store: Store, reply: str, person: str) -> None:
    """Note that somebody approved a reply today; half a year later it is to be looked at again."""
    today, known = today_of(store), store.of(Reply).get(reply)
    new = replace(known, approved_by=person, approved=today if person else None)
    if person:
        new = replace(new, review=today + LOOK_AGAIN)
    with store.change(step(EDIT_TEXTS, known)):
        store.of(Reply).save([new])


def count_use(store: Store, reply: str) -> None:
    """Note that a reply was copied."""
    known = store.of(Reply).get(reply)
    with store.change(say("guide.step.use", name=known.name)):
        store.of(Reply).save([replace(known, used=known.used + 1, last_used=today_of(store))])


def overdue(reply: Reply, today: date) -> bool:
    """Return whether somebody should look at a reply again."""
    return reply.review is not None and reply.review <= today
