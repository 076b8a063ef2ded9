"""What a turn looks up is found by an index, however many couples there are."""

from collections.abc import Sequence

from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_INDEXES = (
    ("couples", ("group_id",)),
    ("members", ("person_id",)),
    ("outbox", ("seq",)),
    ("outbox", ("name", "address")),
)


def upgrade() -> None:
    """Forward."""
    for table, columns in _INDEXES:
        op.create_index(_name(table, columns), table, list(columns))


def downgrade() -> None:
    """Back."""
    for table, columns in _INDEXES:
        op.drop_index(_name(table, columns), table)


def _name(table: str, columns: Sequence[str]) -> str:
    return op.f(f"ix_{table}_{'_'.join(columns)}")
