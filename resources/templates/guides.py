"""Ready guides: what has no words laid under the words, lists row by row, and messages in every language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resources.templates import LANGUAGES, file_of

Raw = dict[str, Any]


def guide(language: str, community: str) -> Raw:
    """Return the ready guide of a community: its chapters in one language, what members are told in all of them."""
    name = f"guide-{community}"
    words, bare = file_of(language, name), file_of("structure", name)
    spoken = {code: file_of(code, name) for code in LANGUAGES}
    told = spoken.items()
    promises = [{"name": text, **own} for text, own in zip(words["promises"], bare["promises"], strict=True)]
    return {
        "chapters": {
            key: {**own, "public": bare["public"].get(key, True)} for key, own in words["chapters"].items()
        },
        "tone": words["tone"],
        "scenarios": {key: _scenario(own, bare["scenarios"][key]) for key, own in words["scenarios"].items()},
        "strikes": [
            {**bare["strikes"][row], **own, "message": {code: one["strikes"][row]["message"] for code, one in told}}
            for row, own in enumerate(words["strikes"])
        ],
        "roles": {key: {**bare["roles"][key], **own} for key, own in words["roles"].items()},
        "replies": {
            key: {**bare["replies"][key], "name": own["name"], "texts": _texts(key, own["texts"], spoken)}
            for key, own in words["replies"].items()
        },
        "resources": _together(words["resources"], bare.get("resources", ())),
        "answers": _together(words["answers"], bare.get("answers", ())),
        "promises": promises,
        "duties": bare["duties"],
    }  # fmt: skip


def _scenario(words: Raw, bare: Raw) -> Raw:
    """Return a scenario with its rows: its own words, and for each severity what is done."""
    rows = {severity: {**own, **words[severity]} for severity, own in bare.items()}
    return {"name": words["name"], "signs": words["signs"], "rows": rows}


def _texts(key: str, variants: Raw, spoken: dict[str, Raw]) -> list[Raw]:
    """Return what a reply says by variant and language; variants are called as in the language of the guide."""
    told = {code: list(it["replies"][key]["texts"].values()) for code, it in spoken.items()}
    return [
        {"name": name, "texts": {code: texts[row] for code, texts in told.items()}} for row, name in enumerate(variants)
    ]


def _together(words: Sequence[Raw], bare: Sequence[Raw]) -> list[Raw]:
    own = [*bare, *({} for _ in range(len(words) - len(bare)))]
    return [{**under, **over} for under, over in zip(own, words, strict=True)]
