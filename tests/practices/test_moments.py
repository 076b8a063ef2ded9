"""Near misses and wins: one tap, celebrated in private, counted without a name."""

from datetime import timedelta

from practices import moments, pause, pause_return
from practices.moments import MomentKind
from storage.moments import MomentsView
from storage.reviews import LONGEST
from tests.practices.pause_desk import GROUP_CHAT, Desk


async def own(desk: Desk, person: int) -> MomentsView:
    async with desk.database.work() as work:
        return await work.moments.own(person)


async def logs(desk: Desk, person: int, kind: MomentKind) -> int:
    await desk.act(person, moments.log, kind)
    await desk.deliver()
    return (await own(desk, person)).items[0].id


async def writes(desk: Desk, person: int, moment_id: int, words: str) -> None:
    await desk.act(person, moments.ask, moment_id, private=True)
    await desk.act(person, moments.keep, words, private=True)
    await desk.deliver()


async def test_a_near_miss_is_celebrated_in_private_and_nothing_is_said_to_both(desk: Desk) -> None:
    assert await desk.act(desk.ann, moments.log, MomentKind.NEAR) == "moment-near"
    await desk.deliver()
    assert [one.chat for one in desk.shown] == [1]
    assert desk.shown[0].silent


async def test_tapped_twice_it_is_one(desk: Desk) -> None:
    for _ in range(2):
        await desk.act(desk.ann, moments.log, MomentKind.NEAR)
    desk.now += timedelta(minutes=2)
    await desk.act(desk.ann, moments.log, MomentKind.NEAR)
    await desk.act(desk.ben, moments.log, MomentKind.WIN)
    async with desk.database.work() as work:
        found = await work.moments.count(desk.couple, desk.now - timedelta(days=1), desk.now + timedelta(1))
    assert found == {MomentKind.NEAR: 2, MomentKind.WIN: 1}


async def test_the_line_is_its_authors_alone(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.NEAR)
    await writes(desk, desk.ann, moment, "we both laughed")
    assert "we both laughed" in desk.shown[-1].text
    assert {one.chat for one in desk.shown} == {1}
    assert await desk.act(desk.ben, moments.ask, moment) == "old-button"
    assert (await own(desk, desk.ben)).items == ()


async def test_a_line_that_is_too_long_is_asked_for_anew(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.WIN)
    await writes(desk, desk.ann, moment, "9" * (LONGEST + 1))
    assert desk.screens(1)[-1] == "moment.too_long"
    await desk.act(desk.ann, moments.keep, "short", private=True)
    assert (await own(desk, desk.ann)).items[0].line == "short"


async def test_the_partner_is_told_of_a_win_word_for_word_as_the_preview_said(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.WIN)
    await writes(desk, desk.ann, moment, "dinner without phones")
    preview = desk.shown[-1].text
    assert await desk.act(desk.ann, moments.tell, moment, None, private=True) == "moment-told"
    assert await desk.act(desk.ann, moments.tell, moment, None, private=True) == "moment-told"
    await desk.deliver()
    told = [one.text for one in desk.shown if one.chat == 2]
    assert told == ["A good moment, from Ann: dinner without phones"]
    assert f"“{told[0]}”" in preview
    assert not [one for one in desk.shown if one.chat == GROUP_CHAT]


async def test_what_was_told_cannot_be_changed_afterwards(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.WIN)
    await desk.act(desk.ann, moments.ask, moment, private=True)
    await desk.act(desk.ann, moments.tell, moment, None, private=True)
    await desk.act(desk.ann, moments.keep, "other words", private=True)
    assert (await own(desk, desk.ann)).items[0].line is None


async def test_a_near_miss_is_told_to_nobody(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.NEAR)
    assert await desk.act(desk.ann, moments.tell, moment, None, private=True) == "old-button"
    assert await desk.act(desk.ben, moments.tell, moment, None, private=True) == "old-button"


async def test_a_slip_is_taken_back(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.NEAR)
    assert await desk.act(desk.ben, moments.take_back, moment, None) == "old-button"
    assert await desk.act(desk.ann, moments.take_back, moment, None) == "moment-undone"
    assert (await own(desk, desk.ann)).items == ()


async def test_whoever_is_in_no_couple_has_moments_too(single: Desk) -> None:
    await single.act(single.ann, moments.log, MomentKind.WIN, private=True)
    await single.deliver()
    assert single.shown[-1].text.startswith("Kept.")
    assert not any(data.endswith(":tell") for data in single.shown[-1].data)


async def test_pauses_from_which_both_came_back_are_counted_and_no_others(desk: Desk) -> None:
    async def count() -> int:
        async with desk.database.work() as work:
            return await work.pauses.came_back(desk.couple, desk.now - timedelta(days=7), desk.now)

    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.pass_time(hours=20)
    assert await count() == 0
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.pass_time(minutes=21)
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, (await desk.last()).id)
    desk.now += timedelta(minutes=1)
    assert await count() == 1


async def test_in_a_pause_the_partner_is_told_of_nothing(desk: Desk) -> None:
    moment = await logs(desk, desk.ann, MomentKind.WIN)
    await desk.act(desk.ben, pause.call, by_message=False)
    assert await desk.act(desk.ann, moments.tell, moment, None, private=True) == "moment-waits"
    await desk.deliver()
    assert "moment.told" not in desk.screens(2)
