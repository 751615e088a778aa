"""The ready procedures, audiences and texts of plans, and the messages of tactics in all languages."""

from __future__ import annotations

from typing import Any

from resources.templates import LANGUAGES, file_of, part


def plans(language: str) -> dict[str, Any]:
    """Return what the plans of a new playbook begin with, in one language."""
    procedures = {key: dict(one) for key, one in file_of(language, "procedures").items()}
    for key, one in procedures.items():
        shape = file_of("structure", "procedures")[key]
        one["steps"] = [own | step for own, step in zip(shape["steps"], one["steps"], strict=True)]
    return {
        "procedures": procedures,
        "audiences": part(language, "audiences"),
        "plans": file_of(language, "plans"),
        "tactics": {key: {"messages": _messages(key, language)} for key in file_of(language, "tactics")["tactics"]},
    }


def _messages(tactic: str, language: str) -> dict[str, Any]:
    """Return the messages of a tactic named in one language; their texts come in all of them."""
    texts = {code: file_of(code, "tactics")["tactics"][tactic].get("messages", {}) for code in LANGUAGES}
    return {key: {"texts": {code: texts[code][key]["text"] for code in LANGUAGES}} for key in texts[language]}
