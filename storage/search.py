"""Full text of everything that has a title, kept in step with the tables before each commit.

No triggers fill it: `trusted_schema=OFF` keeps them from writing to virtual tables, and bulk goes set by set anyway.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Final

from app.store import Hit
from storage.tables import TABLES

MOST_WORDS: Final = 16
INDEX: Final = "title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'"
KEPT: Final = (
    "CREATE TABLE searched (doc INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id)) STRICT",
    f"CREATE VIRTUAL TABLE search USING fts5 ({INDEX})",
    "INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 1.0)')",
)
FIELDS: Final[dict[str, tuple[str, ...]]] = {  # the title, then what else is searched
    "event": ("title", "short", "notes", "public_text", "call_to_action", "success", "link"),
    "checklist_step": ("text",),
    "override": ("fields",),
    "tactic": ("title", "short", "notes", "public_text", "call_to_action", "success", "steps"),
    "kind": ("name",),
    "channel": ("name",),
    "program": ("name", "goal"),
    "person": ("name",),
    "persona": ("name", "summary", "quote"),
    "stage": ("name", "definition", "criterion", "driver"),
    "kpi": ("name", "unit"),
    "purpose": ("promise", "whom", "outcome"),
    "board": ("name",),
    "note": ("text", "source"),
    "connector": ("label",),
    "grid_line": ("name",),
    "branch": ("text", "notes"),
    "cross_link": ("label",),
    "task": ("title", "notes", "tags"),
    "task_step": ("text",),
    "persona_section": ("name",),
    "persona_card": ("text", "label", "source"),
    "chapter": ("name", "text"),
    "tone_line": ("text", "other", "example"),
    "scenario": ("name", "signs"),
    "escalation": ("action", "after_hours"),
    "strike_level": ("name", "action", "message"),
    "guide_role": ("name", "expects"),
    "reply": ("name",),
    "reply_text": ("text", "variant"),
    "resource": ("name", "notes"),
    "known_answer": ("question", "answer", "similar"),
    "incident": ("what", "done"),
    "member": ("name", "notes", "tags", "interests", "handles", "company"),
    "member_state": ("name",),
    "sequence": ("name", "notes"),
    "sequence_step": ("name", "texts"),
    "pipeline_entry": ("title", "notes"),
    "prompt": ("texts", "theme"),
    "rule": ("name",),
    "audience": ("name", "data", "content"),
    "plan_text": ("text",),
    "procedure": ("name", "purpose", "scope", "expects", "measures"),
    "procedure_step": ("text", "expects"),
    "tactic_message": ("name", "texts"),
    "customer": ("name", "account"),
    "advocacy": ("text",),
    "recognition": ("text",),
    "segment": ("name",),
    "form": ("name", "titles"),
    "question": ("texts",),
    "answer": ("text",),
    "feedback_item": ("text", "quote", "did"),
    "own_measure": ("name",),
    "review": ("note",),
}
SECOND: Final = "json_extract(part.value, '$[1]')"
WORDS: Final = {  # columns with JSON: where their words are, and in which of its parts
    "public_text": (SECOND, "true"),
    "steps": ("part.value", "true"),
    "tags": ("part.value", "true"),
    "interests": ("part.value", "true"),
    "similar": ("part.value", "true"),
    "handles": (SECOND, "true"),
    "message": (SECOND, "true"),
    "texts": (SECOND, "true"),
    "titles": (SECOND, "true"),
    "fields": (
        f"iif(json_valid({SECOND}), json_extract({SECOND}, '$'), '')",
        "json_extract(part.value, '$[0]') IN ('title', 'short', 'notes')",
    ),
}
FIND: Final = """
SELECT searched.kind, searched.id, search.title, snippet(search, 1, '', '', '…', 12)
FROM search JOIN searched ON searched.doc = search.rowid WHERE search MATCH ? ORDER BY search.rank LIMIT ?"""


def update(db: sqlite3.Connection, step: int, touched: dict[str, list[str]], *, whole: bool) -> None:
    """Bring the index up to what a step changed; `whole`: also where the step as a whole left the words alone."""
    for name in touched:
        if name not in FIELDS:
            continue
        changed = _of_step(name, whole=whole)
        if db.execute(f"SELECT EXISTS ({changed})", {"step": step}).fetchone()[0]:
            _refresh(db, name, changed, step)


def rebuild(db: sqlite3.Connection) -> None:
    """Fill the index anew from the tables."""
    db.execute("DELETE FROM search")
    db.execute("DELETE FROM searched")
    for name in FIELDS:
        _refresh(db, name, f'SELECT id FROM "{name}"', 0)


def complete(db: sqlite3.Connection) -> bool:
    """Tell whether the index knows exactly the things that there are, each with its present title."""
    titles = (f"SELECT '{name}', id, {_words(fields[0])} FROM \"{name}\" AS thing" for name, fields in FIELDS.items())
    there = set(db.execute(" UNION ALL ".join(titles)))
    return there == set(db.execute("SELECT kind, id, title FROM searched LEFT JOIN search ON search.rowid = doc"))


def find(db: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """Return the things that hold all the words, each as a beginning of a word, best first."""
    question = match(words)
    if not question or limit < 1:
        return []
    rows = db.execute(FIND, (question, limit))
    return [Hit(kind, key, title, " ".join(excerpt.split())) for kind, key, title, excerpt in rows]


def match(words: str) -> str:
    """Return words as a question for FTS5, in which nothing has a meaning but the words themselves."""
    words = words.replace("\0", " ").encode("utf-8", "ignore").decode()
    known = [word for word in words.split() if any(letter.isalnum() for letter in word)]
    quoted = (word[:64].replace('"', '""') for word in known[:MOST_WORDS])
    return " ".join(f'"{word}"*' for word in quoted)


def _refresh(db: sqlite3.Connection, name: str, changed: str, step: int) -> None:
    for statement in _refreshing(name, changed):
        db.execute(statement, {"step": step})


@cache
def _of_step(name: str, *, whole: bool) -> str:
    fields = FIELDS[name]
    differs = " OR ".join(f'"old_{field}" IS NOT "new_{field}"' for field in ("id", *fields))
    rows = f'SELECT id FROM "undo_{name}" WHERE step = :step'
    return rows if whole else f"{rows} AND ({differs})"


@cache
def _refreshing(name: str, changed: str) -> list[str]:
    title, *others = (_words(field) for field in FIELDS[name])
    body = " || char(10) || ".join(others) or "''"
    docs = f"SELECT doc FROM searched WHERE kind = '{name}' AND id IN ({changed})"
    new = f"SELECT '{name}', id FROM \"{name}\" WHERE id IN ({changed})"
    texts = (
        f'SELECT doc, {title}, {body} FROM "{name}" AS thing JOIN searched'
        f" ON searched.kind = '{name}' AND searched.id = thing.id WHERE thing.id IN ({changed})"
    )
    return [
        f"INSERT INTO searched (kind, id) {new} ON CONFLICT DO NOTHING",
        f"DELETE FROM search WHERE rowid IN ({docs})",
        f"INSERT INTO search (rowid, title, body) {texts}",
        f'DELETE FROM searched WHERE doc IN ({docs} AND id NOT IN (SELECT id FROM "{name}"))',
    ]


def _words(field: str) -> str:
    """Return an expression for the words of a column; what should be JSON and is not has none."""
    column = f'thing."{field}"'
    if field not in WORDS:
        return column
    words, which = WORDS[field]
    parts = f"json_each(iif(json_valid({column}), {column}, '[]')) AS part"
    return f"coalesce((SELECT group_concat({words}, char(10)) FROM {parts} WHERE {which}), '')"


assert FIELDS.keys() <= {table.name for table in TABLES}
