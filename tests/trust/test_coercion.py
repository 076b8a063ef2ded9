"""Except by a shared act, nothing that one partner does reaches the other."""

import re

from telegram.ext import CommandHandler

from bot.registry import FEATURES
from tests.trust.forge import Desk, desk, private_ids
from tests.trust.patterns import ID, examples, of_features
from tests.trust.scene import Left
from tests.trust.shared_acts import COUNTED_COMMANDS, SHARED_ACTS, SHARED_COMMANDS


def is_shared(data: str) -> bool:
    return any(re.match(pattern, data) for pattern in SHARED_ACTS)


def commands() -> list[str]:
    """Every command there is."""
    return sorted(
        {
            word
            for feature in FEATURES
            for handler in feature.handlers
            if isinstance(handler, CommandHandler)
            for word in handler.commands
        }
    )


def only_own(at: Desk, left: Left, places: frozenset[str], ours: int) -> set[str]:
    """Where something would be shown that Ben can see too."""
    return set(places) - {f"person:{ours}", f"chat:{left.people['ann']}"}


async def test_no_other_button_in_sight_shows_the_partner_anything(left: Left) -> None:
    faults = []
    for still in left.stills[2:]:
        async with desk(left, still) as at:
            ours = await at.person_id(left.people["ann"])
            for button in still.buttons:
                if button.viewer != left.people["ann"] or is_shared(button.data):
                    continue
                outcome = await at.press(button.viewer, button.message, button.data)
                seen = only_own(at, left, outcome.addresses, ours)
                faults += [f"{still.name}, {button.data} is seen at {seen}"] if seen else []
    assert faults == []


async def test_no_button_of_any_pattern_shows_the_partner_anything_of_ones_own(left: Left) -> None:
    faults = []
    ann = left.people["ann"]
    async with desk(left, left.stills[-1]) as at:
        ours = await at.person_id(ann)
        ids = private_ids(await at.dump(), ann)
        for example in sorted({data for pattern in of_features() for data in examples(pattern)}):
            for number in ids if ID in example else ids[:1]:
                data = example.replace(ID, str(number))
                if is_shared(data):
                    continue
                outcome = await at.press(ann, at.in_private(ann), data)
                seen = only_own(at, left, outcome.addresses, ours)
                faults += [f"{data} is seen at {seen}"] if seen else []
    assert faults == []


async def test_no_command_given_in_private_shows_the_partner_anything(left: Left) -> None:
    faults = []
    for still in left.stills[2:]:
        async with desk(left, still) as at:
            ours = await at.person_id(left.people["ann"])
            for command in commands():
                if command in SHARED_COMMANDS:
                    continue
                outcome = await at.say(left.people["ann"], f"/{command}")
                seen = only_own(at, left, outcome.addresses, ours)
                faults += [f"{still.name}, /{command} is seen at {seen}"] if seen else []
    assert faults == []


def test_every_shared_act_is_one_that_exists() -> None:
    there = [data.replace(ID, "1") for pattern in of_features() for data in examples(pattern)]
    assert [act for act in SHARED_ACTS if not any(re.match(act, data) for data in there)] == []
    assert set(commands()) >= SHARED_COMMANDS | COUNTED_COMMANDS
