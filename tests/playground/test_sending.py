from __future__ import annotations

import struct
from datetime import timedelta
from typing import Any

import pytest
import telegram

from playground import Person, World
from tests.playground.hands import Api, HandClock


async def test_a_person_who_never_started_the_bot_cannot_be_written_to(
    world: World, ann: Person, api: Api
) -> None:
    assert (await api("sendMessage", chat_id=ann.id, text="hi")).error == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    world.start(ann)
    assert (await api("sendMessage", chat_id=ann.id, text="hi")).status == 200


async def test_a_block_is_told_and_refuses_until_it_is_lifted(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    await api.updates()
    world.block(ann)
    change = (await api.updates())[0]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    refused = (403, "Forbidden: bot was blocked by the user")
    assert (await api("sendMessage", chat_id=ann.id, text="hi")).error == refused
    assert (await api("sendChatAction", chat_id=ann.id, action="typing")).error == refused
    world.start(ann)
    assert await api.kinds() == ["my_chat_member", "message"]
    assert (await api("sendMessage", chat_id=ann.id, text="hi")).status == 200


async def test_a_deleted_account_is_named_so(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    world.deactivate(ann)
    assert (await api("sendMessage", chat_id=ann.id, text="hi")).error == (
        403,
        "Forbidden: user is deactivated",
    )


async def test_a_chat_that_the_bot_never_saw_is_not_found(
    world: World, ann: Person, ben: Person, api: Api
) -> None:
    theirs = world.make_group("without the bot", [ann, ben])
    for chat in (theirs, 12345, "@nowhere"):
        assert (await api("sendMessage", chat_id=chat, text="hi")).error == (
            400,
            "Bad Request: chat not found",
        )


@pytest.mark.parametrize("supergroup", [False, True])
async def test_a_removed_bot_is_refused_in_the_words_of_its_removal(
    world: World, ann: Person, group: int, api: Api, supergroup: bool
) -> None:
    kind = "supergroup" if supergroup else "group"
    chat = world.upgrade(group) if supergroup else group
    world.store.updates.drop()
    world.remove_bot(chat, ann)
    assert await api.kinds() == (["my_chat_member"] if supergroup else ["message", "my_chat_member"])
    assert (await api("sendMessage", chat_id=chat, text="hi")).error == (
        403,
        f"Forbidden: bot was kicked from the {kind} chat",
    )
    world.add_bot(chat, ann)
    assert (await api("leaveChat", chat_id=chat)).result is True
    assert (await api("sendMessage", chat_id=chat, text="hi")).error == (
        403,
        f"Forbidden: bot is not a member of the {kind} chat",
    )


async def test_a_muted_bot_and_a_deleted_group_are_refused(world: World, group: int, api: Api) -> None:
    world.mute_bot(group)
    assert (await api("sendMessage", chat_id=group, text="hi")).error == (
        400,
        "Bad Request: not enough rights to send text messages to the chat",
    )
    world.mute_bot(group, muted=False)
    world.delete_group(group)
    assert (await api("sendMessage", chat_id=group, text="hi")).error == (
        403,
        "Forbidden: the group chat was deleted",
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "message text is empty"),
        ("   \n ", "message text is empty"),
        ("a" * 4097, "message is too long"),
        ("é" * 20_000, "message is too long"),
    ],
)
async def test_a_text_must_be_there_and_not_too_long(
    world: World, ann: Person, api: Api, text: str, error: str
) -> None:
    world.start(ann)
    assert (await api("sendMessage", chat_id=ann.id, text=text)).error == (400, f"Bad Request: {error}")


async def test_a_message_carries_the_clocks_time_and_whether_it_rang(
    world: World, clock: HandClock, ann: Person, api: Api
) -> None:
    world.start(ann)
    clock.advance(timedelta(minutes=20))
    sent = (await api("sendMessage", chat_id=ann.id, text=" hi ", disable_notification=True)).result
    assert sent["date"] == int(clock.now().timestamp())
    assert sent["text"] == "hi"
    assert world.last(ann.id, ann).silent
    await api("sendMessage", chat_id=ann.id, text="ring")
    assert not world.last(ann.id, ann).silent


async def test_a_reply_quotes_what_it_answers_and_a_lost_original_is_refused(
    world: World, ann: Person, api: Api
) -> None:
    start = world.start(ann)
    sent = await api("sendMessage", chat_id=ann.id, text="hi", reply_parameters={"message_id": start.id})
    assert sent.result["reply_to_message"]["text"] == "/start"
    world.delete(ann, ann.id, start.id)
    lost = {"message_id": start.id}
    assert (await api("sendMessage", chat_id=ann.id, text="hi", reply_parameters=lost)).error == (
        400,
        "Bad Request: message to be replied not found",
    )
    lost_is_fine: dict[str, Any] = lost | {"allow_sending_without_reply": True}
    assert (await api("sendMessage", chat_id=ann.id, text="hi", reply_parameters=lost_is_fine)).status == 200


async def test_a_picture_is_kept_and_can_be_sent_again_by_its_id(
    world: World, ann: Person, bot: telegram.Bot, api: Api
) -> None:
    world.start(ann)
    png = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x0dIHDR" + struct.pack(">II", 640, 480)
    sent = await bot.send_photo(ann.id, png, caption="a *week*")
    assert (sent.photo[0].width, sent.photo[0].height) == (640, 480)
    assert sent.caption == "a *week*"
    again = await bot.send_photo(ann.id, sent.photo[0].file_id)
    assert again.photo == sent.photo
    async with api.session.get(f"{api.root}/play/file/{sent.photo[0].file_id}") as answer:
        assert await answer.read() == png
    assert (await api("sendPhoto", chat_id=ann.id, photo="nothing")).status == 400


async def test_animations_and_documents_are_taken_too(world: World, ann: Person, bot: telegram.Bot) -> None:
    world.start(ann)
    moving = await bot.send_animation(ann.id, b"GIF89a", filename="breath.gif", width=64, height=64)
    assert moving.animation is not None
    assert moving.animation.width == 64
    paper = await bot.send_document(ann.id, b"%PDF-1.7", filename="playbook.pdf")
    assert paper.document is not None
    assert paper.document.file_name == "playbook.pdf"
    assert len(world.messages(ann.id, ann)) == 3


async def test_what_a_person_sent_can_be_sent_on_by_its_id(world: World, bot: telegram.Bot, api: Api) -> None:
    ann, ben = world.add_person("Ann"), world.add_person("Ben")
    for one in (ann, ben):
        world.start(one)
    chat = world.private_chat(ann)
    voice, photo = world.voice(ann, chat, 4), world.photo(ann, chat, "the lake")
    sticker = world.sticker(ann, chat, "🌻")
    heard = await bot.send_voice(ben.id, voice.raw["voice"]["file_id"])
    assert heard.voice is not None
    assert heard.voice.to_dict()["duration"] == 4
    seen = await bot.send_sticker(ben.id, sticker.raw["sticker"]["file_id"])
    assert seen.sticker is not None
    assert seen.sticker.emoji == "🌻"
    assert (await bot.send_photo(ben.id, photo.raw["photo"][-1]["file_id"])).photo
    for method, field in (("sendVoice", "voice"), ("sendSticker", "sticker")):
        assert (await api(method, chat_id=ben.id, **{field: "nothing"})).status == 400
