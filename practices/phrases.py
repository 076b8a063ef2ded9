"""Words to borrow, in private."""

from practices import pages
from practices.pages import Spot
from practices.turn import Person, Turn, to_person


async def show(
    turn: Turn, person: Person, situation: str = "home", page: int = 1, spot: Spot | None = None
) -> None:
    """A page of one situation's lines, or `home`. Without an open private chat, the way there."""
    if not person.private_open:
        turn.reply("okay", start=f"phrases-{situation}")
        return
    if turn.origin != to_person(person.id):
        turn.reply("calm-sent")
    if situation == "home":
        await pages.show(turn, person, "phrases.home", spot)
    else:
        await pages.show(turn, person, "phrases.lines", spot, situation=situation, page=page)
