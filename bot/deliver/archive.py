"""A person's copy of their data as a ZIP: read in small transactions, put together off the event loop."""

import asyncio
import io
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from structlog.stdlib import get_logger

from bot.deliver.studio import NotDrawn, Studio
from scheduler.clock import Clock
from screens import export_page, review_week
from screens.export_page import Shown
from screens.screen import Archive, Picture, Reader, Where
from storage.couple_day import day_of
from storage.database import Database
from storage.export_tables import RULES
from storage.exports import Record
from storage.weeks import week
from storage.work import Work

LARGEST = 49_000_000
"""Bytes of the file; Telegram takes 50 MB of a bot. Source: sendDocument."""

# Kept free for everything but pictures.
_WORDS = 9_000_000
_WEEK = timedelta(days=7)

_log = get_logger(__name__)


class Archivist:
    """Makes one copy at a time. `on_event` wakes whoever is told how far it is."""

    def __init__(
        self,
        database: Database,
        studio: Studio,
        clock: Clock,
        on_event: Callable[[], None],
        largest: int = LARGEST,
    ) -> None:
        """`largest`: bytes; pictures that do not fit any more are left out, and the page says so."""
        self._database = database
        self._studio = studio
        self._clock = clock
        self._on_event = on_event
        self._room = max(0, largest - _WORDS)
        self._largest = largest
        self._turn = asyncio.Lock()

    async def make(self, what: Archive) -> bytes:
        """The ZIP, from what is true now.

        Raises:
            NotDrawn: it cannot be made, or is wanted no more.
        """
        async with self._turn:
            try:
                return await self._make(what)
            except NotDrawn:
                raise
            except Exception as error:
                _log.exception("no copy was made")
                raise NotDrawn(type(error).__name__) from None

    async def _make(self, what: Archive) -> bytes:
        now = self._clock.now()
        await self._tell(what, "collecting")
        tables: dict[str, list[Record]] = {}
        for rule in RULES:
            async with self._database.work() as work:
                await _still_wanted(work, what)
                tables[rule.name] = await work.exports.read(what.person_id, rule)
        await self._tell(what, "drawing")
        pictures, missing = await self._pictures(what, tables, now)
        shown = [Shown(name, review, alt) for name, review, alt, _ in pictures]
        packed = await asyncio.to_thread(
            _pack, what, tables, now, shown, missing, [(name, content) for name, _, _, content in pictures]
        )
        if len(packed) > self._largest:
            raise NotDrawn("too large")
        return packed

    async def _tell(self, what: Archive, step: str) -> None:
        async with self._database.work() as work:
            await _still_wanted(work, what)
            work.inbox.tell("export", {"id": what.export_id, "step": step}, self._clock.now())
        self._on_event()

    async def _pictures(
        self, what: Archive, tables: dict[str, list[Record]], now: datetime
    ) -> tuple[list[tuple[str, str, str, bytes]], int]:
        """Name, review, words for whoever cannot see it, and PNG of each; and how many had no room."""
        drawn: list[tuple[str, str, str, bytes]] = []
        taken = missing = 0
        for review in reversed(tables["reviews"]):
            async with self._database.work() as work:
                picture = await _week(work, what, review, now)
            if picture is None:
                continue
            if taken >= self._room:
                missing += 1
                continue
            try:
                content = await self._studio.draw(picture)
            except NotDrawn:
                missing += 1
                continue
            if taken + len(content) > self._room:
                missing += 1
                continue
            taken += len(content)
            data = picture.data
            alt = f"{data['title']}, {data['range']}: {data['sentence']}"
            # Several reviews may have looked back from the same day.
            name = f"pictures/{picture.name}-{len(drawn) + 1}.png"
            drawn.append((name, str(review["id"]), alt, content))
        return drawn, missing


async def _still_wanted(work: Work, what: Archive) -> None:
    if await work.exports.get(what.export_id) is None:
        raise NotDrawn("wanted no more")


async def _week(work: Work, what: Archive, review: Record, now: datetime) -> Picture | None:
    """The picture that this review opened with; none where one of the two is not known any more."""
    couple_id = int(str(review["couple_id"]))
    if not await work.exports.both_are_there(couple_id):
        return None
    theirs = await work.rhythms.view(couple_id)
    opened = datetime.fromisoformat(str(review["opened_at"]))
    today: date = day_of(opened, theirs.day_zone if theirs is not None else "UTC")
    days = today - _WEEK, today - timedelta(days=1)
    repositories = work.reviews, work.couples, work.check_ins, work.pauses, work.moments
    view = await week(*repositories, int(str(review["id"])), days)
    if view is None:
        return None
    reader = Reader((what.language,), Where.PRIVATE, now, "", person_id=what.person_id)
    return Picture("week", review_week.data(view, reader), name=f"week-{days[1]}")


def _pack(
    what: Archive,
    tables: dict[str, list[Record]],
    now: datetime,
    shown: Sequence[Shown],
    missing: int,
    pictures: Sequence[tuple[str, bytes]],
) -> bytes:
    data = export_page.data(what, tables, now, shown, missing)
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("index.html", export_page.page(data).encode("utf-8", "replace"))
        archive.writestr("data.json", json.dumps(data, ensure_ascii=False, indent=1).encode())
        for name, content in pictures:
            archive.writestr(name, content, ZIP_STORED)
    return file.getvalue()
