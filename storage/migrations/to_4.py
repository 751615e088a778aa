"""Version 4: personas in full, the moderation guide, members, workflows, plans, and what lies outside undo."""

from __future__ import annotations

from typing import Final

from alembic.operations import Operations
from sqlalchemy import Column, Integer, Text

NEW: Final = (
    """CREATE TABLE "revision" ("id" TEXT NOT NULL, "of_kind" TEXT NOT NULL, "of_id" TEXT NOT NULL, "at" INTEGER NOT
    NULL, "text" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "revision_of" ON "revision" ("of_kind", "of_id")',
    """CREATE TABLE "tactic_message" ("id" TEXT NOT NULL, "tactic" TEXT NOT NULL, "name" TEXT NOT NULL, "day" INTEGER
    NOT NULL, "channel" TEXT NOT NULL, "texts" TEXT NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY ("tactic") REFERENCES "tactic" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT
    ROWID, STRICT""",
    'CREATE INDEX "ix_tactic_message_tactic" ON "tactic_message" ("tactic")',
    """CREATE TABLE "persona_section" ("id" TEXT NOT NULL, "persona" TEXT, "name" TEXT NOT NULL, "shape" TEXT NOT
    NULL, "icon" TEXT NOT NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY
    ("persona") REFERENCES "persona" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_persona_section_persona" ON "persona_section" ("persona")',
    """CREATE TABLE "persona_card" ("id" TEXT NOT NULL, "section" TEXT NOT NULL, "text" TEXT NOT NULL, "position"
    INTEGER NOT NULL, "label" TEXT NOT NULL, "strength" INTEGER NOT NULL, "said" INTEGER NOT NULL, "asked" INTEGER
    NOT NULL, "target" REAL, "unit" TEXT NOT NULL, "per" TEXT NOT NULL, "source" TEXT NOT NULL, "day" TEXT,
    "about" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("section") REFERENCES "persona_section" (id) ON DELETE
    CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_persona_card_section" ON "persona_card" ("section")',
    """CREATE TABLE "chapter" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "key" TEXT NOT NULL, "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL, "public" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "tone_line" ("id" TEXT NOT NULL, "shape" TEXT NOT NULL, "text" TEXT NOT NULL, "other" TEXT NOT
    NULL, "example" TEXT NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "scenario" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "signs" TEXT NOT NULL, "position" INTEGER
    NOT NULL, "key" TEXT NOT NULL, "public" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "escalation" ("id" TEXT NOT NULL, "scenario" TEXT NOT NULL, "severity" TEXT NOT NULL, "action"
    TEXT NOT NULL, "told" TEXT NOT NULL, "within" INTEGER NOT NULL, "after_hours" TEXT NOT NULL, "route" TEXT NOT
    NULL, "reply" TEXT NOT NULL, "strike" INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE ("scenario", "severity"),
    FOREIGN KEY ("scenario") REFERENCES "scenario" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT
    ROWID, STRICT""",
    """CREATE TABLE "strike_level" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "action" TEXT NOT NULL, "message" TEXT
    NOT NULL, "days" INTEGER NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "guide_role" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "colour" TEXT NOT NULL, "duties" TEXT NOT
    NULL, "people" TEXT NOT NULL, "expects" TEXT NOT NULL, "response" INTEGER NOT NULL, "contact" TEXT NOT NULL,
    "counts" INTEGER NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "duty" ("id" TEXT NOT NULL, "role" TEXT NOT NULL, "weekday" INTEGER NOT NULL, "start" INTEGER NOT
    NULL, "end" INTEGER NOT NULL, "person" TEXT NOT NULL, "week" TEXT, PRIMARY KEY (id), FOREIGN KEY ("role")
    REFERENCES "guide_role" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_duty_role" ON "duty" ("role")',
    """CREATE TABLE "promise" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "within" INTEGER NOT NULL, "weekdays" TEXT
    NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id))
    WITHOUT ROWID, STRICT""",
    """CREATE TABLE "absence" ("id" TEXT NOT NULL, "person" TEXT NOT NULL, "start" TEXT NOT NULL, "end" TEXT NOT
    NULL, "why" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "reply" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "scenario" TEXT NOT NULL, "approved_by" TEXT
    NOT NULL, "approved" TEXT, "review" TEXT, "used" INTEGER NOT NULL, "last_used" TEXT, "position" INTEGER NOT
    NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "reply_text" ("id" TEXT NOT NULL, "reply" TEXT NOT NULL, "variant" TEXT NOT NULL, "language" TEXT
    NOT NULL, "text" TEXT NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("reply")
    REFERENCES "reply" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_reply_text_reply" ON "reply_text" ("reply")',
    """CREATE TABLE "resource" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "address" TEXT NOT NULL, "notes" TEXT NOT
    NULL, "language" TEXT NOT NULL, "public" INTEGER NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id))
    WITHOUT ROWID, STRICT""",
    """CREATE TABLE "known_answer" ("id" TEXT NOT NULL, "question" TEXT NOT NULL, "answer" TEXT NOT NULL, "similar"
    TEXT NOT NULL, "confirmed_by" TEXT NOT NULL, "confirmed" TEXT, "public" INTEGER NOT NULL, "position" INTEGER
    NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "incident" ("id" TEXT NOT NULL, "day" TEXT NOT NULL, "at" TEXT, "member" TEXT NOT NULL,
    "scenario" TEXT NOT NULL, "severity" TEXT NOT NULL, "what" TEXT NOT NULL, "done" TEXT NOT NULL, "answered"
    INTEGER NOT NULL, "level" TEXT NOT NULL, "expires" TEXT, "closed" INTEGER NOT NULL, "created" INTEGER NOT
    NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "incident_member" ON "incident" ("member")',
    """CREATE TABLE "member" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "handles" TEXT NOT NULL, "emails" TEXT NOT
    NULL, "languages" TEXT NOT NULL, "zone" TEXT NOT NULL, "interests" TEXT NOT NULL, "state" TEXT NOT NULL,
    "tags" TEXT NOT NULL, "persona" TEXT NOT NULL, "role" TEXT NOT NULL, "company" TEXT NOT NULL, "joined" TEXT,
    "left" TEXT, "bot" INTEGER NOT NULL, "staff" INTEGER NOT NULL, "notes" TEXT NOT NULL, "created" INTEGER NOT
    NULL, "changed" INTEGER NOT NULL, "foreign" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "member_state" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "colour" TEXT NOT NULL, "position"
    INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "sequence" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "icon" TEXT NOT NULL, "notes" TEXT NOT
    NULL, "personas" TEXT NOT NULL, "ends" TEXT NOT NULL, "weekend" TEXT NOT NULL, "every" INTEGER NOT NULL,
    "paused" INTEGER NOT NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID,
    STRICT""",
    """CREATE TABLE "sequence_step" ("id" TEXT NOT NULL, "sequence" TEXT NOT NULL, "name" TEXT NOT NULL, "day"
    INTEGER NOT NULL, "position" INTEGER NOT NULL, "icon" TEXT NOT NULL, "channel" TEXT NOT NULL, "condition" TEXT
    NOT NULL, "texts" TEXT NOT NULL, "state" TEXT NOT NULL, "effort" REAL NOT NULL, PRIMARY KEY (id), FOREIGN KEY
    ("sequence") REFERENCES "sequence" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_sequence_step_sequence" ON "sequence_step" ("sequence")',
    """CREATE TABLE "enrolment" ("id" TEXT NOT NULL, "sequence" TEXT NOT NULL, "start" TEXT NOT NULL, "member" TEXT
    NOT NULL, "way" TEXT NOT NULL, "created" INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("sequence")
    REFERENCES "sequence" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "enrolment_member" ON "enrolment" ("member")',
    'CREATE INDEX "ix_enrolment_sequence" ON "enrolment" ("sequence")',
    """CREATE TABLE "delivery" ("id" TEXT NOT NULL, "enrolment" TEXT NOT NULL, "step" TEXT NOT NULL, "due" TEXT NOT
    NULL, "sending" TEXT NOT NULL, "at" INTEGER NOT NULL, "text" TEXT NOT NULL, "task" TEXT NOT NULL, PRIMARY KEY
    (id), FOREIGN KEY ("enrolment") REFERENCES "enrolment" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)
    WITHOUT ROWID, STRICT""",
    'CREATE INDEX "delivery_task" ON "delivery" ("task")',
    'CREATE INDEX "ix_delivery_enrolment" ON "delivery" ("enrolment")',
    """CREATE TABLE "pipeline_entry" ("id" TEXT NOT NULL, "pipeline" TEXT NOT NULL, "step" TEXT NOT NULL, "title"
    TEXT NOT NULL, "member" TEXT NOT NULL, "position" INTEGER NOT NULL, "due" TEXT, "address" TEXT NOT NULL,
    "notes" TEXT NOT NULL, "created" INTEGER NOT NULL, "changed" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT
    ROWID, STRICT""",
    """CREATE TABLE "prompt" ("id" TEXT NOT NULL, "kind" TEXT NOT NULL, "texts" TEXT NOT NULL, "stage" TEXT NOT NULL,
    "theme" TEXT NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "prompt_use" ("id" TEXT NOT NULL, "prompt" TEXT NOT NULL, "day" TEXT NOT NULL, "place" TEXT NOT
    NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "rule" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "trigger" TEXT NOT NULL, "values" TEXT NOT
    NULL, "firing" TEXT NOT NULL, "since" INTEGER NOT NULL, "most" INTEGER NOT NULL, "again" INTEGER NOT NULL,
    "quiet" TEXT NOT NULL, "tried" TEXT NOT NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY
    (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "rule_clause" ("id" TEXT NOT NULL, "rule" TEXT NOT NULL, "kind" TEXT NOT NULL, "what" TEXT NOT
    NULL, "values" TEXT NOT NULL, "position" INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY ("rule") REFERENCES
    "rule" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_rule_clause_rule" ON "rule_clause" ("rule")',
    """CREATE TABLE "rule_firing" ("id" TEXT NOT NULL, "rule" TEXT NOT NULL, "of_kind" TEXT NOT NULL, "of_id" TEXT
    NOT NULL, "occasion" TEXT NOT NULL, "at" INTEGER NOT NULL, "outcome" TEXT NOT NULL, "what" TEXT NOT NULL,
    PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "rule_firing_rule" ON "rule_firing" ("rule")',
    """CREATE TABLE "audience" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "persona" TEXT NOT
    NULL, "size" INTEGER NOT NULL, "data" TEXT NOT NULL, "channel" TEXT NOT NULL, "engagement" INTEGER NOT NULL,
    "frequency" TEXT NOT NULL, "content" TEXT NOT NULL, "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY
    KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "plan_text" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL, "part" TEXT NOT NULL, "text" TEXT NOT
    NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "procedure" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "purpose" TEXT NOT NULL, "scope" TEXT NOT
    NULL, "roles" TEXT NOT NULL, "expects" TEXT NOT NULL, "measures" TEXT NOT NULL, "owner" TEXT NOT NULL,
    "position" INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE "procedure_step" ("id" TEXT NOT NULL, "procedure" TEXT NOT NULL, "text" TEXT NOT NULL, "position"
    INTEGER NOT NULL, "owner" TEXT NOT NULL, "day" INTEGER NOT NULL, "effort" REAL NOT NULL, "expects" TEXT NOT
    NULL, PRIMARY KEY (id), FOREIGN KEY ("procedure") REFERENCES "procedure" (id) ON DELETE CASCADE DEFERRABLE
    INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    'CREATE INDEX "ix_procedure_step_procedure" ON "procedure_step" ("procedure")',
)


def upgrade(op: Operations) -> None:
    """Make the new tables; personas get what is shown of them, programs their score."""
    for statement in NEW:
        op.execute(statement)
    for name in ("quote", "avatar", "picture"):
        op.add_column("persona", Column(name, Text, nullable=False, server_default=""))
    op.add_column("persona", Column("archived", Integer, nullable=False, server_default="0"))
    op.add_column("persona", Column("key", Text, nullable=False, server_default=""))
    for name in ("impact", "ease"):
        op.add_column("program", Column(name, Integer, nullable=False, server_default="0"))
    with op.batch_alter_table("program", recreate="always") as programs:
        for name in ("impact", "ease"):
            programs.alter_column(name, server_default=None)
    with op.batch_alter_table("persona", recreate="always") as made_anew:
        for name in ("quote", "avatar", "picture", "archived", "key"):
            made_anew.alter_column(name, server_default=None)  # filled once; from here whoever adds one says so
