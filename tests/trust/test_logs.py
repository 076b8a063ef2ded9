"""Whatever fails, no log and no report of an error tells what somebody wrote, who it was, or the token."""

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import BaseHandler

from bot import crash
from bot.dispatch import Dispatcher
from bot.registry import EVENTS, FALLBACKS, FEATURES, TIMERS
from bot.work import Worker
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import read_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from tests.end_to_end.rig import START
from tests.trust.forge import ME, NOBODYS_ID
from tests.trust.patterns import examples, of_features
from tests.trust.scene import MARK, Left, everything_logged

TOKEN = "123456789:" + "AAbb-" * 7
HANDLERS: tuple[BaseHandler[Any, Any, Any], ...] = (
    *(handler for feature in FEATURES for handler in feature.handlers),
    *FALLBACKS,
)


def updates(person: int, group: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Kind and update: something for every handler, with a sentence in it wherever one fits."""
    user = {"id": person, "is_bot": False, "first_name": f"Ann {MARK}", "language_code": "en"}
    private = {"id": person, "type": "private", "first_name": f"Ann {MARK}"}
    chat = {"id": group, "type": "group", "title": f"{MARK} home"}
    base = {"message_id": 5, "date": int(START.timestamp()), "chat": private, "from": user}
    reply = {**base, "chat": chat, "from": ME, "text": MARK}
    for pattern in of_features():
        data = examples(pattern)[0].replace("{id}", str(NOBODYS_ID))
        yield "press", {"callback_query": _query(user, base, data)}
    yield "press", {"callback_query": _query(user, base, f"old:{MARK}")}
    for command in sorted({word for handler in HANDLERS for word in getattr(handler, "commands", ())}):
        text = f"/{command} {MARK}"
        entity = {"type": "bot_command", "offset": 0, "length": len(command) + 1}
        yield "message", {"message": {**base, "text": text, "entities": [entity]}}
    entity = {"type": "bot_command", "offset": 0, "length": 9}
    contents: tuple[dict[str, Any], ...] = (
        {"text": f"said {MARK}"},
        {"text": "✋"},
        {"text": f"/nonsense {MARK}", "entities": [entity]},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
        {"chat": chat, "text": f"a reply {MARK}", "reply_to_message": reply},
        {"chat": chat, "new_chat_members": [user]},
        {"chat": chat, "left_chat_member": user},
        {"chat": chat, "migrate_to_chat_id": group - 1},
        {"chat": chat, "group_chat_created": True},
    )
    for content in contents:
        yield "message", {"message": {**base, **content}}
    better = {**base, "edit_date": 1, "text": f"better {MARK}"}
    yield "edited_message", {"edited_message": better}
    yield "edited_message", {"edited_message": {**better, "chat": chat, "reply_to_message": reply}}
    status = {"user": ME, "status": "member"}
    changed = {"chat": chat, "from": user, "date": 1, "old_chat_member": status, "new_chat_member": status}
    yield "my_chat_member", {"my_chat_member": changed}


def _query(user: dict[str, Any], message: dict[str, Any], data: str) -> dict[str, Any]:
    text = {**message, "from": ME, "text": MARK}
    return {"id": "1", "from": user, "chat_instance": "1", "message": text, "data": data}


@pytest.fixture
def database(left: Left, tmp_path: Path) -> str:
    """An evening's database to fail on."""
    source, target = sqlite3.connect(left.stills[-1].database), sqlite3.connect(tmp_path / "copy.db")
    source.backup(target)
    for connection in (source, target):
        connection.close()
    return f"sqlite+aiosqlite:///{tmp_path}/copy.db"


async def test_a_failure_in_any_handler_event_or_timer_tells_nothing(
    left: Left, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: set[object] = set()
    errors: list[BaseException] = []

    def failing(what: object) -> Any:
        async def fail(first: Any, second: Any) -> None:
            failed.add(what)
            words = first.to_json() if isinstance(first, Update) else repr(second)
            error = ValueError(f"{words} {MARK} {TOKEN} https://api.telegram.org/bot{TOKEN}/getMe")
            errors.append(error)
            raise error

        return fail

    for handler in HANDLERS:
        monkeypatch.setattr(handler, "callback", failing(handler))
    for table in (EVENTS, TIMERS):
        for kind in table:
            monkeypatch.setitem(table, kind, failing(kind))
    with everything_logged(TOKEN) as lines:
        await _take_all(left, database)
    missed = [repr(handler) for handler in HANDLERS if handler not in failed]
    missed += [kind for kind in (*EVENTS, *TIMERS) if kind not in failed]
    assert missed == [], "nothing reached these: let `updates` have something for them"
    for error in errors:
        crash.keep(error, tmp_path, START)
    told = lines.getvalue() + (tmp_path / "logs" / "errors.log").read_text()
    assert told.count("ValueError") >= len(HANDLERS)
    for secret in (MARK, TOKEN, TOKEN.split(":")[1], json.dumps(MARK)[1:-1]):
        assert secret not in told
    assert not _ids_in(told, left)


async def _take_all(left: Left, url: str) -> None:
    """Each update, event and timer has its turns until it is given up."""
    vault = Vault(read_keyring(left.folder / "encryption.keys"))
    house, clock = Database(url, vault), MovableClock(left.stills[-1].now)
    dispatcher = Dispatcher(TOKEN, ME)
    await dispatcher.start()
    worker = Worker(house, clock, dispatcher, answer_press=lambda *given: None, on_committed=lambda: None)
    async with house.work() as work:
        for number, (kind, body) in enumerate(updates(left.people["ann"], left.groups["two"]), start=10**9):
            await work.inbox.receive(number, kind, {"update_id": number, **body}, clock.now())
        for kind in EVENTS:
            work.inbox.tell(kind, {"name": MARK, "chat_id": left.people["ann"]}, clock.now())
        for kind in TIMERS:
            key, due = f"{kind}:{NOBODYS_ID}", clock.now()
            await work.timers.set(key, kind=kind, subject_id=NOBODYS_ID, lane=Lane.PAUSE, due_at=due)
    for _ in range(2000):
        if not await worker.work_once():
            break
    await dispatcher.stop()
    await house.close()


def _ids_in(told: str, left: Left) -> list[int]:
    """Telegram's ids of people and groups, and our own of rows, that can be read in a log."""
    ids = {*left.people.values(), *map(abs, left.groups.values())}
    found = {int(digits) for digits in re.findall(r"\d{6,}", told)}
    connection = sqlite3.connect(left.stills[-1].database)
    for table in ("persons", "couples", "pauses", "check_ins", "reviews", "outbox", "moments"):
        ids |= {row[0] for row in connection.execute(f"SELECT id FROM {table}")}  # noqa: S608
    connection.close()
    return sorted(ids & found)


def test_an_evening_is_told_without_names_titles_ids_or_token(every_left: Left) -> None:
    told = every_left.log
    assert len(told.splitlines()) > 500
    for secret in (MARK, every_left.token, every_left.token.split(":")[1]):
        assert secret not in told
    if every_left.stills:
        assert not _ids_in(told, every_left)
