"""Before a reveal, nothing that one partner is shown or told depends on what the other did.

The same evening is lived twice: once with whatever Ben does, once with a Ben who does nothing. Up to the
first reveal Ann has to have been shown the same, told the same and reminded at the same instants.
"""

import asyncio
import re
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from content.prompts import prompts
from practices import check_in
from practices.check_in import Given
from storage.tables import Person
from tests.practices.check_in_desk import ask, found
from tests.practices.pause_desk import GROUP_CHAT, Desk, Shown, open_desk

# What somebody does: who, what, with which number, and so many minutes later.
Step: TypeAlias = tuple[str, str, int, int]
Seen: TypeAlias = list[tuple[object, ...]]
ANN = 1

WHAT = ("mood", "words", "voice", "only me", "share", "skip", "open the page", "wait")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("ann", "ben", "ben")), st.sampled_from(WHAT), st.integers(1, 5), st.integers(0, 200)
    ),
    min_size=1,
    max_size=9,
)


async def _do(desk: Desk, person: int, what: str, number: int, one: int) -> str:
    match what:
        case "mood":
            return await desk.act(person, check_in.mood, one, number)
        case "words":
            words = Given(words=f"words {number}", message_id=number)
            return await desk.act(person, check_in.keep, one, words, private=True)
        case "voice":
            voice = Given(media="voice", file_id=f"file {number}", message_id=number)
            return await desk.act(person, check_in.keep, one, voice, private=True)
        case "only me" | "share":
            return await desk.act(person, check_in.keep_private, one, only_me=what == "only me")
        case "skip":
            return await desk.act(person, check_in.skip, one)
        case "open the page":
            return await desk.act(person, check_in.ask, one, private=True)
    return ""


async def _evening(steps: list[Step], *, with_ben: bool) -> list[Seen]:
    """What Ann is shown and told by the end of each step, until something is revealed."""
    async with open_desk("sqlite+aiosqlite:///:memory:") as desk:
        await desk.pair()
        await _sleep(desk, desk.ann, 22 * 60 + 30)
        await _sleep(desk, desk.ben, 21 * 60)
        one = await ask(desk, library=prompts()[:1])
        await desk.deliver()
        so_far: list[Seen] = []
        told: Seen = []
        for who, what, number, minutes in steps:
            if who == "ann":
                told.append((len(told), await _do(desk, desk.ann, what, number, one)))
            elif with_ben:
                await _do(desk, desk.ben, what, number, one)
            await desk.deliver()
            check = await found(desk, one)
            if check.moods_revealed_at is not None or check.words_revealed_at is not None:
                break
            await desk.pass_time(minutes=minutes)
            so_far.append([*told, *(_seen(shown) for shown in desk.shown if shown.chat in (ANN, GROUP_CHAT))])
        return so_far


async def _sleep(desk: Desk, person_id: int, quiet_from: int) -> None:
    async with desk.database.work() as work:
        person = await work.session.get(Person, person_id)
        assert person is not None
        person.zone, person.quiet_from = "UTC", quiet_from


def _seen(shown: Shown) -> tuple[object, ...]:
    data = tuple(re.sub(r"\d{9,}", "id", one) for one in shown.data)
    return shown.at, shown.chat, shown.screen, shown.method, shown.text, shown.silent, data


@settings(max_examples=20, deadline=None)
@given(STEPS)
def test_until_a_reveal_ann_learns_nothing_of_what_ben_did(steps: list[Step]) -> None:
    with_him = asyncio.run(_evening(steps, with_ben=True))
    without = asyncio.run(_evening(steps, with_ben=False))
    assert with_him == without[: len(with_him)]


def test_the_comparison_sees_a_reveal() -> None:
    steps = [("ben", "mood", 4, 1), ("ann", "mood", 4, 1), ("ann", "wait", 1, 1)]
    assert len(asyncio.run(_evening(steps, with_ben=True))) == 1
    assert len(asyncio.run(_evening(steps, with_ben=False))) == 3
