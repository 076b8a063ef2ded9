"""What must be so whatever was killed when: nothing lost, nothing twice, every promise kept, and in order."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from bot.receive.admit import admit
from playground.faults import Fault
from playground.model import Call
from practices.turn import SAID_FOR
from storage.types import from_microseconds
from tests.crash.arrivals import in_flight_at_a_kill, is_late, left_behind, place_of, was_overtaken
from tests.crash.couples import Cry, Promised, Two, instant_of, is_return, text_of
from tests.crash.rig import Rig

MISSED = "I was offline"
# In the order in which a return time's messages come; whatever names no time follows them.
RANKS = (("✋", 0), ("Nearly", 1), ("It's", 2), (MISSED, 2))
# What an end says, and of which end; of an end that is not said anew, the panel that stands is changed.
ENDS = {
    "You're both here": "both_back",
    "You're talking": "talking",
    "Today rests": "rested",
    "I've closed this pause quietly": "faded",
    "A new pause has begun": "replaced",
}
OPEN = "This talk can wait"
AFTERWARDS = (OPEN, *(start for start, outcome in ENDS.items() if outcome != "replaced"))


@dataclass
class Ledger:
    """What was counted over a whole run."""

    updates: int = 0
    # What the database holds of what people did: calls, joinings, changes of time, words of being here, ends.
    effects: int = 0
    # Return times that came, and those of them that were said to have been missed.
    promises: dict[tuple[int, datetime], bool] = field(default_factory=dict)
    # Return times that stood in the future when they were looked at, with a timer each.
    pending: set[tuple[int, datetime]] = field(default_factory=set)
    # Messages that arrived without the bot learning of it, by chat; and those that no kill had caught.
    unknown: Counter[int] = field(default_factory=Counter)
    adrift: Counter[int] = field(default_factory=Counter)
    # Updates that no handler could read, and that were given up.
    doomed: set[int] = field(default_factory=set)
    # Every message of which the bot learnt that it arrived: where it is, and what it shows.
    _known: dict[tuple[int, int], str | None] = field(default_factory=dict)
    _calls: int = 0
    _updates: int = 0

    def __str__(self) -> str:
        missed = sum(self.promises.values())
        return (
            f"{self.updates} updates, {self.effects} effects, {len(self.promises)} return times "
            f"({missed} said to have been missed), {len(self.pending)} seen pending, "
            f"{self.doubled} messages of unknown outcome"
        )

    @property
    def missed(self) -> int:
        """How many return times were said to have been missed."""
        return sum(self.promises.values())

    @property
    def doubled(self) -> int:
        """How many messages arrived without the bot learning of it; each may have been sent again."""
        return sum(self.unknown.values())

    def audit(self, rig: Rig, twos: list[Two], losses: list[Fault]) -> None:
        """Hold a bot that has nothing left to do to everything it was given since the last audit."""
        self._hold_updates(rig)
        hold_history(rig, twos)
        hold_timers(rig, twos)
        self._hold_messages(rig, losses)
        for two in twos:
            hold_order(rig, two)
            self._hold_answers(rig, two)
            self._hold_ends(rig, two)
            for promised in two.promised:
                self._hold_promises(rig, two, promised)
        self.effects = effects(rig)

    def _hold_updates(self, rig: Rig) -> None:
        """Each one that concerns us had exactly one turn, which succeeded."""
        states: dict[str, str] = dict(rig.rows("SELECT key, state FROM inbox"))
        bot = rig.world.store.bot
        ours = [
            raw["update_id"]
            for raw in rig.updates[self._updates :]
            if admit(raw, bot.id, str(bot.username)) is not None
        ]
        assert [one for one in ours if states.get(f"tg:{one}") != "done"] == []
        dead = {key for key, state in states.items() if state == "dead"}
        assert dead <= {f"tg:{update_id}" for update_id in self.doomed}
        self.updates += len(ours)
        self._updates = len(rig.updates)

    def _hold_messages(self, rig: Rig, losses: list[Fault]) -> None:
        """A message is unknown to the bot only if a kill caught it on its way, or its reply was lost."""
        self._known |= {
            (c, m): key for c, m, key in rig.rows("SELECT chat_id, message_id, panel_key FROM sent")
        }
        for call in rig.calls[self._calls :]:
            if call.method == "sendMessage" and call.ok and place_of(call) not in self._known:
                chat = call.params["chat_id"]
                self.unknown[chat] += 1
                self.adrift[chat] += not in_flight_at_a_kill(rig, call)
        self._calls = len(rig.calls)
        lost = Counter(loss.chat for loss in losses if loss.times == 0)
        beyond = {chat: n - lost[chat] for chat, n in self.adrift.items() if n > lost[chat]}
        assert sum(beyond.values()) <= left_behind(rig), beyond

    def _hold_promises(self, rig: Rig, two: Two, promised: Promised) -> None:
        """Kept, or said to have been missed, and knowingly once; no time is shown oftener than it was set."""
        told: dict[datetime | None, list[Call]] = defaultdict(list)
        for call in rig.sends(two.chat):
            told[instant_of(call)].append(call)
        for back in promised.times:
            calls = told[back]
            returns = [call for call in calls if is_return(call)]
            assert bool(returns) == (back in promised.came)
            for call in returns:
                missed = text_of(call).startswith(MISSED)
                # By the clock as it stood when the message arrived.
                assert missed == is_late(call, back) or (not missed and was_overtaken(rig, call, back)), call
            if returns:
                self.promises[two.chat, back] = text_of(returns[0]).startswith(MISSED)
            # Said again where the outcome was unknown, perhaps as missed by then.
            self._hold_once(returns, 1)
            if back > rig.clock.now() and back == promised.times[-1] and promised.outcome is None:
                self.pending.add((two.chat, back))
            # Each thing that was done makes at most one message, and so does the word that it is nearly time;
            # what is shown late may come in that word's place, but never the other way round.
            hands = [call for call in calls if text_of(call).startswith("✋")]
            nearly = [call for call in calls if text_of(call).startswith("Nearly")]
            self._hold_once(hands, promised.shows[back])
            self._hold_once(sorted(hands + nearly, key=lambda call: call.n), promised.shows[back] + 1)

    def _hold_ends(self, rig: Rig, two: Two) -> None:
        """Every end of a pause is shown, and none oftener than pauses ended so."""
        ended = Counter(promised.outcome for promised in two.promised)
        shown = rig.shows(two.chat)
        for start, outcome in ENDS.items():
            of_it = [call for call in shown if text_of(call).startswith(start)]
            assert len(of_it) >= ended[outcome], (ended, [(call.method, text_of(call)) for call in shown])
            self._hold_once([call for call in of_it if call.method == "sendMessage"], ended[outcome])
        opened = [call for call in rig.sends(two.chat) if text_of(call).startswith(OPEN)]
        self._hold_once(opened, sum(len(promised.came) for promised in two.promised))

    def _hold_answers(self, rig: Rig, two: Two) -> None:
        """Whatever was asked for in private came knowingly no oftener than that, and help as often.

        But an answer is let go that could not be given while it was worth giving.
        """
        owed = Counter(cry.chat for cry in two.cries if not outlived(rig, cry))
        for private, asked in two.asked.items():
            answered = Counter(key for (chat, _), key in self._known.items() if chat == private)
            assert {key: answered[key] for key, times in asked.items() if answered[key] > times} == {}
            assert answered["help.home"] >= owed[private]

    def _hold_once(self, calls: list[Call], times: int) -> None:
        """These came knowingly so often at most; and once they had, unknowingly no more either."""
        came = 0
        for call in calls:
            assert came < times, call
            came += place_of(call) in self._known


def outlived(rig: Rig, cry: Cry) -> bool:
    """Whether the clock was moved past what an answer is worth, before all that was asked had been done."""
    for moved_to in rig.course[cry.since :]:
        if moved_to is None:
            return False
        if moved_to >= cry.at + SAID_FOR:
            return True
    return False


def effects(rig: Rig) -> int:
    """How many things that people did have left their mark in the history, which was compared with them."""
    marks = (
        "SELECT 1 FROM parties WHERE called_at IS NOT NULL",
        "SELECT 1 FROM parties WHERE here_at IS NOT NULL",
        "SELECT 1 FROM pause_times WHERE commitment > 1",
        "SELECT 1 FROM pauses WHERE outcome IN ('talking', 'rested')",
    )
    return sum(len(rig.rows(mark)) for mark in marks)


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
        by_id[pause_id].times.append(from_microseconds(back))
    for two in twos:
        here = [(one.callers, one.times, one.outcome) for one in found[two.chat]]
        assert here == [(one.callers, one.times, one.outcome) for one in two.promised]
    assert len(by_id) == sum(len(two.promised) for two in twos)


def hold_timers(rig: Rig, twos: list[Two]) -> None:
    """At most one pause of a couple is not closed; it has exactly one step to come, and nothing else has.

    Before a return time that step comes at the return time at the latest.
    """
    left = rig.rows("SELECT couple_id, 'pause:' || id FROM pauses WHERE state != 'closed'")
    assert len({couple for couple, _ in left}) == len(left)
    timers = rig.rows("SELECT key, due_at FROM timers WHERE kind = 'pause'")
    assert sorted(key for key, _ in timers) == sorted(key for _, key in left)
    due = {key: from_microseconds(instant) for key, instant in timers}
    assert {key: instant for key, instant in due.items() if instant <= rig.clock.now()} == {}
    awaited = [two.pause for two in twos if two.running]
    assert [one.key for one in awaited if one.key not in due or due[one.key] > one.times[-1]] == []


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
