"""What an erasure looks for is found by an index; and a seal that tells which keys belong here."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_REPLACES = sa.text("replaces_id IS NOT NULL")


def upgrade() -> None:
    """Forward."""
    op.create_index(
        op.f("ix_pauses_replaces_id"),
        "pauses",
        ["replaces_id"],
        sqlite_where=_REPLACES,
        postgresql_where=_REPLACES,
    )
    op.create_index(op.f("ix_weekly_yes_person_id"), "weekly_yes", ["person_id"])
    op.create_table(
        "seal",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("seal")
    op.drop_index(op.f("ix_weekly_yes_person_id"), "weekly_yes")
    op.drop_index(op.f("ix_pauses_replaces_id"), "pauses")
