from __future__ import annotations

import pytest
import telegram

from playground import Person, World
from tests.playground.hands import Api


async def test_the_bot_is_told_about_itself(bot: telegram.Bot) -> None:
    me = await bot.get_me()
    assert (me.username, me.is_bot) == ("backsoon_demo_bot", True)
    assert me.can_join_groups is True
    assert me.can_read_all_group_messages is False
    assert me.supports_inline_queries is False


async def test_commands_are_kept_by_scope_and_language(bot: telegram.Bot, ann: Person) -> None:
    scope = telegram.BotCommandScopeChat(ann.id)
    await bot.set_my_commands([("pause", "Take a pause")])
    await bot.set_my_commands([("pause", "暂停")], scope=scope, language_code="zh")
    assert [command.description for command in await bot.get_my_commands()] == ["Take a pause"]
    assert [one.description for one in await bot.get_my_commands(scope, "zh")] == ["暂停"]
    await bot.delete_my_commands(scope, "zh")
    assert await bot.get_my_commands(scope, "zh") == ()


async def test_words_about_the_bot_are_kept_by_language(bot: telegram.Bot) -> None:
    await bot.set_my_description("A pause for two.")
    await bot.set_my_description("两个人的暂停。", language_code="zh")
    await bot.set_my_short_description("Short.")
    await bot.set_my_name("Backsoon")
    assert (await bot.get_my_description("zh")).description == "两个人的暂停。"
    assert (await bot.get_my_description("de")).description == "A pause for two."
    assert (await bot.get_my_short_description()).short_description == "Short."
    assert (await bot.get_my_name()).name == "Backsoon"


async def test_the_menu_button_can_be_set_for_one_chat(bot: telegram.Bot, world: World, ann: Person) -> None:
    assert (await bot.get_chat_menu_button(ann.id)).type == "commands"
    await bot.set_chat_menu_button(ann.id, telegram.MenuButtonDefault())
    assert (await bot.get_chat_menu_button(ann.id)).type == "default"
    assert (await bot.get_chat_menu_button()).type == "commands"


@pytest.mark.parametrize(
    ("command", "description", "error"),
    [
        ("Pause!", "x", "BOT_COMMAND_INVALID"),
        ("a" * 33, "x", "BOT_COMMAND_INVALID"),
        ("pause", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("pause", "x" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_commands_that_telegram_would_refuse_are_refused(
    api: Api, command: str, description: str, error: str
) -> None:
    sent = await api("setMyCommands", commands=[{"command": command, "description": description}])
    assert sent.error == (400, f"Bad Request: {error}")
    assert (await api("setMyDescription", description="x" * 513)).status == 400
    assert (await api("setMyDescription", description="x", language_code="english")).status == 400
