"""The one place where the world's state lives; every other module reads and changes it here."""

from __future__ import annotations

import copy
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from playground.bus import Bus
from playground.clock import Clock
from playground.errors import WorldError
from playground.model import Answer, Call, Chat, Json, Message, Person, Press
from playground.updates import Updates

BOT_ID = 7_000_000_001
FIRST_PERSON = 100_001
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_002_000_000_001
LOG_LENGTH = 200


@dataclass
class Profile:
    """What the bot set about itself; keys are language codes, scopes as JSON text."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu: dict[int, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Upload:
    """A file that somebody sent."""

    id: str
    name: str
    content_type: str
    content: bytes


class Store:
    """People, chats, messages, presses, answers, calls and the queue of updates."""

    def __init__(self, clock: Clock, bot_username: str, bot_name: str) -> None:
        self.clock = clock
        self.bus = Bus()
        self.updates = Updates(clock)
        self.bot = Person(BOT_ID, bot_name, username=bot_username, is_bot=True, started=True)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.answers: dict[str, Answer] = {}
        self.files: dict[str, Upload] = {}
        # What Telegram tells of a voice message or a sticker, by file id.
        self.bodies: dict[str, Json] = {}
        self.profile = Profile()
        self.calls: list[Call] = []
        self.log: deque[Json] = deque(maxlen=LOG_LENGTH)
        self._logged = 0
        self._last_id = 0
        self._counts: dict[str, int] = {}

    def now(self) -> datetime:
        return self.clock.now()

    def unix(self) -> int:
        """The present instant in whole Unix seconds, as messages carry it."""
        return int(self.clock.now().timestamp())

    def number(self, what: str) -> int:
        """The next of a row of numbers, from 0 on."""
        self._counts[what] = self._counts.get(what, -1) + 1
        return self._counts[what]

    def message_id(self, chat: Chat) -> int:
        """The next message id: a supergroup counts its own, all other chats share one row."""
        if chat.type == "supergroup":
            chat.last_id += 1
            return chat.last_id
        self._last_id += 1
        return self._last_id

    def person(self, person_id: int) -> Person:
        if person_id not in self.people:
            raise WorldError(f"There is no person {person_id}.")
        return self.people[person_id]

    def chat(self, chat_id: int) -> Chat:
        if chat_id not in self.chats:
            raise WorldError(f"There is no chat {chat_id}.")
        return self.chats[chat_id]

    def message(self, chat_id: int, message_id: int) -> Message:
        message = self.chat(chat_id).messages.get(message_id)
        if message is None or message.deleted:
            raise WorldError("That message is not there any more.")
        return message

    def user(self, user_id: int) -> Json:
        """The Bot API User of a person or of our bot."""
        return self.bot.user() if user_id == BOT_ID else self.person(user_id).user()

    def users(self) -> dict[int, Json]:
        """All users by id, our bot too."""
        return {person.id: person.user() for person in [*self.people.values(), self.bot]}

    def chat_raw(self, chat: Chat) -> Json:
        """The Bot API Chat."""
        if chat.private:
            person = self.person(chat.id)
            raw: Json = {"id": chat.id, "type": "private", "first_name": person.name}
            return raw | ({"username": person.username} if person.username else {})
        return {"id": chat.id, "type": chat.type, "title": chat.title}

    def queue(self, kind: str, payload: Json, detail: str) -> bool:
        """Queue an update for the bot and log it; False if the bot did not ask for its kind."""
        taken = self.updates.add(kind, copy.deepcopy(payload))  # as it was now, whatever is edited later
        self.note("in", kind, taken, detail if taken else f"{detail} (not in allowed_updates)")
        return taken

    def note(self, direction: str, what: str, ok: bool, detail: str) -> None:
        """Add a line to the page's log and tell everybody who watches."""
        self._logged += 1
        self.log.append(
            {
                "n": self._logged,
                "at": self.clock.now().timestamp(),
                "direction": direction,
                "what": what,
                "ok": ok,
                "detail": detail[:120],
            }
        )
        self.bus.changed()

    def record(self, method: str, params: Json, error: str | None, result: Any) -> None:
        """Remember one call of the bot; getUpdates stays out of the page's log."""
        self.calls.append(Call(len(self.calls), method, params, error is None, error, self.now(), result))
        if method != "getUpdates":
            self.note(
                "out", method, error is None, error or str(params.get("text", params.get("chat_id", "")))
            )


def people_in(store: Store, chat: Chat) -> list[Person]:
    """The members of a chat who hold a phone."""
    return [store.people[one] for one in chat.members if one in store.people and not store.people[one].is_bot]
