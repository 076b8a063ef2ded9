"""Couples who lead their lives while the bot is killed, and what must have become of each thing they did."""

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from playground import Message, Person
from playground.model import Call
from tests.crash.rig import Rig

MINUTE = timedelta(minutes=1)
PAUSE_KEY = re.compile(r"pause:\d+")


@dataclass
class Promised:
    """A pause as it must stand in the history: who called it, every return time, how it ended."""

    callers: set[int]
    times: list[datetime]
    outcome: str | None = None
    # What its buttons' data begins with.
    key: str = ""
    # How many things were done that show a return time in a message of its own.
    shows: dict[datetime, int] = field(default_factory=dict)
    # The return times that came.
    came: list[datetime] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cry:
    """Somebody asked for help; `since`: how much there was of the rig's course by then."""

    chat: int
    at: datetime
    since: int


class Two:
    """Ann, Ben and their group."""

    def __init__(self, rig: Rig, rng: Random, number: int) -> None:
        self.rig = rig
        self.rng = rng
        self.ann, self.ben = (rig.world.add_person(name) for name in ("Ann", "Ben"))
        self.chat = rig.world.make_group(f"Ann & Ben {number}", [self.ann, self.ben])
        self.promised: list[Promised] = []
        # What each asked to be shown in private, by chat and screen, and how often: a thing that, done
        # twice, would be seen twice.
        self.asked: dict[int, Counter[str]] = defaultdict(Counter)
        self.cries: list[Cry] = []
        # Ordered by hand, so that one seed leads to one course of events.
        self._people = (self.ann, self.ben)

    @property
    def now(self) -> datetime:
        return self.rig.clock.now()

    @property
    def pause(self) -> Promised:
        """The one that was called last."""
        return self.promised[-1]

    @property
    def running(self) -> bool:
        """Whether a return time is still to come."""
        return bool(self.promised) and self.pause.times[-1] not in self.pause.came

    @property
    def left_open(self) -> bool:
        """Whether they came to the return time, and then did nothing."""
        return bool(self.promised) and self.pause.outcome is None and not self.running

    async def pair(self) -> None:
        """Open the private chats, bring the bot into the group, become a couple."""
        world = self.rig.world
        for person in self._people:
            world.start(person)
            self.asked[world.private_chat(person)]["pair.start"] += 1
        world.add_bot(self.chat, self.ann)
        for person in self._people:
            await self.tap(person, self.chat, ":join")
        for person in (self.ben, self.ann):
            await self.tap(person, self.chat, ":yes")
            await self.rig.heard()
        await self.rig.until(lambda: self.has(self.chat, "pause:new"))

    async def call(self) -> None:
        """✋ in one of its ways, sometimes by both; then perhaps more time."""
        if self.left_open:
            self.pause.outcome = "replaced"
        for person in self._people:
            self._ask(person)
        caller, partner = self.rng.sample(self._people, 2)
        minutes, _ = self._signal(caller, self.rng.choice((20, 20, 45, 60)))
        back = self.now + minutes * MINUTE
        self.promised.append(Promised({caller.id}, [back], shows={back: 1}))
        if self.rng.random() < 0.3:
            _, by_message = self._signal(partner, 20)
            self.pause.callers.add(partner.id)
            self.pause.shows[back] += int(by_message)
        await self.rig.until(lambda: self.shown(back))
        self.pause.key = next(key_of(call) for call in self._told(back))
        for person in self._people:
            self._ask(person)
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            await self.more_time(self.pause.times[-1] + 20 * MINUTE)

    def _signal(self, person: Person, minutes: int) -> tuple[int, bool]:
        """One ✋; the pause's length, and whether it was a message rather than a press."""
        world, private = self.rig.world, self.rig.world.private_chat(person)
        way = self.rng.choice(("key", "panel", "typed", "command")) if minutes == 20 else "length"
        if way == "key":
            world.key(person, self.chat, "✋")
        elif way == "panel":
            self._tap_now(person, self.chat, "pause:new")
        elif way == "typed":
            world.say(person, private, "✋")
        elif way == "command":
            world.say(person, self.chat, "/p")
        else:
            world.say(person, self.rng.choice((self.chat, private)), f"/pause {minutes}")
        return minutes, way != "panel"

    def _ask(self, person: Person) -> None:
        for _ in range(self.rng.randint(0, 2)):
            self.ask(person)

    def ask(self, person: Person) -> None:
        """For help, in private."""
        private = self.rig.world.private_chat(person)
        self.rig.world.say(person, private, "/help")
        self.asked[private]["help.home"] += 1
        self.cries.append(Cry(private, self.now, len(self.rig.course)))

    async def more_time(self, back: datetime) -> None:
        """The panel's menu, in private, and twenty minutes of it."""
        person = self.rng.choice(self._people)
        private = self.rig.world.private_chat(person)
        commitment = len(self.pause.times)
        await self.tap(person, self.chat, f"{self.pause.key}:times")
        self.asked[private]["pause.times"] += 1
        await self.tap(person, private, f"{self.pause.key}:{commitment}:plus:20")
        self.pause.times.append(back)
        self.pause.shows[back] = 1
        await self.rig.until(lambda: self.shown(back))

    async def come_back(self) -> None:
        """The return time has come: wait for the word, then do what couples do."""
        back = self.pause.times[-1]
        await self.rig.until(lambda: self.called_back(back))
        self.pause.came.append(back)
        late = not self.has(self.chat, f"{self.pause.key}:here")
        choice = self.rng.choice(("back", "back", "talking", "rested", "more", "nothing"))
        if choice == "back" and not late:
            for person in self._people:
                await self.tap(person, self.chat, f"{self.pause.key}:here")
            self.pause.outcome = "both_back"
        elif choice == "rested" and late:
            await self.tap(self.rng.choice(self._people), self.chat, f"{self.pause.key}:rest")
            self.pause.outcome = "rested"
        elif choice == "more" and len(self.pause.times) < 3:
            await self.more_time(self.now + 20 * MINUTE)
        elif choice != "nothing":
            await self.tap(self.rng.choice(self._people), self.chat, f"{self.pause.key}:talking")
            self.pause.outcome = "talking"

    # What they see

    def shown(self, back: datetime) -> bool:
        """Whether the group was told of this return time."""
        return self.times_shown(back) > 0

    def times_shown(self, back: datetime) -> int:
        """How often the group was told of this return time."""
        return sum(text_of(call).startswith("✋") for call in self._told(back))

    def called_back(self, back: datetime) -> bool:
        """Whether the group was called back, or told that this was missed."""
        return any(is_return(call) for call in self._told(back))

    def _told(self, back: datetime) -> list[Call]:
        return [call for call in self.rig.sends(self.chat) if instant_of(call) == back]

    def has(self, chat: int, data: str) -> bool:
        return self._with(chat, data) is not None

    async def tap(self, person: Person, chat: int, data: str) -> None:
        """Wait for a button whose data ends so, and tap it."""
        await self.rig.until(lambda: self.has(chat, data))
        self._tap_now(person, chat, data)

    def _tap_now(self, person: Person, chat: int, data: str) -> None:
        message = self._with(chat, data)
        assert message is not None
        self.rig.world.tap(person, chat, message.id, next(d for d in datas(message) if d.endswith(data)))

    def _with(self, chat: int, data: str) -> Message | None:
        """The newest message with such a button."""
        person = self.ben if chat == self.rig.world.private_chat(self.ben) else self.ann
        messages = reversed(self.rig.world.messages(chat, person))
        return next((one for one in messages if any(d.endswith(data) for d in datas(one))), None)


async def live(rig: Rig, twos: list[Two], rng: Random, looked_at: Callable[[], None] | None = None) -> None:
    """One round: everybody pauses, the clock moves to each return time or past it, everybody comes back.

    `looked_at` is called once everybody was told of a return time that is still to come.
    """
    await asyncio.gather(*(two.call() for two in twos))
    if looked_at is not None:
        await rig.quiet()
        looked_at()
    while any(two.running for two in twos):
        await rig.heard()
        back = min(two.pause.times[-1] for two in twos if two.running)
        stop = rng.choice((back - 5 * MINUTE, back, back, back + 3 * MINUTE))
        await rig.move_to(max(stop, rig.clock.now()))
        returned = [two for two in twos if two.running and two.pause.times[-1] <= rig.clock.now()]
        await asyncio.gather(*(two.come_back() for two in returned))
    await rig.heard()


def datas(message: Message) -> list[str]:
    """The data of its buttons."""
    return [str(button.get("callback_data", "")) for button in message.buttons()]


def key_of(call: Call) -> str:
    """`pause:` and the id that the buttons of a panel name."""
    buttons = [button for row in call.params["reply_markup"]["inline_keyboard"] for button in row]
    return next(filter(None, (PAUSE_KEY.match(str(button.get("callback_data"))) for button in buttons)))[0]


def text_of(call: Call) -> str:
    return str(call.params["text"])


def instant_of(call: Call) -> datetime | None:
    """The first instant that a message names."""
    for entity in call.params.get("entities") or ():
        if entity["type"] == "date_time":
            return datetime.fromtimestamp(entity["unix_time"], UTC)
    return None


def is_return(call: Call) -> bool:
    """Whether it calls the two back, or says that this was missed."""
    return text_of(call).startswith(("It's", "I was offline"))
