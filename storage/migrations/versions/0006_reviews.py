"""Reviews, near misses and wins."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "moments",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("couple_id", sa.BigInteger(), nullable=True),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["couple_id"], ["couples.id"], name=op.f("fk_moments_couple_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_moments_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moments")),
    )
    op.create_index("ix_moments_couple_id_at", "moments", ["couple_id", "at"])
    op.create_index(op.f("ix_moments_person_id"), "moments", ["person_id"])
    op.create_table(
        "reviews",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("couple_id", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.String(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("asks_about", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["couple_id"], ["couples.id"], name=op.f("fk_reviews_couple_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("couple_id", "week", name=op.f("uq_reviews_couple_id_week")),
    )
    op.create_index(
        "uq_reviews_open_couple",
        "reviews",
        ["couple_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_table(
        "review_answers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("review_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("chips", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name=op.f("fk_review_answers_review_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_review_answers_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_answers")),
        sa.UniqueConstraint(
            "review_id", "person_id", "step", name=op.f("uq_review_answers_review_id_person_id_step")
        ),
    )
    op.create_index(op.f("ix_review_answers_person_id"), "review_answers", ["person_id"])
    op.create_table(
        "weekly_agreements",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("couple_id", sa.BigInteger(), nullable=False),
        sa.Column("review_id", sa.BigInteger(), nullable=False),
        sa.Column("chip", sa.String(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("in_force_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["couple_id"], ["couples.id"], name=op.f("fk_weekly_agreements_couple_id")),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name=op.f("fk_weekly_agreements_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_agreements")),
    )
    op.create_index(op.f("ix_weekly_agreements_couple_id"), "weekly_agreements", ["couple_id"])
    op.create_index(op.f("ix_weekly_agreements_review_id"), "weekly_agreements", ["review_id"])
    op.create_table(
        "weekly_yes",
        sa.Column("agreement_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["weekly_agreements.id"], name=op.f("fk_weekly_yes_agreement_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_weekly_yes_person_id")),
        sa.PrimaryKeyConstraint("agreement_id", "person_id", name=op.f("pk_weekly_yes")),
    )


def downgrade() -> None:
    """Back."""
    for table in ("weekly_yes", "weekly_agreements", "review_answers", "reviews", "moments"):
        op.drop_table(table)
