"""Lines across the map, from one branch to another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.errors import KnownError
from app.funnel.branch import Branch, CrossLink
from app.message import say
from app.store import Store


def connect(store: Store, start: str, end: str, label: str = "") -> str:
    """Draw a line between two branches; return its id, that of the line which is there already when there is one."""
    if start == end:
        raise KnownError(say("funnel.error.cross_itself"), say("funnel.error.cross_itself.do"))
    there = next(iter(store.of(CrossLink).where(start=start, end=end)), None)
    if there:
        return there.id
    branch = store.of(Branch).get(start)
    store.of(Branch).get(end)
    link = CrossLink(store.new_id(), start, end, label)
    with store.change(say("funnel.step.connect", title=branch.text)):
        store.of(CrossLink).save([link])
    return link.id


def lead_to(store: Store, start: str, end: str, among: Collection[str]) -> None:
    """Let a branch lead to one of some branches, "" for none of them; lines to others stay."""
    lines = [link for link in store.of(CrossLink).where(start=start) if link.end in among]
    if [link.end for link in lines] == ([end] if end else []):
        return
    branch = store.of(Branch).get(start)
    with store.change(say("funnel.step.connect" if end else "funnel.step.disconnect", title=branch.text)):
        store.of(CrossLink).delete([link.id for link in lines if link.end != end])
        if end and end not in {link.end for link in lines}:
            store.of(CrossLink).save([CrossLink(store.new_id(), start, end)])


def relabel(store: Store, id: str, label: str) -> None:
    """Write on a line; typing on joins the step before."""
    link = store.of(CrossLink).get(id)
    if link.label == label:
        return
    with store.change(say("funnel.step.relabel", title=label), merge=f"cross:{id}"):
        store.of(CrossLink).save([replace(link, label=label)])


def disconnect(store: Store, id: str) -> None:
    """Take a line away."""
    link = store.of(CrossLink).get(id)
    title = store.of(Branch).get(link.start).text
    with store.change(say("funnel.step.disconnect", title=title)):
        store.of(CrossLink).delete([id])
