"""What the bot says about itself: commands, descriptions, menu button; and its webhook settings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from playground.errors import bad
from playground.model import Json
from playground.store import Store

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LONGEST = {"name": 64, "description": 512, "short_description": 120}


def get_me(store: Store, _params: Json) -> Json:
    return store.bot.user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def set_my_commands(store: Store, params: Json) -> bool:
    commands = params["commands"]
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    store.profile.commands[_scope(params)] = commands
    return True


def get_my_commands(store: Store, params: Json) -> list[Json]:
    return store.profile.commands.get(_scope(params), [])


def delete_my_commands(store: Store, params: Json) -> bool:
    store.profile.commands.pop(_scope(params), None)
    return True


def set_chat_menu_button(store: Store, params: Json) -> bool:
    store.profile.menu[params.get("chat_id", 0)] = params.get("menu_button", {"type": "default"})
    return True


def get_chat_menu_button(store: Store, params: Json) -> Json:
    menu = store.profile.menu
    return menu.get(params.get("chat_id", 0), menu.get(0, {"type": "commands"}))


def set_webhook(store: Store, params: Json) -> bool:
    """Updates are delivered there if it is on this machine; any other is only kept and told again."""
    if not 1 <= params.get("max_connections", 1) <= 100:
        raise bad("MAX_CONNECTIONS_INVALID")
    if not _SECRET.fullmatch(params.get("secret_token", "")):
        raise bad("secret token contains unallowed characters")
    if params.get("drop_pending_updates"):
        store.updates.drop()
    store.updates.allow(params.get("allowed_updates"))
    store.updates.set_webhook(params if params["url"] else {})
    return True


def delete_webhook(store: Store, params: Json) -> bool:
    if params.get("drop_pending_updates"):
        store.updates.drop()
    store.updates.set_webhook({})
    return True


def get_webhook_info(store: Store, _params: Json) -> Json:
    hook = store.updates.webhook
    info: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(store.updates.pending()),
    }
    if hook:
        info |= {"max_connections": hook.get("max_connections", 40), **store.updates.webhook_trouble}
    return info | ({"allowed_updates": store.updates.allowed} if store.updates.allowed else {})


def _language(params: Json) -> str:
    language = str(params.get("language_code", ""))
    if not _LANGUAGE.fullmatch(language):
        raise bad("LANGUAGE_CODE_INVALID")
    return language


def _scope(params: Json) -> tuple[str, str]:
    scope = params.get("scope", {"type": "default"})
    return json.dumps(scope, sort_keys=True), _language(params)


def _setter(what: str) -> Callable[[Store, Json], bool]:
    def set_text(store: Store, params: Json) -> bool:
        text = params.get(what, "")
        if len(text) > LONGEST[what]:
            raise bad(f"{what.replace('_', ' ')} is too long")
        store.profile.texts[(what, _language(params))] = text
        return True

    return set_text


def _getter(what: str) -> Callable[[Store, Json], Json]:
    def get_text(store: Store, params: Json) -> Json:
        texts = store.profile.texts
        return {what: texts.get((what, _language(params)), texts.get((what, ""), ""))}

    return get_text


METHODS: dict[str, Any] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
