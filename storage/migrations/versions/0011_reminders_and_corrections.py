"""A reminder's timer for each of the two; the message in which words for a review came."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Forward. Reminders that are promised now are not sent: their timers are about something else."""
    op.add_column("review_answers", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.execute("DELETE FROM timers WHERE kind = 'check_in_nudge'")


def downgrade() -> None:
    """Back."""
    op.execute("DELETE FROM timers WHERE kind = 'check_in_nudge'")
    op.drop_column("review_answers", "message_id")
