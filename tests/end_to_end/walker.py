"""Presses every button that two phones show, and reads everything that comes of it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TypeAlias

from playground import Message, Person
from tests.end_to_end.rig import Rig

COMMANDS = (
    "/start",
    "/help",
    "/calm",
    "/phrases",
    "/playbook",
    "/settings",
    "/rhythm",
    "/break",
    "/break some day",
    "/privacy",
    "/safety",
    "/invite",
    "/pause soon",
    "/pause 5",
    "/pause 30 h",
    "/nonsense",
    "hello there",
)
HURTING = re.compile(
    r"\b(?:still|should|waiting|again)\b|仍|还没|还在等|应该|等你|等着|又一次|再次|迟到|晚了", re.IGNORECASE
)
# Names of people, zones, sites and this bot; what a command or a link is called; a link's own letters.
LATIN = re.compile(r"https?://\S+|@\w+|/\w+|\w+\.(?:com|org|info)|Ann|Ben|Backsoon|Telegram|UTC|CET|English")
# A way that does not lead on is not gone for ever.
MOST_TIMES = 30
# Who may press, on which message, what it sends, and what kind of press that is.
Step: TypeAlias = tuple[Person, Message, str, str]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Walker:
    """Walks through what Ann's and Ben's phones offer; `faults` says what was wrong on the way."""

    def __init__(self, rig: Rig, language: str) -> None:
        self.rig = rig
        self.language = language
        self.pressed: set[str] = set()
        self.faults: list[str] = []
        self._read: set[tuple[int, int, str]] = set()

    async def walk(
        self, *, leave_out: str, doors: tuple[str, ...] = (), after_return: bool = False, most: int = 250
    ) -> None:
        """Press until every kind of button that ever showed here has been pressed.

        `doors`: commands that open what no button in sight leads to.
        """
        known: set[str] = set()
        pressed: Counter[str] = Counter()
        leads: dict[str, set[str]] = {}
        # Each door is tried, and tried once more for what only showed behind another.
        doors_left = [*doors, *doors, *doors]
        for _ in range(most):
            offered = list(self._offered(leave_out))
            known |= {step[3] for step in offered}
            tired = {kind for kind, times in pressed.items() if times >= MOST_TIMES}
            fit = [step for step in offered if step[3] not in tired]
            step = _towards(known - set(pressed), fit, leads)
            if step is None:
                if not doors_left or (len(doors_left) <= 2 * len(doors) and known <= set(pressed)):
                    break
                await self.command(self.rig.ann, doors_left.pop(0))
                continue
            person, message, data, kind = step
            pressed[kind] += 1
            before = {_face(found) for found in offered}
            self._take_time()
            answer = await self.rig.tap(person, message.chat_id, data, message)
            self._judge_words(answer, f"the answer to {data}", after_return=after_return)
            self._judge(after_return=after_return)
            after = [found for found in self._offered(leave_out) if _face(found) not in before]
            leads.setdefault(kind, set()).update(found[3] for found in after)
        self.pressed |= set(pressed)
        if known - set(pressed):
            self.faults.append(f"never within reach again: {sorted(known - set(pressed))}")

    async def command(self, person: Person, text: str) -> None:
        """Say something in private; it has to be answered."""
        chat = self.rig.private(person)
        self._take_time()
        before = len(self.rig.play.calls)
        await self.rig.say(person, chat, text)
        said = [call.method for call in self.rig.play.calls[before:]]
        if not {"sendMessage", "sendAnimation", "editMessageText"} & set(said):
            self.faults.append(f"{text} was met with silence")
        self._judge()

    def _take_time(self) -> None:
        # Nobody taps faster; a flood would be dropped.
        self.rig.clock.advance(timedelta(seconds=2))

    def _offered(self, leave_out: str) -> Iterator[Step]:
        for person in (self.rig.ann, self.rig.ben):
            for chat in (self.rig.private(person), self.rig.together):
                for message in reversed(self.rig.world.messages(chat, person)):
                    for button in message.buttons():
                        data = str(button.get("callback_data", ""))
                        kind = re.sub(r"-?\d+|(?<=zone:set:)\S+|(?<=:clock:)\S+", "N", data)
                        if data and not re.search(leave_out, data):
                            yield person, message, data, kind

    def _judge(self, *, after_return: bool = False) -> None:
        for person in (self.rig.ann, self.rig.ben):
            for chat in (self.rig.private(person), self.rig.together):
                for message in self.rig.world.messages(chat, person):
                    self._judge_message(message, after_return=after_return)
        failed = [call for call in self.rig.play.calls if not call.ok and call.method != "getUpdates"]
        for call in failed:
            self.faults.append(f"{call.method} was refused: {call.error}")
            self.rig.play.calls.remove(call)

    def _judge_message(self, message: Message, *, after_return: bool) -> None:
        key = (message.chat_id, message.id, message.text)
        if message.by != self.rig.world.store.bot.id or key in self._read:
            return
        self._read.add(key)
        shown = "\n".join([message.text, *message.labels])
        self._judge_words(shown, message.text[:40], after_return=after_return)
        if len(message.text) > 4096 or any(len(data) > 64 for data in _data(message)):
            self.faults.append(f"too long for Telegram: {message.text[:40]}")
        asks = message.text.rstrip().endswith(("?", "？", ":", "："))
        if asks and not any(True for _ in message.buttons()):
            self.faults.append(f"a question with no way to answer: {message.text[:60]}")

    def _judge_words(self, words: str, where: str, *, after_return: bool) -> None:
        if after_return and HURTING.search(words):
            self.faults.append(f"a word that hurts: {where}")
        if words.startswith("https://t.me/"):
            return
        bare = LATIN.sub("", words)
        if self.language == "en" and CHINESE.search(bare.replace("中文", "")):
            self.faults.append(f"Chinese for an English reader: {where}")
        if self.language == "zh" and re.search(r"[A-Za-z]{4,}", bare):
            self.faults.append(f"English for a Chinese reader: {where}: {words[:80]}")


def _towards(wanted: set[str], offered: list[Step], leads: Mapping[str, set[str]]) -> Step | None:
    """The button in sight that is wanted, or that led to a wanted one before; by the shortest way."""
    paths: list[tuple[Step, str]] = [(step, step[3]) for step in offered]
    seen = {kind for _, kind in paths}
    while paths:
        step, kind = paths.pop(0)
        if kind in wanted:
            return step
        for further in sorted(leads.get(kind, set()) - seen):
            seen.add(further)
            paths.append((step, further))
    return None


def _face(step: Step) -> tuple[int, int, str]:
    """A message as it looks now."""
    return step[1].chat_id, step[1].id, "\n".join([step[1].text, *step[1].labels])


def _data(message: Message) -> Iterator[bytes]:
    for button in message.buttons():
        yield str(button.get("callback_data", "")).encode()
