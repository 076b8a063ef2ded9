"""A thousand messages a second from one account: nearly all are dropped, and nobody else waits."""

import resource
from collections import Counter
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from bot.dispatch import Dispatcher
from bot.receive.buckets import PERSON
from bot.receive.keep import Receiver
from bot.work import Worker
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import new_keyring
from storage.migrate import upgrade
from storage.sealed import Vault
from tests.databases import Onlooker
from tests.end_to_end.rig import START
from tests.trust.forge import ME

SECONDS, A_SECOND, BATCH = 10, 1000, 100
FLOODER, BEN = 5, 6


def message(number: int, person: int, text: str) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "P", "language_code": "en"}
    chat = {"id": person, "type": "private"}
    body = {"message_id": number, "date": int(START.timestamp()), "chat": chat, "from": user, "text": text}
    return {"update_id": number, "message": body}


async def test_a_flood_from_one_account_is_dropped_and_the_others_hand_is_taken_at_once(
    tmp_path: Path,
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/house.db"
    await upgrade(url)
    database, clock = Database(url, Vault(new_keyring())), MovableClock(START)
    dispatcher = Dispatcher("1:token", ME)
    await dispatcher.start()
    worker = Worker(database, clock, dispatcher, answer_press=lambda *given: None, on_committed=lambda: None)
    receiver = Receiver(
        database, clock, bot_id=7_000_000_001, bot_username=str(ME["username"]), on_received=worker.wake
    )
    onlooker = Onlooker(url)
    stored: Counter[int] = Counter()
    waits, number = [], 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for second in range(SECONDS):
        for _ in range(A_SECOND // BATCH):
            batch = [message(number + index, FLOODER, f"again {index}") for index in range(BATCH)]
            number += BATCH
            await receiver.keep(batch)
            clock.advance(timedelta(seconds=BATCH / A_SECOND))
        stored[second] = len(onlooker.rows("SELECT seq FROM inbox")) - sum(stored.values())
        number += 1
        began = monotonic()
        await receiver.keep([message(number, BEN, "✋")])
        stored[-1] += 1
        while await worker.work_once():
            pass
        waits.append(monotonic() - began)
        number += 1
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert max(waits) < 2
    assert onlooker.rows("SELECT state FROM pauses")[0] == ("running",)
    assert sum(stored.values()) - stored[-1] <= PERSON.burst + SECONDS * PERSON.per_second
    # Once what anybody may do in a hurry is used up.
    assert all(stored[second] <= 2 for second in range(1, SECONDS))
    assert grown <= 20
    onlooker.close()
    await dispatcher.stop()
    await database.close()


def test_nothing_that_people_send_is_ever_fetched() -> None:
    rooms = ("bot", "handlers", "practices", "screens", "scheduler", "storage", "content")
    house = Path(__file__).resolve().parents[2]
    sources = [path.read_text() for room in rooms for path in (house / room).rglob("*.py")]
    assert len(sources) > 100
    for word in ("getFile", "get_file", "download_to", "download_as"):
        assert not any(word in source for source in sources), word
