"""Membership: the bot and people coming and going, private chats opening and closing."""

from telegram import ChatMember, Update
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from content.texts import language_of
from handlers.context import CURRENT_TURN, Context
from practices import groups, reach

_OUT = (ChatMember.LEFT, ChatMember.BANNED)


async def my_membership(update: Update, context: Context) -> None:
    """The bot was added, removed, blocked or unblocked."""
    changed = update.my_chat_member
    if changed is None:
        return
    turn = CURRENT_TURN.get()
    out = changed.new_chat_member.status in _OUT
    if changed.chat.type == changed.chat.PRIVATE:
        person = await turn.work.persons.by_telegram(changed.chat.id)
        if out:
            await reach.private_closed(turn, changed.chat.id)
        elif person is not None:
            await reach.private_opened(turn, person)
    elif changed.chat.type == changed.chat.CHANNEL:
        return
    elif out:
        await groups.bot_gone(turn, changed.chat.id)
    else:
        await groups.bot_added(turn, changed.chat.id, language_of(changed.from_user.language_code))


async def joined(update: Update, context: Context) -> None:
    """A service message: people, or this bot, came in."""
    message = update.effective_message
    if message is None:
        return
    turn = CURRENT_TURN.get()
    bot_id = context.bot.id
    if any(member.id == bot_id for member in message.new_chat_members):
        user = message.from_user
        await groups.bot_added(turn, message.chat_id, language_of(user.language_code if user else None))
    others = [member.id for member in message.new_chat_members if member.id != bot_id]
    if others:
        await groups.joined(turn, message.chat_id, others)


async def left(update: Update, context: Context) -> None:
    """A service message: somebody left."""
    message = update.effective_message
    if message is None or message.left_chat_member is None:
        return
    turn = CURRENT_TURN.get()
    if message.left_chat_member.id == context.bot.id:
        await groups.bot_gone(turn, message.chat_id)
    else:
        await groups.left(turn, message.chat_id, message.left_chat_member.id)


async def moved(update: Update, context: Context) -> None:
    """A service message: the group became a supergroup; told in the old chat and in the new."""
    message = update.effective_message
    if message is None:
        return
    turn = CURRENT_TURN.get()
    if message.migrate_to_chat_id is not None:
        await groups.moved(turn, message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await groups.moved(turn, message.migrate_from_chat_id, message.chat_id)


async def created(update: Update, context: Context) -> None:
    """A group that was created with the bot in it."""
    message = update.effective_message
    if message is not None:
        user = message.from_user
        language = language_of(user.language_code if user else None)
        await groups.bot_added(CURRENT_TURN.get(), message.chat_id, language)


HANDLERS = (
    ChatMemberHandler(my_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(filters.StatusUpdate.NEW_CHAT_MEMBERS, joined),
    MessageHandler(filters.StatusUpdate.LEFT_CHAT_MEMBER, left),
    MessageHandler(filters.StatusUpdate.MIGRATE, moved),
    MessageHandler(filters.StatusUpdate.CHAT_CREATED, created),
)
