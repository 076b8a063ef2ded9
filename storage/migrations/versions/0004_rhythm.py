"""The rhythm of a couple: when they are asked, and when not."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "rhythms",
        sa.Column("couple_id", sa.BigInteger(), nullable=False),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("check_in_at", sa.BigInteger(), nullable=False),
        sa.Column("review_at", sa.BigInteger(), nullable=False),
        sa.Column("check_in_days", sa.BigInteger(), nullable=False),
        sa.Column("review_day", sa.BigInteger(), nullable=False),
        sa.Column("check_in_on", sa.Boolean(), nullable=False),
        sa.Column("review_on", sa.Boolean(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("break_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resting_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("apart", sa.Boolean(), nullable=True),
        sa.Column("check_in_day", sa.Date(), nullable=True),
        sa.Column("review_week", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["couple_id"], ["couples.id"], name=op.f("fk_rhythms_couple_id")),
        sa.PrimaryKeyConstraint("couple_id", name=op.f("pk_rhythms")),
    )
    # Only whoever asks for them gets prompts about closeness of the body.
    op.add_column("persons", sa.Column("intimate", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Back."""
    op.drop_column("persons", "intimate")
    op.drop_table("rhythms")
