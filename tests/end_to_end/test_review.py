"""The weekly review, near misses and wins, over real HTTP."""

import asyncio

from playground import Message, Person
from tests.end_to_end.hands import data_of, forge, in_file, rows
from tests.end_to_end.rig import Rig


def last(rig: Rig, person: Person, chat: int) -> Message:
    return rig.world.last(chat, person)


async def begin(rig: Rig) -> int:
    """They are a couple, and Ann asks for a review in their chat; the group."""
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/review")
    return rig.together


async def write(rig: Rig, person: Person, step: str, words: str) -> None:
    """In words: one tap into the private chat, and there they are typed."""
    url = await rig.tap(person, rig.together, f":words:{step}")
    assert "?start=review-" in url
    rig.world.open_link(person, url)
    await rig.quiet()
    await rig.say(person, rig.private(person), words)


async def test_a_review_from_its_picture_to_an_agreement(rig: Rig) -> None:
    group = await begin(rig)
    picture, panel = rig.world.messages(group, rig.ann)[-2:]
    assert picture.raw["photo"]
    assert str(picture.raw["caption"]).startswith("Your week, 23 Feb to 1 Mar\n")
    assert panel.text.startswith("First, appreciation.")
    await rig.tap(rig.ann, group, ":tap:appreciation:patience")
    await write(rig, rig.ben, "appreciation", "thank you for Tuesday")
    assert "thank you for Tuesday" not in "".join(rig.texts(rig.ann, group) + rig.texts(rig.ann))
    await rig.tap(rig.ben, group, ":next:appreciation")
    shown = "Appreciation\nAnn: Patience\nBen: “thank you for Tuesday”"
    assert shown in rig.texts(rig.ann, group)
    for step in ("works", "adjust", "near", "celebrate"):
        await rig.tap(rig.ann, group, f":next:{step}")
    await write(rig, rig.ann, "agreement", "phones in the hall")
    table = last(rig, rig.ben, group).text
    assert "1. phones in the hall\n" in table
    assert "Ann" not in table
    assert await rig.tap(rig.ann, group, "Yes, 1") == "Your yes is kept, hidden for now."
    assert last(rig, rig.ben, group).text == table
    assert await rig.tap(rig.ben, group, "Yes, 1") == "Agreed, both of you."
    assert last(rig, rig.ben, group).text.startswith("Agreed for next week: phones in the hall.")
    assert not in_file(rig, "phones in the hall")
    assert not in_file(rig, "thank you for Tuesday")
    await rig.tap(rig.ben, group, "review:past")
    page = rig.texts(rig.ben)[-1]
    assert shown in page
    assert page.endswith("Agreed: phones in the hall")
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_both_pressing_next_in_the_same_instant_moves_one_step(rig: Rig) -> None:
    group = await begin(rig)
    panel = rig.message_with(rig.ann, group, ":next:appreciation")
    data = data_of(panel, ":next:appreciation")
    pressed = [rig.world.tap(person, group, panel.id, data) for person in (rig.ann, rig.ben)]
    answers = await asyncio.gather(*map(rig.world.answered, pressed))
    await rig.quiet()
    assert sorted(str(answer.text) for answer in answers) == ["All right.", "You two are past that step."]
    assert rows(rig, "SELECT step FROM reviews") == [("works",)]


async def test_words_of_one_alone_are_shown_when_their_author_says_so(rig: Rig) -> None:
    group = await begin(rig)
    await write(rig, rig.ann, "appreciation", "your patience")
    await rig.tap(rig.ben, group, ":next:appreciation")
    asked = last(rig, rig.ann, rig.private(rig.ann))
    assert "this is with you alone.\n“your patience”" in asked.text
    assert not any("your patience" in text for text in rig.texts(rig.ben, group) + rig.texts(rig.ben))
    await rig.tap(rig.ann, rig.private(rig.ann), ":show")
    assert "Appreciation\nAnn: “your patience”" in rig.texts(rig.ben, group)
    assert last(rig, rig.ann, rig.private(rig.ann)).text == "Shown to you both:\n“your patience”"


async def test_it_outlives_a_restart_and_is_over_after_48_hours(rig: Rig) -> None:
    group = await begin(rig)
    await rig.tap(rig.ann, group, ":next:appreciation")
    await rig.stop_bot()
    await rig.start_bot()
    await rig.tap(rig.ben, group, ":next:works")
    assert last(rig, rig.ann, group).text.startswith("What would make next week easier?")
    old = rig.message_with(rig.ann, group, ":next:adjust")
    data = data_of(old, ":next:adjust")
    await rig.move(hours=48)
    assert rows(rig, "SELECT outcome FROM reviews") == [("faded",)]
    closed = next(one for one in rig.world.messages(group, rig.ann) if one.id == old.id)
    assert closed.text == "This review is closed. What wasn't shown stays with whoever wrote it."
    assert (await forge(rig, rig.ann, old, data)).text == "This review is closed."


async def test_a_third_person_has_no_say_in_it(rig: Rig) -> None:
    group = await begin(rig)
    panel = rig.message_with(rig.ann, group, ":next:appreciation")
    cleo = rig.world.add_person("Cleo")
    await rig.start(cleo)
    rig.world.add_member(group, cleo, rig.ann)
    await rig.quiet()
    answer = await forge(rig, cleo, panel, data_of(panel, ":next:appreciation"))
    assert str(answer.text).startswith("These buttons are for the two")
    assert rows(rig, "SELECT step FROM reviews") == [("appreciation",)]


async def test_a_near_miss_named_in_the_group_is_answered_in_private(rig: Rig) -> None:
    await rig.pair_in_group()
    before = rig.texts(rig.ben, rig.together)
    await rig.say(rig.ann, rig.together, "/nearmiss")
    assert rig.texts(rig.ben, rig.together) == [*before, "/nearmiss"]
    assert rig.texts(rig.ann)[-1].startswith("Kept.\nIt nearly tipped over")
    await rig.tap(rig.ann, rig.private(rig.ann), ":line")
    await rig.say(rig.ann, rig.private(rig.ann), "a hand on the shoulder")
    assert "Your line: “a hand on the shoulder”" in rig.texts(rig.ann)[-1]
    assert not in_file(rig, "a hand on the shoulder")
    assert not any("shoulder" in text for text in rig.texts(rig.ben))


async def test_the_button_in_help_keeps_one_with_one_tap(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/help")
    await rig.tap(rig.ann, rig.private(rig.ann), "help:almost")
    assert (
        await rig.tap(rig.ann, rig.private(rig.ann), "moment:near") == "Caught in time. Kept, without a name."
    )
    await rig.tap(rig.ann, rig.private(rig.ann), "moments:own")
    assert any("Near miss, " in text for text in rig.texts(rig.ann))


async def test_a_win_is_told_in_the_words_of_its_preview(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/win")
    preview = rig.texts(rig.ann)[-1]
    assert await rig.tap(rig.ann, rig.private(rig.ann), "Tell Ben") == "I'm passing it on."
    assert f"“{rig.texts(rig.ben)[-1]}”" in preview
    assert rig.texts(rig.ann)[-1].endswith("Ben has been told.")


async def test_both_can_write_at_once_and_each_gets_their_own_question(rig: Rig) -> None:
    group = await begin(rig)
    for person in (rig.ann, rig.ben):
        await write(rig, person, "appreciation", f"from {person.name}")
    await rig.tap(rig.ann, group, ":next:appreciation")
    assert "Appreciation\nAnn: “from Ann”\nBen: “from Ben”" in rig.texts(rig.ann, group)
