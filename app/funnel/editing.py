"""What stands on branches: text, notes, icon, personas, done; folded or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.funnel.branch import Branch
from app.funnel.forest import Forest
from app.funnel.placing import forest_of, place_on, stages_in_order, step
from app.funnel.stage import Stage
from app.message import Message, say
from app.store import Store

FIELD_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "icon": ("funnel.step.icon", "funnel.step.icon.many"),
    "personas": ("funnel.step.personas", "funnel.step.personas.many"),
    "notes": ("funnel.step.notes", "funnel.step.notes.many"),
}


def rename(store: Store, id: str, text: str) -> None:
    """Put another text on a branch; typing on joins the step before, be it the one that added the branch."""
    branch = store.of(Branch).get(id)
    if branch.text == text:
        return
    with store.change(say("funnel.step.rename", title=text), merge=f"branch:{id}"):
        store.of(Branch).save([replace(branch, text=text)])


def set_notes(store: Store, id: str, notes: str) -> None:
    """Write notes to a branch; typing on joins the step before."""
    branch = store.of(Branch).get(id)
    if branch.notes == notes:
        return
    with store.change(say("funnel.step.notes", title=branch.text), merge=f"branch-notes:{id}"):
        store.of(Branch).save([replace(branch, notes=notes)])


def set_field(store: Store, ids: Sequence[str], **fields: Any) -> None:
    """Give branches the same icon, personas or notes."""
    (name,) = fields
    branches = list(store.of(Branch).some(ids))
    changed = [replace(it, **fields) for it in branches if getattr(it, name) != fields[name]]
    _save(store, FIELD_TEXTS[name], changed)


def set_done(store: Store, ids: Sequence[str], *, done: bool) -> None:
    """Mark branches as done, or as not done."""
    changed = [replace(it, done=done) for it in store.of(Branch).some(ids) if it.done != done]
    _save(store, ("funnel.step.done", "funnel.step.done.many") if done else _UNDONE, changed)


def fold(store: Store, ids: Sequence[str], *, folded: bool) -> None:
    """Hide or show what hangs on stages and branches; what nothing hangs on is left as it is."""
    stages = [it for it in store.of(Stage).some(ids) if it.folded != folded]
    branches = [it for it in store.of(Branch).some(ids) if it.folded != folded]
    with_children = {it.parent for it in _hung_on(store, branches)}
    branches = [it for it in branches if not folded or it.id in with_children]
    _fold(store, stages, branches, folded=folded)


def fold_children(store: Store, id: str) -> None:
    """Fold every child of a stage or a branch that has children itself; unfold them when all are folded."""
    place = place_on(store, id)
    forest = forest_of(store, place.stage)
    inner = [forest.branches[child] for child in forest.children(id) if forest.children(child)]
    folded = not all(it.folded for it in inner)
    _fold(store, [], [it for it in inner if it.folded != folded], folded=folded)


def fold_all(store: Store, *, folded: bool, on: str = "") -> None:
    """Fold every group of every stage, or unfold all; those of the funnel, or of the map that is named."""
    roots = [store.of(Stage).get(on)] if on else stages_in_order(store)
    forest = Forest(branch for root in roots for branch in store.of(Branch).where(stage=root.id))
    stages = [] if folded else [it for it in roots if it.folded]
    branches = [
        it
        for it in forest.branches.values()
        if it.folded != folded and (not folded or (not forest.place(it.id).parent and forest.children(it.id)))
    ]
    _fold(store, stages, branches, folded=folded)


_UNDONE: Final = ("funnel.step.undone", "funnel.step.undone.many")


def _hung_on(store: Store, branches: Sequence[Branch]) -> Iterable[Branch]:
    stages = dict.fromkeys(branch.stage for branch in branches)
    return [it for stage in stages for it in store.of(Branch).where(stage=stage)]


def _fold(store: Store, stages: Sequence[Stage], branches: Sequence[Branch], *, folded: bool) -> None:
    if not (stages or branches):
        return
    titles = [stage.name for stage in stages] + [branch.text for branch in branches]
    one, many = _FOLDED if folded else _UNFOLDED
    name = Message(one, (("title", titles[0]),)) if len(titles) == 1 else Message(many, (("n", len(titles)),))
    with store.change(name):
        store.of(Stage).save(replace(stage, folded=folded) for stage in stages)
        store.of(Branch).save(replace(branch, folded=folded) for branch in branches)


_FOLDED: Final = ("funnel.step.fold", "funnel.step.fold.many")
_UNFOLDED: Final = ("funnel.step.unfold", "funnel.step.unfold.many")


def _save(store: Store, texts: tuple[str, str], changed: Sequence[Branch]) -> None:
    if not changed:
        return
    with store.change(step(*texts, Forest(changed), [it.id for it in changed])):
        store.of(Branch).save(changed)
