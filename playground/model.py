"""The things of which the playground's world is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]


@dataclass
class Person:
    """A Telegram user: somebody with a phone, or a bot (`is_bot`)."""

    id: int
    name: str
    language: str = "en"
    zone: str = "UTC"
    username: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def user(self) -> Json:
        """The Bot API User of this person."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            user["username"] = self.username
        if not self.is_bot:
            user["language_code"] = self.language
        return user


@dataclass
class Keyboard:
    """A reply keyboard as one person has it open; `carrier` is the message that brought it."""

    rows: list[list[Json]]
    persistent: bool
    one_time: bool
    carrier: int

    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]


@dataclass
class Message:
    """One message in one chat; `raw` is its Bot API shape as the bot would see it."""

    chat_id: int
    id: int
    by: int
    raw: Json
    silent: bool = False
    edited: bool = False
    deleted: bool = False
    frozen: bool = False  # carries a reply keyboard or ForceReply, so it can't be edited
    seen_by_bot: bool = False

    @property
    def text(self) -> str:
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard, as rows of Bot API buttons; empty without one."""
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons, in reading order."""
        return [button["text"] for button in self.buttons()]

    def buttons(self) -> Iterator[Json]:
        for row in self.rows:
            yield from row

    @property
    def sent_at(self) -> int:
        """When it was sent, in Unix seconds."""
        return int(self.raw["date"])


@dataclass
class Chat:
    """A private chat (its id is the person's), a group or a supergroup."""

    id: int
    type: str
    title: str = ""
    owner: int = 0
    members: list[int] = field(default_factory=list)
    bot_status: str = "left"  # left, member, administrator, kicked
    bot_known: bool = False  # it is or was a member, so it knows the chat's id
    bot_muted: bool = False
    last_bot: int | None = None  # the bot that posted last, for bare commands
    gone: bool = False
    upgraded_to: int | None = None
    upgraded_from: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    keyboards: dict[int, Keyboard] = field(default_factory=dict)
    force_reply: dict[int, int] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_id: int = 0  # message ids of a supergroup are its own

    @property
    def private(self) -> bool:
        return self.type == "private"

    @property
    def bot_in(self) -> bool:
        return self.bot_status in ("member", "administrator")

    @property
    def bot_admin(self) -> bool:
        return self.bot_status == "administrator"


@dataclass
class Press:
    """One tap on an inline button, until its answer; `id` is the callback query's."""

    id: str
    person: int
    chat_id: int
    message_id: int
    data: str
    at: datetime
    answered: bool = False


@dataclass(frozen=True)
class Answer:
    """What the presser's phone showed after answerCallbackQuery."""

    id: str
    person: int
    text: str
    alert: bool
    url: str
    at: datetime


@dataclass(frozen=True)
class Call:
    """One Bot API call as it was made; `params` are decoded, `error` is the description of a refusal."""

    n: int
    method: str
    params: Json
    ok: bool
    error: str | None
    at: datetime
    result: Any = None
