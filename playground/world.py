"""What people do: the hands on the phones. Each step happens at once and wakes whoever waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from playground import membership, posting, pressing
from playground.errors import WorldError
from playground.model import Answer, Chat, Json, Keyboard, Message, Person
from playground.store import BOT_ID, FIRST_PERSON, Store, Upload, people_in

LOOK_AGAIN = 0.05  # real seconds, for what changes outside the world


class World:
    """People, their chats with the bot and their groups. WorldError names what a person cannot do."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clipboard: dict[int, str] = {}  # what a copy button put there, by person
        self.opened: dict[int, str] = {}  # the last foreign link that a person opened

    # People and chats

    def add_person(
        self, name: str, language: str = "en", zone: str = "UTC", username: str | None = None
    ) -> Person:
        """Somebody new with a phone; their private chat with the bot is there, but not started."""
        _known_zone(zone)
        person = Person(FIRST_PERSON + self.store.number("person"), name, language, zone, username)
        self.store.people[person.id] = person
        self.store.chats[person.id] = Chat(
            person.id, "private", name, members=[person.id, BOT_ID], bot_status="member", bot_known=True
        )
        self.store.bus.changed()
        return person

    def add_other_bot(self, name: str, username: str) -> Person:
        """A bot that is not ours; it can be added to groups and say things there."""
        person = Person(FIRST_PERSON + self.store.number("person"), name, username=username, is_bot=True)
        self.store.people[person.id] = person
        return person

    def settle(self, person: Person | int, language: str | None = None, zone: str | None = None) -> None:
        """Change the language or the zone of a person's phone."""
        one = self.store.person(_id(person))
        if zone is not None:
            _known_zone(zone)
            one.zone = zone
        one.language = language or one.language
        self.store.bus.changed()

    def private_chat(self, person: Person | int) -> int:
        """The id of a person's private chat with the bot."""
        return self.store.chat(_id(person)).id

    def make_group(self, title: str, people: list[Person] | list[int]) -> int:
        """A new basic group without the bot; the first person made it."""
        return membership.make_group(self.store, title, [_id(person) for person in people]).id

    def add_bot(self, chat: int, by: Person | int) -> Message:
        return membership.add(self.store, self.store.chat(chat), BOT_ID, _id(by))

    def remove_bot(self, chat: int, by: Person | int) -> None:
        membership.remove(self.store, self.store.chat(chat), BOT_ID, _id(by))

    def add_member(self, chat: int, person: Person | int, by: Person | int | None = None) -> Message:
        """Add a person to a group; without `by`, its oldest member does it, and oneself may join."""
        group = self.store.chat(chat)
        return membership.add(self.store, group, _id(person), self._oldest(group) if by is None else _id(by))

    def remove_member(self, chat: int, person: Person | int, by: Person | int | None = None) -> None:
        group = self.store.chat(chat)
        membership.remove(self.store, group, _id(person), self._oldest(group) if by is None else _id(by))

    def leave(self, person: Person | int, chat: int) -> None:
        membership.remove(self.store, self.store.chat(chat), _id(person), _id(person))

    def promote_bot(self, chat: int) -> None:
        group = self.store.chat(chat)
        membership.promote(self.store, group, self._oldest(group), admin=True)

    def demote_bot(self, chat: int) -> None:
        group = self.store.chat(chat)
        membership.promote(self.store, group, self._oldest(group), admin=False)

    def mute_bot(self, chat: int, muted: bool = True) -> None:
        """Take the right to send texts from the bot, or give it back."""
        self.store.chat(chat).bot_muted = muted
        self.store.bus.changed()

    def delete_group(self, chat: int) -> None:
        self.store.chat(chat).gone = True
        self.store.bus.changed()

    def upgrade(self, chat: int) -> int:
        """Make a supergroup of a basic group; returns the new chat's id."""
        group = self.store.chat(chat)
        return membership.upgrade(self.store, group, self._oldest(group)).id

    def block(self, person: Person | int) -> None:
        membership.block(self.store, _id(person), blocked=True)

    def unblock(self, person: Person | int) -> None:
        membership.block(self.store, _id(person), blocked=False)

    def deactivate(self, person: Person | int) -> None:
        """Delete a person's Telegram account."""
        self.store.person(_id(person)).deactivated = True

    # Writing and tapping

    def say(self, person: Person | int, chat: int, text: str, reply_to: int | None = None) -> Message:
        """Type a text. In a private chat this opens the chat; a waiting ForceReply is replied to."""
        who, place = _id(person), self.store.chat(chat)
        if not text.strip():
            raise WorldError("There is nothing to say.")
        posting.writable(self.store, place, who)
        if place.private:
            self.store.person(who).started = True
        target = reply_to if reply_to is not None else place.force_reply.get(who)
        place.force_reply.pop(who, None)
        return posting.post(self.store, place, who, posting.written(text.strip()), target)

    def sticker(self, person: Person | int, chat: int, emoji: str, reply_to: int | None = None) -> Message:
        """Send a sticker."""
        body = {"file_id": f"sticker-{emoji}", "file_unique_id": emoji, "type": "regular", "width": 512,
                "height": 512, "is_animated": False, "is_video": False, "emoji": emoji}  # fmt: skip
        return self._send_file(person, chat, {"sticker": body}, body, reply_to)

    def voice(self, person: Person | int, chat: int, seconds: int, reply_to: int | None = None) -> Message:
        """Send a voice message. Nothing is recorded: the file is empty."""
        name = f"voice-{self.store.number('voice')}"
        body: Json = {"file_id": name, "file_unique_id": name, "duration": seconds, "mime_type": "audio/ogg"}
        return self._send_file(person, chat, {"voice": body}, body, reply_to)

    def photo(
        self, person: Person | int, chat: int, caption: str | None = None, reply_to: int | None = None
    ) -> Message:
        """Send a photo in two sizes, the smaller first."""
        name = f"photo-{self.store.number('photo')}"
        small: Json = {"file_id": f"{name}-s", "file_unique_id": f"{name}-s", "width": 90, "height": 60}
        large: Json = {"file_id": name, "file_unique_id": name, "width": 900, "height": 600}
        content: Json = {"photo": [small, large], **({"caption": caption} if caption else {})}
        return self._send_file(person, chat, content, large, reply_to)

    def _send_file(
        self, person: Person | int, chat: int, content: Json, body: Json, reply_to: int | None
    ) -> Message:
        """Bots may send it on by its id."""
        who, place = _id(person), self.store.chat(chat)
        posting.writable(self.store, place, who)
        if place.private:
            self.store.person(who).started = True
        content_type = body.get("mime_type", "image/png" if "width" in body else "")
        self.store.files[body["file_id"]] = Upload(body["file_id"], "", content_type, b"")
        self.store.bodies[body["file_id"]] = body
        return posting.post(self.store, place, who, content, reply_to)

    def edit(self, person: Person | int, chat: int, message_id: int, text: str) -> Message:
        """Edit one's own text; the bot learns of it if it saw the message."""
        message = self._own(person, chat, message_id)
        posting.edit(self.store, message, {"entities": None, **posting.written(text.strip())})
        if message.seen_by_bot and self.store.chat(chat).bot_in:
            self.store.queue("edited_message", message.raw, f"edited: {text}")
        return message

    def delete(self, person: Person | int, chat: int, message_id: int) -> None:
        """Delete one's own message, or any in one's private chat; a bot never learns of it."""
        message = self.store.message(chat, message_id)
        if not self.store.chat(chat).private:
            message = self._own(person, chat, message_id)
        posting.remove(self.store, self.store.chat(chat), message)

    def tap(self, person: Person | int, chat: int, message_id: int, data_or_label: str) -> str:
        """Tap an inline button. Returns the callback query's id, or "" for a link or a copy button."""
        who, message = _id(person), self.store.message(chat, message_id)
        place = self.store.chat(chat)
        posting.writable(self.store, place, who)
        found = pressing.button(message, data_or_label)
        if "callback_data" in found:
            return pressing.press(self.store, place, message, who, found["callback_data"]).id
        if "copy_text" in found:
            self.clipboard[who] = found["copy_text"]["text"]
        elif "url" in found:
            self.open_link(who, found["url"])
        return ""

    def key(self, person: Person | int, chat: int, text: str) -> Message:
        """Press a key of the open reply keyboard; in a group the text replies to the keyboard's carrier."""
        who, place = _id(person), self.store.chat(chat)
        keyboard = place.keyboards.get(who)
        if keyboard is None or text not in keyboard.labels():
            raise WorldError(f"{self.store.person(who).name} has no key {text!r} here.")
        posting.writable(self.store, place, who)
        carrier = None if place.private else keyboard.carrier
        message = posting.post(self.store, place, who, posting.written(text), carrier)
        if keyboard.one_time:
            place.keyboards.pop(who, None)
        return message

    def start(self, person: Person | int, payload: str | None = None) -> Message:
        """Open the private chat and press Start; unblocks the bot first, as the app's Restart does."""
        one = self.store.person(_id(person))
        if one.blocked:
            self.unblock(one)
        return self.say(one, one.id, f"/start {payload}" if payload else "/start")

    def open_link(self, person: Person | int, url: str, chat: int | None = None) -> Message | None:
        """Open a link. One to our bot starts it, or adds it to `chat` (else: a group without it)."""
        who = _id(person)
        link = pressing.bot_link(self.store, url)
        if link is None:
            self.opened[who] = url
            return None
        kind, payload = link
        if kind != "startgroup":
            return self.start(who, payload) if kind else None
        group = pressing.group_for_link(self.store, who, chat)
        added = self.add_bot(group.id, who) if BOT_ID not in group.members else None
        return self.say(who, group.id, f"/start@{self.store.bot.username} {payload}") if payload else added

    def pin(self, person: Person | int, chat: int, message_id: int) -> None:
        """Pin a message by hand."""
        message, place = self.store.message(chat, message_id), self.store.chat(chat)
        posting.writable(self.store, place, _id(person))
        place.pinned.append(message_id)
        posting.service(self.store, place, _id(person), {"pinned_message": posting.quoted(message)})

    def slip_in(self, raw: object) -> int:
        """Put something into the queue of updates as it stands: malformed, of an unknown kind, or huge.

        Returns the update id that it stands for; an object without one gets it, unless it has None.
        """
        return self.store.updates.slip_in(raw)

    # Looking

    def messages(self, chat: int, person: Person | int) -> list[Message]:
        """What this person sees in a chat now, oldest first; nothing where they are not a member."""
        place = self.store.chat(chat)
        if _id(person) not in place.members:
            return []
        return [message for message in place.messages.values() if not message.deleted]

    def read(self, chat: int, person: Person | int) -> list[str]:
        """The texts in a chat as this person's phone shows them: date_time entities in local time."""
        zone = self.store.person(_id(person)).zone
        return [shown(message, zone) for message in self.messages(chat, person) if message.text]

    def last(self, chat: int, person: Person | int) -> Message:
        """The newest message that this person sees."""
        messages = self.messages(chat, person)
        if not messages:
            raise WorldError("There is no message in this chat.")
        return messages[-1]

    def keyboard(self, chat: int, person: Person | int) -> Keyboard | None:
        """The reply keyboard that this person has open in a chat."""
        return self.store.chat(chat).keyboards.get(_id(person))

    def answer(self, callback_id: str) -> Answer | None:
        """What the phone showed after a tap; None while it spins."""
        return self.store.answers.get(callback_id)

    def members(self, chat: int) -> list[Person]:
        """The people in a chat, bots aside."""
        return people_in(self.store, self.store.chat(chat))

    def pending(self) -> list[Json]:
        """The updates that the bot has not confirmed yet."""
        return self.store.updates.pending()

    async def until(self, true: Callable[[], bool], within: float = 5.0) -> None:
        """Wait until something is so; TimeoutError after `within` real seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while not true():
            left = end - loop.time()
            if left <= 0:
                raise TimeoutError
            await self.store.bus.wait(self.store.bus.version, min(left, LOOK_AGAIN))

    async def answered(self, callback_id: str, within: float = 5.0) -> Answer:
        """Wait for the answer to a tap."""
        await self.until(lambda: callback_id in self.store.answers, within)
        return self.store.answers[callback_id]

    def _oldest(self, group: Chat) -> int:
        people = people_in(self.store, group)
        if not people:
            raise WorldError("Nobody is left in this group.")
        return people[0].id

    def _own(self, person: Person | int, chat: int, message_id: int) -> Message:
        message = self.store.message(chat, message_id)
        if message.by != _id(person):
            raise WorldError("That is somebody else's message.")
        return message


def shown(message: Message, zone: str) -> str:
    """A message's text with every date_time entity as a phone in this zone shows it (24-hour clock)."""
    units = message.text.encode("utf-16-le")
    for entity in sorted(message.raw.get("entities", []), key=lambda one: -int(one["offset"])):
        wanted = entity.get("date_time_format", "")
        if entity["type"] != "date_time" or not wanted or wanted == "r":
            continue
        at = datetime.fromtimestamp(entity["unix_time"], ZoneInfo(zone))
        start, stop = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        units = units[:start] + _local(at, wanted).encode("utf-16-le") + units[stop:]
    return units.decode("utf-16-le")


def _local(at: datetime, wanted: str) -> str:
    words = {"w": "%A", "d": "%d.%m.%y", "D": "%d %B %Y", "t": "%H:%M", "T": "%H:%M:%S"}
    return at.strftime(" ".join(words[sign] for sign in wanted))


def _id(person: Person | int) -> int:
    return person.id if isinstance(person, Person) else person


def _known_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WorldError(f"There is no time zone {zone!r}.") from error
