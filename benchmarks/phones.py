"""A town of phones in this process: takes what the bot sends, and does what two people would tap and type.

It keeps the newest buttons of each chat and nothing else, so that it does not grow.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from benchmarks.lab import chat_of, person_of
from benchmarks.peer import BOT
from bot.receive.keep import Receiver
from scheduler.clock import Clock

_ROW = re.compile(r"\d{4,}")
_PICTURE = b"\x89PNG\r\n\x1a\n"


class Phones:
    """Stands for the Bot API: `call` has its shape. Updates are collected until `send`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._updates: list[dict[str, Any]] = []
        self._last_update = self._last_message = 1000
        # By chat and by the button's data without its ids: the message, and the data.
        self._buttons: dict[int, dict[str, tuple[int, str]]] = defaultdict(dict)
        self.calls = 0

    async def call(
        self, method: str, params: Mapping[str, Any] | None = None, *, read_timeout: float | None = None
    ) -> Any:
        """Any call succeeds."""
        params = params or {}
        self.calls += 1
        chat = int(params.get("chat_id", 0))
        if method.startswith("get"):
            return 3 if method == "getChatMemberCount" else {}
        if not method.startswith(("send", "edit")):
            return True
        message = int(params.get("message_id") or self._next_message())
        markup = params.get("reply_markup") or {}
        for row in markup.get("inline_keyboard", ()):
            for button in row:
                data = button.get("callback_data", "")
                self._buttons[chat][_ROW.sub("#", data)] = (message, data)
        return {"message_id": message, "chat": _chat(chat), "date": self._now(), "photo": [{"file_id": "f"}]}

    async def send(self, receiver: Receiver) -> None:
        """Hand over what was done since."""
        updates, self._updates = self._updates, []
        for at in range(0, len(updates), 100):
            await receiver.keep(updates[at : at + 100])

    def hand(self, couple: int, partner: int) -> None:
        """✋ on the keyboard of the shared chat."""
        carrier = {"message_id": 5, "from": BOT, "chat": _chat(chat_of(couple)), "date": 1, "text": "\u270b"}
        self._say(chat_of(couple), couple, partner, {"text": "\u270b", "reply_to_message": carrier})

    def say(self, couple: int, partner: int, text: str) -> None:
        """A private message."""
        what: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            word = text.split(maxsplit=1)[0]
            what["entities"] = [{"type": "bot_command", "offset": 0, "length": len(word)}]
        self._say(person_of(couple, partner), couple, partner, what)

    def press(self, couple: int, partner: int, shape: str) -> bool:
        """A button of the shared chat whose data, without its ids, is this. False: there is none."""
        found = self._buttons[chat_of(couple)].get(shape)
        if found is None:
            return False
        message, data = found
        at = {"message_id": message, "from": BOT, "chat": _chat(chat_of(couple)), "date": self._now()}
        query = {
            "id": str(self._last_update),
            "from": _user(couple, partner),
            "chat_instance": "1",
            "message": {**at, "text": "a panel"},
            "data": data,
        }
        self._update("callback_query", query)
        return True

    def row(self, couple: int, shape: str) -> str:
        """The id in the newest such button of the shared chat, or nothing."""
        _, data = self._buttons[chat_of(couple)].get(shape, (0, ""))
        found = _ROW.search(data)
        return found.group() if found else ""

    def shapes(self, couple: int, prefix: str) -> list[str]:
        """The newest buttons of the shared chat whose data begins so."""
        return [shape for shape in self._buttons[chat_of(couple)] if shape.startswith(prefix)]

    def drop(self, couple: int, prefix: str) -> None:
        """These buttons are gone from the screen."""
        for shape in self.shapes(couple, prefix):
            del self._buttons[chat_of(couple)][shape]

    def _say(self, chat: int, couple: int, partner: int, what: dict[str, Any]) -> None:
        message = {"message_id": self._next_message(), "from": _user(couple, partner), "chat": _chat(chat)}
        self._update("message", {**message, "date": self._now(), **what})

    def _update(self, kind: str, body: dict[str, Any]) -> None:
        self._last_update += 1
        self._updates.append({"update_id": self._last_update, kind: body})

    def _next_message(self) -> int:
        self._last_message += 1
        return self._last_message

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


class Painter:
    """Draws nothing: what the real one needs lives in a process of its own, and is measured elsewhere."""

    async def draw(self, what: object) -> bytes:
        """A picture of no size."""
        return _PICTURE

    async def close(self) -> None:
        """Nothing to end."""


def _user(couple: int, partner: int) -> dict[str, Any]:
    name = "Ben" if partner else "Ann"
    return {"id": person_of(couple, partner), "is_bot": False, "first_name": name, "language_code": "en"}


def _chat(chat_id: int) -> dict[str, Any]:
    if chat_id < 0:
        return {"id": chat_id, "type": "group", "title": "Ann & Ben"}
    return {"id": chat_id, "type": "private", "first_name": "Ann"}
