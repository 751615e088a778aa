"""Starting content: kinds, tactics and communities that a new playbook is filled from.

`structure/` holds what is the same in every language, `<language>/` the words; both are laid over each other by key.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

COMMUNITIES: Final = ("product-users", "founders-creators", "customer-admins")
COMMON: Final = ("kinds", "tactics", "ground")  # what every playbook begins with
SAMPLE: Final = "sample"
LANGUAGES: Final = ("en", "bg")
WRITTEN: Final = (*COMMUNITIES, SAMPLE)  # whose personas are written out


def content(language: str, community: str = "") -> dict[str, Any]:
    """Return what a playbook begins with, in one language: the common things and those of a community or the sample."""
    whole: dict[str, Any] = {}
    for name in (*COMMON, community) if community else COMMON:
        whole = _laid_over(whole, part(language, name))
    whole["persona_blank"] = part(language, "persona-blank")["sections"]
    states, names = _read("structure", "member-states"), _read(language, "member-states")
    whole["states"] = {key: {"name": names[key], **own} for key, own in states.items()}
    whole["sequences"] = _laid_over(_sequences(language), whole.get("sequences", {}))
    from resources.templates.plans import plans

    whole = _laid_over(whole, plans(language))
    if community in WRITTEN:
        from resources.templates.guides import guide

        whole = _laid_over(whole, {"personas": part(language, f"personas-{community}")})
        whole["guide"] = guide(language, community)
    ready = part(language, "rules")
    whole["rules"] = {key: ready[key] for key in whole.get("rules", ())}
    return whole


def part(language: str, name: str) -> dict[str, Any]:
    """Return one file of ready content in one language, its words laid over what has none."""
    return _laid_over(_read("structure", name), _read(language, name))


def file_of(folder: str, name: str) -> dict[str, Any]:
    """Return one file of ready content as it is; nobody may change what it holds."""
    return _read(folder, name)


def _sequences(language: str) -> dict[str, Any]:
    """Return the ready sequences named in one language; their messages come in all of them."""
    found = part(language, "sequences")
    for key, sequence in found.items():
        for name, step in sequence["steps"].items():
            step["texts"] = {code: _read(code, "sequences")[key]["steps"][name]["text"] for code in LANGUAGES}
    return found


def prompts(language: str) -> dict[str, Any]:
    """Return the bank of prompts: the texts in all languages, the themes named in one."""
    themes = _read(language, "prompt-themes")
    found = {key: dict(one) for key, one in _read("structure", "prompts").items()}
    for key, one in found.items():
        one["theme"] = themes[one["theme"]]
        one["texts"] = {code: _read(code, "prompts")[key] for code in LANGUAGES}
    return found


@cache
def _read(folder: str, name: str) -> dict[str, Any]:
    file = Path(__file__).parent / folder / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    whole = dict(under)
    for key, value in over.items():
        below = whole.get(key)
        whole[key] = _laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return whole
