"""Maps to try things on, in real files, and how they read."""

from __future__ import annotations

from pathlib import Path

from app.funnel.branch import Branch
from app.funnel.funnel_map import FunnelMap
from app.funnel.stage import Stage
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from storage.playbooks import SqlPlaybooks
from storage.store import SqlStore

STAGES = (Stage("aware", "Awareness", "welcome", 0), Stage("active", "Activation", "conversation", 1))


def a_branch(id: str, onto: str, position: int = 0, **fields) -> Branch:
    """A branch whose text is its id; `onto` is a stage, or stage/parent."""
    stage, _, parent = onto.partition("/")
    return Branch(id, stage, parent, position, fields.pop("text", id), **fields)


SMALL = (
    a_branch("channels", "aware"),
    a_branch("forum", "aware/channels", 0),
    a_branch("letter", "aware/channels", 1),
    a_branch("talks", "aware/channels", 2),
    a_branch("monthly", "aware/letter", 0),
    a_branch("deeds", "aware", 1),
    a_branch("reads", "aware/deeds", 0),
    a_branch("triggers", "active", 0),
    a_branch("welcome", "active/triggers", 0),
)


def a_map(file: Path, *branches: Branch, stages=STAGES) -> SqlStore:
    store = SqlPlaybooks(file.parent / "data").create(file)
    with store.change(say("step.settings.name", name="Kestrel Circle")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle")])
        store.of(Stage).save(stages)
        store.of(Branch).save(branches or SMALL)
    return store


def told(store: SqlStore) -> list[str]:
    """The map as an outline: one line a branch, two blanks a level."""
    funnel = FunnelMap.read(store)
    lines = []
    for key in funnel.in_order():
        branch = funnel.branch(key)
        depth = len(funnel.forest.path(key)) if branch else 0
        lines.append("  " * depth + funnel.text(key) + (" +" if funnel.folded(key) else ""))
    return lines
