"""Privacy mode: which of a group's messages reach a bot that is no admin."""

from __future__ import annotations

import re

from playground.model import Chat, Message
from playground.store import BOT_ID, Store

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]{3,32}))?(?!\w)")


def reaches_bot(store: Store, chat: Chat, message: Message) -> bool:
    """Whether our bot gets this message of a person or of another bot.

    In a group with privacy mode on: replies to the bot, `/command@bot`, bare commands while our bot was the
    last bot to post, service messages. A reply to another bot goes to that bot, whatever it says.
    """
    if not chat.bot_in:
        return False
    author = store.people.get(message.by)
    if author and author.is_bot:
        return False
    if chat.private or chat.bot_admin or is_service(message):
        return True
    replied = message.raw.get("reply_to_message")
    if replied and replied["from"]["id"] == BOT_ID:
        return True
    if replied and replied["from"]["is_bot"]:
        return False
    command = _COMMAND.match(message.text)
    if command is None:
        return False
    if command[1] is None:
        return chat.last_bot == BOT_ID
    return command[1].lower() == str(store.bot.username).lower()


_SPOKEN = ("text", "sticker", "photo", "voice", "animation", "document")


def is_service(message: Message) -> bool:
    """Whether Telegram itself wrote this message (somebody joined, left, pinned …)."""
    return not any(kind in message.raw for kind in _SPOKEN)
