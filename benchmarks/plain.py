"""The plain stack: the same pause, written as the tutorials of the libraries show it.

python-telegram-bot polls and dispatches; a handler reads and commits with SQLAlchemy over aiosqlite, adds
one APScheduler job a reminder to the SQLAlchemyJobStore, then sends. A job reads the pause, sends, updates,
commits.
In its favour: misfire grace is off, both databases run in WAL mode, and the jobs have a file of their own, so
that their blocking connection never waits for the handlers' transaction on the same loop.
"""

import asyncio
import logging
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Engine, ForeignKey, create_engine, event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import RetryAfter, TimedOut
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.peer import TOKEN
from benchmarks.watch import Watch

LENGTH = timedelta(minutes=20)
# What becomes of a pause when nobody taps, as offsets from its start: one job each.
STEPS = {
    "undo_ends": timedelta(minutes=2),
    "nearly": LENGTH - timedelta(minutes=5),
    "return": LENGTH,
    "nudge": LENGTH + timedelta(minutes=10),
    "open": LENGTH + timedelta(minutes=30),
    "close": LENGTH + timedelta(hours=8),
}
TEXT = (
    "\u270b Back at {at}. Ann needs a pause. Nobody is leaving. Put the phones down. No need to answer, "
    "explain or fix anything. I'll call you both."
)


class Base(DeclarativeBase):
    """Three tables."""


class Couple(Base):
    """A couple and its group."""

    __tablename__ = "couples"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)


class Person(Base):
    """A person, by Telegram's id."""

    __tablename__ = "persons"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    language: Mapped[str]
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)


class Pause(Base):
    """A pause."""

    __tablename__ = "pauses"
    id: Mapped[int] = mapped_column(primary_key=True)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    state: Mapped[str]
    started_at: Mapped[datetime]
    return_at: Mapped[datetime]


class App:
    """What the module-level jobs reach; jobs in a store must be importable functions."""

    session: async_sessionmaker[AsyncSession]
    scheduler: Any
    bot: Any


@event.listens_for(Engine, "connect")
def _pragmas(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def job_store(folder: Path) -> Any:
    """Where the jobs are kept."""
    return SQLAlchemyJobStore(engine=create_engine(f"sqlite:///{folder}/jobs.db"))


def create(folder: Path) -> None:
    """The tables."""
    engine = create_engine(f"sqlite:///{folder}/plain.db")
    Base.metadata.create_all(engine)
    engine.dispose()


async def hand(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """✋: store the pause, promise its steps, say so."""
    message, user = update.effective_message, update.effective_user
    assert message is not None
    assert user is not None
    async with App.session() as session:
        person = await session.get(Person, user.id)
        if person is None:
            return
        couple = await session.get(Couple, person.couple_id)
        running = select(Pause).where(Pause.couple_id == person.couple_id, Pause.state != "closed")
        if couple is None or couple.chat_id != message.chat_id or await session.scalar(running):
            return
        now = datetime.now(UTC)
        pause = Pause(couple_id=couple.id, state="running", started_at=now, return_at=now + LENGTH)
        session.add(pause)
        await session.commit()
    for step, offset in STEPS.items():
        App.scheduler.add_job(
            remind, "date", run_date=now + offset, args=[pause.id, step], id=f"{pause.id}:{step}"
        )
    await _send(message.chat_id, TEXT.format(at=f"{pause.return_at:%H:%M}"), pause.id)


async def remind(pause_id: int, step: str) -> None:
    """One step of a pause is due."""
    async with App.session() as session:
        pause = await session.get(Pause, pause_id)
        couple = await session.get(Couple, pause.couple_id) if pause is not None else None
        if pause is None or couple is None or pause.state == "closed":
            return
        await _send(couple.chat_id, f"It's {pause.return_at:%H:%M}, Ann and Ben.", pause.id)
        pause.state = "due"
        await session.commit()


async def check_in(couple_id: int) -> None:
    """The daily check-in of a couple."""
    async with App.session() as session:
        couple = await session.get(Couple, couple_id)
    if couple is not None:
        await _send(couple.chat_id, "Two minutes for the two of you?", couple_id)


async def _send(chat_id: int, text: str, pause_id: int) -> None:
    row = [
        InlineKeyboardButton(label, callback_data=f"{label}:{pause_id}") for label in ("Calm", "Time", "Undo")
    ]
    while True:
        try:
            await App.bot.send_message(chat_id, text, reply_markup=InlineKeyboardMarkup([row]))
        except RetryAfter as error:
            wait = error.retry_after
            await asyncio.sleep(wait if isinstance(wait, int) else wait.total_seconds())
        except TimedOut:
            await asyncio.sleep(1)
        else:
            return


def run(root: str, folder: Path) -> None:
    """Run until SIGTERM."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{folder}/plain.db")
    App.session = async_sessionmaker(engine, expire_on_commit=False)
    watch = Watch()

    async def begin(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        App.bot = application.bot
        App.scheduler = AsyncIOScheduler(
            jobstores={"default": job_store(folder)}, job_defaults={"misfire_grace_time": None}, timezone=UTC
        )
        App.scheduler.start()
        watch.start()
        print("ready", flush=True)

    application = (
        ApplicationBuilder().token(TOKEN).base_url(f"{root}/bot").job_queue(None).post_init(begin).build()
    )
    application.add_handler(MessageHandler(filters.Text(["\u270b"]), hand))
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    application.run_polling()


def connect(folder: Path, name: str) -> sqlite3.Connection:
    """One of its databases, to be filled."""
    connection = sqlite3.connect(folder / name)
    connection.execute("PRAGMA synchronous=OFF")
    return connection
