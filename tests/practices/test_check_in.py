"""The daily check-in: hidden until both gave theirs to share, then shown together."""

from datetime import timedelta

import pytest

from practices import check_in, pause, pause_return, rhythm
from practices.check_in import LONGEST, Given
from practices.turn import Turn
from storage.tables import Person
from tests.practices.check_in_desk import answer_id, ask, found, latest_text, places, write
from tests.practices.pause_desk import GROUP_CHAT, Desk
from tests.practices.test_review import by_rhythm


async def test_a_day_has_one_prompt_however_often_it_begins(desk: Desk) -> None:
    first = await ask(desk)
    assert await ask(desk) == first
    (row,) = await desk.rows()
    assert (row.name, row.to, row.anew, row.ring) == ("checkin", "both", True, True)


async def test_moods_are_shown_together_once_both_tapped(desk: Desk) -> None:
    one = await ask(desk)
    await desk.deliver()
    assert await desk.act(desk.ann, check_in.mood, one, 5) == "check-in-mood"
    assert await desk.act(desk.ben, check_in.mood, one, 3) == "check-in-mood"
    await desk.deliver()
    assert [shown.method for shown in desk.shown] == ["sendMessage", "sendMessage"]
    assert "Ann ☀️   Ben ☁️" in latest_text(desk, GROUP_CHAT, "checkin")
    assert await desk.act(desk.ann, check_in.mood, one, 1) == "check-in-shown"


async def test_a_mood_can_be_changed_until_it_is_shown(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.mood, one, 5)
    await desk.act(desk.ann, check_in.mood, one, 4)
    await desk.act(desk.ben, check_in.mood, one, 3)
    await desk.deliver()
    assert "Ann 🌤️   Ben ☁️" in latest_text(desk, GROUP_CHAT, "checkin")


async def test_words_are_shown_together_with_sound_and_apart_from_moods(desk: Desk) -> None:
    one = await ask(desk)
    await desk.deliver()
    await desk.act(desk.ann, check_in.mood, one, 5)
    await write(desk, desk.ann, one, "your soup")
    await write(desk, desk.ben, one, "the walk ✋ and back")
    await desk.deliver()
    last = [shown for shown in desk.shown if shown.chat == GROUP_CHAT][-1]
    assert (last.method, last.silent) == ("sendMessage", False)
    assert "Ann\nyour soup" in last.text
    assert "Ben\nthe walk ✋ and back" in last.text
    assert "☀️" not in last.text
    # The moods are open for whoever has not tapped; the words are not.
    assert [data.split(":")[2] for data in last.data] == ["mood"] * 5


async def test_a_reveal_makes_no_sound_in_anybodys_quiet_hours(desk: Desk) -> None:
    async with desk.database.work() as work:
        ben = await work.session.get(Person, desk.ben)
        assert ben is not None
        ben.zone, ben.quiet_from, ben.quiet_to = "UTC", 19 * 60, 22 * 60
    one = await ask(desk)
    await write(desk, desk.ann, one, "a")
    await write(desk, desk.ben, one, "b")
    await desk.deliver()
    assert desk.shown[-1].silent


async def test_only_for_me_never_leads_to_a_reveal_unless_it_is_taken_back(desk: Desk) -> None:
    one = await ask(desk)
    assert await desk.act(desk.ann, check_in.keep_private, one, only_me=True) == "check-in-mine"
    for person in (desk.ann, desk.ben):
        await desk.act(person, check_in.mood, one, 4)
        await write(desk, person, one, "words")
    check = await found(desk, one)
    assert (check.moods_revealed_at, check.words_revealed_at) == (None, None)
    await desk.act(desk.ann, check_in.keep_private, one, only_me=False)
    check = await found(desk, one)
    assert check.moods_revealed_at is not None
    assert check.words_revealed_at is not None


async def test_a_skip_before_the_other_gave_anything_keeps_both_hidden(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.mood, one, 4)
    await desk.act(desk.ann, check_in.skip, one)
    await desk.act(desk.ben, check_in.mood, one, 4)
    assert (await found(desk, one)).moods_revealed_at is None
    # A change of mind is a tap.
    await desk.act(desk.ann, check_in.mood, one, 4)
    assert (await found(desk, one)).moods_revealed_at is not None


async def test_what_was_hidden_stays_hidden_at_the_next_prompt_and_is_its_authors_to_read(desk: Desk) -> None:
    one = await ask(desk)
    await write(desk, desk.ann, one, "only I wrote")
    await desk.pass_time(days=1)
    await ask(desk, days=1)
    await desk.rows()
    assert (await found(desk, one)).closed_at is not None
    assert await desk.act(desk.ben, check_in.mood, one, 4) == "check-in-over"
    await desk.act(desk.ann, check_in.history, None, None, private=True)
    await desk.deliver()
    assert "only I wrote" in latest_text(desk, 1, "check_in.history")
    await desk.act(desk.ben, check_in.history, None, None, private=True)
    await desk.deliver()
    assert desk.shown[-1].screen == "check_in.no_history"
    own = await answer_id(desk, desk.ann, one)
    assert await desk.act(desk.ben, check_in.history, own, None, private=True) == "not-yours"
    assert await desk.act(desk.ben, check_in.play_own, own, private=True) == "not-yours"


async def test_words_after_the_next_prompt_are_kept_for_their_author_alone(desk: Desk) -> None:
    one = await ask(desk)
    await write(desk, desk.ben, one, "early")
    await desk.pass_time(days=1)
    two = await ask(desk, days=1)
    await desk.rows()
    await write(desk, desk.ann, one, "late", message_id=501)
    (row,) = await desk.rows()
    assert (row.name, row.params) == ("check_in.kept_late", {"today": two})
    assert (await found(desk, one)).words_revealed_at is None


async def test_once_shown_the_words_stay_as_they_are(desk: Desk) -> None:
    one = await ask(desk)
    await write(desk, desk.ann, one, "first", message_id=1)
    await desk.act(desk.ann, check_in.edited, Given(words="better", message_id=1), private=True)
    await write(desk, desk.ben, one, "mine")
    await desk.deliver()
    assert "Ann\nbetter" in latest_text(desk, GROUP_CHAT, "checkin")
    await desk.act(desk.ann, check_in.edited, Given(words="too late", message_id=1), private=True)
    await write(desk, desk.ann, one, "too late", message_id=2)
    await desk.deliver()
    assert desk.shown[-1].screen == "check_in.fixed"
    assert "Ann\nbetter" in latest_text(desk, GROUP_CHAT, "checkin")


async def test_too_many_words_are_asked_for_once_more(desk: Desk) -> None:
    one = await ask(desk)
    await desk.rows()
    await write(desk, desk.ann, one, "🙂" * (LONGEST // 2) + "x")
    assert [row.name for row in await desk.rows()] == ["check_in.too_long"]
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        assert work.persons.expected(ann, desk.now) == f"check_in:{one}"
    await write(desk, desk.ann, one, "🙂" * (LONGEST // 2))
    assert [row.name for row in await desk.rows()] == ["answer"]


async def test_two_of_the_longest_answers_fit_into_one_message(desk: Desk) -> None:
    one = await ask(desk)
    await write(desk, desk.ann, one, "字" * LONGEST)
    await write(desk, desk.ben, one, "🙂" * (LONGEST // 2))
    await desk.deliver()
    text = latest_text(desk, GROUP_CHAT, "checkin")
    assert len(text.encode("utf-16-le")) // 2 <= 4096


async def test_files_follow_the_panel_in_the_order_of_the_names(desk: Desk) -> None:
    one = await ask(desk)
    await desk.deliver()
    voice = Given(media="voice", file_id="ben's voice", message_id=1)
    await desk.act(desk.ben, check_in.keep, one, voice, private=True)
    photo = Given(words="the lake", media="photo", file_id="ann's photo", message_id=2)
    await desk.act(desk.ann, check_in.keep, one, photo, private=True)
    rows = [row for row in await desk.rows() if row.to == "both"]
    assert [(row.kind, row.name) for row in rows] == [
        ("panel", "checkin"),
        ("call", "sendPhoto"),
        ("call", "sendVoice"),
    ]
    assert rows[1].params == {
        "photo": "ann's photo",
        "disable_notification": True,
        "words_of": [desk.ann],
    }


async def test_a_reply_in_the_shared_chat_counts_and_is_explained_once(desk: Desk) -> None:
    one = await ask(desk)
    await desk.rows()
    await desk.act(desk.ann, check_in.speak, one, Given(words="out loud"))
    assert [(row.name, row.to) for row in await desk.rows()] == [("check_in.openly", "both")]
    await desk.act(desk.ann, check_in.speak, one, Given(words="and chatting on"))
    assert await desk.rows() == []
    await write(desk, desk.ben, one, "in private")
    await desk.deliver()
    text = latest_text(desk, GROUP_CHAT, "checkin")
    assert "Ann\nout loud" in text
    assert "Ben\nin private" in text
    await desk.pass_time(days=1)
    two = await ask(desk, days=1)
    await desk.rows()
    await desk.act(desk.ann, check_in.speak, two, Given(words="again"))
    assert await desk.rows() == []


async def test_what_was_written_in_private_is_not_replaced_by_a_word_in_the_shared_chat(desk: Desk) -> None:
    one = await ask(desk)
    await write(desk, desk.ann, one, "private words")
    await desk.act(desk.ann, check_in.speak, one, Given(words="haha"))
    await write(desk, desk.ben, one, "b")
    await desk.deliver()
    assert "Ann\nprivate words" in latest_text(desk, GROUP_CHAT, "checkin")


async def test_a_low_mood_is_met_with_a_question_in_private_and_not_twice(desk: Desk) -> None:
    one = await ask(desk)
    await desk.rows()
    for number in (2, 1):
        await desk.act(desk.ann, check_in.mood, one, number)
    assert [(row.name, row.to) for row in await desk.rows()] == [("check_in.low", "ann")]
    await desk.act(desk.ben, check_in.mood, one, 3)
    assert "check_in.low" not in [row.name for row in await desk.rows()]


async def test_while_a_pause_is_on_a_reveal_waits(desk: Desk) -> None:
    one = await ask(desk)
    await desk.deliver()
    await desk.act(desk.ann, pause.call, by_message=False)
    await write(desk, desk.ann, one, "a")
    await write(desk, desk.ben, one, "b")
    assert (await found(desk, one)).words_revealed_at is None
    await desk.pass_time(minutes=51)
    assert (await found(desk, one)).words_revealed_at is not None


async def test_what_a_pause_holds_back_is_shown_before_the_next_prompt(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, pause.call, by_message=False)
    await write(desk, desk.ann, one, "a")
    await write(desk, desk.ben, one, "b")
    await ask(desk, days=1)
    assert (await found(desk, one)).words_revealed_at is not None


async def test_somebody_of_another_couple_changes_nothing(desk: Desk) -> None:
    one = await ask(desk)
    cleo = await desk.meet(3, "Cleo")
    for do, args in ((check_in.mood, (one, 4)), (check_in.skip, (one,)), (check_in.ask, (one,))):
        assert await desk.act(cleo, do, *args) == "not-yours"
    await write(desk, cleo, one, "mine")
    await desk.act(cleo, check_in.speak, one, Given(words="mine"))
    assert [row.name for row in await desk.rows()] == ["checkin"]


async def test_after_the_couple_parted_nothing_goes_on(desk: Desk) -> None:
    one = await ask(desk)
    await write(desk, desk.ann, one, "a")
    async with desk.database.work() as work:
        couple = await work.couples.get(desk.couple)
        assert couple is not None
        await work.couples.end(couple, desk.ann, desk.now)
    await desk.rows()
    assert await desk.act(desk.ben, check_in.mood, one, 4) == "couple-over"
    await desk.pass_time(hours=20)
    assert await desk.rows() == []


async def test_a_prompt_that_could_not_be_shown_in_its_window_is_not_shown(desk: Desk) -> None:
    desk.telegram_is_up = False
    await ask(desk)
    await desk.pass_time(hours=3, minutes=1)
    desk.telegram_is_up = True
    await desk.deliver()
    assert [shown.screen for shown in desk.shown if shown.chat == GROUP_CHAT] == []


async def test_the_moods_of_a_week_are_those_that_both_shared(desk: Desk) -> None:
    one = await ask(desk)
    await desk.act(desk.ann, check_in.mood, one, 5)
    await desk.act(desk.ben, check_in.mood, one, 2)
    await desk.pass_time(days=1)
    two = await ask(desk, days=1)
    await desk.act(desk.ann, check_in.mood, two, 1)
    day = (await found(desk, one)).day
    async with desk.database.work() as work:
        week = await work.check_ins.moods_of_week(desk.couple, day, day + timedelta(days=2))
    moods = {desk.ann: 5, desk.ben: 2}
    assert [one.moods for one in week] == [tuple(moods[person] for person in sorted(moods)), None, None]


async def test_where_a_panel_stood_is_forgotten_after_a_month_and_its_button_still_says_that_it_is_over(
    desk: Desk,
) -> None:
    one = await ask(desk)
    await desk.deliver()
    own = await answer_id(desk, desk.ann, one)
    await desk.act(desk.ann, check_in.ask, one, private=True)
    await desk.deliver()
    await ask(desk, days=29)
    await desk.deliver()
    assert await places(desk, one, own) == (1, 1)
    await ask(desk, days=31)
    await desk.deliver()
    assert await places(desk, one, own) == (0, 0)
    said = len(desk.shown)
    assert await desk.act(desk.ann, check_in.mood, one, 4) == "check-in-over"
    await desk.deliver()
    assert len(desk.shown) == said


@pytest.mark.parametrize("what", ["check-in", "review"])
async def test_what_waits_to_be_shown_when_a_pause_begins_comes_after_it(desk: Desk, what: str) -> None:
    desk.telegram_is_up = False
    if what == "check-in":
        await ask(desk)
    else:
        await by_rhythm(desk)
    await desk.pass_time(minutes=5)
    await desk.act(desk.ann, pause.call, by_message=False)
    desk.telegram_is_up = True
    await desk.deliver()
    assert {shown.screen for shown in desk.shown} == {"pause"}
    shown = await desk.pause()
    await desk.pass_time(minutes=20)
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, shown.id)
    await desk.deliver()
    first = "checkin" if what == "check-in" else "review.appreciation"
    assert first in {shown.screen for shown in desk.shown}


async def test_what_waits_to_be_shown_when_a_holiday_begins_stays_away(desk: Desk) -> None:
    desk.telegram_is_up = False
    await ask(desk)
    async with desk.database.work() as work:
        (await rhythm.of_couple(Turn(desk.now, work), desk.couple)).break_until = desk.now + timedelta(days=9)
    desk.telegram_is_up = True
    await desk.deliver()
    await desk.pass_time(hours=4)
    await desk.deliver()
    assert desk.shown == []
    assert await desk.rows() == []
