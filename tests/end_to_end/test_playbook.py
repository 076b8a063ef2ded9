"""The playbook, over real HTTP: private, in one message, and an experiment that asks twice in silence."""

from content.quiz import quiz_items
from playground import Message, Person
from tests.end_to_end.hands import forge, in_file
from tests.end_to_end.rig import Rig

PAGES = ("soothing", "home", "say", "home", "hear", "home", "partner", "home", "trial")


def last(rig: Rig, person: Person) -> Message:
    return rig.world.last(rig.private(person), person)


def phone(rig: Rig, person: Person) -> list[object]:
    """All that a person's phone shows, byte for byte: their private chat and the shared one."""
    chats = (rig.private(person), rig.together)
    return [(message.id, message.raw) for chat in chats for message in rig.world.messages(chat, person)]


async def press(rig: Rig, person: Person, data: str) -> str:
    """Press the button of the newest private message whose data ends so; what the phone answers."""
    message = last(rig, person)
    found = next(str(one.get("callback_data")) for one in message.buttons() if _ends(one, data))
    answer = await rig.world.answered(rig.world.tap(person, rig.private(person), message.id, found))
    await rig.quiet()
    return answer.text or answer.url or ""


def _ends(button: dict[str, object], data: str) -> bool:
    return str(button.get("callback_data", "")).endswith(data)


async def open_playbook(rig: Rig, person: Person) -> Message:
    await rig.say(person, rig.private(person), "/playbook")
    return last(rig, person)


async def test_without_the_quiz_it_says_what_it_needs_and_helps_all_the_same(rig: Rig) -> None:
    await rig.start(rig.ann)
    message = await open_playbook(rig, rig.ann)
    assert "It becomes yours with a short quiz" in message.text
    assert next(message.buttons())["callback_data"] == "quiz:home"
    for page in PAGES:
        await press(rig, rig.ann, f"playbook:{page}")
        assert last(rig, rig.ann).id == message.id
    assert "thank you for one small thing" in last(rig, rig.ann).text
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_an_experiment_asks_twice_in_silence_and_one_tap_answers(rig: Rig) -> None:
    await rig.start(rig.ann)
    page = await open_playbook(rig, rig.ann)
    await press(rig, rig.ann, "playbook:trial")
    assert await press(rig, rig.ann, "trial:begin:thanks") == "It's yours for a week."
    await rig.move(days=2, hours=23)
    assert last(rig, rig.ann).id == page.id
    await rig.move(hours=2)
    question = last(rig, rig.ann)
    assert question.text.startswith("A small question, just for you.\nHow did it feel?")
    assert question.id > page.id
    assert await press(rig, rig.ann, ":harder") == "Noted, just for you."
    assert last(rig, rig.ann).id == question.id
    assert last(rig, rig.ann).text.startswith("Harder: thank you for being honest.")
    await rig.move(days=4)
    assert "The week with your experiment is over." in last(rig, rig.ann).text
    await press(rig, rig.ann, ":lighter")
    await press(rig, rig.ann, "playbook:log")
    assert [line.rsplit(" ", 1)[1] for line in last(rig, rig.ann).text.splitlines()[1:]] == [
        "Lighter",
        "Harder",
    ]
    silent = [call for call in rig.play.calls if "A small question" in str(call.params.get("text"))]
    assert len(silent) == 2
    assert all(call.params["disable_notification"] for call in silent)


async def take_quiz(rig: Rig, person: Person, **counting: int) -> None:
    """All items by presses; what each scale's answers count, four where it is not told."""
    await rig.say(person, rig.private(person), "/quiz")
    await press(rig, person, "quiz:begin")
    for number, item in enumerate(quiz_items(), 1):
        await rig.move(seconds=4)
        value = counting.get(item.scale.replace("conflict.", ""), 4)
        await press(rig, person, f":{number}:{8 - value if item.reversed else value}")


async def test_after_the_quiz_it_is_their_own_and_calm_me_offers_first_what_fits(rig: Rig) -> None:
    await rig.pair_in_group()
    await take_quiz(rig, rig.ann, anxiety=6, avoidance=2, attack=6)
    await press(rig, rig.ann, "playbook:home")
    lines = last(rig, rig.ann).text.splitlines()
    assert lines[:3] == [
        "Your playbook, just for you.",
        "What you bring:",
        "• Closeness comes easily: you lean on your partner and show what you feel.",
    ]
    await press(rig, rig.ann, "playbook:trial")
    assert "soothe yourself for five minutes first" in last(rig, rig.ann).text
    await rig.tap(rig.ben, rig.together, "pause:new")
    for person in (rig.ann, rig.ben):
        await rig.say(person, rig.private(person), "/calm")
    calm = last(rig, rig.ann)
    assert "Heat leaves through the body. Cold water first. I'll call you." in calm.text
    assert str(next(calm.buttons())["callback_data"]).endswith(":water")
    await press(rig, rig.ann, ":water")
    assert last(rig, rig.ann).id == calm.id
    # Ben, who has taken no quiz, reads what everybody does.
    assert "Let the body slow down first." in last(rig, rig.ben).text


async def test_of_all_this_the_partner_sees_nothing_and_the_database_tells_nothing(rig: Rig) -> None:
    await rig.pair_in_group()
    before = phone(rig, rig.ben)
    await open_playbook(rig, rig.ann)
    for page in PAGES:
        await press(rig, rig.ann, f"playbook:{page}")
    await press(rig, rig.ann, "trial:begin:thanks")
    await press(rig, rig.ann, ":harder")
    await press(rig, rig.ann, "playbook:log")
    await press(rig, rig.ann, "playbook:trial")
    assert phone(rig, rig.ben) == before
    stop = last(rig, rig.ann)
    data = next(str(one["callback_data"]) for one in stop.buttons() if _ends(one, ":stop"))
    # Ben forges what he can't see.
    await open_playbook(rig, rig.ben)
    for forged in (data, data.replace("stop", "lighter")):
        assert (await forge(rig, rig.ben, last(rig, rig.ben), forged)).text == "This experiment is over."
    assert await press(rig, rig.ann, ":stop") == "Stopped. All is well."
    assert not in_file(rig, "harder")
    assert not in_file(rig, "thanks")


async def test_typed_in_the_group_it_shows_the_way_and_says_nothing_of_it(rig: Rig) -> None:
    await rig.pair_in_group(private=False)
    await rig.say(rig.ann, rig.together, "/playbook@backsoon_demo_bot")
    shown = rig.world.messages(rig.together, rig.ann)[-1]
    assert "our private chat" in shown.text
    assert "laybook" not in shown.text
    assert any(str(one.get("url", "")).endswith("start=playbook") for one in shown.buttons())
    await rig.start(rig.ann, "playbook")
    assert "Your playbook" in "".join(rig.texts(rig.ann))
