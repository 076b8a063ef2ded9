"""An evening in which everything is used that there is, with sentences that can be found again.

It is played once, over real HTTP; what it leaves behind is looked into by many tests.
"""

import io
import logging
import socket
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

import playground
from bot import log
from bot.settings import Settings
from playground import Person
from scheduler.clock import MovableClock
from storage.sealed import Sealed, Vault
from tests.end_to_end.rig import START, Rig

# In everything that is said here, and in no program.
MARK = "zinnober"


@dataclass(frozen=True)
class Button:
    """One button as a phone shows it: who sees it, on which message, what it sends."""

    viewer: int
    message: Mapping[str, Any]
    data: str


@dataclass(frozen=True)
class Still:
    """The database and the phones at one moment. Of a server's database no copy is kept.

    `couple`: Ann's of that moment; whoever sees the buttons.
    """

    name: str
    couple: tuple[str, str]
    now: datetime
    database: Path
    buttons: tuple[Button, ...]


@dataclass
class Left:
    """What the evening left behind. `people`: Telegram's ids by name; `said`: the sentences by place."""

    folder: Path
    token: str
    people: dict[str, int]
    groups: dict[str, int]
    said: dict[str, str] = field(default_factory=dict)
    stills: list[Still] = field(default_factory=list)
    sealed: set[tuple[str, str]] = field(default_factory=set)
    log: str = ""
    metrics: str = ""
    # The database as it lay there while the bot ran: the file, its WAL, or a server's rows.
    database: bytes = b""


class Scene(Rig):
    """The rig with a listening address, and hands for more than two."""

    def __init__(self, play: playground.Playground, clock: MovableClock, folder: Path, url: str) -> None:
        super().__init__(play, clock, folder, url)
        self.port = _free_port()
        for person, name in ((self.ann, "Ann"), (self.ben, "Ben")):
            person.name = f"{name} {MARK}{person.id}"
            person.username = f"{MARK}_{name.lower()}"
        self.world.store.chat(self.together).title = f"{MARK} home"
        self.left = Left(folder, play.token, {"ann": self.ann.id, "ben": self.ben.id}, {"two": self.together})

    @property
    def settings(self) -> Settings:
        return super().settings.model_copy(update={"listen": f"127.0.0.1:{self.port}"})

    def person(self, name: str) -> Person:
        """Somebody else, known from now on by their first name in small letters."""
        person = self.world.add_person(f"{name} {MARK}", "en", "Europe/Berlin")
        self.left.people[name.lower()] = person.id
        return person

    def words(self, place: str) -> str:
        """A sentence that is typed in one place alone."""
        number = len(self.left.said) + 1
        self.left.said[place] = f"{MARK}{number:02d} „für dich“ 你好 <b>&"
        return self.left.said[place]

    async def type(self, person: Person, place: str) -> None:
        """Type such a sentence in private."""
        await self.say(person, self.private(person), self.words(place))

    async def pair(self, group: int, first: Person, second: Person) -> None:
        """Two become a couple in a group of theirs."""
        for person in (first, second):
            await self.start(person)
        self.world.add_bot(group, first)
        await self.quiet()
        for person, label in ((first, ":join"), (second, ":join"), (second, ":yes"), (first, ":yes")):
            await self.tap(person, group, label)

    async def follow(self, person: Person, label: str) -> None:
        """A button in the group that leads into the private chat."""
        url = await self.tap(person, self.together, label)
        if url.startswith("https://"):
            self.world.open_link(person, url)
            await self.quiet()

    def keep(self, name: str) -> None:
        """Keep the database and all buttons as they are now."""
        if not self.database_url.startswith("sqlite"):
            return
        copy = self.folder / f"{len(self.left.stills)}.db"
        source = sqlite3.connect(self.folder / "backsoon.db")
        target = sqlite3.connect(copy)
        source.backup(target)
        source.close()
        target.close()
        other = "dora" if name == "with Dora" else "ben"
        buttons = tuple(self._buttons(("ann", other)))
        self.left.stills.append(Still(name, ("ann", other), self.clock.now(), copy, buttons))

    def _buttons(self, couple: tuple[str, str]) -> Iterator[Button]:
        for name in couple:
            person = self.left.people[name]
            for chat in (person, *self.left.groups.values()):
                for message in self.world.messages(chat, person):
                    for button in message.buttons():
                        if "callback_data" in button:
                            yield Button(person, message.raw, str(button["callback_data"]))

    async def read_metrics(self) -> str:
        async with httpx.AsyncClient() as client:
            return (await client.get(f"http://127.0.0.1:{self.port}/metrics")).text


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def play_it(folder: Path, url: str) -> Left:
    """Play the evening on this database; what it left behind."""
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    scene = Scene(play, clock, folder, url)
    with everything_logged(play.token) as lines, _seals_noted(scene.left.sealed):
        await scene.start_bot()
        try:
            await _before(scene)
            await _alone(scene)
            await _pauses(scene)
            await _check_in(scene)
            await _review(scene)
            await _quiz(scene)
            await _playbook(scene)
            await _share(scene)
            await _copy_and_forget(scene)
            scene.left.metrics = await scene.read_metrics()
            scene.left.database = _bytes_of(scene)
        finally:
            await scene.stop_bot()
            await play.stop()
            scene.onlooker.close()
        scene.left.log = lines.getvalue()
    return scene.left


async def _before(scene: Scene) -> None:
    """Ann was with Dora before; Cat and Dan are two others; Eve has only met the bot."""
    dora, cat, dan, eve = (scene.person(name) for name in ("Dora", "Cat", "Dan", "Eve"))
    once = scene.world.make_group(f"{MARK} once", [scene.ann, dora])
    others = scene.world.make_group(f"{MARK} others", [cat, dan])
    scene.left.groups |= {"once": once, "others": others}
    await scene.pair(once, scene.ann, dora)
    scene.keep("with Dora")
    await scene.say(scene.ann, scene.private(scene.ann), "/unpair")
    await scene.tap(scene.ann, scene.private(scene.ann), ":yes")
    await scene.say(dora, scene.private(dora), "hello")
    await scene.pair(others, cat, dan)
    await scene.start(eve)
    await scene.say(scene.ann, scene.private(scene.ann), "/invite")
    scene.keep("invited")
    await scene.pair(scene.together, scene.ann, scene.ben)
    scene.keep("paired")


async def _alone(scene: Scene) -> None:
    """What Ann writes for herself."""
    ann, chat = scene.ann, scene.private(scene.ann)
    await scene.move(minutes=1)
    await scene.follow(ann, "✅")
    await scene.type(ann, "zone")
    await scene.say(ann, chat, "Berlin")
    await scene.tap(ann, chat, "✅")
    await scene.say(ann, chat, "/calm")
    await scene.tap(ann, chat, ":list")
    await scene.tap(ann, chat, ":add")
    await scene.type(ann, "comfort")
    await scene.move(seconds=20)
    await scene.say(ann, chat, "/nearmiss")
    await scene.tap(ann, chat, ":line")
    await scene.type(ann, "moment")
    await scene.say(ann, chat, "/win")
    await scene.tap(ann, chat, ":tell")
    await scene.type(ann, "unasked")
    await scene.say(ann, scene.together, scene.words("chatter in the group"))
    scene.keep("alone")


async def _pauses(scene: Scene) -> None:
    """A pause, its return, and how it rests."""
    await scene.move(seconds=30)
    await scene.say(scene.ben, scene.private(scene.ben), f"/pause {scene.words('a length of a pause')}")
    await scene.tap(scene.ann, scene.together, "pause:new")
    scene.keep("a pause runs")
    await scene.move(minutes=20)
    await scene.tap(scene.ann, scene.together, ":here")
    scene.keep("a pause is due")
    await scene.move(minutes=30)
    await scene.tap(scene.ben, scene.together, ":rest")


async def _check_in(scene: Scene) -> None:
    """The next evening's check-in, and a file of every kind."""
    ann, ben = scene.ann, scene.ben
    await scene.move(hours=22, minutes=54)
    await scene.tap(ann, scene.together, ":mood:4")
    await scene.follow(ann, ":answer")
    chat = scene.private(ann)
    scene.world.sticker(ann, chat, "🌻")
    await scene.quiet()
    scene.keep("a check-in is open")
    await scene.follow(ann, ":answer")
    scene.world.voice(ann, chat, 7)
    await scene.quiet()
    await scene.follow(ann, ":answer")
    scene.world.photo(ann, chat, scene.words("a caption"))
    await scene.quiet()
    panel = scene.message_with(ann, scene.together, ":answer")
    await scene.say(ben, scene.together, scene.words("a reply in the group"), reply_to=panel.id)
    await scene.move(seconds=20)


async def _review(scene: Scene) -> None:
    """A review with words to a step, kept back, and words for an agreement."""
    ann, ben = scene.ann, scene.ben
    await scene.say(ann, scene.together, "/review")
    await scene.tap(ben, scene.together, ":tap:appreciation:patience")
    await scene.follow(ann, ":words:appreciation")
    await scene.type(ann, "review")
    scene.keep("a review is open")
    await scene.tap(ben, scene.together, ":next:appreciation")
    scene.keep("words are one-sided")
    await scene.tap(ben, scene.together, ":next:works")
    for step in ("adjust", "near", "celebrate"):
        await scene.tap(ben, scene.together, f":next:{step}")
    await scene.follow(ann, ":words:agreement")
    await scene.type(ann, "an agreement")
    scene.keep("an agreement is proposed")
    await scene.move(seconds=20)


async def _quiz(scene: Scene) -> None:
    """Ann takes the quiz to its end, and Ben stops on the way."""
    for person, numbers in ((scene.ann, range(1, 29)), (scene.ben, range(1, 4))):
        chat = scene.private(person)
        await scene.say(person, chat, "/quiz")
        await scene.tap(person, chat, "quiz:begin")
        for number in numbers:
            await scene.move(seconds=2)
            await scene.tap(person, chat, f":{number}:6")
    scene.keep("a quiz is taken")


async def _playbook(scene: Scene) -> None:
    """An experiment, and how it felt."""
    ann, chat = scene.ann, scene.private(scene.ann)
    await scene.move(seconds=30)
    await scene.say(ann, chat, "/playbook")
    await scene.tap(ann, chat, "playbook:trial")
    await scene.tap(ann, chat, "trial:begin:soothe")
    await scene.tap(ann, chat, ":lighter")
    scene.left.said |= {"experiment": "soothe", "felt": "lighter"}
    scene.keep("an experiment is on")


async def _share(scene: Scene) -> None:
    """Ann shows Ben what came of her quiz."""
    ann, chat = scene.ann, scene.private(scene.ann)
    await scene.move(seconds=30)
    await scene.say(ann, chat, "/quiz")
    await scene.tap(ann, chat, "share:new")
    await scene.tap(ann, chat, ":see:both")
    await scene.tap(ann, chat, ":yes:both:" + str(_couple_of(scene)))
    await scene.tap(scene.ben, scene.private(scene.ben), ":open")
    await scene.say(ann, chat, "/together")
    scene.keep("a quiz is shared")


def _couple_of(scene: Scene) -> object:
    joined = "members JOIN persons ON persons.id = person_id"
    query = f"SELECT couple_id FROM {joined} WHERE active AND telegram_id = ?"  # noqa: S608 - our own names
    return scene.onlooker.rows(query, scene.ann.id)[0][0]


async def _copy_and_forget(scene: Scene) -> None:
    """Ann takes a copy of all of it; Fay wrote something, and is forgotten."""
    await scene.say(scene.ann, scene.private(scene.ann), "/export")
    fay = scene.person("Fay")
    await scene.start(fay)
    chat = scene.private(fay)
    await scene.say(fay, chat, "/calm")
    await scene.tap(fay, chat, ":list")
    await scene.tap(fay, chat, ":add")
    await scene.type(fay, "what was forgotten")
    await scene.say(fay, chat, "/forget")
    await scene.tap(fay, chat, ":yes")
    await scene.move(minutes=1)


def _bytes_of(scene: Scene) -> bytes:
    if scene.database_url.startswith("sqlite"):
        # With whatever lies in the WAL and in freed pages.
        return b"\0".join(part.read_bytes() for part in sorted(scene.folder.glob("backsoon.db*")))
    tables = scene.onlooker.rows("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'")
    rows = [row for (table,) in tables for row in scene.onlooker.rows(f"SELECT * FROM {table}")]  # noqa: S608
    return b"\0".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for row in rows
        for value in row
    )


@contextmanager
def everything_logged(token: str) -> Iterator[io.StringIO]:
    """Every logger there is speaks at DEBUG, through our formatter."""
    lines = io.StringIO()
    root = logging.getLogger()
    old, level = root.handlers[:], root.level
    log.configure("DEBUG", [token])
    formatter = root.handlers[0].formatter
    root.handlers[:] = [logging.StreamHandler(lines)]
    root.handlers[0].setFormatter(formatter)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.handlers[:] = old
        root.setLevel(level)


@contextmanager
def _seals_noted(noted: set[tuple[str, str]]) -> Iterator[None]:
    """Which columns were ever sealed: those of a message on its way are empty soon after."""
    seal = Vault.seal

    def noting(vault: Vault, table: str, column: str, row: int | str, text: str) -> Sealed:
        noted.add((table, column))
        return seal(vault, table, column, row, text)

    Vault.seal = noting  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Vault.seal = seal  # type: ignore[method-assign]
