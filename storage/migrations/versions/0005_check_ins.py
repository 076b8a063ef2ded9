"""Check-ins and what each gave."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "check_ins",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("couple_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moods_revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("words_revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["couple_id"], ["couples.id"], name=op.f("fk_check_ins_couple_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint("couple_id", "day", name=op.f("uq_check_ins_couple_id_day")),
    )
    op.create_table(
        "check_in_answers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("check_in_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("mood", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("media_kind", sa.String(), nullable=True),
        sa.Column("media_file_id", sa.LargeBinary(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("only_me", sa.Boolean(), nullable=False),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.Column("openly", sa.Boolean(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("nudged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_ins.id"], name=op.f("fk_check_in_answers_check_in_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_check_in_answers_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_answers")),
        sa.UniqueConstraint(
            "check_in_id", "person_id", name=op.f("uq_check_in_answers_check_in_id_person_id")
        ),
    )
    with op.batch_alter_table("check_in_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_in_answers_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("check_in_answers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_in_answers_person_id"))
    op.drop_table("check_in_answers")
    op.drop_table("check_ins")
