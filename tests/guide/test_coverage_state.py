"""The sign beside the chapter of coverage says when a usual week has gaps."""

from datetime import date

from app.guide.chapter import Chapter
from app.guide.cover_painting import paint
from app.guide.coverage import Promise
from app.guide.editing import add
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.state import ChapterState, state_of
from app.store import Store

CHAPTER = Chapter("c", "Coverage", "coverage")


def state(store: Store) -> ChapterState:
    return state_of(Guide.read(store), CHAPTER, date(2027, 3, 10))


def test_gaps_want_to_be_looked_at_and_painting_them_is_enough(store):
    role = add(store, GuideRole("", "Lead"))
    assert state(store) is ChapterState.EMPTY
    paint(store, role, [0], (540, 600))
    assert state(store) is ChapterState.WRITTEN

    add(store, Promise("", "Weekend", 60, (5,), 540, 660))
    assert state(store) is ChapterState.LOOK
    paint(store, role, [5], (600, 660))
    assert state(store) is ChapterState.WRITTEN
