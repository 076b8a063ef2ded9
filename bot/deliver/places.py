"""Which chat an address means at the moment of delivery, and who reads there."""

from collections.abc import Iterable
from dataclasses import dataclass

from screens.screen import Where
from storage.tables import Outbox
from storage.views import CoupleView, PersonView
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """One chat, by Telegram's id, and its readers; `person_id` in a private chat alone.

    `zone`: the IANA name of the zone that all of them live in, if it is one and known.
    """

    chat_id: int
    where: Where
    languages: tuple[str, ...] = ()
    person_id: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """A private chat that its person has not opened to the bot."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Spread:
    """No chat of its own: the row goes to these addresses instead."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nowhere:
    """An ended couple, a group the bot has left, a person it does not know: dropped."""


Resolved = Place | Closed | Spread | Nowhere


class Places:
    """Resolves addresses in one transaction.

    `crowd_panels`: first words of panel keys that a partner without an open private chat must see all the
    same; in a group with others in it these are shown without names.
    """

    def __init__(self, work: Work, crowd_panels: Iterable[str] = ()) -> None:
        self._work = work
        self._crowd_panels = frozenset(crowd_panels)

    async def resolve(self, row: Outbox) -> Resolved:
        """Where this row goes now.

        Raises:
            ValueError: an address of no known shape.
        """
        kind, _, rest = row.address.partition(":")
        number = int(rest)
        if kind == "person":
            return await self._person(number)
        if kind == "couple":
            return await self._couple(number, row)
        if kind == "crowd":
            return await self._crowd(number)
        if kind == "group":
            return await self._group(number)
        if kind == "chat":
            return Place(number, Where.PRIVATE if number > 0 else Where.CROWD)
        raise ValueError(f"no address is called {kind}")

    async def _person(self, person_id: int) -> Resolved:
        person = await self._work.persons.view(person_id)
        if person is None:
            return Nowhere()
        if not person.private_open:
            return Closed(person.telegram_id)
        return Place(person.telegram_id, Where.PRIVATE, (person.language,), person.id, person.zone)

    async def _couple(self, couple_id: int, row: Outbox) -> Resolved:
        couple = await self._work.couples.view(couple_id)
        if couple is None or couple.ended:
            return Nowhere()
        if couple.chat_id is not None and couple.just_two:
            return Place(couple.chat_id, Where.SHARED, _languages(couple), zone=_zone(couple))
        crowd = couple.chat_id is not None and self._for_crowds(row)
        copies = (_copy(couple, partner, crowd=crowd) for partner in couple.partners)
        return Spread(tuple(dict.fromkeys(copies)))

    def _for_crowds(self, row: Outbox) -> bool:
        return row.kind == "panel" and row.name.partition(":")[0] in self._crowd_panels

    async def _crowd(self, couple_id: int) -> Resolved:
        couple = await self._work.couples.view(couple_id)
        if couple is None or couple.ended or couple.chat_id is None:
            return Nowhere()
        return Place(couple.chat_id, Where.CROWD, _languages(couple), zone=_zone(couple))

    async def _group(self, group_id: int) -> Resolved:
        group = await self._work.groups.get(group_id)
        if group is None or not group.present:
            return Nowhere()
        return Place(group.chat_id, Where.SHARED)


def _languages(couple: CoupleView) -> tuple[str, ...]:
    return tuple(sorted({partner.language for partner in couple.partners}))


def _zone(couple: CoupleView) -> str | None:
    first, second = couple.partners
    return first.zone if first.zone == second.zone else None


def _copy(couple: CoupleView, partner: PersonView, *, crowd: bool) -> str:
    if crowd and not partner.private_open:
        return f"crowd:{couple.id}"
    return f"person:{partner.id}"
