"""Ben's phone through a day after what Ann did for herself, and after nothing at all: it is the same."""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

import playground
from scheduler.clock import MovableClock
from storage import ids
from tests.end_to_end.rig import START, Rig
from tests.end_to_end.test_check_in import begin, open_page

Act = Callable[[Rig], Awaitable[None]]
# After the act: at once, at the reminder's hour, in the night, and with the next evening's check-in.
LATER = (timedelta(minutes=5), timedelta(hours=4), timedelta(hours=12), timedelta(hours=24, minutes=5))
# What numbers a row, a message, a file or an edit; the same words then bear other numbers.
NUMBER = re.compile(r'\d{15,}|"(message_id|file_id|file_unique_id)": "?[\w-]+"?')


def privately(*steps: str) -> Act:
    """In Ann's private chat: what has a colon in it is tapped, everything else is typed."""

    async def act(rig: Rig) -> None:
        own = rig.private(rig.ann)
        for step in steps:
            if ":" in step:
                await rig.tap(rig.ann, own, step)
            else:
                await rig.say(rig.ann, own, step)

    return act


async def quiz(rig: Rig) -> None:
    await privately("/quiz", "quiz:begin")(rig)
    for number in range(1, 29):
        await rig.move(seconds=2)
        await rig.tap(rig.ann, rig.private(rig.ann), f":{number}:4")


async def answer(rig: Rig) -> None:
    await open_page(rig, rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "that you waited at the station")


async def skip(rig: Rig) -> None:
    await rig.tap(rig.ann, rig.together, ":skip")


def mood(value: int) -> Act:
    async def act(rig: Rig) -> None:
        await rig.tap(rig.ann, rig.together, f":mood:{value}")

    return act


EVENINGS: Mapping[str, Mapping[str, Act]] = {
    "by herself": {
        "her list of what helps": privately("/calm", ":list", ":add", "a bath with salt"),
        "words to borrow": privately("/phrases", "phrases:returning"),
        "/safety": privately("/safety", "safety:more"),
        "the quiz": quiz,
        "an experiment": privately("/playbook", "playbook:trial", "trial:begin:soothe", ":harder"),
        "her answers": privately("/answers"),
        "quiet hours": privately("/settings", "settings:quiet", "settings:from", "settings:set:from:1320"),
        "a copy": privately("/export"),
        "a near miss": privately("/nearmiss"),
    },
    "an answer": {"a mood": mood(5), "the words": answer, "for her alone": privately(":mine")},
    "no answer": {"a low mood": mood(1), "skipped": skip},
}
# What both read is drawn with these when it next changes: nothing of them comes when they are set.
AT_ONCE: Mapping[str, Act] = {
    "another language": privately("/settings", "settings:language", "settings:set:language:zh"),
    "another zone": privately("/settings", "settings:zone", "Shanghai"),
}


def bens_phone(rig: Rig) -> str:
    """All that it shows, byte for byte but for the numbers of things."""
    chats = (rig.private(rig.ben), rig.together)
    shown = [dict(message.raw) for chat in chats for message in rig.world.messages(chat, rig.ben)]
    return NUMBER.sub("#", json.dumps(shown, ensure_ascii=False))


async def evening(folder: Path, acts: Mapping[str, Act], at_once: Mapping[str, Act]) -> list[str]:
    """Ben's phone at each hour of `LATER`. A check-in is open when Ann does these things."""
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    rig = Rig(play, clock, folder)
    await rig.start_bot()
    try:
        await begin(rig)
        began, seen = clock.now(), bens_phone(rig)
        for name, act in acts.items():
            await act(rig)
            await rig.move(seconds=20)
            assert bens_phone(rig) == seen, f"{name} is seen"
        days = [await _phone_at(rig, began + later) for later in LATER]
        seen = bens_phone(rig)
        for name, act in at_once.items():
            await act(rig)
            assert bens_phone(rig) == seen, f"{name} is seen"
        return days
    finally:
        await rig.stop_bot()
        await play.stop()
        rig.onlooker.close()


async def _phone_at(rig: Rig, at: datetime) -> str:
    rig.clock.move_to(at)
    await rig.quiet()
    return bens_phone(rig)


@pytest.fixture
def same_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """The couple has the same id in each evening, since it decides the order of the questions."""
    monkeypatch.setattr(ids, "secrets", SimpleNamespace(randbits=_random.getrandbits))


_random = Random()


async def test_nothing_that_ann_does_for_herself_changes_anything_on_bens_phone(
    tmp_path: Path, same_ids: None
) -> None:
    _random.seed(7)
    without = await evening(tmp_path / "nothing", {}, {})
    # Something does happen on it in that day.
    assert len(set(without)) > 1
    for number, (name, acts) in enumerate(EVENINGS.items()):
        _random.seed(7)
        at_once = AT_ONCE if number == 0 else {}
        having = await evening(tmp_path / str(number), acts, at_once)
        for later, one, other in zip(LATER, without, having, strict=True):
            assert one == other, f"{name}, seen {later} later"
