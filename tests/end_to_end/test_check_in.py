"""An evening's check-in over real HTTP: the panel, the private answers, what is shown and what is not."""

from playground import Message, Person, posting
from playground.model import Json
from tests.end_to_end.hands import forge, in_file, rows
from tests.end_to_end.rig import Rig

ANSWER, SKIP = ":answer", ":skip"


async def begin(rig: Rig, *, private: bool = True) -> Message:
    """The two agree to a rhythm and the evening comes; the panel."""
    await agree(rig, private=private)
    await rig.move(hours=23, minutes=45)
    return panel(rig)


async def agree(rig: Rig, *, private: bool = True) -> None:
    """They pair, and Ann accepts the usual times; for that she says where she is."""
    await rig.pair_in_group(private=private)
    await rig.move(minutes=1)
    link = await rig.tap(rig.ann, rig.together, "✅")
    if link.startswith("https://"):
        rig.world.open_link(rig.ann, link)
        await rig.quiet()
    await rig.say(rig.ann, rig.private(rig.ann), "Berlin")
    await rig.tap(rig.ann, rig.private(rig.ann), "✅")


def panel(rig: Rig, chat: int | None = None, reader: Person | None = None) -> Message:
    """The newest check-in in their group, or in a private chat."""
    return rig.message_with(reader or rig.ann, chat or rig.together, ANSWER)


async def open_page(rig: Rig, person: Person) -> Message:
    """Answer in the shared chat, and the link that it opens."""
    link = await rig.tap(person, rig.together, ANSWER)
    rig.world.open_link(person, link)
    await rig.quiet()
    return last(rig, person)


def last(rig: Rig, person: Person) -> Message:
    return rig.world.last(rig.private(person), person)


def phone(rig: Rig, person: Person) -> list[tuple[int, Json]]:
    """All that a person's phone shows, byte for byte."""
    chats = (rig.private(person), rig.together)
    return [(one.id, dict(one.raw)) for chat in chats for one in rig.world.messages(chat, person)]


def newest(rig: Rig) -> Message:
    return rig.world.last(rig.together, rig.ann)


async def test_an_evening_from_the_prompt_to_what_both_read(rig: Rig) -> None:
    shown = await begin(rig)
    assert shown.text.startswith("Two minutes for the two of you.\n")
    assert not shown.silent
    assert (await rig.tap(rig.ann, rig.together, ":mood:5")).startswith("Kept.")
    assert "Write it here" in (await open_page(rig, rig.ann)).text
    before = phone(rig, rig.ben)
    await rig.say(rig.ann, rig.private(rig.ann), "that you waited at the station")
    assert phone(rig, rig.ben) == before
    assert "that you waited" in last(rig, rig.ann).text
    assert not in_file(rig, "that you waited")
    await rig.tap(rig.ben, rig.together, ":mood:3")
    assert "Ann ☀️   Ben ☁️" in newest(rig).text
    await open_page(rig, rig.ben)
    await rig.say(rig.ben, rig.private(rig.ben), "your laugh ✋ at lunch")
    assert newest(rig).text.startswith("You both answered.\n")
    assert "Ann ☀️\nthat you waited at the station" in newest(rig).text
    assert "Ben ☁️\nyour laugh ✋ at lunch" in newest(rig).text
    assert not list(newest(rig).buttons())
    assert rig.pauses() == []
    # The older panels have given way.
    assert not [one for one in rig.world.messages(rig.together, rig.ann) if one.id == shown.id]
    assert "You can both see it now." in last(rig, rig.ann).text


async def test_a_voice_message_and_a_photo_follow_once_both_are_there(rig: Rig) -> None:
    await begin(rig)
    await open_page(rig, rig.ann)
    rig.world.voice(rig.ann, rig.private(rig.ann), 7)
    await rig.quiet()
    assert "🎤" in last(rig, rig.ann).text
    await open_page(rig, rig.ben)
    rig.world.photo(rig.ben, rig.private(rig.ben), "the lake")
    await rig.quiet()
    words, voice, photo = rig.world.messages(rig.together, rig.ann)[-3:]
    assert "Ann\n🎤 ⬇️" in words.text
    assert "Ben\n🖼️ ⬇️ the lake" in words.text
    assert voice.raw["voice"]["duration"] == 7
    assert photo.raw["photo"]
    assert (voice.silent, photo.silent) == (True, True)
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_a_sticker_is_an_answer_and_a_document_is_kindly_not(rig: Rig) -> None:
    await begin(rig)
    await open_page(rig, rig.ann)
    location = {"location": {"latitude": 52.5, "longitude": 13.4}}
    posting.post(rig.world.store, rig.world.store.chat(rig.private(rig.ann)), rig.ann.id, location)
    await rig.quiet()
    assert last(rig, rig.ann).text.startswith("Words, a voice message, a photo or a sticker work here.")
    rig.world.sticker(rig.ann, rig.private(rig.ann), "🌻")
    await rig.quiet()
    assert "🏷️" in last(rig, rig.ann).text


async def test_words_that_nobody_asked_for_are_no_answer_but_a_reply_to_the_page_is(rig: Rig) -> None:
    await begin(rig)
    page = await open_page(rig, rig.ann)
    await rig.move(hours=3, minutes=1)
    await rig.say(rig.ann, rig.private(rig.ann), "out of the blue")
    assert last(rig, rig.ann).text.startswith("I didn't catch that.")
    await rig.say(rig.ann, rig.private(rig.ann), "on purpose", reply_to=panel_of(rig, page))
    assert "You gave: on purpose" in last(rig, rig.ann).text


def panel_of(rig: Rig, page: Message, who: Person | None = None) -> int:
    """The private page as it stands now; a reminder may have taken its place."""
    found = [one.id for one in rig.world.messages(page.chat_id, who or rig.ann) if ANSWER in str(one.raw)]
    return found[-1] if found else page.id


async def test_an_edited_message_changes_the_answer_until_it_is_shown(rig: Rig) -> None:
    await begin(rig)
    await open_page(rig, rig.ann)
    typed = rig.world.say(rig.ann, rig.private(rig.ann), "frist words")
    await rig.quiet()
    rig.world.edit(rig.ann, rig.private(rig.ann), typed.id, "first words")
    await rig.quiet()
    assert "You gave: first words" in last(rig, rig.ann).text
    await open_page(rig, rig.ben)
    await rig.say(rig.ben, rig.private(rig.ben), "mine")
    rig.world.edit(rig.ann, rig.private(rig.ann), typed.id, "other words")
    await rig.quiet()
    assert "Ann\nfirst words" in newest(rig).text


async def test_a_reply_to_the_panel_is_an_answer_in_the_open(rig: Rig) -> None:
    shown = await begin(rig)
    await rig.say(rig.ann, rig.together, "I say it here", reply_to=shown.id)
    assert newest(rig).text.startswith("That counts")
    await open_page(rig, rig.ben)
    await rig.say(rig.ben, rig.private(rig.ben), "and I there")
    assert "Ann\nI say it here\n\nBen\nand I there" in newest(rig).text


async def test_an_open_reply_follows_its_edits_and_a_private_reply_its_own_question(rig: Rig) -> None:
    shown = await begin(rig)
    typed = rig.world.say(rig.ann, rig.together, "I sya it here", reply_to=shown.id)
    await rig.quiet()
    rig.world.edit(rig.ann, rig.together, typed.id, "I say it here")
    page = await open_page(rig, rig.ben)
    await rig.say(rig.ben, rig.private(rig.ben), "and I there")
    assert "Ann\nI say it here\n\nBen\nand I there" in newest(rig).text
    rig.world.edit(rig.ann, rig.together, typed.id, "too late")
    await rig.move(days=1)
    await rig.quiet()
    assert "too late" not in newest(rig).text
    await rig.say(rig.ben, rig.private(rig.ben), "about yesterday", reply_to=panel_of(rig, page, rig.ben))
    assert last(rig, rig.ben).text.startswith("Both answers are shown already")


async def test_a_hand_on_the_panel_is_asked_about_and_in_private_it_is_a_pause(rig: Rig) -> None:
    shown = await begin(rig)
    await rig.say(rig.ann, rig.together, "✋", reply_to=shown.id)
    assert rig.pauses() == []
    await open_page(rig, rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "✋")
    assert rig.pauses() == [("running", None)]
    # An answer is taken all the same.
    await rig.say(rig.ann, rig.private(rig.ann), "words in a pause")
    assert "words in a pause" in last(rig, rig.ann).text


async def test_skip_is_one_tap_and_only_its_presser_hears_of_it(rig: Rig) -> None:
    await begin(rig)
    before = phone(rig, rig.ben)
    assert await rig.tap(rig.ann, rig.together, SKIP) == "That's fine. Another day."
    assert phone(rig, rig.ben) == before


async def test_a_low_mood_leads_to_a_suggestion_that_turns_in_place(rig: Rig) -> None:
    await begin(rig)
    await rig.tap(rig.ann, rig.together, ":mood:1")
    asked = last(rig, rig.ann)
    assert asked.text.startswith("A moment for you.")
    await rig.tap(rig.ann, rig.private(rig.ann), "calm:0:far")
    assert last(rig, rig.ann).id == asked.id
    assert last(rig, rig.ann).text.startswith("Going numb")


async def test_without_a_private_chat_answer_opens_one(rig: Rig) -> None:
    await begin(rig, private=False)
    assert "Write it here" in (await open_page(rig, rig.ben)).text


async def test_in_a_group_with_others_it_comes_to_both_private_chats(rig: Rig) -> None:
    cleo = rig.world.add_person("Cleo")
    await agree(rig)
    rig.world.add_member(rig.together, cleo, rig.ann)
    await rig.quiet()
    before = len(rig.texts(cleo, rig.together))
    await rig.move(hours=23, minutes=45)
    for person, mood, words in ((rig.ann, ":mood:4", "from Ann"), (rig.ben, ":mood:2", "from Ben")):
        chat = rig.private(person)
        await rig.tap(person, chat, mood)
        await rig.tap(person, chat, ANSWER)
        await rig.say(person, chat, words)
    for person in (rig.ann, rig.ben):
        assert any("Ann 🌤️\nfrom Ann\n\nBen 🌧️\nfrom Ben" in text for text in rig.texts(person))
    assert len(rig.texts(cleo, rig.together)) == before


async def test_an_old_link_and_an_old_button_lead_to_todays(rig: Rig) -> None:
    first = await begin(rig)
    await rig.tap(rig.ann, rig.together, ":mood:4")
    link = await rig.tap(rig.ann, rig.together, ANSWER)
    await rig.move(days=1)
    second = panel(rig)
    assert second.id != first.id
    assert await rig.tap(rig.ben, rig.together, ":mood:4", first) == "That question has gone by."
    assert not list(rig.world.store.message(rig.together, first.id).buttons())
    rig.world.open_link(rig.ann, link)
    await rig.quiet()
    assert last(rig, rig.ann).text.startswith("That question has gone by.")
    await rig.tap(rig.ann, rig.private(rig.ann), "Today's")
    assert "Write it here" in last(rig, rig.ann).text
    # The mood that nobody else saw is hers to read.
    await rig.say(rig.ann, rig.private(rig.ann), "/answers")
    assert "You gave: 🌤️" in last(rig, rig.ann).text


async def test_somebody_else_gets_nowhere(rig: Rig) -> None:
    shown = await begin(rig)
    data = next(str(one["callback_data"]) for one in shown.buttons())
    cleo = rig.world.add_person("Cleo")
    await rig.start(cleo)
    await rig.start(cleo, f"answer-{data.split(':')[1]}")
    assert last(rig, cleo).text.startswith("That question has gone by.")
    await rig.say(cleo, rig.private(cleo), "/calm")
    answer = await forge(rig, cleo, last(rig, cleo), data)
    assert answer.text.startswith("These buttons are for the two")
    assert rows(rig, "SELECT id FROM check_in_answers WHERE given_at IS NOT NULL") == []


async def test_both_in_the_same_instant_give_one_reveal(rig: Rig) -> None:
    await begin(rig)
    for person in (rig.ann, rig.ben):
        await open_page(rig, person)
    for person in (rig.ann, rig.ben):
        # Twice each, as a bad line may send it.
        for _ in range(2):
            rig.world.say(person, rig.private(person), f"from {person.name}")
    await rig.quiet()
    shown = [text for text in rig.texts(rig.ann, rig.together) if text.startswith("You both answered.")]
    assert len(shown) == 1
    said = [str(call.params.get("text")) for call in rig.play.calls]
    assert sum(text.startswith("You both answered.") for text in said) == 1


async def test_two_languages_in_one_chat_read_the_prompt_in_both(rig: Rig) -> None:
    rig.world.settle(rig.ben, language="zh")
    shown = await begin(rig)
    english, chinese = shown.text.split("\n\n")
    assert english.startswith("Two minutes")
    assert chinese.startswith("留两分钟")
    assert shown.labels[-2:] == ["✍️ Answer · 回答", "⏭️ Skip · 跳过"]
