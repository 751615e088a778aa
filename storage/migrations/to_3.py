"""Version 3: boards, the map of the funnel, tasks, readings of KPIs, and pictures."""

from __future__ import annotations

from typing import Final

from alembic.operations import Operations
from sqlalchemy import Column, Integer, Text

NEW: Final = (
    """CREATE TABLE purpose (id TEXT NOT NULL, whom TEXT NOT NULL, promise TEXT NOT NULL, outcome TEXT NOT NULL,
    kpis TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE reading (id TEXT NOT NULL, of_kind TEXT NOT NULL, of_id TEXT NOT NULL, day TEXT NOT NULL, value
    REAL NOT NULL, source TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    "CREATE INDEX reading_of ON reading (of_kind, of_id)",
    """CREATE TABLE board (id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL,
    "foreign" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE note (id TEXT NOT NULL, board TEXT NOT NULL, kind TEXT NOT NULL, x INTEGER NOT NULL, y INTEGER
    NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, z INTEGER NOT NULL, text TEXT NOT NULL, category
    TEXT NOT NULL, fill TEXT NOT NULL, ref TEXT NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, persona
    TEXT NOT NULL, "group" TEXT NOT NULL, locked INTEGER NOT NULL, "foreign" TEXT NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(board) REFERENCES board (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID,
    STRICT""",
    "CREATE INDEX ix_note_board ON note (board)",
    """CREATE TABLE connector (id TEXT NOT NULL, board TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL,
    start_side TEXT NOT NULL, end_side TEXT NOT NULL, start_head INTEGER NOT NULL, end_head INTEGER NOT NULL,
    course TEXT NOT NULL, label TEXT NOT NULL, colour TEXT NOT NULL, z INTEGER NOT NULL, "foreign" TEXT NOT
    NULL, PRIMARY KEY (id), FOREIGN KEY(board) REFERENCES board (id) ON DELETE CASCADE DEFERRABLE INITIALLY
    DEFERRED, FOREIGN KEY(start) REFERENCES note (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, FOREIGN
    KEY("end") REFERENCES note (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_connector_board ON connector (board)",
    'CREATE INDEX ix_connector_end ON connector ("end")',
    "CREATE INDEX ix_connector_start ON connector (start)",
    """CREATE TABLE grid_line (id TEXT NOT NULL, board TEXT NOT NULL, axis TEXT NOT NULL, name TEXT NOT NULL, size
    INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(board) REFERENCES board (id) ON
    DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_grid_line_board ON grid_line (board)",
    """CREATE TABLE branch (id TEXT NOT NULL, stage TEXT NOT NULL, parent TEXT NOT NULL, position INTEGER NOT NULL,
    text TEXT NOT NULL, role TEXT NOT NULL, notes TEXT NOT NULL, icon TEXT NOT NULL, personas TEXT NOT NULL,
    done INTEGER NOT NULL, folded INTEGER NOT NULL, "foreign" TEXT NOT NULL, PRIMARY KEY (id), FOREIGN
    KEY(stage) REFERENCES stage (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    "CREATE INDEX branch_parent ON branch (parent)",
    "CREATE INDEX ix_branch_stage ON branch (stage)",
    """CREATE TABLE cross_link (id TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL, label TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(start) REFERENCES branch (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY("end") REFERENCES branch (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID,
    STRICT""",
    'CREATE INDEX ix_cross_link_end ON cross_link ("end")',
    "CREATE INDEX ix_cross_link_start ON cross_link (start)",
    """CREATE TABLE task_column (id TEXT NOT NULL, name TEXT NOT NULL, "limit" INTEGER NOT NULL, done INTEGER NOT
    NULL, position INTEGER NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE task (id TEXT NOT NULL, title TEXT NOT NULL, "column" TEXT NOT NULL, position INTEGER NOT NULL,
    parent TEXT NOT NULL, start TEXT, due TEXT, due_at TEXT, priority INTEGER NOT NULL, owner TEXT NOT NULL,
    effort REAL NOT NULL, tags TEXT NOT NULL, notes TEXT NOT NULL, repeat TEXT NOT NULL, program TEXT NOT NULL,
    persona TEXT NOT NULL, stage TEXT NOT NULL, own TEXT NOT NULL, finished INTEGER NOT NULL, created INTEGER
    NOT NULL, changed INTEGER NOT NULL, source TEXT NOT NULL, "foreign" TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT
    ROWID, STRICT""",
    "CREATE INDEX task_parent ON task (parent)",
    """CREATE TABLE task_step (id TEXT NOT NULL, task TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
    done INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(task) REFERENCES task (id) ON DELETE CASCADE DEFERRABLE
    INITIALLY DEFERRED) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_task_step_task ON task_step (task)",
    """CREATE TABLE own_field (id TEXT NOT NULL, of_kind TEXT NOT NULL, name TEXT NOT NULL, shape TEXT NOT NULL,
    choices TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    "CREATE TABLE picture (id TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL) STRICT",
)


def upgrade(op: Operations) -> None:
    """Make the new tables; stages know what brings people in and what is wanted of them, KPIs when they were begun."""
    for statement in NEW:
        op.execute(statement)
    op.execute("ALTER TABLE kpi ADD COLUMN since TEXT")
    for column in (
        *(Column(name, Text, nullable=False, server_default="") for name in ("definition", "criterion")),
        Column("rule", Text, nullable=False, server_default="[]"),
        Column("driver", Text, nullable=False, server_default=""),
    ):
        op.add_column("stage", column)
    op.execute("ALTER TABLE stage ADD COLUMN target REAL")
    for name in ("within", "folded"):
        op.add_column("stage", Column(name, Integer, nullable=False, server_default="0"))
    with op.batch_alter_table("stage", recreate="always") as made_anew:
        for name in ("definition", "criterion", "rule", "driver", "within", "folded"):
            made_anew.alter_column(name, server_default=None)  # filled once; from here whoever adds one says so
