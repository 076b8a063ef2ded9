"""One delivery: the rows it stands for, the call it makes, and what is to be remembered of it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.deliver import render
from bot.deliver.easel import Drawable, Easel
from bot.deliver.places import Place
from content.animations import animation
from screens.screen import NotNow, Reader, Screen
from storage.lanes import Lane
from storage.panels import DELETABLE
from storage.tables import Outbox, Panel
from storage.work import Work

# (work, row kind, row name, row params, reader) -> the screen as it is true now, or none.
DrawRow = Callable[[Work, str, str, Mapping[str, Any], Reader], Awaitable[Screen | None]]

# Calls that Telegram's limit of a chat does not count.
_UNCOUNTED = ("get", "delete")


@dataclass(frozen=True, slots=True)
class Message:
    """A panel's message as it stood when its successor was drawn."""

    id: int
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one call to Telegram will say, and for which outbox rows."""

    ids: tuple[int, ...]
    kind: str
    name: str
    address: str
    lane: Lane
    attempts: int
    chat_id: int
    method: str
    params: Mapping[str, Any]
    # What a `call` row asked, for those who asked.
    asked: Mapping[str, Any] = field(default_factory=dict)
    screen: str = ""
    commitment: int | None = None
    digest: str = ""
    report: bool = False
    # A call that is tried until it expires, however often it fails.
    promised: bool = False
    # The panel's message until now.
    old: Message | None = None
    # The persons whose words it holds; of a private chat, its own too.
    words_of: frozenset[int] = frozenset()
    # The name of the moving picture that goes with it.
    animation: str | None = None

    @property
    def is_edit(self) -> bool:
        """Whether it changes a message that is there already."""
        return self.method in ("editMessageText", "editMessageMedia")

    @property
    def panel(self) -> str | None:
        """The panel's key, if it is one."""
        return self.name if self.kind == "panel" else None

    @property
    def stands(self) -> str:
        """What the panel shows from then on."""
        return _standing(self.screen, self.commitment)

    @property
    def is_message(self) -> bool:
        """Whether the chat's limit counts it."""
        return not self.method.startswith(_UNCOUNTED)


@dataclass(frozen=True, slots=True)
class Stale:
    """Rows with nothing to deliver: no longer true, or shown already."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Early:
    """A silent edit so soon after the last one that it waits, and lets others pass; seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Later:
    """Something that waits for the end of a pause, and keeps what follows it in its chat waiting; seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A picture that must be drawn first; the easel tells when."""


class Drawer:
    """Turns a row into a delivery, from what is committed now."""

    def __init__(
        self, draw: DrawRow, bot_username: str, edit_wait: Callable[[str, int], float], easel: Easel
    ) -> None:
        """`edit_wait`: seconds until this panel may be edited in this chat."""
        self._draw = draw
        self._bot_username = bot_username
        self._edit_wait = edit_wait
        self.easel = easel

    async def prepare(
        self, work: Work, row: Outbox, place: Place, now: datetime, *, fresh: bool
    ) -> Delivery | Stale | Early | Later | Undrawn:
        """What is to be sent for this row. `fresh`: the message it would stand in place of is lost."""
        if row.kind == "call":
            return self._call(work, row, place)
        try:
            if row.kind == "panel":
                return await self._panel(work, row, place, now)
            return await self._screen(work, row, place, now, fresh=fresh)
        except NotNow as wait:
            return Later(wait.seconds)

    def _call(self, work: Work, row: Outbox, place: Place) -> Delivery:
        asked = work.outbox.params(row)
        words_of = asked.pop("words_of", ())
        params = {"chat_id": place.chat_id, **asked}
        return _delivery([row], place, row.name, params, asked=asked, words_of=words_of)

    async def _panel(self, work: Work, row: Outbox, place: Place, now: datetime) -> Delivery | Stale | Early:
        rows = await work.outbox.same_panel(row.name, row.address)
        panel = await work.panels.get(row.name, place.chat_id)
        anew = panel is None or any(each.anew for each in rows)
        wait = 0.0 if anew else self._edit_wait(row.name, place.chat_id)
        if wait > 0:
            return Early(wait)
        reader = self._reader(place, now, stands=panel.screen if panel else None, anew=anew)
        screen = await self._draw(work, "panel", row.name, {}, reader)
        if screen is None:
            return Stale(_ids(rows))
        digest = render.digest(screen)
        if anew or panel is None:
            params = render.to_send(place.chat_id, screen, ring=any(each.ring for each in rows))
            return _delivery(rows, place, "sendMessage", params, screen=screen, digest=digest, panel=panel)
        if panel.digest == digest and panel.screen == _standing(screen.name, screen.commitment):
            return Stale(_ids(rows))
        params = render.to_edit(place.chat_id, panel.message_id, screen)
        return _delivery(rows, place, "editMessageText", params, screen=screen, digest=digest, panel=panel)

    async def _screen(
        self, work: Work, row: Outbox, place: Place, now: datetime, *, fresh: bool
    ) -> Delivery | Stale | Undrawn:
        asked = work.outbox.params(row)
        instead_of = asked.pop("instead_of", None)
        reader = self._reader(place, now, stands=None, anew=True)
        screen = await self._draw(work, "screen", row.name, asked, reader)
        if screen is None:
            return Stale((row.id,))
        if screen.drawn is not None and render.fits_caption(screen) and not self.easel.failed(row.id):
            return self._drawn(row, place, screen, screen.drawn, None if fresh else instead_of)
        if screen.archive is not None:
            # Its words without the file would be no use.
            screen = Screen(f"{screen.name}.failed", screen.archive.sorry, report=screen.report)
        # A message with a reply keyboard or a moving picture cannot come about by an edit.
        editable = screen.keyboard is None and screen.animation is None
        if instead_of is not None and not fresh and editable:
            params = render.to_edit(place.chat_id, instead_of, screen)
            return _delivery([row], place, "editMessageText", params, screen=screen)
        if screen.animation is not None:
            film = animation(screen.animation)
            file_id = await work.media.file_id(film.name, film.digest)
            params = render.to_send_animation(place.chat_id, screen, film, file_id, ring=row.ring)
            return _delivery([row], place, "sendAnimation", params, screen=screen)
        params = render.to_send(place.chat_id, screen, ring=row.ring)
        return _delivery([row], place, "sendMessage", params, screen=screen)

    def _drawn(
        self,
        row: Outbox,
        place: Place,
        screen: Screen,
        what: Drawable,
        instead_of: int | None,
    ) -> Delivery | Undrawn:
        content = self.easel.drawing(row.id, place.chat_id, what)
        if content is None:
            return Undrawn()
        if instead_of is not None:
            params = render.to_edit_drawn(place.chat_id, instead_of, screen, content)
            return _delivery([row], place, "editMessageMedia", params, screen=screen)
        method, params = render.to_send_drawn(place.chat_id, screen, content, ring=row.ring)
        return _delivery([row], place, method, params, screen=screen)

    def _reader(self, place: Place, now: datetime, *, stands: str | None, anew: bool) -> Reader:
        shown, commitment = stood(stands)
        return Reader(
            languages=place.languages,
            where=place.where,
            now=now,
            bot_username=self._bot_username,
            person_id=place.person_id,
            shown=shown,
            commitment=commitment,
            anew=anew,
            zone=place.zone,
        )


def _delivery(
    rows: Sequence[Outbox],
    place: Place,
    method: str,
    params: Mapping[str, Any],
    *,
    asked: Mapping[str, Any] | None = None,
    words_of: Iterable[int] = (),
    screen: Screen | None = None,
    digest: str = "",
    panel: Panel | None = None,
) -> Delivery:
    return Delivery(
        ids=_ids(rows),
        kind=rows[0].kind,
        name=rows[0].name,
        address=rows[0].address,
        lane=Lane(min(row.lane for row in rows)),
        attempts=max(row.attempts for row in rows),
        chat_id=place.chat_id,
        method=method,
        params=params,
        asked=asked or {},
        screen=screen.name if screen else "",
        commitment=screen.commitment if screen else None,
        digest=digest,
        report=screen is not None and screen.report,
        promised=rows[0].kind == "call" and rows[0].expires_at is not None,
        old=Message(panel.message_id, panel.sent_at) if panel else None,
        words_of=frozenset(
            (
                *words_of,
                *(screen.words_of if screen else ()),
                *((place.person_id,) if place.person_id is not None else ()),
            )
        ),
        animation=screen.animation if screen else None,
    )


def _standing(name: str, commitment: int | None) -> str:
    return name if commitment is None else f"{name}#{commitment}"


def stood(stands: str | None) -> tuple[str | None, int | None]:
    """The name of the screen that a panel shows, and the number of its promise: of `Delivery.stands`."""
    name, _, number = (stands or "").partition("#")
    return (None if stands is None else name), (int(number) if number else None)


def _ids(rows: Sequence[Outbox]) -> tuple[int, ...]:
    return tuple(row.id for row in rows)


def age_allows_deletion(message: Message, now: datetime) -> bool:
    """Whether Telegram still deletes this message."""
    return now - message.sent_at < DELETABLE
