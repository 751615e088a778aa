"""Prompts of one's own as a file that can be given away, and such files of others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.json_text import read_json, text_of
from app.message import say
from app.workflows.prompt import Prompt, PromptKind
from app.workflows.prompts import STAGES, TEXT_MOST, THEME_MOST

FORMAT: Final = "sedyanka-prompts"
VERSION: Final = 1
OCTETS_MOST: Final = 4 * 1024 * 1024
PROMPTS_MOST: Final = 2_000
LANGUAGES_MOST: Final = 20
CODE_MOST: Final = 12  # letters of the name of a language
NO_CODE: Final = re.compile(r"[^a-z0-9-]")


def write_prompts(prompts: Iterable[Prompt]) -> bytes:
    """Return prompts as a file, one after the other so that people can read it too."""
    rows = [{"kind": it.kind.value, "stage": it.stage, "theme": it.theme, "texts": dict(it.texts)} for it in prompts]
    whole = {"format": FORMAT, "version": VERSION, "prompts": rows}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_prompts(data: bytes, file: str) -> tuple[Prompt, ...]:
    """Return the prompts of a file, without ids; ImportRejected names the one that is wrong, and why."""
    if len(data) > OCTETS_MOST:
        raise ImportRejected(file, "", say("prompts.file.large", n=OCTETS_MOST // 1024 // 1024))
    whole = read_json(data, file)
    rows = whole.get("prompts")
    if whole.get("format") != FORMAT or not isinstance(rows, list):
        raise ImportRejected(file, "", say("prompts.file.other"))
    if whole.get("version") != VERSION:
        raise ImportRejected(file, "", say("prompts.file.newer"))
    if len(rows) > PROMPTS_MOST:
        raise ImportRejected(file, str(PROMPTS_MOST + 1), say("prompts.file.many", n=PROMPTS_MOST))
    return tuple(_prompt(row, at, file) for at, row in enumerate(rows, 1))


def _prompt(row: Any, at: int, file: str) -> Prompt:
    if not isinstance(row, dict):
        raise ImportRejected(file, str(at), say("prompts.file.no_object"))
    kind, stage = row.get("kind"), row.get("stage", "")
    if not isinstance(kind, str) or kind not in set(PromptKind):
        raise ImportRejected(file, str(at), say("prompts.file.kind"))
    if not isinstance(stage, str) or stage not in ("", *STAGES):
        raise ImportRejected(file, str(at), say("prompts.file.stage"))
    return Prompt("", PromptKind(kind), _texts(row.get("texts"), at, file), stage, _line(row.get("theme", "")))


def _texts(raw: Any, at: int, file: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(raw, dict) or not 0 < len(raw) <= LANGUAGES_MOST:
        raise ImportRejected(file, str(at), say("prompts.file.texts"))
    found = []
    for code, value in raw.items():
        text = text_of(value).strip()
        if len(text) > TEXT_MOST:
            raise ImportRejected(file, str(at), say("prompts.file.long", n=TEXT_MOST))
        language = NO_CODE.sub("", code[:CODE_MOST].casefold())
        if text and language:
            found.append((language, text))
    if not found:
        raise ImportRejected(file, str(at), say("prompts.file.texts"))
    return tuple(dict(found).items())


def _line(value: Any) -> str:
    return " ".join(text_of(value).split())[:THEME_MOST]
