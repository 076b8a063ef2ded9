"""Persons: who has met the bot."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.sealed import Vault
from storage.tables import Person
from storage.views import PersonView

_NAME_LIMIT = 64
_BY_TELEGRAM = select(Person).where(Person.telegram_id == bindparam("telegram_id"))
# 22:30 to 7:30, minutes since midnight.
QUIET_FROM, QUIET_TO = 22 * 60 + 30, 7 * 60 + 30


class PersonRepository:
    """Persons by our id and by Telegram's."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def by_telegram(self, telegram_id: int) -> Person | None:
        """Who this Telegram user is to us, if we have met."""
        return await self._session.scalar(_BY_TELEGRAM, {"telegram_id": telegram_id})

    async def get(self, person_id: int) -> Person | None:
        """A person by our id."""
        return await one(self._session, Person, person_id)

    async def meet(self, telegram_id: int, name: str, language: str, now: datetime) -> Person:
        """The person, made known if new; their name is kept up to date, their `language` is not."""
        name = name.strip()[:_NAME_LIMIT] or "…"
        person = await self.by_telegram(telegram_id)
        if person is None:
            person_id = new_id()
            person = Person(
                id=person_id,
                telegram_id=telegram_id,
                name=self._vault.seal("persons", "name", person_id, name),
                language=language,
                private_open=False,
                met_at=now,
                zone=None,
                quiet_from=QUIET_FROM,
                quiet_to=QUIET_TO,
                group_keyboard=True,
                intimate=False,
                expects=None,
                expects_until=None,
            )
            self._session.add(person)
            await self._session.flush()
        elif self.name(person) != name:
            person.name = self._vault.seal("persons", "name", person.id, name)
        return person

    def name(self, person: Person) -> str:
        """What they call themselves on Telegram."""
        return self._vault.open("persons", "name", person.id, person.name)

    def show(self, person: Person) -> PersonView:
        """A person as a screen needs them."""
        return PersonView(
            id=person.id,
            telegram_id=person.telegram_id,
            name=self.name(person),
            language=person.language,
            private_open=person.private_open,
            zone=person.zone,
            quiet_from=person.quiet_from,
            quiet_to=person.quiet_to,
            group_keyboard=person.group_keyboard,
        )

    async def view(self, person_id: int) -> PersonView | None:
        """A person as a screen needs them, by our id."""
        person = await self.get(person_id)
        return self.show(person) if person else None

    def expect(self, person: Person, what: str | None, until: datetime | None = None) -> None:
        """The person's next private text answers this, until then; None: nothing is asked any more."""
        person.expects = what
        person.expects_until = until if what is not None else None

    def expect_no_more(self, person: Person, asked: str) -> None:
        """The question whose first word this is needs no answer; any other one still does."""
        if (person.expects or "").partition(":")[0] == asked:
            self.expect(person, None)

    def expected(self, person: Person, now: datetime) -> str | None:
        """What the person's next private text answers now."""
        if person.expects is None or person.expects_until is None or now >= person.expects_until:
            return None
        return person.expects

    async def views(self, person_ids: Iterable[int]) -> dict[int, PersonView]:
        """Several at once, by our id."""
        query = select(Person).where(Person.id.in_(list(person_ids)))
        return {person.id: self.show(person) for person in await self._session.scalars(query)}
