"""Nothing that a person wrote, no name and no token reaches a log, whoever writes it and whatever fails."""

import asyncio
import gc
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from enum import Enum

import httpx
import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestServer
from apscheduler.events import EVENT_JOB_ERROR
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken

from bot import log
from bot.errors import StartRefused
from storage.keys import Keyring, new_keyring

WORDS = "Ben never listens"
TOKEN = "123456789:" + "AAbb-" * 7


class Mood(Enum):
    CALM = "calm"


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    """What `configure` changes for the whole process is put back."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.unraisablehook, threading.excepthook)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    logging.raiseExceptions = True
    structlog.reset_defaults()
    sys.unraisablehook, threading.excepthook = hooks
    for room in log.ROOMS:
        logging.getLogger(room).setLevel(logging.NOTSET)


@pytest.fixture
def ours() -> structlog.stdlib.BoundLogger:
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger("practices.pause")
    return logger


def failing(words: str) -> None:
    raise ValueError(words)


def test_our_own_records_show_event_numbers_and_code_words(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("INFO")
    ours.info("pause called", rows=42, kind="pause.due", state=Mood.CALM, late=None, cause=ValueError(WORDS))
    line = capsys.readouterr().err
    assert 'level=info logger=practices.pause event="pause called" rows=42' in line
    assert "kind=pause.due state=calm late=" in line
    assert "cause=ValueError" in line
    assert line.count("\n") == 1


def test_words_under_an_unknown_key_or_of_no_code_shape_are_hidden(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("INFO")
    ours.info("turn", text=WORDS, name="Ben", kind=WORDS, update={"text": WORDS}, raw=WORDS.encode())
    line = capsys.readouterr().err
    assert "Ben" not in line
    assert line.count(log.HIDDEN) == 5


@given(words=st.text(), key=st.sampled_from(["text", "first_name", "kind", "error", "reason", "exc_info"]))
def test_whatever_is_said_under_whatever_key_a_sentence_never_shows(words: str, key: str) -> None:
    record = logging.makeLogRecord(
        {"name": "handlers.pause", "backsoon": {"event": "turn", key: f"I said {words}"}}
    )
    assert "I said" not in log.RedactingFormatter().format(record)


def test_an_id_shows_as_a_code_that_only_the_installations_keys_explain(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("INFO")
    lines = []
    keyring = new_keyring()
    for keys in (keyring, new_keyring(), keyring):
        log.ids.know(keys)
        ours.info("delivered", key="pause:4611686018427387904", chat=-1001234567890, person=1001)
        lines.append(capsys.readouterr().err.partition("logger=")[2])
    assert lines[0] == lines[2] != lines[1]
    assert not re.search(r"4611686018427387904|1234567890|1001", "".join(lines))
    assert re.search(r"key=pause:#[0-9a-f]{8} chat=#[0-9a-f]{8} person=#[0-9a-f]{8}$", lines[0].strip())


def test_codes_stay_the_same_when_a_key_is_added() -> None:
    keyring, newer = new_keyring(), new_keyring()
    log.ids.know(keyring)
    before = log.ids.code(1001)
    log.ids.know(Keyring({**keyring.keys, **newer.keys}, newer.current_id))
    assert log.ids.code(1001) == before


def test_the_level_is_obeyed(ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("WARNING")
    ours.info("quiet")
    ours.warning("loud")
    assert "quiet" not in (line := capsys.readouterr().err)
    assert "loud" in line


def test_an_exception_shows_its_types_and_positions_and_none_of_its_words(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("INFO")
    try:
        try:
            failing(WORDS)
        except ValueError as error:
            raise KeyError(WORDS) from error
    except KeyError:
        ours.exception("turn failed", inbox=7)
    line = capsys.readouterr().err
    assert 'event="turn failed" inbox=7 error="KeyError < ValueError"' in line
    assert "tests/bot/test_log.py" in line
    assert "failing" in line
    assert "Ben" not in line


def test_a_refusal_is_told_by_type_too(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("INFO")
    ours.error("start", exc_info=ExceptionGroup(WORDS, [StartRefused(WORDS), OSError(28, WORDS)]))
    assert 'error="ExceptionGroup(StartRefused, OSError[ENOSPC])"' in capsys.readouterr().err


def test_a_failing_statement_does_not_show_its_parameters(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("DEBUG")
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        try:
            connection.execute(text("insert into journal values (:words)"), {"words": WORDS})
        except SQLAlchemyError:
            ours.exception("turn failed")
    engine.dispose()
    line = capsys.readouterr().err
    assert 'error="OperationalError < OperationalError[SQLITE_ERROR]"' in line
    assert "Ben" not in line


def test_a_rejected_token_is_not_shown(
    ours: structlog.stdlib.BoundLogger, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("DEBUG", [TOKEN])
    try:
        raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    except InvalidToken:
        ours.exception("polling failed", host=TOKEN)
    line = capsys.readouterr().err
    assert "error=InvalidToken" in line
    assert TOKEN not in line


@pytest.mark.parametrize(
    "shape", ["{}", "https://127.0.0.1:1/bot{}/getMe", "https://127.0.0.1:1/file/bot{}/a.jpg"]
)
def test_a_token_is_cut_out_of_any_line_that_would_show_it(shape: str) -> None:
    record = logging.makeLogRecord({"name": "bot", "backsoon": {"event": shape.format(TOKEN)}})
    line = log.RedactingFormatter().format(record)
    assert TOKEN not in line
    assert "<token>" in line


def test_a_short_token_is_cut_out_when_it_is_the_one_in_use() -> None:
    record = logging.makeLogRecord({"name": "bot", "backsoon": {"event": "with 7:abc"}})
    assert "7:abc" not in log.RedactingFormatter(["7:abc"]).format(record)


@pytest.mark.parametrize(
    "name", ["telegram.Bot", "telegram.ext.Application", "sqlalchemy.engine", "alembic", "aiosqlite"]
)
def test_libraries_show_who_and_where_and_no_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("DEBUG", [TOKEN])
    logging.getLogger(name).error("Calling /bot%s/sendMessage with %s", TOKEN, {"text": WORDS})
    logging.getLogger(name).info("chatter with %s", WORDS)
    line = capsys.readouterr().err
    assert f'level=error logger={name} event=library at_code="tests/bot/test_log.py:' in line
    assert "Ben" not in line
    assert TOKEN not in line
    assert line.count("\n") == 1


async def test_a_real_request_to_telegram_leaves_no_token(capsys: pytest.CaptureFixture[str]) -> None:
    async def answer(request: web.Request) -> web.Response:
        raise LookupError(f"{request.path} {WORDS}")

    log.configure("DEBUG")
    logging.getLogger("httpx").setLevel(logging.INFO)
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server, httpx.AsyncClient() as client:
        await client.get(str(server.make_url(f"/bot{TOKEN}/getMe")))
    logging.getLogger("httpx").setLevel(logging.NOTSET)
    lines = capsys.readouterr().err
    assert "logger=httpx" in lines
    assert "logger=aiohttp.server" in lines
    assert "error=LookupError" in lines
    assert TOKEN not in lines
    assert "Ben" not in lines


async def test_a_failed_job_shows_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("DEBUG")
    failed = asyncio.Event()
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_listener(lambda event: failed.set(), EVENT_JOB_ERROR)
    scheduler.add_job(failing, args=[WORDS], name=WORDS)
    scheduler.start()
    await asyncio.wait_for(failed.wait(), 10)
    scheduler.shutdown()
    lines = capsys.readouterr().err
    assert "error=ValueError" in lines
    assert "Ben" not in lines


async def test_a_task_that_nobody_awaited_shows_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    async def failing_task() -> None:
        failing(WORDS)

    log.configure("INFO")
    task = asyncio.create_task(failing_task(), name=WORDS)
    done, _ = await asyncio.wait({task})
    del task, done, _
    gc.collect()
    lines = capsys.readouterr().err
    assert "logger=asyncio" in lines
    assert "error=ValueError" in lines
    assert "Ben" not in lines


def test_failing_threads_and_finalizers_show_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    class Failing:
        def __del__(self) -> None:
            failing(WORDS)

    log.configure("INFO")
    Failing()
    gc.collect()
    thread = threading.Thread(target=failing, args=(WORDS,))
    thread.start()
    thread.join()
    lines = capsys.readouterr().err
    assert lines.count("error=ValueError") == 2
    assert "Ben" not in lines


def test_warnings_show_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("INFO")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(WORDS, stacklevel=1)
    line = capsys.readouterr().err
    assert "logger=py.warnings" in line
    assert "Ben" not in line


def test_an_argument_that_does_not_fit_its_record_shows_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("INFO")
    logging.getLogger("telegram").error("%d", WORDS)
    assert "Ben" not in capsys.readouterr().err
