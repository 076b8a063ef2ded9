"""What is shared of a profile, with whom, and what the other never learns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.registry import draw
from content.quiz import quiz_items
from practices import couple, quiz, sharing
from screens.screen import Reader, Screen, Where
from storage.share_views import What
from storage.tables import Outbox, QuizShare
from tests.practices.pause_desk import Desk, Row
from tests.practices.quiz_desk import PURSUING, WITHDRAWING, finish

ITEMS = quiz_items()
ANN_CHAT, BEN_CHAT = 1, 2


async def seen(desk: Desk, row: Row | None, person_id: int) -> Screen | None:
    """A row of the outbox, drawn for the person that it goes to."""
    assert row is not None
    return await shown(desk, person_id, row.name, row.params)


async def shown(
    desk: Desk, person_id: int, name: str, params: Mapping[str, Any] | None = None
) -> Screen | None:
    reader = Reader(("en",), Where.PRIVATE, desk.now, "backsoon_bot", person_id)
    async with desk.database.work() as work:
        return await draw(work, "screen", name, params or {}, reader)


async def panel(desk: Desk, share_id: int, *, anew: bool) -> Screen | None:
    reader = Reader(("en",), Where.PRIVATE, desk.now, "backsoon_bot", desk.ben)
    async with desk.database.work() as work:
        return await draw(work, "panel", f"share:{share_id}", {}, replace(reader, anew=anew))


async def shares(desk: Desk) -> list[QuizShare]:
    async with desk.database.work() as work:
        return list(await work.quiz_shares.of_couple(desk.couple))


async def give(desk: Desk, person: int, attempt: int, what: What = What.BOTH) -> int:
    """Share it and have the message delivered; the share's id."""
    await desk.act(person, sharing.share, ITEMS, attempt, what, desk.couple, private=True)
    await desk.deliver()
    return next(share.id for share in await shares(desk) if share.person_id == person)


async def rows_to(desk: Desk, name: str) -> list[Row]:
    return [row for row in await desk.rows() if row.to == name]


async def test_nothing_reaches_the_partner_before_share_is_tapped(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    await desk.act(desk.ann, sharing.picture, private=True)
    await desk.act(desk.ann, sharing.report, private=True)
    await desk.act(desk.ann, sharing.choose, private=True)
    await desk.act(desk.ann, sharing.see, ITEMS, attempt, What.BOTH, private=True)
    assert {row.to for row in await desk.rows()} == {"ann"}
    assert await shares(desk) == []


async def test_the_preview_is_exactly_what_the_partner_opens(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    for what in What:
        await desk.act(desk.ann, sharing.see, ITEMS, attempt, what, private=True)
        preview = await seen(desk, (await rows_to(desk, "ann"))[-1], desk.ann)
        share_id = await give(desk, desk.ann, attempt, what)
        await desk.rows()
        await desk.act(desk.ben, sharing.open_shared, share_id, private=True)
        opened = await seen(desk, (await rows_to(desk, "ben"))[-1], desk.ben)
        assert preview is not None
        assert opened is not None
        assert preview.picture == opened.picture
        assert opened.text.text in preview.text.text


async def test_the_partner_gets_one_message_with_one_button(desk: Desk) -> None:
    await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    (message,) = [one for one in desk.shown if one.chat == BEN_CHAT]
    assert message.text == "💌 Ann would like to show you something.\nOnly you see it here."
    assert [data.rpartition(":")[2] for data in message.data] == ["open"]


async def test_what_is_not_shared_is_on_no_screen_of_the_partner(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING), What.PLACE)
    opened = await shown(desk, desk.ben, "sharing.opened", {"id": desk.ben, "share": share_id})
    assert opened is not None
    assert opened.picture is not None
    assert opened.picture.data["stress"] is None
    assert "tense" not in opened.text.text
    await give(desk, desk.ann, (await shares(desk))[0].attempt_id, What.STRESS)
    opened = await shown(desk, desk.ben, "sharing.opened", {"id": desk.ben, "share": share_id})
    assert opened is not None
    assert opened.picture is not None
    assert opened.picture.data["place"] is None
    assert "map" not in opened.text.text


async def test_nobody_else_is_shown_it(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    carl = await desk.meet(3, "Carl")
    assert await desk.act(carl, sharing.open_shared, share_id, private=True) == "share-gone"
    assert await desk.act(desk.ann, sharing.open_shared, share_id, private=True) == "share-gone"
    assert await desk.act(desk.ben, sharing.withdraw, share_id, private=True) == "old-button"
    for reader in (carl, desk.ann):
        assert await shown(desk, reader, "sharing.opened", {"id": reader, "share": share_id}) is None
        assert await shown(desk, reader, "sharing.opened", {"id": desk.ben, "share": share_id}) is None
    assert await shown(desk, desk.ben, "portrait.picture", {"id": desk.ann}) is None
    assert len(await shares(desk)) == 1


async def test_nobody_can_share_another_ones_attempt(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    answer = await desk.act(desk.ben, sharing.share, ITEMS, attempt, What.BOTH, desk.couple, private=True)
    assert answer == "old-button"
    assert await desk.act(desk.ben, sharing.see, ITEMS, attempt, What.BOTH, private=True) == "old-button"
    assert await shares(desk) == []


async def test_a_retake_changes_nothing_until_it_is_shared_and_then_comes_silently(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    before = await shown(desk, desk.ben, "sharing.opened", {"id": desk.ben, "share": share_id})
    heard = len(desk.shown)
    await desk.pass_time(days=30)
    again = await finish(desk, desk.ann, WITHDRAWING)
    assert await shown(desk, desk.ben, "sharing.opened", {"id": desk.ben, "share": share_id}) == before
    assert await give(desk, desk.ann, again) == share_id
    assert [one for one in desk.shown[heard:] if one.chat == BEN_CHAT] == []
    after = await shown(desk, desk.ben, "sharing.opened", {"id": desk.ben, "share": share_id})
    assert after is not None
    assert after != before


async def test_what_was_seen_goes_when_less_is_shared(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    share_id = await give(desk, desk.ann, attempt)
    async with desk.database.work() as work:
        work.panels.remember_sent(BEN_CHAT, 77, panel_key="sharing.opened", words_of=(), now=desk.now)
    await desk.act(desk.ann, sharing.share, ITEMS, attempt, What.BOTH, desk.couple, private=True)
    assert await rows_to(desk, "ben") == []
    await desk.act(desk.ann, sharing.share, ITEMS, attempt, What.PLACE, desk.couple, private=True)
    (gone,) = await rows_to(desk, "ben")
    assert (gone.name, gone.params) == ("deleteMessage", {"message_id": 77})
    assert (await shares(desk))[0].id == share_id


async def test_taking_it_back_deletes_what_the_partner_has_without_a_word(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    async with desk.database.work() as work:
        work.panels.remember_sent(BEN_CHAT, 77, panel_key="sharing.opened", words_of=(), now=desk.now)
        standing = await work.panels.get(f"share:{share_id}", BEN_CHAT)
        assert standing is not None
    await desk.pass_time(hours=47)
    await desk.act(desk.ann, sharing.withdraw, share_id, private=True)
    rows = await rows_to(desk, "ben")
    assert {row.name for row in rows} == {"deleteMessage"}
    assert {row.params["message_id"] for row in rows} == {77, standing.message_id}
    assert await desk.act(desk.ben, sharing.open_shared, share_id, private=True) == "share-gone"
    assert await shown(desk, desk.ben, "sharing.opened", {"id": desk.ben, "share": share_id}) is None
    # Twice is once.
    await desk.rows()
    await desk.act(desk.ann, sharing.withdraw, share_id, private=True)
    assert await rows_to(desk, "ben") == []


async def test_what_the_partner_is_being_shown_is_looked_for_once_it_is_there(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    await desk.act(desk.ben, sharing.open_shared, share_id, private=True)
    await desk.act(desk.ann, sharing.withdraw, share_id, private=True)
    (row,) = [row for row in await rows_to(desk, "ben") if row.kind == "unsay"]
    assert {"sharing.opened", "together.cycle", "together.ideas"} == set(row.params["screens"])


async def test_a_second_look_takes_the_place_of_the_first_and_another_theme_does_not(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    for message_id, kinds in ((None, ["screen"]), (None, ["unsay", "screen"]), (77, ["unsay", "screen"])):
        await desk.act(desk.ben, sharing.open_shared, share_id, message_id=message_id, private=True)
        async with desk.database.work() as work:
            rows = await work.session.scalars(select(Outbox).order_by(Outbox.seq))
            assert [row.kind for row in rows] == kinds


async def test_past_two_days_the_message_says_that_it_is_not_available(desk: Desk) -> None:
    share_id = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    await desk.pass_time(days=3)
    heard = len(desk.shown)
    await desk.act(desk.ann, sharing.withdraw, share_id, private=True)
    await desk.deliver()
    (edited,) = [one for one in desk.shown[heard:] if one.chat == BEN_CHAT]
    assert (edited.method, edited.text, edited.data) == ("editMessageText", "This is not available.", ())
    # Where the message is lost, no new one says so.
    assert await panel(desk, share_id, anew=True) is None


async def test_taken_back_before_it_was_delivered_nothing_comes(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    await desk.act(desk.ann, sharing.share, ITEMS, attempt, What.BOTH, desk.couple, private=True)
    (share,) = await shares(desk)
    await desk.act(desk.ann, sharing.withdraw, share.id, private=True)
    await desk.deliver()
    assert [one for one in desk.shown if one.chat == BEN_CHAT] == []


async def test_without_the_partners_private_chat_nothing_is_kept_and_it_is_said_kindly(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    async with desk.database.work() as work:
        ben = await work.persons.get(desk.ben)
        assert ben is not None
        ben.private_open = False
    await desk.act(desk.ann, sharing.share, ITEMS, attempt, What.BOTH, desk.couple, private=True)
    (row,) = await desk.rows()
    assert (row.to, row.name) == ("ann", "sharing.unreachable")
    said = await seen(desk, row, desk.ann)
    assert said is not None
    assert said.text.text.startswith("I can't write to Ben in private yet, so nothing was shared.")
    assert await shares(desk) == []


async def test_a_message_that_telegram_refuses_leaves_nothing_shared(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    await desk.act(desk.ann, sharing.share, ITEMS, attempt, What.BOTH, desk.couple, private=True)
    async with desk.database.work() as work:
        ben = await work.persons.get(desk.ben)
        assert ben is not None
        ben.private_open = False
    await desk.deliver()
    assert await shares(desk) == []
    assert "sharing.unreachable" in desk.screens(ANN_CHAT)


async def test_the_end_of_a_couple_takes_both_shares_back_and_the_other_sees_it_once_they_are_told(
    desk: Desk,
) -> None:
    first = await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING))
    second = await give(desk, desk.ben, await finish(desk, desk.ben, WITHDRAWING))
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None, private=True)
    # Ben's phone does not tell him; he learns it when he comes.
    made = await desk.rows()
    assert [row.name for row in made if row.to == "ben"] == []
    assert [row.to for row in made if row.name == "deleteMessage"] == ["ann"]
    assert await shares(desk) == []
    await desk.act(desk.ben, couple.tell_untold, private=True)
    assert [row.name for row in await rows_to(desk, "ben")] == ["couple.told", "deleteMessage"]
    for person, share_id in ((desk.ben, first), (desk.ann, second)):
        assert await desk.act(person, sharing.open_shared, share_id, private=True) == "share-gone"
    await desk.act(desk.ann, sharing.together, ITEMS, private=True)
    assert (await rows_to(desk, "ann"))[-1].name == "pair.start"


async def test_a_preview_from_an_earlier_couple_shares_nothing_with_the_next(desk: Desk) -> None:
    attempt, earlier = await finish(desk, desk.ann, PURSUING), desk.couple
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None, private=True)
    carl = await desk.meet(3, "Carl")
    async with desk.database.work() as work:
        await work.couples.form(desk.ann, carl, None, desk.now)
    answer = await desk.act(desk.ann, sharing.share, ITEMS, attempt, What.BOTH, earlier, private=True)
    assert answer == "old-button"
    assert await rows_to(desk, "person:" + str(carl)) == []


async def test_whoever_forgets_their_answers_has_taken_everything_back(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, PURSUING)
    share_id = await give(desk, desk.ann, attempt)
    await desk.pass_time(days=3)
    await desk.act(desk.ann, quiz.forget, attempt, private=True)
    await desk.deliver()
    (edited,) = [one for one in desk.shown[-2:] if one.chat == BEN_CHAT]
    assert (edited.text, edited.data) == ("This is not available.", ())
    assert await desk.act(desk.ben, sharing.open_shared, share_id, private=True) == "share-gone"


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ("nothing", "nothing"),
        ("nothing", "an attempt"),
        ("nothing", "both"),
        ("both", "nothing"),
        ("both", "an attempt"),
        ("both", "the map"),
        ("both", "taken back"),
    ],
)
async def test_together_says_the_same_whatever_the_other_did(desk: Desk, mine: str, other: str) -> None:
    for person, did in ((desk.ann, mine), (desk.ben, other)):
        if did == "nothing":
            continue
        attempt = await finish(desk, person, PURSUING)
        if did != "an attempt":
            share_id = await give(desk, person, attempt, What.PLACE if did == "the map" else What.BOTH)
            if did == "taken back":
                await desk.act(person, sharing.withdraw, share_id, private=True)
    await desk.rows()
    assert await desk.act(desk.ann, sharing.together, ITEMS, private=True) == ""
    (row,) = await desk.rows()
    assert (row.to, row.kind, row.name, row.params) == ("ann", "screen", "together.needs", {})
    screen = await seen(desk, row, desk.ann)
    assert screen is not None
    assert screen.text.text == (
        "Together needs both of you.\nOnce each of you shares with the other how it goes under stress,"
        " I can draw the round you two know."
    )
    assert [button.press for line in screen.rows for button in line] == ["share:new"]


async def test_together_is_drawn_from_what_both_share_each_time(desk: Desk) -> None:
    await give(desk, desk.ann, await finish(desk, desk.ann, PURSUING), What.STRESS)
    share_id = await give(desk, desk.ben, await finish(desk, desk.ben, WITHDRAWING))
    for person, name in ((desk.ann, "ann"), (desk.ben, "ben")):
        await desk.act(person, sharing.together, ITEMS, private=True)
        (row,) = await rows_to(desk, name)
        screen = await seen(desk, row, person)
        assert screen is not None
        assert screen.picture is not None
        assert "Ann tends to go after it" in screen.text.text
        assert "Ben tends to step back" in screen.text.text
    await desk.act(desk.ben, sharing.withdraw, share_id, private=True)
    # Asked for before, drawn after.
    late = await shown(desk, desk.ann, "together.cycle", {"id": desk.ann})
    assert late is not None
    assert late.name == "together.needs"


async def test_where_too_little_was_answered_only_the_rest_is_offered(desk: Desk) -> None:
    attempt = await finish(desk, desk.ann, {"conflict.pursue": [5, 5], "anxiety": [4, 4]})
    screen = await shown(desk, desk.ann, "sharing.choose", {"id": desk.ann})
    assert screen is not None
    assert [button.press for button in screen.rows[0]] == [f"share:{attempt}:see:stress"]
    answer = await desk.act(desk.ann, sharing.see, ITEMS, attempt, What.BOTH, private=True)
    assert answer == "old-button"


async def test_without_a_result_the_quiz_is_offered_and_alone_a_partner(single: Desk) -> None:
    await single.act(single.ann, sharing.picture, private=True)
    await single.act(single.ann, sharing.report, private=True)
    await single.act(single.ann, sharing.choose, private=True)
    assert [row.name for row in await single.rows()] == ["portrait.none", "pair.start"]
