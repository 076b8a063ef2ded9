"""A pause from ✋ to its end, over real HTTP: what both phones show, and which of it rings."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from tests.end_to_end.rig import Rig


class Calls:
    """What the bot has sent since it was last asked, in one chat."""

    def __init__(self, rig: Rig, chat: int) -> None:
        self._rig, self._chat = rig, chat
        self._seen = len(rig.play.calls)

    def sent(self) -> list[Mapping[str, Any]]:
        """The new messages, as sendMessage's parameters."""
        calls, self._seen = self._rig.play.calls[self._seen :], len(self._rig.play.calls)
        return [
            call.params
            for call in calls
            if call.method == "sendMessage" and str(call.params.get("chat_id")) == str(self._chat)
        ]

    def rang(self) -> list[bool]:
        """Whether each of them rang."""
        return [not message.get("disable_notification") for message in self.sent()]


def mentions(message: Mapping[str, Any]) -> set[int]:
    entities = message.get("entities") or []
    return {entity["user"]["id"] for entity in entities if entity["type"] == "text_mention"}


def times(message: Mapping[str, Any]) -> set[int]:
    entities = message.get("entities") or []
    return {entity["unix_time"] for entity in entities if entity["type"] == "date_time"}


async def test_two_pair_in_their_group_pause_and_both_return(rig: Rig) -> None:
    await rig.pair_in_group()
    assert await rig.tap(rig.ann, rig.together, "pause:new") == "Pause. 20 minutes."
    assert "Back at 21:20." in rig.texts(rig.ben, rig.together)[-1]
    await rig.move(minutes=15)
    assert rig.texts(rig.ben, rig.together)[-1].startswith("Nearly time: 21:20.")
    await rig.move(minutes=5)
    assert rig.texts(rig.ben, rig.together)[-1].startswith("It's 21:20, Ann and Ben.")
    await rig.tap(rig.ann, rig.together, ":here")
    assert "Ann is here" in rig.texts(rig.ben)[-1]
    await rig.tap(rig.ben, rig.together, ":here")
    assert rig.texts(rig.ben, rig.together)[-1].startswith("You're both here.")


async def test_only_the_hand_the_return_and_a_new_time_ring(rig: Rig) -> None:
    await rig.pair_in_group()
    shared, ann, ben = (
        Calls(rig, chat) for chat in (rig.together, rig.private(rig.ann), rig.private(rig.ben))
    )
    await rig.tap(rig.ann, rig.together, "pause:new")
    assert shared.rang() == [True]
    await rig.move(minutes=2)
    assert shared.rang() == []
    await rig.move(minutes=13)
    assert shared.rang() == [False]
    await rig.move(minutes=5)
    (called,) = shared.sent()
    assert not called.get("disable_notification")
    assert mentions(called) == {rig.ann.id, rig.ben.id}
    assert times(called) == {int(rig.clock.now().timestamp())}
    assert (ann.rang(), ben.rang()) == ([], [])
    await rig.move(minutes=10)
    assert (shared.rang(), ann.rang(), ben.rang()) == ([], [False], [False])
    await rig.move(minutes=20)
    (line,) = shared.sent()
    assert line.get("disable_notification")
    assert not mentions(line)
    await rig.tap(rig.ben, rig.together, ":times")
    await rig.tap(rig.ben, rig.private(rig.ben), ":plus:20")
    (anew,) = shared.sent()
    assert not anew.get("disable_notification")
    assert "Coming back at" in anew["text"]


async def test_ten_minutes_later_each_finds_their_own_line_in_private(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=20)
    await rig.tap(rig.ben, rig.together, ":here")
    await rig.move(minutes=10)
    assert "No reason needed." in rig.texts(rig.ann)[-1]
    assert "that says nothing about you two" in rig.texts(rig.ben)[-1]
    assert "21:50" in rig.texts(rig.ben)[-1]
    # The older panel has lost its buttons: there is one panel to answer to.
    await rig.move(minutes=20)
    assert "This talk can wait." in rig.texts(rig.ann, rig.together)[-1]
    with_buttons = [m for m in rig.world.messages(rig.together, rig.ann) if ":talking" in str(m.rows)]
    assert len(with_buttons) == 1


async def test_a_pause_that_nobody_answers_closes_silently_after_eight_hours(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=20)
    await rig.move(minutes=30)
    shared = Calls(rig, rig.together)
    await rig.move(hours=7, minutes=30)
    assert shared.sent() == []
    assert rig.pauses() == [("closed", "faded")]
    assert "Nothing is lost." in rig.texts(rig.ann, rig.together)[-1]


@pytest.mark.parametrize(
    ("out", "state"), [({"minutes": 22}, "due"), ({"minutes": 65}, "open"), ({"hours": 30}, "open")]
)
async def test_after_an_outage_at_the_return_time_one_screen_says_so_at_once_and_rings(
    rig: Rig, out: dict[str, float], state: str
) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.stop_bot()
    shared, ann, ben = (
        Calls(rig, chat) for chat in (rig.together, rig.private(rig.ann), rig.private(rig.ben))
    )
    rig.clock.advance(timedelta(**out))
    await rig.start_bot()
    await rig.quiet()
    (said,) = shared.sent()
    assert not said.get("disable_notification")
    assert "I was offline at" in said["text"]
    assert "21:20" in rig.texts(rig.ann, rig.together)[-1]
    assert (ann.sent(), ben.sent()) == ([], [])
    assert rig.pauses() == [(state, None)]
    await rig.stop_bot()
    await rig.start_bot()
    await rig.quiet()
    assert shared.sent() == []
    await rig.tap(rig.ben, rig.together, ":talking")
    assert rig.pauses() == [("closed", "talking")]


async def test_while_telegram_is_away_at_the_return_time_the_outage_screen_stands_in(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=15)
    shared = Calls(rig, rig.together)
    rig.play.faults.add("500", "sendMessage", times=1000)
    rig.clock.advance(timedelta(minutes=5))
    await rig.world.until(lambda: bool(shared.sent()))
    rig.clock.advance(timedelta(seconds=90))
    rig.play.faults.clear()
    await rig.quiet()
    said = [one for one in rig.texts(rig.ann, rig.together) if "21:20" in one]
    assert said[-1].startswith("I was offline at 21:20. I'm sorry.")
    assert not [one for one in said if one.startswith("It's 21:20")]


async def test_changing_ones_mind_takes_two_minutes_at_most(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    old = rig.message_with(rig.ann, rig.together, ":undo")
    assert await rig.tap(rig.ann, rig.together, ":undo") == "Your ✋ is taken back."
    assert rig.texts(rig.ben, rig.together)[-1] == "Ann tapped by mistake. No pause."
    await rig.tap(rig.ben, rig.together, "pause:new")
    await rig.move(minutes=2)
    assert ":undo" not in str(rig.message_with(rig.ben, rig.together, ":times").rows)
    assert old.id not in [message.id for message in rig.world.messages(rig.together, rig.ann) if message.rows]


async def test_more_time_is_one_tap_away_in_private(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    assert await rig.tap(rig.ben, rig.together, ":times") == "The choices are in our private chat."
    await rig.tap(rig.ben, rig.private(rig.ben), "times:more")
    assert await rig.tap(rig.ben, rig.private(rig.ben), ":plus:40") == "New time: in 1 hour."
    assert "Coming back at 22:00." in rig.texts(rig.ann, rig.together)[-1]
    assert not [
        message
        for message in rig.world.messages(rig.private(rig.ben), rig.ben)
        if ":plus:" in str(message.rows)
    ]


async def test_a_partner_whom_nobody_can_reach_is_told_by_the_callers_own_words(rig: Rig) -> None:
    await rig.pair_in_group()
    rig.world.remove_bot(rig.together, rig.ann)
    await rig.quiet()
    rig.world.block(rig.ben)
    await rig.quiet()
    await rig.say(rig.ann, rig.private(rig.ann), "✋")
    last = rig.message_with(rig.ann, rig.private(rig.ann), "Copy")
    assert "I can't reach Ben." in last.text
    rig.world.tap(rig.ann, rig.private(rig.ann), last.id, next(b["text"] for b in last.buttons()))
    assert rig.world.clipboard[rig.ann.id] == "I need a break. I'm not leaving. Back in 20 minutes."
    await rig.move(minutes=20)
    assert "It's 21:20, Ann." in "".join(rig.texts(rig.ann))
    await rig.tap(rig.ann, rig.private(rig.ann), ":here")
    assert rig.pauses()[-1][0] == "closed"


async def test_leaving_in_mid_pause_calls_each_alone_at_the_same_time(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    old = rig.message_with(rig.ann, rig.together, ":times")
    await rig.say(rig.ben, rig.private(rig.ben), "/unpair")
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    shared = Calls(rig, rig.together)
    await rig.move(minutes=20)
    assert shared.sent() == []
    for person in (rig.ann, rig.ben):
        assert rig.texts(person)[-1].startswith("It's 21:20")
    assert "earlier pairing" in await rig.tap(rig.ann, rig.together, ":times", old)
