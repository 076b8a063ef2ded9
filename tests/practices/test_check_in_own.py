"""What is one's own stays one's own: skips, "Only me", open replies and corrections."""

import pytest

from practices import check_in
from practices.check_in import LONGEST, Given
from tests.practices.check_in_desk import ask, found, latest_text, write
from tests.practices.pause_desk import GROUP_CHAT, Desk

ANN = 1


async def page(desk: Desk, one: int) -> None:
    """Ann has her own page open, and what she was asked for is over."""
    await desk.act(desk.ann, check_in.ask, one, private=True)
    await desk.deliver()
    await desk.pass_time(hours=2, minutes=59)
    await desk.pass_time(minutes=2)


async def own_page(desk: Desk) -> str:
    await desk.pass_time(seconds=10)
    await desk.deliver()
    return latest_text(desk, ANN, "answer")


async def shown_words(desk: Desk, one: int) -> bool:
    return (await found(desk, one)).words_revealed_at is not None


@pytest.mark.parametrize("later", ["mood", "a letter"])
async def test_what_was_there_before_a_skip_stays_with_its_author(desk: Desk, later: str) -> None:
    one = await ask(desk)
    await write(desk, desk.ann, one, "something I would rather keep")
    await desk.act(desk.ann, check_in.skip, one, private=True)
    await write(desk, desk.ben, one, "mine", message_id=77)
    if later == "mood":
        assert await desk.act(desk.ann, check_in.mood, one, 4) == "check-in-mood-mine"
    else:
        corrected = Given(words="something I would rather keep!", message_id=500)
        await desk.act(desk.ann, check_in.edited, corrected, private=True)
    assert not await shown_words(desk, one)
    await desk.act(desk.ann, check_in.keep_private, one, only_me=False, private=True)
    assert await shown_words(desk, one)


async def test_a_mood_from_before_a_skip_is_not_shown_with_later_words(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.mood, one, 1)
    await desk.act(desk.ann, check_in.skip, one)
    await desk.act(desk.ben, check_in.mood, one, 4)
    await write(desk, desk.ann, one, "a word after all")
    assert (await found(desk, one)).moods_revealed_at is None


async def test_after_a_skip_of_nothing_a_tap_is_shared_as_ever(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.skip, one)
    await desk.act(desk.ben, check_in.mood, one, 4)
    assert await desk.act(desk.ann, check_in.mood, one, 3) == "check-in-mood"
    assert (await found(desk, one)).moods_revealed_at is not None


@pytest.mark.parametrize("how", ["only me", "skip"])
async def test_after_an_open_reply_neither_only_me_nor_a_skip_leads_to_a_reveal(desk: Desk, how: str) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.speak, one, Given(words="out loud", message_id=3))
    await page(desk, one)
    if how == "only me":
        answer = await desk.act(desk.ann, check_in.keep_private, one, only_me=True, private=True)
        assert answer == "check-in-mine-rest"
        assert "From now on, what you give here only you can see." in await own_page(desk)
    else:
        await desk.act(desk.ann, check_in.skip, one, private=True)
        assert "stays with you" not in await own_page(desk)
    await write(desk, desk.ben, one, "mine", message_id=77)
    assert not await shown_words(desk, one)


async def test_the_page_says_what_the_other_sees_and_what_not(desk: Desk) -> None:
    one = await ask(desk)
    await page(desk, one)
    for person in (desk.ann, desk.ben):
        await desk.act(person, check_in.mood, one, 4)
    assert "Your weather is shown to you both." in await own_page(desk)
    await desk.act(desk.ann, check_in.keep_private, one, only_me=True, private=True)
    assert "From now on, what you give here only you can see." in await own_page(desk)
    await write(desk, desk.ann, one, "for me", message_id=9)
    assert "What is shown stays shown. The rest only you can see." in await own_page(desk)
    await desk.act(desk.ann, check_in.skip, one, private=True)
    assert "What is not shown yet stays with you." in await own_page(desk)


async def test_a_mood_after_the_words_were_shown_is_not_said_to_be_seen(desk: Desk) -> None:
    one = await ask(desk)
    await page(desk, one)
    await write(desk, desk.ann, one, "a", message_id=9)
    await write(desk, desk.ben, one, "b", message_id=10)
    assert "You can both see it now." in await own_page(desk)
    await desk.act(desk.ann, check_in.mood, one, 3)
    text = await own_page(desk)
    assert "You can both see the words now. Your weather is shown once both of you gave yours." in text


async def test_a_private_message_with_the_number_of_an_open_reply_is_none_of_it(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.speak, one, Given(words="out loud", message_id=14))
    await desk.act(desk.ann, check_in.edited, Given(words="not for Ben", message_id=14), private=True)
    await write(desk, desk.ben, one, "mine", message_id=90)
    await desk.deliver()
    assert "Ann\nout loud" in latest_text(desk, GROUP_CHAT, "checkin")


async def test_an_open_reply_can_be_corrected_until_it_is_shown(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.speak, one, Given(words="ot laud", message_id=14))
    await desk.act(desk.ann, check_in.edited_openly, one, Given(words="other", message_id=13))
    await desk.act(desk.ann, check_in.edited_openly, one, Given(words="out loud", message_id=14))
    await write(desk, desk.ben, one, "mine", message_id=90)
    await desk.act(desk.ann, check_in.edited_openly, one, Given(words="too late", message_id=14))
    await desk.deliver()
    assert "Ann\nout loud" in latest_text(desk, GROUP_CHAT, "checkin")


async def test_a_long_open_reply_counts_and_is_shown_as_far_as_it_fits(desk: Desk) -> None:
    one = await ask(desk)
    await desk.deliver()
    long = "🙂" * LONGEST
    await desk.act(desk.ann, check_in.speak, one, Given(words=long, message_id=3))
    await desk.pass_time(hours=3, minutes=1)
    assert ANN not in [shown.chat for shown in desk.shown]
    await write(desk, desk.ben, one, "mine", message_id=9)
    await desk.deliver()
    text = latest_text(desk, GROUP_CHAT, "checkin")
    assert "🙂" * (LONGEST // 2 - 1) + "…" in text
    assert long not in text


async def test_an_edit_can_take_a_photo_and_its_words_back(desk: Desk) -> None:
    one = await ask(desk)
    first = Given(words="the old one", media="photo", file_id="old", message_id=5)
    await desk.act(desk.ann, check_in.keep, one, first, private=True)
    await desk.act(desk.ann, check_in.edited, Given(media="photo", file_id="new", message_id=5), private=True)
    async with desk.database.work() as work:
        own = await work.check_ins.answer_of(one, desk.ann)
        assert own is not None
        assert (work.check_ins.words(own), work.check_ins.file_id(own)) == (None, "new")
