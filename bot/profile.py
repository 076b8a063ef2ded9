"""What Telegram shows about the bot: commands per scope and language, descriptions, the menu button."""

from collections.abc import Sequence
from typing import Any

from structlog.stdlib import get_logger
from telegram.error import TelegramError

from bot.api import BotApi
from content.texts import LANGUAGES, texts

log = get_logger(__name__)

# /safety is in no group's list: nobody should have to explain having opened it.
SCOPES: Sequence[tuple[dict[str, str], Sequence[str]]] = (
    (
        {"type": "all_private_chats"},
        (
            "pause",
            "calm",
            "review",
            "nearmiss",
            "win",
            "phrases",
            "quiz",
            "playbook",
            "answers",
            "together",
            "rhythm",
            "break",
            "help",
            "settings",
            "privacy",
            "export",
            "safety",
            "forget",
            "start",
        ),
    ),
    ({"type": "all_group_chats"}, ("pause", "review", "rhythm", "break", "help", "privacy")),
)


async def publish(api: BotApi) -> None:
    """Set what differs from what Telegram has. Best effort: the bot works without it."""
    try:
        for language in LANGUAGES:
            await _publish(api, language)
        button = await api.call("getChatMenuButton")
        if button.get("type") != "commands":
            await api.call("setChatMenuButton", {"menu_button": {"type": "commands"}})
    except TelegramError as error:
        log.warning(
            "the bot's profile could not be set; it is tried at the next start", reason=type(error).__name__
        )


async def _publish(api: BotApi, language: str) -> None:
    # The first language is what everybody sees whose language has no list of its own.
    code = "" if language == LANGUAGES[0] else language
    for scope, names in SCOPES:
        wanted = [{"command": name, "description": _text(language, f"command-{name}")} for name in names]
        present = await api.call("getMyCommands", {"scope": scope, "language_code": code})
        if present != wanted:
            await api.call("setMyCommands", {"commands": wanted, "scope": scope, "language_code": code})
    await _set(api, "Description", "description", _text(language, "profile-description"), code)
    await _set(api, "ShortDescription", "short_description", _text(language, "profile-short"), code)


async def _set(api: BotApi, name: str, field: str, wanted: str, code: str) -> None:
    present: dict[str, Any] = await api.call(f"getMy{name}", {"language_code": code})
    if present.get(field) != wanted:
        await api.call(f"setMy{name}", {field: wanted, "language_code": code})


def _text(language: str, key: str) -> str:
    return texts().plain(language, key)
