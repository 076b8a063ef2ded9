"""After whatever one partner does for themselves, all that the other can see or ask for is as it was."""

import json
import re
from typing import Any

import pytest
from sqlalchemy import select

from bot.deliver.delivery import stood
from bot.registry import draw
from screens.screen import Reader, Where
from storage.export_tables import RULES
from storage.tables import Panel
from tests.trust.forge import Desk, desk
from tests.trust.scene import Button, Left
from tests.trust.shared_acts import SHARED_COMMANDS
from tests.trust.test_coercion import commands, is_shared

Sight = dict[tuple[Any, ...], str]


async def sight(at: Desk, left: Left, viewer: str) -> Sight:
    """Every panel in a person's chats, every row of their copy, every command's answer, byte for byte."""
    telegram_id = left.people[viewer]
    person_id = await at.person_id(telegram_id)
    seen: Sight = {}
    place = select(Panel.key, Panel.chat_id, Panel.screen)
    panels = place.where(Panel.chat_id.in_((telegram_id, left.groups["two"])))
    for key, chat, shown in (await at.work.session.execute(panels)).all():
        private = chat == telegram_id
        where = Where.PRIVATE if private else Where.SHARED
        own = person_id if private else None
        name, number = stood(shown)
        reader = Reader(("en",), where, at.still.now, "backsoon_bot", own, name, commitment=number)
        seen["panel", key, chat] = repr(await draw(at.work, "panel", key, {}, reader))
    for rule in RULES:
        for number, row in enumerate(await at.work.exports.read(person_id, rule)):
            seen["copy", rule.name, number] = json.dumps(row, sort_keys=True)
    for command in commands():
        outcome = await at.say(telegram_id, f"/{command}")
        # Of what an answer begins, the number is new each time.
        seen["command", command] = re.sub(r"\d{15,}", "#", repr((outcome.answer, outcome.shown)))
    return seen


@pytest.mark.parametrize(("actor", "viewer"), [("ann", "ben"), ("ben", "ann")])
async def test_nothing_that_one_does_for_oneself_changes_anything_that_the_other_can_see_or_ask_for(
    left: Left, actor: str, viewer: str
) -> None:
    still = left.stills[-1]
    assert set(still.couple) == {"ann", "ben"}
    own = left.people[actor]
    async with desk(left, still) as at:
        await at.say(own, "/help")
        as_it_was = await sight(at, left, viewer)
    kinds = {
        re.sub(r"\d{4,}", "#", button.data): button
        for button in still.buttons
        if button.viewer == own and not is_shared(button.data)
    }
    alone = [command for command in commands() if command not in SHARED_COMMANDS]
    assert len(kinds) > 15
    faults = []
    acts: list[Button | str] = [*kinds.values(), *alone]
    for act in acts:
        async with desk(left, still) as at:
            # As before: their name here is another one than in the evening, which a first word makes known.
            await at.say(own, "/help")
            if isinstance(act, str):
                await at.say(own, f"/{act}")
            else:
                await at.press(own, act.message, act.data)
            now = await sight(at, left, viewer)
        name = act if isinstance(act, str) else act.data
        faults += [(name, key) for key in as_it_was | now if as_it_was.get(key) != now.get(key)]
    assert not faults, "\n".join(map(str, faults))
