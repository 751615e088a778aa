"""Version 5: activity that sources tell, what is known of members, feedback and the health page."""

from __future__ import annotations

from typing import Final

from alembic.operations import Operations

NEW: Final = (
    """CREATE TABLE "member_of" ("id" TEXT NOT NULL, "identity" TEXT NOT NULL, "member" TEXT NOT NULL, PRIMARY KEY
    (id), UNIQUE ("identity")) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "customer" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "email" TEXT NOT NULL, "email_mark" TEXT
    NOT NULL, "member" TEXT NOT NULL, "account" TEXT NOT NULL, "plan" TEXT NOT NULL, "payment" TEXT NOT NULL,
    "since" TEXT, "segment" TEXT NOT NULL, "features" TEXT NOT NULL, "amount_then" REAL, "amount_now" REAL,
    "renewal" TEXT, "until" TEXT, "created" INTEGER NOT NULL, "changed" INTEGER NOT NULL, "foreign" TEXT NOT NULL,
    PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "advocacy" ("id" TEXT NOT NULL, "member" TEXT NOT NULL, "kind" TEXT NOT NULL, "day" TEXT NOT
    NULL, "text" TEXT NOT NULL, "address" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "advocacy_member" ON "advocacy" ("member")',
    """CREATE TABLE "recognition" ("id" TEXT NOT NULL, "member" TEXT NOT NULL, "kind" TEXT NOT NULL, "day" TEXT NOT
    NULL, "text" TEXT NOT NULL, "rule" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "recognition_member" ON "recognition" ("member")',
    """CREATE TABLE "segment" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "where" TEXT NOT NULL, "icon" TEXT NOT NULL,
    "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "member_rule" ("id" TEXT NOT NULL, "decides" TEXT NOT NULL, "name" TEXT NOT NULL, "where" TEXT
    NOT NULL, "target" TEXT NOT NULL, "points" REAL NOT NULL, "used" INTEGER NOT NULL, "position" INTEGER NOT
    NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "privacy" ("id" TEXT NOT NULL, "kept" TEXT NOT NULL, "months" INTEGER NOT NULL, "hide_names"
    INTEGER NOT NULL, "fewest" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "mapping" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "rows" TEXT NOT NULL, "header" TEXT NOT
    NULL, "columns" TEXT NOT NULL, "options" TEXT NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID,
    STRICT""",
    """CREATE TABLE "form" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "titles" TEXT NOT NULL, "intros" TEXT NOT NULL,
    "thanks" TEXT NOT NULL, "version" INTEGER NOT NULL, "published" INTEGER NOT NULL, "event" TEXT NOT NULL,
    "archived" INTEGER NOT NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, "created" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "question" ("id" TEXT NOT NULL, "form" TEXT NOT NULL, "kind" TEXT NOT NULL, "texts" TEXT NOT
    NULL, "lows" TEXT NOT NULL, "highs" TEXT NOT NULL, "least" INTEGER NOT NULL, "most" INTEGER NOT NULL, "must"
    INTEGER NOT NULL, "pass_over" INTEGER NOT NULL, "when" TEXT NOT NULL, "kpi" TEXT NOT NULL, "position" INTEGER
    NOT NULL, "since" INTEGER NOT NULL, "until" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN
    KEY ("form") REFERENCES "form" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_question_form" ON "question" ("form")',
    """CREATE TABLE "choice" ("id" TEXT NOT NULL, "question" TEXT NOT NULL, "texts" TEXT NOT NULL, "free" INTEGER NOT
    NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("question") REFERENCES
    "question" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_choice_question" ON "choice" ("question")',
    """CREATE TABLE "tag_rule" ("id" TEXT NOT NULL, "sets" TEXT NOT NULL, "value" TEXT NOT NULL, "words" TEXT NOT
    NULL, "used" INTEGER NOT NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT
    ROWID, STRICT""",
    """CREATE TABLE "feedback_item" ("id" TEXT NOT NULL, "number" INTEGER NOT NULL, "text" TEXT NOT NULL, "kind" TEXT
    NOT NULL, "state" TEXT NOT NULL, "quote" TEXT NOT NULL, "sources" TEXT NOT NULL, "members" TEXT NOT NULL,
    "personas" TEXT NOT NULL, "themes" TEXT NOT NULL, "urgency" TEXT NOT NULL, "team" TEXT NOT NULL, "owner" TEXT
    NOT NULL, "due" TEXT, "priority" TEXT NOT NULL, "task" TEXT NOT NULL, "did" TEXT NOT NULL, "declined" INTEGER
    NOT NULL, "told" TEXT NOT NULL, "position" INTEGER NOT NULL, "created" INTEGER NOT NULL, "routed" INTEGER NOT
    NULL, "closed" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "said_done" ("id" TEXT NOT NULL, "month" TEXT NOT NULL, "intros" TEXT NOT NULL, "texts" TEXT NOT
    NULL, "items" TEXT NOT NULL, "event" TEXT NOT NULL, "sent" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID,
    STRICT""",
    """CREATE TABLE "response" ("id" TEXT NOT NULL, "form" TEXT NOT NULL, "version" INTEGER NOT NULL, "at" INTEGER
    NOT NULL, "source" TEXT NOT NULL, "ext" TEXT NOT NULL, "member" TEXT NOT NULL, "persona" TEXT NOT NULL,
    "language" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("form") REFERENCES "form" (id) ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_response_form" ON "response" ("form")',
    """CREATE TABLE "answer" ("id" TEXT NOT NULL, "response" TEXT NOT NULL, "question" TEXT NOT NULL, "value" REAL,
    "text" TEXT NOT NULL, "choices" TEXT NOT NULL, "themes" TEXT NOT NULL, "urgency" TEXT NOT NULL, "kind" TEXT
    NOT NULL, "persona" TEXT NOT NULL, "by_hand" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("response")
    REFERENCES "response" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "answer_question" ON "answer" ("question")',
    'CREATE INDEX "ix_answer_response" ON "answer" ("response")',
    """CREATE TABLE "card" ("id" TEXT NOT NULL, "kind" TEXT NOT NULL, "measures" TEXT NOT NULL, "name" TEXT NOT NULL,
    "x" INTEGER NOT NULL, "y" INTEGER NOT NULL, "width" INTEGER NOT NULL, "height" INTEGER NOT NULL, "segment"
    TEXT NOT NULL, "options" TEXT NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "measure_choice" ("id" TEXT NOT NULL, "measure" TEXT NOT NULL, "target" REAL, "due" TEXT, "kpi"
    TEXT NOT NULL, "leading" INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE ("measure")) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "definition" ("id" TEXT NOT NULL, "key" TEXT NOT NULL, "kinds" TEXT NOT NULL, "times" INTEGER NOT
    NULL, "days" INTEGER NOT NULL, "where" TEXT NOT NULL, PRIMARY KEY (id), UNIQUE ("key")) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "own_measure" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "shape" TEXT NOT NULL, "top" TEXT NOT
    NULL, "bottom" TEXT NOT NULL, "unit" TEXT NOT NULL, "days" INTEGER NOT NULL, "level" TEXT NOT NULL, "position"
    INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "review" ("id" TEXT NOT NULL, "week" TEXT NOT NULL, "figures" TEXT NOT NULL, "note" TEXT NOT
    NULL, "actions" TEXT NOT NULL, "done" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "summary" ("id" TEXT NOT NULL, "start" TEXT NOT NULL, "end" TEXT NOT NULL, "language" TEXT NOT
    NULL, "text" TEXT NOT NULL, "asks" TEXT NOT NULL, "changed" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID,
    STRICT""",
    """CREATE TABLE "quieted" ("id" TEXT NOT NULL, "alarm" TEXT NOT NULL, "until" TEXT NOT NULL, PRIMARY KEY (id))
    WITHOUT ROWID, STRICT""",
    """CREATE TABLE space (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ext TEXT NOT NULL, name TEXT NOT NULL, UNIQUE
    (kind, ext)) STRICT""",
    """CREATE TABLE batch (id INTEGER PRIMARY KEY, space INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, at
    INTEGER NOT NULL, complete INTEGER NOT NULL, first INTEGER, last INTEGER, told TEXT NOT NULL) STRICT""",
    """CREATE TABLE identity (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, space INTEGER NOT NULL, name TEXT NOT
    NULL, handle TEXT NOT NULL, email TEXT NOT NULL, email_mark TEXT NOT NULL, zone TEXT NOT NULL, bot INTEGER NOT
    NULL, staff INTEGER NOT NULL, joined INTEGER, gone INTEGER, seen INTEGER, foreign_words TEXT NOT NULL, batch
    INTEGER NOT NULL) STRICT""",
    """CREATE TABLE place (id INTEGER PRIMARY KEY, space INTEGER NOT NULL, ext TEXT NOT NULL, name TEXT NOT NULL,
    private INTEGER NOT NULL, batch INTEGER NOT NULL, UNIQUE (space, ext)) STRICT""",
    """CREATE TABLE activity (space INTEGER NOT NULL, ext TEXT NOT NULL, identity INTEGER NOT NULL, kind INTEGER NOT
    NULL, at INTEGER, place INTEGER NOT NULL, thread TEXT NOT NULL, target INTEGER NOT NULL, batch INTEGER NOT
    NULL, PRIMARY KEY (space, ext)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE activity_text (space INTEGER NOT NULL, ext TEXT NOT NULL, words TEXT NOT NULL, batch INTEGER NOT
    NULL, PRIMARY KEY (space, ext)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE figure (space INTEGER NOT NULL, measure TEXT NOT NULL, day TEXT NOT NULL, value REAL NOT NULL,
    batch INTEGER NOT NULL, PRIMARY KEY (space, measure, day)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE was (told INTEGER NOT NULL, kind TEXT NOT NULL, space INTEGER NOT NULL, ext TEXT NOT NULL, row TEXT
    NOT NULL, PRIMARY KEY (told, kind, space, ext)) WITHOUT ROWID, STRICT""",
    "CREATE INDEX was_of ON was (kind, space, ext)",
    "CREATE TABLE secret (id INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT",
    "CREATE TABLE suppressed (id INTEGER PRIMARY KEY, salt BLOB NOT NULL, mark BLOB NOT NULL) STRICT",
    """CREATE TABLE handed_out (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL)
    STRICT""",
)


def upgrade(op: Operations) -> None:
    """Make the new tables."""
    for statement in NEW:
        op.execute(statement)
