"""A person's copy of their data as a ZIP: read in small transactions, put together off the event loop."""

import asyncio
import contextlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from structlog.stdlib import get_logger

from bot.deliver.studio import NotDrawn, Studio
from content.quiz import quiz_items
from practices import sharing_views
from scheduler.clock import Clock
from screens import export_page, portrait, review_week
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
        recipes = await self._recipes(what, tables, now)
        shown, files = await self._draw(recipes)
        packed = await asyncio.to_thread(_pack, what, tables, now, shown, files)
        if len(packed) > self._largest:
            raise NotDrawn("too large")
        return packed

    async def _tell(self, what: Archive, step: str) -> None:
        async with self._database.work() as work:
            await _still_wanted(work, what)
            work.inbox.tell("export", {"id": what.export_id, "step": step}, self._clock.now())
        self._on_event()

    async def _recipes(
        self, what: Archive, tables: Mapping[str, list[Record]], now: datetime
    ) -> list[tuple[Shown, Picture]]:
        """Every picture there is for the reader, the newest first; those of the quiz before all."""
        reader = Reader((what.language,), Where.PRIVATE, now, "", person_id=what.person_id)
        async with self._database.work() as work:
            recipes = await _portraits(work, reader, what.person_id, tables["quiz_shares"])
        for review in reversed(tables["reviews"]):
            async with self._database.work() as work:
                week_of = await _week(work, reader, review)
            if week_of is not None:
                recipes.append(week_of)
        return recipes

    async def _draw(self, recipes: Sequence[tuple[Shown, Picture]]) -> tuple[list[Shown], dict[str, bytes]]:
        """The pictures, and the files of those that have room; the others say what they show in words."""
        shown: list[Shown] = []
        files: dict[str, bytes] = {}
        room = self._room
        for about, picture in recipes:
            content = b""
            if room > 0:
                with contextlib.suppress(NotDrawn):
                    content = await self._studio.draw(picture)
            room -= len(content)
            if not content or room < 0:
                shown.append(about)
                continue
            name = f"pictures/{picture.name}-{len(files) + 1}.png"
            files[name] = content
            shown.append(replace(about, file=name))
        return shown, files


async def _still_wanted(work: Work, what: Archive) -> None:
    if await work.exports.get(what.export_id) is None:
        raise NotDrawn("wanted no more")


async def _portraits(
    work: Work, reader: Reader, reader_id: int, shares: Sequence[Record]
) -> list[tuple[Shown, Picture]]:
    """The reader's own picture of the quiz, and what they are let see of another's."""
    views = [await sharing_views.picture(work, quiz_items(), reader_id)]
    theirs = [int(str(share["id"])) for share in shares if share["person_id"] != str(reader_id)]
    views += [await sharing_views.opened(work, quiz_items(), reader_id, share) for share in theirs]
    return [
        (
            Shown(None, "persons", str(view.author.id), portrait.caption(view, reader, with_name=True).text),
            replace(portrait.drawing(view, reader, "light", with_name=True), name="quiz"),
        )
        for view in views
        if view is not None
    ]


async def _week(work: Work, reader: Reader, review: Record) -> tuple[Shown, Picture] | None:
    """The picture that this review opened with; none where one of the two is not known any more."""
    couple_id = int(str(review["couple_id"]))
    if not await work.exports.both_are_there(couple_id):
        return None
    theirs = await work.rhythms.view(couple_id)
    opened = datetime.fromisoformat(str(review["opened_at"]))
    today: date = day_of(opened, theirs.day_zone if theirs is not None else "UTC")
    days = today - _WEEK, today - timedelta(days=1)
    view = await week(work, int(str(review["id"])), days)
    if view is None:
        return None
    data = review_week.data(view, reader)
    words = f"{data['title']}, {data['range']}: {data['sentence']}"
    return Shown(None, "reviews", str(review["id"]), words), Picture("week", data, name=f"week-{days[1]}")


def _pack(
    what: Archive,
    tables: Mapping[str, list[Record]],
    now: datetime,
    shown: Sequence[Shown],
    files: Mapping[str, bytes],
) -> bytes:
    data = export_page.data(what, tables, now, shown)
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("index.html", export_page.page(data).encode("utf-8", "replace"))
        archive.writestr("data.json", json.dumps(data, ensure_ascii=False, indent=1).encode())
        for name, content in files.items():
            archive.writestr(name, content, ZIP_STORED)
    return file.getvalue()
