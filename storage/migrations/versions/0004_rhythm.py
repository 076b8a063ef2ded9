"""The rhythm of a couple: when they are asked, and when not."""

from collections.abc import Sequence

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
