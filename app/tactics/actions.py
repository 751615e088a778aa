"""What a person can do with tactics."""

from __future__ import annotations

from app.message import say
from app.store import Store
from app.tactics.tactic import Tactic


def save_tactic(store: Store, tactic: Tactic) -> None:
    """Add a tactic, or keep what was changed in it; events that came from it stay as they are."""
    known = any(store.of(Tactic).some([tactic.id]))
    step = say("step.tactic.edit", title=tactic.title) if known else say("step.tactic.add", title=tactic.title)
    with store.change(step):
        store.of(Tactic).save([tactic])


def delete_tactic(store: Store, tactic_id: str) -> None:
    """Take a tactic away; events that came from it stay."""
    with store.change(say("step.tactic.delete", title=store.of(Tactic).get(tactic_id).title)):
        store.of(Tactic).delete([tactic_id])
