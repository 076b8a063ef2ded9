"""How alembic runs here: on the connection it is handed, within that connection's transaction."""

from typing import Any, Literal

from alembic import context

from storage.sealed import SealedText
from storage.tables import Base
from storage.types import Instant


def _plain(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration names plain types, so that it reads the same whatever becomes of ours."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, SealedText):
        return "sa.LargeBinary()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_plain,
    compare_type=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
