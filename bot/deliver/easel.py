"""What is being made for the outbox: beside the deliveries, so that a pause never waits for a picture.

Pictures and documents are drawn by the studio, copies of a person's data are made by the archivist.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from structlog.stdlib import get_logger

from bot.deliver.archive import Archivist
from bot.deliver.studio import NotDrawn, Studio
from screens.screen import Archive, Document, Picture

Drawable = Picture | Document | Archive

# Drawn or being drawn, and not sent yet: that much memory they may take. Copies have a room of their own.
_ROOM = 4
_ROOM_FOR_ARCHIVES = 2
_TRIES = 3

_log = get_logger(__name__)


@dataclass(slots=True)
class _Sheet:
    """A row that waits for a drawing. `content`: none while it is drawn, and for ever where `failed`."""

    chat_id: int
    archive: bool = False
    digest: str = ""
    task: asyncio.Task[None] | None = None
    content: bytes | None = None
    failed: bool = False

    @property
    def taken(self) -> bool:
        """Whether it takes one of the places."""
        return self.task is not None or self.content is not None


class Easel:
    """By outbox row id. A drawing fits the recipe it was made from; for another recipe it is made anew."""

    def __init__(
        self, studio: Studio, on_drawn: Callable[[], None], archivist: Archivist | None = None
    ) -> None:
        """`on_drawn` is called when a row may be looked at again. Without an `archivist` no copy is made."""
        self._studio = studio
        self._archivist = archivist
        self._on_drawn = on_drawn
        self._sheets: dict[int, _Sheet] = {}

    @property
    def at_work(self) -> bool:
        """Whether something is being drawn."""
        return any(sheet.task is not None for sheet in self._sheets.values())

    @property
    def rows(self) -> frozenset[int]:
        """The rows that something was asked for."""
        return frozenset(self._sheets)

    def waits(self, row_id: int) -> int | None:
        """The chat of a row whose drawing is not to be had yet; none if the row may be looked at."""
        sheet = self._sheets.get(row_id)
        if sheet is None or sheet.failed or sheet.content is not None:
            return None
        return sheet.chat_id if sheet.task is not None or self._full(sheet) else None

    def failed(self, row_id: int) -> bool:
        """Whether its words must do alone."""
        sheet = self._sheets.get(row_id)
        return sheet is not None and sheet.failed

    def give_up(self, row_id: int) -> None:
        """Its picture is not wanted."""
        self._sheets[row_id] = _Sheet(0, failed=True)

    def drawing(self, row_id: int, chat_id: int, what: Drawable) -> bytes | None:
        """The drawing, if there is one of just this; otherwise it is begun as soon as there is room."""
        digest = _digest(what)
        sheet = self._sheets.setdefault(row_id, _Sheet(chat_id, isinstance(what, Archive)))
        if sheet.content is not None and sheet.digest == digest:
            return sheet.content
        sheet.content = None
        if sheet.task is None and not self._full(sheet):
            sheet.digest = digest
            sheet.task = asyncio.create_task(self._draw(sheet, what))
        return None

    def forget(self, row_ids: Iterable[int]) -> None:
        """These rows are no more."""
        for row_id in row_ids:
            sheet = self._sheets.pop(row_id, None)
            if sheet is not None and sheet.task is not None:
                sheet.task.cancel()

    async def clear(self) -> None:
        """Nothing is drawn any more."""
        tasks = [sheet.task for sheet in self._sheets.values() if sheet.task is not None]
        self.forget(list(self._sheets))
        await asyncio.gather(*tasks, return_exceptions=True)

    def _full(self, of: _Sheet) -> bool:
        room = _ROOM_FOR_ARCHIVES if of.archive else _ROOM
        return sum(sheet.taken for sheet in self._sheets.values() if sheet.archive is of.archive) >= room

    async def _draw(self, sheet: _Sheet, what: Drawable) -> None:
        try:
            for _ in range(_TRIES):
                try:
                    sheet.content = await self._make(what)
                except NotDrawn as error:
                    _log.warning("not drawn", template=_template(what), reason=str(error))
                else:
                    return
            _log.error("words go without their picture", template=_template(what))
            sheet.failed = True
        finally:
            sheet.task = None
            self._on_drawn()

    async def _make(self, what: Drawable) -> bytes:
        if not isinstance(what, Archive):
            return await self._studio.draw(what)
        if self._archivist is None:
            raise NotDrawn("nobody makes copies here")
        return await self._archivist.make(what)


def _template(what: Drawable) -> str:
    return "archive" if isinstance(what, Archive) else what.template


def _digest(what: Drawable) -> str:
    recipe = json.dumps([type(what).__name__, asdict(what)], sort_keys=True)
    return hashlib.sha256(recipe.encode()).hexdigest()
