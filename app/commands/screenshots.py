"""`screenshots`: takes pictures of every page, palette and dialog."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from app.commands.arguments import Given
from app.commands.opening import reading
from app.commands.registry import CONTENT_LANGUAGES
from app.commands.tools import PictureWish, Tools
from app.errors import KnownError
from app.message import say
from app.playbook.files import Damaged

THEMES: Final = ("light", "dark")
SIZE: Final = re.compile(r"([1-9]\d{2,3})x([1-9]\d{2,3})")
SCALE: Final = re.compile(r"[1-4](\.\d{1,2})?")


def run(tools: Tools, given: Given) -> int:
    """Write the pictures into the folder of --out, in both languages and themes unless one is named."""
    size, scale = SIZE.fullmatch(given.one("--size", "1440x900")), SCALE.fullmatch(given.one("--scale", "1"))
    if not given.has("--out"):
        raise KnownError(say("command.error.missing", what="--out DIR", command=given.command.name))
    if size is None:
        raise KnownError(say("command.error.size", value=given.one("--size")))
    if scale is None:
        raise KnownError(say("command.error.scale", value=given.one("--scale")))
    language, theme = given.chosen("--lang", CONTENT_LANGUAGES), given.chosen("--theme", THEMES)
    wish = PictureWish(
        languages=(language,) if language else CONTENT_LANGUAGES,
        themes=(theme,) if theme else THEMES,
        width=int(size[1]),
        height=int(size[2]),
        scale=float(scale[0]),
        today=given.day("--today") or tools.today,
    )
    _refuse_damaged(tools, given.playbook)
    folder = Path(given.one("--out"))
    tools.outside.make_folder(folder)
    tools.draws.screenshots(given.playbook, wish, folder, tools.out)
    return 0


def _refuse_damaged(tools: Tools, playbook: Path) -> None:
    """Raise Damaged before the window meets a value that nobody would have written."""
    with reading(tools, playbook):
        strange = tools.playbooks.damage(playbook).strange
    if strange:
        raise Damaged(strange[0], say("storage.damaged.do"))
