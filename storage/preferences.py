"""A person's own settings, as their screens need them."""

from dataclasses import dataclass

from storage.couples import CoupleRepository
from storage.persons import PersonRepository
from storage.views import CoupleView, PersonView


@dataclass(frozen=True, slots=True)
class PreferencesView:
    """A person with what is theirs to set. `partner` and `couple` are none while they are in no couple."""

    person: PersonView
    couple: CoupleView | None
    partner: PersonView | None


async def preferences(
    persons: PersonRepository, couples: CoupleRepository, person_id: int
) -> PreferencesView | None:
    """What this person's own screens show; None for somebody unknown."""
    person = await persons.view(person_id)
    if person is None:
        return None
    active = await couples.of(person_id)
    couple = await couples.view(active.id) if active is not None else None
    others = couple.partners if couple is not None else ()
    partner = next((other for other in others if other.id != person_id), None)
    return PreferencesView(person, couple, partner)
