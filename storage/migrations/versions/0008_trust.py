"""Erasure: what a timer is about is found by an index, and couples that have ended are to be deleted."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_KEPT_FOR = timedelta(days=30)
_COUPLES = sa.table(
    "couples", sa.column("id", sa.BigInteger), sa.column("ended_at", sa.DateTime(timezone=True))
)
_TIMERS = sa.table(
    "timers",
    sa.column("key", sa.String),
    sa.column("kind", sa.String),
    sa.column("subject_id", sa.BigInteger),
    sa.column("lane", sa.BigInteger),
    sa.column("due_at", sa.DateTime(timezone=True)),
    sa.column("attempts", sa.BigInteger),
)


def upgrade() -> None:
    """Forward."""
    op.create_index(op.f("ix_timers_subject_id"), "timers", ["subject_id"])
    ended = sa.select(_COUPLES.c.id, _COUPLES.c.ended_at).where(_COUPLES.c.ended_at.is_not(None))
    timers = [
        {
            "key": f"couple_end:{couple_id}",
            "kind": "couple_end",
            "subject_id": couple_id,
            "lane": 2,
            "due_at": ended_at + _KEPT_FOR,
            "attempts": 0,
        }
        for couple_id, ended_at in op.get_bind().execute(ended)
    ]
    if timers:
        op.bulk_insert(_TIMERS, timers)


def downgrade() -> None:
    """Back."""
    op.execute(_TIMERS.delete().where(_TIMERS.c.kind == "couple_end"))
    op.drop_index(op.f("ix_timers_subject_id"), "timers")
