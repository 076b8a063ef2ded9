"""/forget over real HTTP after an evening of everything: nothing of Ann is found, and Ben has what is his."""

import re
from datetime import timedelta

from playground import Person
from storage.tables import Base
from tests.end_to_end.hands import couples, data_of, forge, in_file, is_known, rows
from tests.end_to_end.rig import Rig
from tests.end_to_end.test_check_in import begin, open_page
from tests.end_to_end.test_review import write

ANNS = ("rain on the tent", "thank you for Monday", "we laughed in the queue", "a bath with salt")
BENS = ("soup at noon", "your patience", "I waited", "a walk by the river")


async def live(rig: Rig) -> None:
    """A check-in, a pause, a review, a win and a list of what helps; each of them takes part in all."""
    await begin(rig)
    for person, words in ((rig.ann, ANNS), (rig.ben, BENS)):
        await rig.tap(person, rig.together, ":mood:4")
        await open_page(rig, person)
        await rig.say(person, rig.private(person), words[0])
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=20)
    for person in (rig.ann, rig.ben):
        await rig.tap(person, rig.together, ":here")
    await rig.say(rig.ann, rig.together, "/review")
    for person, words in ((rig.ann, ANNS), (rig.ben, BENS)):
        await write(rig, person, "appreciation", words[1])
    await rig.tap(rig.ben, rig.together, ":next:appreciation")
    for person, words in ((rig.ann, ANNS), (rig.ben, BENS)):
        own = rig.private(person)
        await rig.say(person, own, "/win")
        await rig.tap(person, own, ":line")
        await rig.say(person, own, words[2])
        await rig.tap(person, own, ":tell")
        await rig.start(person, "calm-0")
        await rig.tap(person, own, "calm:0:list")
        await rig.tap(person, own, "calm:0:add")
        await rig.say(person, own, words[3])


async def forget(rig: Rig, person: Person) -> str:
    own = rig.private(person)
    await rig.say(person, own, "/forget")
    return await rig.tap(person, own, ":yes")


def numbers(rig: Rig) -> set[str]:
    """Every number in every table, those within a text too."""
    found = set()
    for table in Base.metadata.tables:
        for row in rows(rig, f"SELECT * FROM {table}"):  # noqa: S608 - our own names
            readable = " ".join(str(value) for value in row if not isinstance(value, bytes))
            found |= set(re.findall(r"\d+", readable))
    return found


def bens_own(rig: Rig) -> list[list[tuple[object, ...]]]:
    """Ben's own rows, sealed as they are."""
    ((ben,),) = rows(rig, "SELECT id FROM persons WHERE telegram_id = ?", rig.ben.id)
    return [
        rows(rig, f"SELECT * FROM {table} WHERE person_id = ? ORDER BY id", ben)  # noqa: S608 - our own names
        for table in ("comforts", "moments", "check_in_answers", "review_answers")
    ]


async def test_after_an_evening_of_everything_nothing_of_ann_is_found_anywhere(rig: Rig) -> None:
    await live(rig)
    ((ann,),) = rows(rig, "SELECT id FROM persons WHERE telegram_id = ?", rig.ann.id)
    bens = bens_own(rig)
    shown = "".join(rig.texts(rig.ben, rig.together) + rig.texts(rig.ben))
    assert all(words in shown for words in ANNS[:3])
    with_ben = len(rig.texts(rig.ben))
    old = rig.message_with(rig.ann, rig.private(rig.ann), "calm:0")

    assert await forget(rig, rig.ann) == "Forgotten."

    assert "I don't know you any more." in rig.texts(rig.ann)[-1]
    assert couples(rig) == 0
    assert not is_known(rig, rig.ann)
    assert not {str(ann), str(rig.ann.id)} & numbers(rig)
    assert not any(in_file(rig, words) for words in (*ANNS, "Ann", str(ann)))
    assert bens_own(rig) == bens
    left = "".join(rig.texts(rig.ben, rig.together) + rig.texts(rig.ben))
    assert not any(words in left for words in ANNS[:3])
    # Nobody is told in that moment: what held her words is gone, and nothing has come.
    assert len(rig.texts(rig.ben)) < with_ben
    assert "has ended" not in left
    # Her older buttons make nobody known; a /start begins from nothing.
    await forge(rig, rig.ann, old, data_of(old, "calm:0"))
    assert not is_known(rig, rig.ann)
    await rig.start(rig.ann)
    assert is_known(rig, rig.ann)
    assert rows(rig, "SELECT count(*) FROM members WHERE active") == [(0,)]
    refused = {call.error for call in rig.play.calls if not call.ok}
    assert refused <= {"Bad Request: message to delete not found"}


async def test_messages_with_her_words_go_also_where_telegram_is_out_at_first(rig: Rig) -> None:
    await rig.pair_in_group()
    own = rig.private(rig.ann)
    await rig.say(rig.ann, own, "/win")
    await rig.tap(rig.ann, own, ":tell")
    await rig.say(rig.ann, own, "/forget")
    question = rig.message_with(rig.ann, own, ":yes")
    rig.play.faults.add("500", "deleteMessage", times=24)
    rig.world.tap(rig.ann, own, question.id, data_of(question, ":yes"))
    await rig.world.until(lambda: is_all_said(rig, minutes=1), within=15)
    left = rig.texts(rig.ann) + rig.texts(rig.ben)
    assert not any(text.startswith(("A good moment, from Ann", "Kept.")) for text in left)


def is_all_said(rig: Rig, minutes: int) -> bool:
    """Whether nothing waits to be told Telegram, so many minutes later."""
    rig.clock.advance(timedelta(minutes=minutes))
    return not rig.play.faults.waiting and rows(rig, "SELECT id FROM outbox") == []


async def test_a_copy_made_before_goes_with_it_and_both_the_question_and_the_copy_say_so(rig: Rig) -> None:
    own = rig.private(rig.ann)
    await rig.start(rig.ann)
    await rig.say(rig.ann, own, "/forget")
    assert "with any copy I sent: save that first" in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, own, "export:make")
    assert "or with /forget: save it first" in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, own, ":yes")
    assert not any("document" in message.raw for message in rig.world.messages(own, rig.ann))


async def test_on_sqlite_not_even_the_bytes_of_her_rows_are_left(rig: Rig) -> None:
    if not rig.database_url.startswith("sqlite"):
        return
    await rig.pair_in_group()
    ((sealed,),) = rows(rig, "SELECT name FROM persons WHERE telegram_id = ?", rig.ann.id)
    assert isinstance(sealed, bytes)
    files = rig.onlooker.files()
    assert any(sealed in part.read_bytes() for part in files)
    await forget(rig, rig.ann)
    assert not any(sealed in part.read_bytes() for part in files)


async def test_whoever_thinks_better_of_it_stays_and_nobody_else_can_press(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/forget")
    asked = rig.world.last(rig.private(rig.ann), rig.ann)
    assert "Shall I forget you?" in asked.text
    yes = data_of(asked, ":yes")
    assert (await forge(rig, rig.ben, rig.world.last(rig.private(rig.ben), rig.ben), yes)).alert
    assert await rig.tap(rig.ann, rig.private(rig.ann), ":no") == "All right."
    assert rig.texts(rig.ann)[-1] == "All stays as it is."
    assert is_known(rig, rig.ann)
    assert couples(rig) == 1


async def test_in_mid_pause_ben_is_called_back_in_private_and_ann_is_not(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await forget(rig, rig.ann)
    with_ann = len(rig.texts(rig.ann))
    in_group = rig.texts(rig.ben, rig.together)
    await rig.move(minutes=20)
    assert rig.texts(rig.ben)[-1].startswith("It's 21:20")
    assert "Ann" not in rig.texts(rig.ben)[-1]
    assert len(rig.texts(rig.ann)) == with_ann
    assert rig.texts(rig.ben, rig.together) == in_group


async def test_what_two_shared_is_gone_thirty_days_after_the_end(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    await rig.move(days=29, hours=23)
    assert rows(rig, "SELECT count(*) FROM couples") == [(1,)]
    await rig.move(hours=2)
    for table in ("couples", "members", "pairings", "rhythms"):
        assert rows(rig, f"SELECT count(*) FROM {table}") == [(0,)], table  # noqa: S608 - our own names
    assert is_known(rig, rig.ann)
    assert rows(rig, "SELECT count(*) FROM timers WHERE kind = 'couple_end'") == [(0,)]
    # Each went on with a pause alone, which is theirs.
    assert rows(rig, "SELECT DISTINCT couple_id FROM pauses") == [(None,)]


async def test_files_of_hers_leave_every_chat_and_his_own_stay(rig: Rig) -> None:
    await begin(rig)
    await open_page(rig, rig.ann)
    rig.world.voice(rig.ann, rig.private(rig.ann), 7)
    await rig.quiet()
    await open_page(rig, rig.ben)
    rig.world.photo(rig.ben, rig.private(rig.ben), "the lake")
    await rig.quiet()

    def sent(kind: str) -> list[str]:
        """What the bot has sent of this kind that the two can still see."""
        chats = ((rig.together, rig.ann), (rig.private(rig.ann), rig.ann), (rig.private(rig.ben), rig.ben))
        seen = [one for chat, reader in chats for one in rig.world.messages(chat, reader)]
        return [one.raw[kind] for one in seen if kind in one.raw and one.raw["from"]["is_bot"]]

    assert len(sent("voice")) >= 1
    photos = sent("photo")
    assert len(photos) >= 1
    held = rows(rig, "SELECT count(*) FROM check_in_answers WHERE media_file_id IS NOT NULL")
    assert held == [(2,)]
    await forget(rig, rig.ann)
    assert sent("voice") == []
    assert sent("photo") == photos
    held = rows(rig, "SELECT count(*) FROM check_in_answers WHERE media_file_id IS NOT NULL")
    assert held == [(1,)]
