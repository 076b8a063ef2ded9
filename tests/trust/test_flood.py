"""A thousand messages a second from one account: nearly all are dropped, and nobody else waits."""

import resource
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from bot.dispatch import Dispatcher
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

FLOODS, SECONDS, A_SECOND, BATCH = 5, 10, 1000, 100
FLOODER, BEN = 5, 6


def message(number: int, person: int, text: str, now: datetime) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "P", "language_code": "en"}
    chat = {"id": person, "type": "private"}
    body = {"message_id": number, "date": int(now.timestamp()), "chat": chat, "from": user, "text": text}
    return {"update_id": number, "message": body}


def flood(number: int, now: datetime) -> list[dict[str, Any]]:
    """A batch as Telegram hands it over, from this update on."""
    return [message(number + one, FLOODER, f"again {one}", now) for one in range(BATCH)]


async def pair(database: Database) -> None:
    """The flooder and Ben are a couple."""
    async with database.work() as work:
        flooder = await work.persons.meet(FLOODER, "Ann", "en", START)
        ben = await work.persons.meet(BEN, "Ben", "en", START)
        flooder.private_open = ben.private_open = True
        await work.couples.form(flooder.id, ben.id, None, START)


async def test_a_flood_from_one_account_is_dropped_and_the_partners_hand_is_taken_at_once(
    tmp_path: Path,
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/house.db"
    await upgrade(url)
    database, clock = Database(url, Vault(new_keyring())), MovableClock(START)
    await pair(database)
    dispatcher = Dispatcher("1:token", ME)
    await dispatcher.start()
    worker = Worker(database, clock, dispatcher, answer_press=lambda *given: None, on_committed=lambda: None)
    receiver = Receiver(
        database, clock, bot_id=7_000_000_001, bot_username=str(ME["username"]), on_received=worker.wake
    )
    onlooker = Onlooker(url)

    def handled() -> int:
        return len(onlooker.rows("SELECT seq FROM inbox"))

    waits, number = [], 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(FLOODS):
        stored = 0
        for _ in range(SECONDS):
            was = handled()
            for _ in range(A_SECOND // BATCH):
                await receiver.keep(flood(number, clock.now()))
                number += BATCH
                clock.advance(timedelta(seconds=BATCH / A_SECOND))
            stored += handled() - was
            began = monotonic()
            await receiver.keep([message(number, BEN, "✋", clock.now())])
            number += 1
            while await worker.work_once():
                pass
            waits.append(monotonic() - began)
            assert onlooker.rows("SELECT count(*) FROM pauses WHERE state = 'running'") == [(1,)]
        assert 0 < stored <= 2 * SECONDS
        clock.advance(timedelta(minutes=5))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert len(waits) >= 50
    # The slowest but one in a hundred.
    assert sorted(waits)[int(len(waits) * 0.99) - 1] < 2
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
