"""On SQLite, instants are microseconds since 1970: a third of the room that their text took."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_AS_NUMBER = "CAST(strftime('%s', {0}) AS INTEGER) * 1000000 + CAST(substr({0}, 21, 6) AS INTEGER)"
_AS_TEXT = "strftime('%Y-%m-%d %H:%M:%S', {0} / 1000000, 'unixepoch') || '.' || printf('%06d', {0} % 1000000)"


def upgrade() -> None:
    """Forward."""
    _rewrite(_AS_NUMBER)


def downgrade() -> None:
    """Back."""
    _rewrite(_AS_TEXT)


def _rewrite(how: str) -> None:
    """All columns of a table in one go; none of them is null afterwards that was not before."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    inspector = sa.inspect(connection)
    quote = connection.dialect.identifier_preparer.quote
    for table in inspector.get_table_names():
        columns = [
            quote(column["name"])
            for column in inspector.get_columns(table)
            if isinstance(column["type"], sa.DateTime)
        ]
        if columns:
            changes = ", ".join(f"{column} = {how.format(column)}" for column in columns)
            connection.exec_driver_sql(f"UPDATE {quote(table)} SET {changes}")  # noqa: S608 - names of ours
