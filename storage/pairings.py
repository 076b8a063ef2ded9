"""Pairings: attempts to become a couple, in a group or by a link."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.couples import CoupleRepository
from storage.ids import new_id
from storage.one import one
from storage.persons import PersonRepository
from storage.sealed import Vault
from storage.tables import Pairing
from storage.views import PairingView

_TOKEN_BYTES = 32


class PairingRepository:
    """A link's token is kept as a hash to find it by, and sealed for its inviter's own screen."""

    def __init__(
        self, session: AsyncSession, vault: Vault, persons: PersonRepository, couples: CoupleRepository
    ) -> None:
        self._session = session
        self._vault = vault
        self._persons = persons
        self._couples = couples

    async def open_in_group(self, group_id: int, language: str, now: datetime) -> Pairing:
        """Two presses in this group will pair."""
        return await self._add(group_id=group_id, language=language, now=now)

    async def open_link(self, inviter_id: int, language: str, now: datetime, valid_for: timedelta) -> Pairing:
        """A single-use invitation."""
        return await self._add(
            first_id=inviter_id, language=language, now=now, expires_at=now + valid_for, token=_new_token()
        )

    async def _add(
        self,
        *,
        language: str,
        now: datetime,
        group_id: int | None = None,
        first_id: int | None = None,
        expires_at: datetime | None = None,
        token: str | None = None,
    ) -> Pairing:
        pairing_id = new_id()
        pairing = Pairing(
            id=pairing_id,
            group_id=group_id,
            token_hash=_hash(token) if token else None,
            token=self._vault.seal("pairings", "token", pairing_id, token) if token else None,
            language=language,
            first_id=first_id,
            second_id=None,
            second_confirmed=False,
            opened_at=now,
            expires_at=expires_at,
            closed_at=None,
            outcome=None,
        )
        self._session.add(pairing)
        await self._session.flush()
        return pairing

    async def get(self, pairing_id: int) -> Pairing | None:
        """A pairing, open or closed."""
        return await one(self._session, Pairing, pairing_id)

    async def by_token(self, token: str) -> Pairing | None:
        """The invitation of a link."""
        return await self._session.scalar(select(Pairing).where(Pairing.token_hash == _hash(token)))

    async def open_of_group(self, group_id: int) -> Pairing | None:
        """The pairing that is open in this group."""
        return next(iter(await self.all_open_of_group(group_id)), None)

    async def all_open_of_group(self, group_id: int) -> list[Pairing]:
        """More than one is open where two groups were told apart that are the same: the oldest first."""
        query = (
            select(Pairing)
            .where(Pairing.group_id == group_id, Pairing.closed_at.is_(None))
            .order_by(Pairing.opened_at, Pairing.second_id.is_(None), Pairing.first_id.is_(None))
        )
        return list(await self._session.scalars(query))

    async def open_of_person(self, person_id: int) -> list[Pairing]:
        """Open pairings in which this person takes part, the newest first."""
        query = (
            select(Pairing)
            .where(or_(Pairing.first_id == person_id, Pairing.second_id == person_id))
            .where(Pairing.closed_at.is_(None))
            .order_by(Pairing.opened_at.desc())
        )
        return list(await self._session.scalars(query))

    async def view(self, pairing_id: int) -> PairingView | None:
        """A pairing as a screen needs it."""
        pairing = await self.get(pairing_id)
        if pairing is None:
            return None
        people = await self._persons.views(filter(None, (pairing.first_id, pairing.second_id)))
        couple = await self._couples.in_group(pairing.group_id) if pairing.group_id else None
        return PairingView(
            id=pairing.id,
            group_id=pairing.group_id,
            first=people.get(pairing.first_id or 0),
            second=people.get(pairing.second_id or 0),
            second_confirmed=pairing.second_confirmed,
            outcome=pairing.outcome,
            expires_at=pairing.expires_at,
            token=self._vault.open("pairings", "token", pairing.id, pairing.token) if pairing.token else None,
            language=pairing.language,
            couple=await self._couples.view(couple.id) if couple else None,
        )


def _new_token() -> str:
    return secrets.token_urlsafe(_TOKEN_BYTES)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
