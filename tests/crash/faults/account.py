"""One account sends a thousand messages a second; its partner raises a hand all the while."""

from datetime import timedelta
from pathlib import Path

from tests.crash.couples import MINUTE, Promised, Two
from tests.crash.faults.stage import Result, Stage, seconds

A_SECOND, AT_ONCE = 1000, 100
# Seconds between two hands: a group takes twenty messages a minute.
BETWEEN = 4
STORED_A_SECOND, ANSWERED_WITHIN, GROWN_AT_MOST = 2, 2.0, 20.0


async def floods(stage: Stage) -> Result:
    """Hardly anything of it is written down, and the hand is shown at once."""
    two, *others = stage.twos
    for other in others:
        await other.call()
    await stage.rig.quiet()
    length = int(stage.length(10, 60))
    before, sent, waits = _memory(stage), set[int](), list[float]()
    for second in range(length):
        if second % BETWEEN == 0:
            waits.append(await _hand(stage, two, sent))
        await _second(stage, two, sent)
    await stage.rig.heard()
    grown = _memory(stage) - before
    stored = sent & {int(key[3:]) for (key,) in stage.rig.rows("SELECT key FROM inbox WHERE key LIKE 'tg:%'")}
    assert len(sent) >= length * A_SECOND
    assert 0 < len(stored) <= STORED_A_SECOND * length, len(stored)
    # With so few of them, the slowest stands for one in a hundred.
    assert max(waits) < ANSWERED_WITHIN, waits
    assert grown <= GROWN_AT_MOST, grown
    await stage.rig.move_to(stage.rig.clock.now() + MINUTE)
    await stage.come_back()
    return stage.told_more(
        f"{len(sent):,} messages of one account in {length} s, {len(stored)} of them stored; {len(waits)} ✋ "
        f"of the other, shown after {max(waits):.2f} s at most; memory {grown:+.1f} MB"
    )


async def _second(stage: Stage, two: Two, sent: set[int]) -> None:
    """A real one, with which the bot's clock goes on in small steps: a long one would look like silence."""
    begun, bursts = seconds(), A_SECOND // AT_ONCE
    for number in range(1, bursts + 1):
        _burst(stage, two, sent)
        await stage.rig.move_to(stage.rig.clock.now() + timedelta(seconds=1 / bursts))
        await stage.wait(max(0.0, begun + number / bursts - seconds()))


def _burst(stage: Stage, two: Two, sent: set[int]) -> None:
    world, now = stage.rig.world, int(stage.rig.clock.now().timestamp())
    person = {"id": two.ann.id, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    private = {"id": world.private_chat(two.ann), "type": "private", "first_name": "Ann"}
    for number in range(AT_ONCE):
        message = {"message_id": 10**6 + len(sent), "date": now, "chat": private, "from": person}
        sent.add(world.slip_in({"message": {**message, "text": f"again {number}"}}))


async def _hand(stage: Stage, two: Two, sent: set[int]) -> float:
    """The other's ✋ amid a burst; the first begins a pause. Real seconds until the chat shows it."""
    if not two.promised:
        back = stage.rig.clock.now() + 20 * MINUTE
        two.promised.append(Promised({two.ben.id}, [back], shows={back: 0}))
    pause = two.pause
    pause.shows[pause.times[-1]] += 1
    shown = pause.shows[pause.times[-1]]
    _burst(stage, two, sent)
    began = seconds()
    stage.rig.world.key(two.ben, two.chat, "✋")
    await stage.rig.until(lambda: two.times_shown(pause.times[-1]) >= shown)
    return seconds() - began


def _memory(stage: Stage) -> float:
    """Megabytes of the bot's process."""
    status = Path(f"/proc/{stage.rig.processes[-1].pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
