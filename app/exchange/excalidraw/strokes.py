"""Lines that were drawn in Excalidraw and lead from nothing to nothing: shown as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.exchange.json_text import number, object_in
from app.purpose.board import Note
from app.purpose.route import Point

LINES: Final = ("line", "arrow", "freedraw")
POINTS_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line within a note; its points are px from the corner of the note."""

    points: tuple[Point, ...]
    start_head: bool = False
    end_head: bool = False
    dashed: bool = False


def stroke_of(note: Note) -> Stroke | None:
    """Return the line that a note stands for, None when it stands for something else."""
    brought = object_in(note.foreign).get("excalidraw")
    raw = brought.get("element") if isinstance(brought, dict) else None
    if not isinstance(raw, dict) or raw.get("type") not in LINES or not isinstance(raw.get("points"), list):
        return None
    spots = [
        (across, down)
        for point in raw["points"][:POINTS_MOST]
        if isinstance(point, list) and len(point) >= 2
        if (across := number(point[0])) is not None and (down := number(point[1])) is not None
    ]
    if len(spots) < 2:
        return None
    left, top = min(spot[0] for spot in spots), min(spot[1] for spot in spots)
    wide, tall = max(spot[0] for spot in spots) - left, max(spot[1] for spot in spots) - top
    across = note.width / wide if wide > 1 and abs(note.width - wide) > 1 else 1.0
    down = note.height / tall if tall > 1 and abs(note.height - tall) > 1 else 1.0
    points = tuple(((x - left) * across, (y - top) * down) for x, y in spots)
    ends_in_head = "arrow" if raw["type"] == "arrow" else None
    heads = bool(raw.get("startArrowhead")), bool(raw.get("endArrowhead", ends_in_head))
    return Stroke(points, *heads, raw.get("strokeStyle") in ("dashed", "dotted"))
