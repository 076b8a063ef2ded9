"""The whole bot against the playground, over real HTTP, with a clock that only the test moves."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

import playground
from bot.deliver.limits import Limits
from bot.service import serve
from bot.settings import Settings
from playground import Message, Person
from scheduler.clock import MovableClock
from tests.databases import Onlooker

START = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


class Rig:
    """Ann, Ben, their phones and the bot. `together` is their group, which the bot is not in yet."""

    def __init__(
        self, play: playground.Playground, clock: MovableClock, folder: Path, database_url: str | None = None
    ) -> None:
        """`database_url`: an SQLite file in `folder`, unless told."""
        self.play = play
        self.world = play.world
        self.clock = clock
        self.folder = folder
        self.database_url = database_url or f"sqlite+aiosqlite:///{folder}/backsoon.db"
        self.onlooker = Onlooker(self.database_url)
        self.ann = self.world.add_person("Ann", "en", "Europe/Berlin")
        self.ben = self.world.add_person("Ben", "en", "Europe/Berlin")
        self.together = self.world.make_group("Ann & Ben", [self.ann, self.ben])
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def settings(self) -> Settings:
        return Settings(
            bot_token=SecretStr(self.play.token),
            bot_api_url=self.play.api_root,
            data_dir=self.folder,
            database_url=self.database_url,
        )

    async def start_bot(self) -> None:
        """Start the bot and wait until it is up and has told Telegram about itself."""
        ready, told = asyncio.Event(), self._told_about_itself()
        self._stop = asyncio.Event()
        self._task = asyncio.create_task(
            serve(self.settings, self.clock, self._stop, limits=Limits.none(), on_ready=ready.set)
        )
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait({self._task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._task.done():
            await self._task
        # Otherwise these calls might meet a fault that is meant for another.
        await self.world.until(lambda: self._told_about_itself() > told)

    def _told_about_itself(self) -> int:
        return sum(call.method == "getChatMenuButton" for call in self.play.calls)

    async def stop_bot(self) -> None:
        """Stop it as SIGTERM does."""
        self._stop.set()
        if self._task is not None:
            await self._task
            self._task = None

    async def quiet(self, within: float = 15.0) -> None:
        """Wait until the bot has nothing left to do at this instant of its clock."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        calm = 0
        while calm < 2:
            calm = calm + 1 if not self._busy() else 0
            if self._task is not None and self._task.done():
                await self._task
            if loop.time() > end:
                raise TimeoutError(f"still busy with {self._busy()}")
            # Woken by whatever happens in the world; looked at again soon where nothing does.
            await self.world.store.bus.wait(self.world.store.bus.version, 0.02)

    def _busy(self) -> list[object]:
        rows: list[object] = list(self.world.pending())
        rows += self.onlooker.rows("SELECT kind FROM inbox WHERE state = 'waiting'")
        rows += self.onlooker.rows("SELECT kind, name, address FROM outbox")
        rows += self.onlooker.rows("SELECT key FROM timers WHERE due_at <= ?", self.clock.now())
        return rows

    def pauses(self) -> list[tuple[str, str | None]]:
        """State and outcome of every pause so far, oldest first."""
        # Of two that began at the same instant, the first was closed for the second.
        query = "SELECT state, outcome FROM pauses ORDER BY started_at, closed_at IS NULL, closed_at"
        return [(state, outcome) for state, outcome in self.onlooker.rows(query)]

    async def move(self, **delta: float) -> None:
        """Move the clock and let the bot do what is due."""
        self.clock.advance(timedelta(**delta))
        await self.quiet()

    async def tap(self, person: Person, chat: int, label: str, message: Message | None = None) -> str:
        """Tap the newest button whose label contains, or whose data ends with, `label`; what was answered."""
        found = message or self.message_with(person, chat, label)
        data = next(str(button.get("callback_data")) for button in found.buttons() if _is(button, label))
        press = self.world.tap(person, chat, found.id, data)
        answer = await self.world.answered(press)
        await self.quiet()
        return answer.text or answer.url or ""

    def message_with(self, person: Person, chat: int, label: str) -> Message:
        """The newest message in a chat that has such a button."""
        for message in reversed(self.world.messages(chat, person)):
            if any(_is(button, label) for button in message.buttons()):
                return message
        raise AssertionError(f"no button {label!r} in {self.world.read(chat, person)}")

    async def say(self, person: Person, chat: int, text: str, reply_to: int | None = None) -> None:
        """Type a message and let the bot react."""
        self.world.say(person, chat, text, reply_to)
        await self.quiet()

    async def start(self, person: Person, payload: str | None = None) -> None:
        """Open the private chat with the bot."""
        self.world.start(person, payload)
        await self.quiet()

    def private(self, person: Person) -> int:
        """The person's private chat with the bot."""
        return self.world.private_chat(person)

    def texts(self, person: Person, chat: int | None = None) -> list[str]:
        """What a phone shows in a chat, private unless told."""
        return self.world.read(self.private(person) if chat is None else chat, person)

    async def pair_in_group(self, *, private: bool = True) -> None:
        """Pair the two in their group; with `private`, both have opened their private chats before."""
        if private:
            for person in (self.ann, self.ben):
                await self.start(person)
        self.world.add_bot(self.together, self.ann)
        await self.quiet()
        await self.tap(self.ann, self.together, ":join")
        await self.tap(self.ben, self.together, ":join")
        await self.tap(self.ben, self.together, ":yes")
        await self.tap(self.ann, self.together, ":yes")


def _is(button: Mapping[str, object], label: str) -> bool:
    """A label, or the end of a callback data such as `:yes`."""
    return label in str(button.get("text")) or str(button.get("callback_data", "")).endswith(label)
