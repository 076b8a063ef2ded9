from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import telegram

from playground import Person, World
from playground.errors import NOT_MODIFIED
from tests.playground.hands import Api, HandClock

YES: dict[str, Any] = {"inline_keyboard": [[{"text": "yes", "callback_data": "y"}]]}


@pytest.fixture
async def panel(world: World, ann: Person, api: Api) -> int:
    """A message of the bot with one button, in Ann's private chat."""
    world.start(ann)
    sent = await api("sendMessage", chat_id=ann.id, text="panel", reply_markup=YES)
    return int(sent.result["message_id"])


async def test_an_edit_replaces_the_text_and_without_a_keyboard_takes_the_buttons_away(
    world: World, ann: Person, api: Api, panel: int
) -> None:
    edited = await api("editMessageText", chat_id=ann.id, message_id=panel, text="new")
    assert edited.result["text"] == "new"
    assert "reply_markup" not in edited.result
    assert world.last(ann.id, ann).labels == []
    assert world.last(ann.id, ann).edited


async def test_buttons_alone_can_be_changed(world: World, ann: Person, api: Api, panel: int) -> None:
    other = {"inline_keyboard": [[{"text": "no", "callback_data": "n"}]]}
    await api("editMessageReplyMarkup", chat_id=ann.id, message_id=panel, reply_markup=other)
    assert world.last(ann.id, ann).labels == ["no"]
    await api("editMessageReplyMarkup", chat_id=ann.id, message_id=panel)
    assert world.last(ann.id, ann).labels == []


async def test_an_edit_that_changes_nothing_is_refused(ann: Person, api: Api, panel: int) -> None:
    same = await api("editMessageText", chat_id=ann.id, message_id=panel, text="panel", reply_markup=YES)
    assert same.error == (400, f"Bad Request: {NOT_MODIFIED}")
    assert "message is not modified" in same.error[1]


@pytest.mark.parametrize(
    "markup",
    [{"keyboard": [[{"text": "✋"}]], "is_persistent": True}, {"force_reply": True}],
)
async def test_a_message_that_carries_a_reply_keyboard_cannot_be_edited(
    ann: Person, api: Api, panel: int, markup: dict[str, Any]
) -> None:
    sent = await api("sendMessage", chat_id=ann.id, text="carrier", reply_markup=markup)
    edit = await api("editMessageText", chat_id=ann.id, message_id=sent.result["message_id"], text="new")
    assert edit.error == (400, "Bad Request: message can't be edited")


async def test_what_is_gone_or_somebody_elses_cannot_be_edited(
    world: World, ann: Person, api: Api, panel: int
) -> None:
    said = world.say(ann, ann.id, "mine")
    edit = await api("editMessageText", chat_id=ann.id, message_id=said.id, text="yours")
    assert edit.error == (400, "Bad Request: message can't be edited")
    world.delete(ann, ann.id, panel)
    edit = await api("editMessageText", chat_id=ann.id, message_id=panel, text="new")
    assert edit.error == (400, "Bad Request: message to edit not found")
    edit = await api("editMessageText", text="new")
    assert edit.error == (400, "Bad Request: message identifier is not specified")


async def test_an_old_message_can_be_edited_but_no_longer_deleted(
    world: World, clock: HandClock, ann: Person, api: Api, panel: int
) -> None:
    young = (await api("sendMessage", chat_id=ann.id, text="young")).result["message_id"]
    clock.advance(timedelta(hours=47, minutes=59))
    assert (await api("deleteMessage", chat_id=ann.id, message_id=young)).result is True
    clock.advance(timedelta(minutes=1))
    refused = (400, "Bad Request: message can't be deleted")
    assert (await api("deleteMessage", chat_id=ann.id, message_id=panel)).error == refused
    assert (await api("deleteMessages", chat_id=ann.id, message_ids=[panel])).error == refused
    assert (await api("editMessageText", chat_id=ann.id, message_id=panel, text="new")).status == 200
    assert (await api("deleteMessage", chat_id=ann.id, message_id=young)).error == (
        400,
        "Bad Request: message to delete not found",
    )


async def test_in_a_group_only_an_admin_deletes_what_others_wrote(
    world: World, ann: Person, group: int, api: Api
) -> None:
    said = world.say(ann, group, "oops")
    assert (await api("deleteMessage", chat_id=group, message_id=said.id)).error == (
        400,
        "Bad Request: message can't be deleted",
    )
    world.promote_bot(group)
    assert (await api("deleteMessage", chat_id=group, message_id=said.id)).result is True
    assert said.id not in [message.id for message in world.messages(group, ann)]


async def test_many_are_deleted_at_once_and_missing_ones_skipped(
    world: World, ann: Person, api: Api, panel: int
) -> None:
    assert (await api("deleteMessages", chat_id=ann.id, message_ids=[panel, 4711])).result is True
    assert [message.text for message in world.messages(ann.id, ann)] == ["/start"]
    assert (await api("deleteMessages", chat_id=ann.id, message_ids=[])).status == 400
    assert (await api("deleteMessages", chat_id=ann.id, message_ids=list(range(101)))).status == 400


async def test_a_blocked_bot_cannot_edit_either(world: World, ann: Person, api: Api, panel: int) -> None:
    world.block(ann)
    edit = await api("editMessageText", chat_id=ann.id, message_id=panel, text="new")
    assert edit.error == (403, "Forbidden: bot was blocked by the user")


async def test_a_picture_gives_way_to_another_in_its_message(
    world: World, ann: Person, bot: telegram.Bot
) -> None:
    world.start(ann)
    sent = await bot.send_photo(ann.id, b"\x89PNG one", caption="one", reply_markup=telegram_markup())
    edited = await bot.edit_message_media(
        telegram.InputMediaPhoto(b"\x89PNG two", caption="two"), ann.id, sent.message_id
    )
    assert isinstance(edited, telegram.Message)
    assert (edited.message_id, edited.caption, edited.reply_markup) == (sent.message_id, "two", None)
    assert world.store.files[edited.photo[-1].file_id].content == b"\x89PNG two"
    paper = await bot.edit_message_media(
        telegram.InputMediaDocument(b"%PDF-", filename="a.pdf"), ann.id, sent.message_id
    )
    assert isinstance(paper, telegram.Message)
    assert paper.document is not None
    assert (paper.photo, paper.caption, paper.document.file_name) == ((), None, "a.pdf")


async def test_a_caption_changes_alone_and_words_have_none(
    world: World, ann: Person, bot: telegram.Bot, api: Api, panel: int
) -> None:
    sent = await bot.send_photo(ann.id, b"\x89PNG one", caption="one")
    edited = await bot.edit_message_caption(ann.id, sent.message_id, caption="two")
    assert isinstance(edited, telegram.Message)
    assert (edited.caption, edited.photo) == ("two", sent.photo)
    assert (await api("editMessageCaption", chat_id=ann.id, message_id=panel, caption="x")).status == 400
    other = {"type": "video", "media": "attach://none"}
    assert (await api("editMessageMedia", chat_id=ann.id, message_id=panel, media=other)).status == 400
    lost = {"type": "photo", "media": "attach://none"}
    assert (await api("editMessageMedia", chat_id=ann.id, message_id=panel, media=lost)).status == 400


def telegram_markup() -> telegram.InlineKeyboardMarkup:
    return telegram.InlineKeyboardMarkup.from_button(telegram.InlineKeyboardButton("Dark", callback_data="d"))
