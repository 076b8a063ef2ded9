"""Calm me, over real HTTP: private, one thing at a time, and nothing of it for the partner to see."""

from content.animations import animation
from playground import Message, Person
from tests.end_to_end.rig import Rig


def phone(rig: Rig, person: Person) -> list[object]:
    """All that a person's phone shows, byte for byte: their private chat and the shared one."""
    chats = (rig.private(person), rig.together)
    return [(message.id, message.raw) for chat in chats for message in rig.world.messages(chat, person)]


def last(rig: Rig, person: Person) -> Message:
    return rig.world.last(rig.private(person), person)


def pause_id(rig: Rig) -> int:
    """Out of the newest pause panel's buttons."""
    for message in reversed(rig.world.messages(rig.together, rig.ann)):
        for button in message.buttons():
            parts = str(button.get("callback_data", "")).split(":")
            if parts[0] == "pause" and parts[1].isdigit():
                return int(parts[1])
    raise AssertionError("no pause is shown")


async def open_calm(rig: Rig, person: Person, pause: int = 0) -> None:
    """By the start link, as it is offered where the private chat was closed."""
    await rig.start(person, f"calm-{pause}")


async def press(rig: Rig, person: Person, data: str) -> str:
    """Press the button with exactly this data on the newest private message; what the phone answers."""
    message = last(rig, person)
    assert data in [button.get("callback_data") for button in message.buttons()]
    answer = await rig.world.answered(rig.world.tap(person, rig.private(person), message.id, data))
    await rig.quiet()
    return answer.text or answer.url or ""


async def test_the_one_who_waits_and_the_caller_read_different_words(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    pause = pause_id(rig)
    await open_calm(rig, rig.ann, pause)
    await open_calm(rig, rig.ben, pause)
    assert "This pause is yours." in rig.texts(rig.ann)[-1]
    assert "not about you. Nothing to do until 21:20." in rig.texts(rig.ben)[-1]
    assert rig.texts(rig.ben)[-1].startswith("A quiet moment.\n")


async def test_its_button_on_the_shared_panel_is_the_pressers_own_affair(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    before = phone(rig, rig.ann)
    data = f"calm:{pause_id(rig)}"
    assert await rig.tap(rig.ben, rig.together, data) == "It's in our private chat."
    assert "not about you" in rig.texts(rig.ben)[-1]
    assert phone(rig, rig.ann) == before


async def test_without_a_private_chat_the_button_opens_one_and_then_itself(rig: Rig) -> None:
    await rig.pair_in_group(private=False)
    await rig.tap(rig.ann, rig.together, "pause:new")
    pause = pause_id(rig)
    link = await rig.tap(rig.ben, rig.together, f"calm:{pause}")
    assert link.endswith(f"?start=calm-{pause}")
    rig.world.open_link(rig.ben, link)
    await rig.quiet()
    assert "not about you" in rig.texts(rig.ben)[-1]


async def test_somebody_else_in_the_chat_is_told_kindly_whose_button_it_is(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    cleo = rig.world.add_person("Cleo")
    await rig.start(cleo)
    data = f"calm:{pause_id(rig)}"
    panel = rig.message_with(rig.ann, rig.together, data)
    said = len(rig.texts(cleo))
    rig.world.add_member(rig.together, cleo, rig.ann)
    answer = await rig.tap(cleo, rig.together, data, panel)
    assert answer.startswith("These buttons are for the two")
    assert len(rig.texts(cleo)) == said


async def test_after_the_return_time_nothing_speaks_of_it(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    pause = pause_id(rig)
    await rig.move(minutes=21)
    await open_calm(rig, rig.ben, pause)
    assert rig.texts(rig.ben)[-1].startswith("A quiet moment, just for you.")


async def test_without_a_pause_the_command_opens_it(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/calm")
    assert rig.texts(rig.ann)[-1].startswith("A quiet moment, just for you.")


async def test_the_breathing_circle_comes_in_place_of_the_words_and_goes_again(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/calm")
    shown = len(rig.world.messages(rig.private(rig.ann), rig.ann))
    await press(rig, rig.ann, "calm:0:breathe")
    film = last(rig, rig.ann)
    assert (
        rig.world.store.files[film.raw["animation"]["file_id"]].content == animation("breathing.gif").content
    )
    assert film.text.startswith("Breathe with the circle.")
    assert len(rig.world.messages(rig.private(rig.ann), rig.ann)) == shown
    await press(rig, rig.ann, "calm:0")
    assert last(rig, rig.ann).text.startswith("A quiet moment")
    assert len(rig.world.messages(rig.private(rig.ann), rig.ann)) == shown
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_the_circle_is_uploaded_once_for_everybody(rig: Rig) -> None:
    for person in (rig.ann, rig.ben):
        await rig.start(person)
        await rig.say(person, rig.private(person), "/calm")
        await press(rig, person, "calm:0:breathe")
    assert len(rig.world.store.files) == 1


async def test_an_impatient_double_tap_brings_one_circle(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/calm")
    message = last(rig, rig.ann)
    for _ in range(2):
        rig.world.tap(rig.ann, rig.private(rig.ann), message.id, "calm:0:breathe")
    await rig.quiet()
    films = [one for one in rig.world.messages(rig.private(rig.ann), rig.ann) if "animation" in one.raw]
    assert len(films) == 1


async def test_the_body_scan_moves_by_taps_alone_in_one_message(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/calm")
    message = last(rig, rig.ann)
    await press(rig, rig.ann, "calm:0:scan:1")
    await rig.move(minutes=10)
    assert last(rig, rig.ann).text.endswith("1/10")
    for step in range(2, 11):
        await press(rig, rig.ann, f"calm:0:scan:{step}")
        assert last(rig, rig.ann).text.endswith(f"{step}/10")
    await press(rig, rig.ann, "calm:0")
    assert last(rig, rig.ann).id == message.id


async def test_one_thing_that_helps_is_typed_kept_and_taken_off(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/calm")
    await press(rig, rig.ann, "calm:0:list")
    assert last(rig, rig.ann).text.startswith("Your list is empty.")
    await press(rig, rig.ann, "calm:0:add")
    await rig.say(rig.ann, rig.private(rig.ann), "  mint tea\non the <b>balcony</b> ")
    assert rig.texts(rig.ann)[-1].endswith("1. mint tea on the <b>balcony</b>")
    await press(rig, rig.ann, "calm:0:remove")
    drop = next(str(button["callback_data"]) for button in last(rig, rig.ann).buttons())
    assert await press(rig, rig.ann, drop) == "It's off your list."
    assert last(rig, rig.ann).text.startswith("Your list is empty.")


async def test_what_is_typed_later_or_unasked_goes_onto_no_list(rig: Rig) -> None:
    await rig.start(rig.ann)
    for leave in ("calm:0:list", None):
        await rig.say(rig.ann, rig.private(rig.ann), "/calm")
        await press(rig, rig.ann, "calm:0:list")
        await press(rig, rig.ann, "calm:0:add")
        if leave is not None:
            await press(rig, rig.ann, leave)
        else:
            await rig.move(minutes=10)
        await rig.say(rig.ann, rig.private(rig.ann), "a song")
        assert rig.texts(rig.ann)[-1].startswith("I didn't catch that.")
        await rig.say(rig.ann, rig.private(rig.ann), "/calm")
        await press(rig, rig.ann, "calm:0:list")
        assert last(rig, rig.ann).text.startswith("Your list is empty.")


async def test_a_pause_called_in_between_is_a_pause(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/calm")
    await press(rig, rig.ann, "calm:0:list")
    await press(rig, rig.ann, "calm:0:add")
    await rig.say(rig.ann, rig.private(rig.ann), "✋")
    assert "Back at 21:20." in rig.texts(rig.ben, rig.together)[-1]


async def test_of_all_this_the_partners_phone_shows_nothing(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    before = phone(rig, rig.ben)
    await open_calm(rig, rig.ann, pause_id(rig))
    for data in walk(rig):
        await press(rig, rig.ann, data)
    assert phone(rig, rig.ben) == before


def walk(rig: Rig) -> list[str]:
    pause = pause_id(rig)
    ways = [
        "breathe",
        "",
        "scan:1",
        "all",
        "",
        "list",
        "walk",
        "list",
        "state",
        "racing",
        "",
        "list",
        "add",
        "list",
    ]
    return [f"calm:{pause}:{way}".rstrip(":") for way in ways]


async def test_a_pause_of_others_opens_nothing(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    pause = pause_id(rig)
    cleo = rig.world.add_person("Cleo")
    await open_calm(rig, cleo, pause)
    assert rig.texts(cleo)[-1].startswith("A quiet moment, just for you.")
    assert "21:20" not in "".join(rig.texts(cleo))


async def test_typed_in_the_shared_chat_it_opens_in_private_alone(rig: Rig) -> None:
    await rig.pair_in_group()
    before = len(rig.texts(rig.ben, rig.together))
    await rig.say(rig.ann, rig.together, "/calm@backsoon_demo_bot")
    assert rig.texts(rig.ann)[-1].startswith("A quiet moment")
    assert len(rig.texts(rig.ben, rig.together)) == before + 1


async def test_typed_there_without_a_private_chat_it_shows_the_way(rig: Rig) -> None:
    await rig.pair_in_group(private=False)
    await rig.say(rig.ann, rig.together, "/calm@backsoon_demo_bot")
    assert "our private chat" in rig.texts(rig.ann, rig.together)[-1]


async def test_every_button_leads_on_and_none_is_left_unanswered(rig: Rig) -> None:
    person = rig.world.add_person("Dan", "zh")
    await rig.start(person)
    await rig.say(person, rig.private(person), "/calm")
    await press(rig, person, "calm:0:list")
    await press(rig, person, "calm:0:add")
    await rig.say(person, rig.private(person), "1")
    seen: set[str] = set()
    ways: list[list[str]] = [[]]
    while ways:
        way = ways.pop()
        # Nobody taps all this in one instant.
        await rig.move(minutes=1)
        await rig.say(person, rig.private(person), "/calm")
        for data in way:
            await press(rig, person, data)
        page = last(rig, person)
        assert page.rows, page.text
        for button in page.buttons():
            data = str(button.get("callback_data", ""))
            if data.startswith("calm:") and data not in seen:
                seen.add(data)
                ways.append([*way, data])
    assert len(seen) >= 25
    refused = [call for call in rig.play.calls if not call.ok]
    assert [call.error for call in refused if "not modified" not in (call.error or "")] == []
