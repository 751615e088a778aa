"""Version 2: a tactic knows who usually runs it, and a link is found from its far end as fast as from its near one."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Text


def upgrade(op: Operations) -> None:
    """Add the owner of tactics, nobody so far, and the index of links by where they lead."""
    op.add_column("tactic", Column("owner", Text, nullable=False, server_default=""))
    with op.batch_alter_table("tactic", recreate="always") as tactic:
        tactic.alter_column("owner", server_default=None)  # filled once; from here whoever adds one says so
    op.create_index("link_to", "link", ["to_kind", "to_id"])
