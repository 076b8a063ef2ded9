"""Every press there is, by those who have no business pressing: refused, nothing changed, nothing learned."""

import re
from collections.abc import Iterator

import pytest

from tests.screens.cast import gallery
from tests.trust.forge import (
    NOBODYS_ID,
    Desk,
    Outcome,
    desk,
    differences,
    foreign_ids,
    meddled,
    own_of,
    private_ids,
)
from tests.trust.patterns import ID, examples, of_features
from tests.trust.scene import Button, Left, Still

# Eve is nobody's partner; Cat has a partner of her own; Dora was Ann's; Gus has never met the bot.
STRANGERS = ("eve", "cat", "dora", "gus")
GUS = 100_999
# What the partner was invited to open.
SHOWN_ON_PURPOSE = f"share:{ID}:open"


def everything() -> list[str]:
    """Each kind of data that any button may send."""
    return sorted({data for pattern in of_features() for data in examples(pattern)})


def with_id(example: str, number: int) -> str:
    return example.replace(ID, str(number))


def kind_of(data: str) -> str:
    return re.sub(r"\d{4,}", ID, data)


def plain(outcome: Outcome, *numbers: int) -> tuple[str, ...]:
    """What was learned, whichever row was named."""
    words = (outcome.answer, *outcome.shown)
    for number in numbers:
        words = tuple(word.replace(str(number), ID) for word in words)
    return words


def telegram_id(left: Left, name: str) -> int:
    return left.people.get(name, GUS)


def last_seen(left: Left) -> Iterator[tuple[Still, list[Button]]]:
    """Each kind of button a chat, at the last moment at which it is in sight."""
    last: dict[tuple[int, int, str], tuple[Still, Button]] = {}
    for still in left.stills:
        for button in still.buttons:
            last[button.viewer, button.message["chat"]["id"], kind_of(button.data)] = still, button
    for still in left.stills:
        yield still, [button for at, button in last.values() if at is still]


def test_every_pattern_has_its_forged_presses() -> None:
    for pattern in of_features():
        tried = [with_id(example, NOBODYS_ID) for example in examples(pattern)]
        assert tried, pattern
        for data in tried:
            assert re.match(pattern, data), (pattern, data)
            assert len(data.encode()) <= 64, data


def test_every_button_that_is_ever_shown_is_among_them(left: Left) -> None:
    shown = {button.data for still in left.stills for button in still.buttons}
    shown |= {
        button.press for shot in gallery() for row in shot.screen.rows for button in row if button.press
    }
    patterns = [re.compile(pattern) for pattern in of_features()]
    assert [data for data in shown if not any(pattern.match(data) for pattern in patterns)] == []
    assert len({kind_of(data) for data in shown}) > 60


@pytest.mark.parametrize("name", STRANGERS)
async def test_a_stranger_changes_nothing_and_learns_nothing_with_any_button_in_sight(
    left: Left, name: str
) -> None:
    faults: list[str] = []
    presser = telegram_id(left, name)
    for still, buttons in last_seen(left):
        if name in still.couple:
            continue
        async with desk(left, still) as at:
            before = await at.dump()
            for button in buttons:
                faults += [f"{still.name}: {fault}" for fault in await _forged(at, presser, button)]
            after = await at.dump()
            faults += [f"{still.name}: {fault}" for fault in meddled(before, after, own_of(after, presser))]
    assert faults == []


async def _forged(at: Desk, presser: int, button: Button) -> list[str]:
    """A press as it is and with nobody's id: in the two's own chat, on a message too old, and at home."""
    ids = [int(number) for number in re.findall(r"\d{15,}", button.data)]
    messages = (button.message, {**button.message, "date": 0}, at.in_private(presser))
    places = messages[:1] if button.message["chat"]["type"] == "private" else messages
    told = []
    for data in dict.fromkeys((button.data, re.sub(r"\d{15,}", str(NOBODYS_ID), button.data))):
        outcomes = [await at.press(presser, message, data) for message in (*places, messages[2])]
        told.append([plain(outcome, *ids, NOBODYS_ID) for outcome in outcomes])
        elsewhere = {place for outcome in outcomes for place in outcome.addresses}
        elsewhere -= own_of(await at.dump(), presser).addresses(presser)
        if elsewhere:
            return [f"{data}: said to {elsewhere}"]
    if set(ids) & own_of(await at.dump(), presser).numbers:
        # Whoever was a partner knows that.
        return []
    return [] if told[0] == told[-1] else [f"{button.data} tells: {told[0]} but {told[1]}"]


@pytest.mark.parametrize("name", STRANGERS)
async def test_a_stranger_with_altered_ids_changes_nothing_and_learns_nothing(left: Left, name: str) -> None:
    faults: list[str] = []
    presser = telegram_id(left, name)
    async with desk(left, left.stills[-1]) as at:
        before = await at.dump()
        await _try_all(at, presser, foreign_ids(before, own_of(before, presser)), faults, everything())
        after = await at.dump()
        faults += meddled(before, after, own_of(after, presser))
    assert faults == []


async def test_a_partner_changes_and_learns_nothing_of_what_is_the_others_alone(left: Left) -> None:
    faults: list[str] = []
    ben = left.people["ben"]
    async with desk(left, left.stills[-1]) as at:
        ids = private_ids(await at.dump(), left.people["ann"])
        assert len(ids) > 4
        mine = await at.dump()
        tried = [data for data in everything() if not data.startswith(SHOWN_ON_PURPOSE)]
        await _try_all(at, ben, ids, faults, tried, without_ids=False)
        after = await at.dump()
    faults += [place[0] for place in mine if place[1][0] in ids and after.get(place) != mine[place]]
    assert faults == []


async def _try_all(
    at: Desk,
    presser: int,
    ids: list[int],
    faults: list[str],
    tried: list[str],
    *,
    without_ids: bool = True,
) -> None:
    message = at.in_private(presser)
    for example in tried:
        if ID not in example:
            if without_ids:
                await at.press(presser, message, example)
            continue
        expected = plain(await at.press(presser, message, with_id(example, NOBODYS_ID)), NOBODYS_ID)
        for number in ids:
            outcome = await at.press(presser, message, with_id(example, number))
            if plain(outcome, number) != expected:
                faults.append(f"{example} tells of {number}: {plain(outcome, number)} but {expected}")
                break


async def test_a_press_that_comes_twice_does_no_more_than_once(left: Left) -> None:
    faults: list[str] = []
    for still, buttons in last_seen(left):
        async with desk(left, still) as at:
            for button in buttons:
                await at.press(button.viewer, button.message, button.data)
                once = await at.dump()
                await at.press(button.viewer, button.message, button.data)
                faults += [
                    f"{still.name}, {button.data}: {fault}" for fault in differences(once, await at.dump())
                ]
    assert faults == []
