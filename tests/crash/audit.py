"""What must be so whatever was killed when: nothing lost, nothing twice, every promise kept, and in order."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

from bot.receive.admit import admit
from playground.faults import Fault
from playground.model import Call
from tests.crash.couples import Promised, Two, instant_of, is_return, text_of
from tests.crash.rig import Rig

MISSED = "I was offline"
# In the order in which a return time's messages come; whatever names no time follows them.
RANKS = (("✋", 0), ("Nearly", 1), ("It's", 2), (MISSED, 2))
AFTERWARDS = ("This talk can wait", "You're both here", "You're talking", "Today rests", "A newer pause")


@dataclass
class Ledger:
    """What was counted over a whole run."""

    updates: int = 0
    # Return times that came, and those of them that were said to have been missed.
    promises: dict[tuple[int, datetime], bool] = field(default_factory=dict)
    # Messages that arrived without the bot learning of it, by life of the bot and chat.
    unknown: Counter[tuple[int, int]] = field(default_factory=Counter)
    # Updates that no handler could read, and that were given up.
    doomed: set[int] = field(default_factory=set)
    _calls: int = 0
    _updates: int = 0

    def __str__(self) -> str:
        missed = sum(self.promises.values())
        return (
            f"{self.updates} updates, {len(self.promises)} return times ({missed} said to have been missed), "
            f"{sum(self.unknown.values())} messages of unknown outcome"
        )

    def audit(self, rig: Rig, twos: list[Two], losses: list[Fault]) -> None:
        """Hold a bot that has nothing left to do to everything it was given since the last audit."""
        self._hold_updates(rig)
        hold_history(rig, twos)
        hold_timers(rig)
        known = self._hold_messages(rig, losses)
        helps = dict(
            rig.rows("SELECT chat_id, count(*) FROM sent WHERE panel_key = 'help.home' GROUP BY chat_id")
        )
        for two in twos:
            hold_order(rig, two)
            assert {chat: n for chat, n in helps.items() if chat in two.asked and n > two.asked[chat]} == {}
            for promised in two.promised:
                self._hold_promises(rig, two, promised, known)

    def _hold_updates(self, rig: Rig) -> None:
        """Each one that concerns us had exactly one turn, which succeeded."""
        states: dict[str, str] = dict(rig.rows("SELECT key, state FROM inbox"))
        bot = rig.world.store.bot
        ours = [
            raw["update_id"]
            for raw in rig.updates[self._updates :]
            if admit(raw, bot.id, str(bot.username)) is not None
        ]
        assert {states.get(f"tg:{update_id}") for update_id in ours} <= {"done"}
        dead = {key for key, state in states.items() if state == "dead"}
        assert dead <= {f"tg:{update_id}" for update_id in self.doomed}
        self.updates += len(ours)
        self._updates = len(rig.updates)

    def _hold_messages(self, rig: Rig, losses: list[Fault]) -> set[tuple[int, int]]:
        """Of each life, at most one message a chat and lost reply is unknown to the bot; the known ones."""
        known: set[tuple[int, int]] = {(c, m) for c, m in rig.rows("SELECT chat_id, message_id FROM sent")}
        for call in rig.calls[self._calls :]:
            if call.method == "sendMessage" and call.ok and place_of(call) not in known:
                self.unknown[life_of(rig, call), call.params["chat_id"]] += 1
        self._calls = len(rig.calls)
        lost = Counter(loss.chat for loss in losses if loss.times == 0)
        assert {key: n for key, n in self.unknown.items() if n > 1 + lost[key[1]]} == {}
        in_chats: Counter[int] = Counter()
        for (_, chat), n in self.unknown.items():
            in_chats[chat] += n
        assert {chat: n for chat, n in in_chats.items() if n > rig.kills + lost[chat]} == {}
        return known

    def _hold_promises(self, rig: Rig, two: Two, promised: Promised, known: set[tuple[int, int]]) -> None:
        """Kept, or said to have been missed, and knowingly once; no time is shown oftener than it was set."""
        told: dict[datetime | None, list[Call]] = defaultdict(list)
        for call in rig.sends(two.chat):
            told[instant_of(call)].append(call)
        for back in promised.times:
            calls = told[back]
            knowingly = Counter(text_of(call)[:2] for call in calls if place_of(call) in known)
            returns = [call for call in calls if is_return(call)]
            assert bool(returns) == (back in promised.came)
            if returns:
                self.promises[two.chat, back] = text_of(returns[0]).startswith(MISSED)
            assert knowingly["It"] + knowingly["I "] <= 1
            # Each thing that was done, and the word that it is nearly time, makes at most one message.
            assert knowingly["✋ "] + knowingly["Ne"] <= promised.shows[back] + 1


def hold_history(rig: Rig, twos: list[Two]) -> None:
    """Every ✋ began or joined exactly one pause, every change of time counted once."""
    found: dict[int, list[Promised]] = defaultdict(list)
    by_id: dict[object, Promised] = {}
    query = (
        "SELECT pauses.id, groups.chat_id, outcome FROM pauses JOIN couples ON couples.id = couple_id "
        "JOIN groups ON groups.id = couples.group_id ORDER BY started_at"
    )
    for pause_id, chat, outcome in rig.rows(query):
        by_id[pause_id] = Promised(set(), [], outcome)
        found[chat].append(by_id[pause_id])
    callers = "SELECT pause_id, telegram_id FROM parties JOIN persons ON persons.id = person_id"
    for pause_id, person in rig.rows(f"{callers} WHERE called_at IS NOT NULL"):
        by_id[pause_id].callers.add(person)
    for pause_id, back in rig.rows("SELECT pause_id, return_at FROM pause_times ORDER BY commitment"):
        by_id[pause_id].times.append(datetime.fromisoformat(back).replace(tzinfo=UTC))
    for two in twos:
        here = [(one.callers, one.times, one.outcome) for one in found[two.chat]]
        assert here == [(one.callers, one.times, one.outcome) for one in two.promised]
    assert len(by_id) == sum(len(two.promised) for two in twos)


def hold_timers(rig: Rig) -> None:
    """At most one pause of a couple is not closed; it has exactly one step to come, and nothing else has."""
    left = rig.rows("SELECT couple_id, 'pause:' || id FROM pauses WHERE state != 'closed'")
    assert len({couple for couple, _ in left}) == len(left)
    timers = rig.rows("SELECT key, due_at FROM timers WHERE kind = 'pause'")
    assert sorted(key for key, _ in timers) == sorted(key for _, key in left)
    now = rig.clock.now().replace(tzinfo=None)
    assert all(datetime.fromisoformat(due) > now for _, due in timers)


def hold_order(rig: Rig, two: Two) -> None:
    """In the group, what is said of a pause comes in the order of its moments, repeated ones included."""
    places: list[tuple[datetime, int]] = []
    for call in rig.sends(two.chat):
        rank = next((rank for start, rank in RANKS if text_of(call).startswith(start)), None)
        instant = instant_of(call)
        if rank is not None and instant is not None:
            places.append((instant, rank))
        elif text_of(call).startswith(AFTERWARDS) and places:
            places.append((places[-1][0], len(RANKS)))
    assert [pair for pair in pairwise(places) if pair[0] > pair[1]] == []


def place_of(call: Call) -> tuple[int, int]:
    """Where a message is: chat and message id."""
    return int(call.params["chat_id"]), int(call.result["message_id"])


def life_of(rig: Rig, call: Call) -> int:
    """Which process made a call, counted from 1."""
    return sum(begun <= call.n for begun in rig.lives)
