"""Persons, couples, groups, and how two persons become a couple."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base


class Person(Base):
    """One Telegram user who has met the bot."""

    __tablename__ = "persons"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(unique=True)
    name: Mapped[Sealed]
    language: Mapped[str]
    # May the bot write to this person privately?
    private_open: Mapped[bool]
    met_at: Mapped[datetime]
    # IANA name; none until the person has confirmed it.
    zone: Mapped[str | None]
    # Quiet hours in local time, minutes since midnight; equal ones mean none.
    quiet_from: Mapped[int]
    quiet_to: Mapped[int]
    # Whether this person wants the ✋ keyboard in the shared chat.
    group_keyboard: Mapped[bool]
    # Whether they like prompts about closeness of the body; nobody else is ever shown it.
    intimate: Mapped[bool] = mapped_column(server_default=false())
    # What the next private text answers (`city`, `comfort`), and until when.
    expects: Mapped[str | None]
    expects_until: Mapped[datetime | None]


class Couple(Base):
    """Exactly two persons who both agreed. Pairing again makes a new couple."""

    __tablename__ = "couples"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    formed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Member(Base):
    """A person's place in a couple."""

    __tablename__ = "members"
    __table_args__ = (
        Index(
            "uq_members_active_person",
            "person_id",
            unique=True,
            sqlite_where=text("active"),
            postgresql_where=text("active"),
        ),
    )

    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True, index=True)
    active: Mapped[bool]
    # The other has left, and this person has not been told yet.
    untold: Mapped[bool]


class Group(Base):
    """A group chat that the bot has been added to."""

    __tablename__ = "groups"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)
    present: Mapped[bool]
    # People and bots in it, as Telegram last counted; none until it has.
    member_count: Mapped[int | None]
    added_at: Mapped[datetime]


class Pairing(Base):
    """One attempt to become a couple: in a group (two presses) or by a single-use link."""

    __tablename__ = "pairings"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    token_hash: Mapped[str | None] = mapped_column(unique=True)
    token: Mapped[Sealed | None]
    # Of whoever opened it, until the two are known.
    language: Mapped[str]
    first_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    second_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    second_confirmed: Mapped[bool]
    opened_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    # paired, revoked, declined, expired, replaced
    outcome: Mapped[str | None]
