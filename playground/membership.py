"""Who is in a group, who blocked the bot, and what Telegram tells the bot about it."""

from __future__ import annotations

from playground.errors import WorldError
from playground.model import Chat, Json, Message
from playground.posting import service, writable
from playground.store import BOT_ID, FIRST_GROUP, FIRST_SUPERGROUP, Store

RIGHTS = {
    "can_be_edited": False, "is_anonymous": False, "can_manage_chat": True, "can_delete_messages": True,
    "can_manage_video_chats": True, "can_restrict_members": True, "can_promote_members": False,
    "can_change_info": True, "can_invite_users": True, "can_post_stories": False, "can_edit_stories": False,
    "can_delete_stories": False, "can_pin_messages": True, "can_manage_tags": False,
}  # fmt: skip


def member(store: Store, user_id: int, status: str) -> Json:
    """The Bot API ChatMember of a user with a status."""
    raw: Json = {"user": store.user(user_id), "status": status}
    if status == "administrator":
        return raw | RIGHTS
    if status == "creator":
        return raw | {"is_anonymous": False}
    return raw | ({"until_date": 0} if status == "kicked" else {})


def status_of(chat: Chat, user_id: int) -> str:
    """creator, administrator, member, left or kicked."""
    if user_id == BOT_ID:
        return chat.bot_status
    if user_id not in chat.members:
        return "left"
    return "creator" if user_id == chat.owner else "member"


def make_group(store: Store, title: str, members: list[int]) -> Chat:
    """A new basic group, the first member its creator; our bot is not in it."""
    if not members:
        raise WorldError("A group needs at least one person.")
    chat_id = FIRST_GROUP - store.number("group")
    chat = Chat(chat_id, "group", title, owner=members[0], members=list(members))
    store.chats[chat_id] = chat
    service(store, chat, members[0], {"group_chat_created": True})
    return chat


def add(store: Store, chat: Chat, user_id: int, by: int) -> Message:
    """Add a person, another bot or our bot to a group; one who adds themselves came by an invite link."""
    _group(chat)
    if by != user_id:
        writable(store, chat, by)
    if user_id in chat.members:
        raise WorldError(f"{store.user(user_id)['first_name']} is in this group already.")
    before = status_of(chat, user_id)
    chat.members.append(user_id)
    if user_id == BOT_ID:
        chat.bot_known = True
        _bot_status(store, chat, by, "member")
    else:
        _told_of(store, chat, user_id, by, before)
    return service(store, chat, by, {"new_chat_members": [store.user(user_id)]})


def remove(store: Store, chat: Chat, user_id: int, by: int) -> None:
    """Take somebody out of a group; `by` is the same user when they leave by themselves."""
    _group(chat)
    if user_id not in chat.members:
        raise WorldError(f"{store.user(user_id)['first_name']} is not in this group.")
    if by != BOT_ID:
        writable(store, chat, by)
    before = status_of(chat, user_id)
    content = {"left_chat_member": store.user(user_id)}
    if user_id == BOT_ID:
        _remove_bot(store, chat, by, content)
        return
    service(store, chat, by, content)
    chat.members.remove(user_id)
    chat.keyboards.pop(user_id, None)
    chat.force_reply.pop(user_id, None)
    _told_of(store, chat, user_id, by, before)


def promote(store: Store, chat: Chat, by: int, admin: bool) -> None:
    """Make our bot an admin of a group, or a simple member again."""
    _group(chat)
    if not chat.bot_in:
        raise WorldError("The bot is not in this group.")
    _bot_status(store, chat, by, "administrator" if admin else "member")


def block(store: Store, person_id: int, blocked: bool) -> None:
    """Block the bot in the private chat, or unblock it; my_chat_member tells the bot."""
    person, chat = store.person(person_id), store.chat(person_id)
    if person.blocked == blocked:
        return
    if not person.started:
        raise WorldError(f"{person.name} has not started the bot yet.")
    person.blocked = blocked
    _my_chat_member(store, chat, person_id, *(("member", "kicked") if blocked else ("kicked", "member")))
    store.bus.changed()


def upgrade(store: Store, chat: Chat, by: int) -> Chat:
    """Turn a basic group into a supergroup with a new id; the old chat stays behind, closed."""
    writable(store, chat, by)
    if chat.type != "group":
        raise WorldError("Only a basic group can become a supergroup.")
    new = Chat(FIRST_SUPERGROUP - store.number("supergroup"), "supergroup", chat.title, chat.owner)
    new.members, new.bot_status, new.bot_known = list(chat.members), chat.bot_status, chat.bot_known
    new.upgraded_from = chat.id
    store.chats[new.id] = new
    service(store, chat, by, {"migrate_to_chat_id": new.id})
    service(store, new, by, {"migrate_from_chat_id": chat.id})
    chat.upgraded_to = new.id
    chat.keyboards.clear()
    chat.force_reply.clear()
    store.bus.changed()
    return new


def _remove_bot(store: Store, chat: Chat, by: int, content: Json) -> None:
    """Whoever removes the bot, it takes its keyboards along; only a basic group shows it its own removal."""
    chat.keyboards.clear()
    chat.force_reply.clear()
    if by == BOT_ID or chat.type == "supergroup":
        _bot_status(store, chat, by, "left" if by == BOT_ID else "kicked")
        service(store, chat, by, content)
    else:
        service(store, chat, by, content)
        _bot_status(store, chat, by, "kicked")
    chat.members.remove(BOT_ID)


def _bot_status(store: Store, chat: Chat, by: int, status: str) -> None:
    before, chat.bot_status = chat.bot_status, status
    if before != status:
        _my_chat_member(store, chat, by, before, status)
    store.bus.changed()


def _my_chat_member(store: Store, chat: Chat, by: int, before: str, after: str) -> None:
    payload = _change(store, chat, by, BOT_ID, before, after)
    store.queue("my_chat_member", payload, f"{before} -> {after}")


def _told_of(store: Store, chat: Chat, user_id: int, by: int, before: str) -> None:
    """chat_member: only for an admin bot that asked for it."""
    if chat.bot_admin and store.updates.wanted("chat_member"):
        after = status_of(chat, user_id)
        payload = _change(store, chat, by, user_id, before, after)
        store.queue("chat_member", payload, f"{before} -> {after}")


def _change(store: Store, chat: Chat, by: int, user_id: int, before: str, after: str) -> Json:
    return {
        "chat": store.chat_raw(chat),
        "from": store.user(by),
        "date": store.unix(),
        "old_chat_member": member(store, user_id, before),
        "new_chat_member": member(store, user_id, after),
    }


def _group(chat: Chat) -> None:
    if chat.private:
        raise WorldError("A private chat has exactly two members.")
