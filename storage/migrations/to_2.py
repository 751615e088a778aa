"""Version 2: what was copied from our own templates is known again, and a tactic says who usually runs it."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Text


def upgrade(op: Operations) -> None:
    """Give kinds the key of the built-in kind that they were copied from, and tactics an owner: nothing so far."""
    for table, name in (("kind", "key"), ("tactic", "owner")):
        op.add_column(table, Column(name, Text, nullable=False, server_default=""))
        with op.batch_alter_table(table, recreate="always") as made_anew:
            made_anew.alter_column(name, server_default=None)  # filled once; from here whoever adds one says so
