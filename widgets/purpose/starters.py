"""Boards to start from, in the language of the playbook."""

from __future__ import annotations

from app.errors import BugError
from app.funnel.placing import stages_in_order
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.playbook.templates import read_template
from app.purpose.starter import add_starter_board, read_starter
from app.store import Store
from resources.templates import content
from widgets.common.words import speaking, tr


def add_community_board(store: Store, community: str) -> str:
    """Add the board of a community to start from; return its id."""
    book = next(iter(store.of(Playbook).some([PLAYBOOK_ID])), Playbook(PLAYBOOK_ID, "", start=store.now().date()))
    raw = content(_language(store), community)
    board = read_starter(raw)
    if board is None:
        raise BugError(community)
    template = read_template(raw, book.start, _language(store), community)
    by_name = {stage.name: stage.id for stage in stages_in_order(store)}
    stages = {stage.id: by_name[stage.name] for stage in template.stages if stage.name in by_name}
    return add_starter_board(store, board, template.kpis, stages)


def journey_words(store: Store) -> tuple[str, list[str], list[str]]:
    """Return the name, the moments and the touchpoints of a member journey."""
    with speaking(_language(store)):
        return (
            tr("purpose.journey.name"),
            [
                tr("purpose.journey.hears"),
                tr("purpose.journey.joins"),
                tr("purpose.journey.first_post"),
                tr("purpose.journey.first_answer"),
                tr("purpose.journey.regular"),
                tr("purpose.journey.advocate"),
            ],
            [
                tr("purpose.journey.community"),
                tr("purpose.journey.product"),
                tr("purpose.journey.mail"),
                tr("purpose.journey.live"),
            ],
        )


def _language(store: Store) -> str:
    return next((it.language for it in store.of(Playbook).some([PLAYBOOK_ID])), "en") or "en"
