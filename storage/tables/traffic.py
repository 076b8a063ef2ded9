"""What comes in, what is due, what goes out, and where it went."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base
from storage.types import Sequence64

# The payload is sealed before the row has its number.
BOUND_TO_KEY = {"bound_to": "key"}


class Installation(Base):
    """One row: which bot this database belongs to."""

    __tablename__ = "installation"

    id: Mapped[int] = mapped_column(primary_key=True)
    bot_id: Mapped[int]


class Seal(Base):
    """One row, from the first start on: so keys are known for other ones before they have sealed anything."""

    __tablename__ = "seal"

    id: Mapped[int] = mapped_column(primary_key=True)
    # A text of the program's own.
    mark: Mapped[Sealed]


class Inbox(Base):
    """A raw update or an internal event, waiting for its turn. Afterwards a tombstone without payload.

    `key` is `tg:<update id>` or `in:<id>`: the same one twice is the same event. `state`: waiting, done,
    dead.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "seq",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Sequence64, primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    payload: Mapped[Sealed | None] = mapped_column(info=BOUND_TO_KEY)
    state: Mapped[str]
    attempts: Mapped[int]
    received_at: Mapped[datetime] = mapped_column(index=True)


class Timer(Base):
    """One durable promise to do something at an instant. `key` names it: one row a pause."""

    __tablename__ = "timers"
    __table_args__ = (Index("ix_timers_due", "lane", "due_at"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[int] = mapped_column(index=True)
    lane: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int]


class Outbox(Base):
    """One thing to be shown, addressed to a person, a couple or a group, rendered when it is sent.

    `kind`: panel (name = panel key), screen (name = screen), call (name = Bot API method), unsay (what
    is taken back; name = said).
    `address`: `person:<id>`, `couple:<id>`, `group:<id>`, `crowd:<couple id>` (the couple's group without
    names), `chat:<telegram id>`.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_lane_seq", "lane", "seq"),
        Index("ix_outbox_name_address", "name", "address"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # Order within a chat and lane. Copies of one row for several addresses share it.
    seq: Mapped[int] = mapped_column(index=True)
    lane: Mapped[int]
    address: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    # JSON, sealed.
    params: Mapped[Sealed | None]
    # A panel that must be noticed: a new message, which may ring.
    anew: Mapped[bool]
    ring: Mapped[bool]
    created_at: Mapped[datetime]
    # Words whose moment has passed are dropped, not sent late.
    expires_at: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    attempts: Mapped[int]


class Panel(Base):
    """Where a panel is now in one chat, and which screen it shows there."""

    __tablename__ = "panels"

    key: Mapped[str] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    message_id: Mapped[int]
    # The screen's name, and behind a # the number of the promise that it is about, if it is about one.
    screen: Mapped[str]
    # Hash of what it shows, so that an edit that changes nothing is not sent.
    digest: Mapped[str]
    sent_at: Mapped[datetime]
    edited_at: Mapped[datetime]


class Sent(Base):
    """A message of ours of the last 48 hours: the place, its panel, and whose words it holds."""

    __tablename__ = "sent"
    __table_args__ = (Index("ix_sent_place", "chat_id", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    message_id: Mapped[int]
    panel_key: Mapped[str | None]
    person_id: Mapped[int | None] = mapped_column(index=True)
    sent_at: Mapped[datetime] = mapped_column(index=True)
