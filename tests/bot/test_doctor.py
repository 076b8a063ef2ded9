"""What the doctor finds, asked of a server that answers as Telegram does."""

import socket
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.deliver.studio import Studio
from bot.doctor import SWITCHES, Finding, Switch, examine, examine_pictures
from bot.settings import Settings
from scheduler.clock import MovableClock
from storage.keys import new_keyring, write_keyring
from storage.migrate import upgrade

TOKEN = "123456789:" + "AAbb-" * 7
NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


class Telegram:
    """Answers getMe; a test sets what and when."""

    def __init__(self) -> None:
        self.me: dict[str, Any] = {"id": 1, "is_bot": True, "first_name": "Backsoon", "username": "back_bot"}
        self.me.update({switch.field: switch.wanted for switch in SWITCHES})
        self.now = NOW
        self.status = 200
        self.body: str | None = None
        self.root = ""

    async def answer(self, request: web.Request) -> web.Response:
        headers = {"Date": format_datetime(self.now, usegmt=True)}
        if self.body is not None:
            return web.Response(text=self.body, status=self.status, headers=headers)
        if request.path != f"/bot{TOKEN}/getMe":
            return web.json_response({"ok": False, "error_code": 404}, status=404, headers=headers)
        return web.json_response({"ok": True, "result": self.me}, headers=headers)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", telegram.answer)
    async with TestServer(app) as server:
        telegram.root = str(server.make_url("/")).rstrip("/")
        yield telegram


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOW)


@pytest.fixture
def settings(telegram: Telegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Settings for this server and an empty folder, with what a test changes."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    def make(**changes: Any) -> Settings:
        return Settings(**{"bot_token": TOKEN, "bot_api_url": telegram.root, "data_dir": tmp_path, **changes})

    return make


Make = Callable[..., Settings]


def wrong(findings: list[Finding]) -> str:
    """The one line that is wrong."""
    (line,) = [finding.words for finding in findings if not finding.well]
    return line


async def test_a_fresh_installation_with_a_good_token_is_well(settings: Make, clock: MovableClock) -> None:
    findings = await examine(settings(), clock)
    assert [finding for finding in findings if not finding.well] == []
    assert any("@back_bot" in finding.words for finding in findings)


async def test_no_finding_shows_the_token(settings: Make, clock: MovableClock, telegram: Telegram) -> None:
    telegram.body, telegram.status = f"unknown {TOKEN}", 502
    assert TOKEN not in str(await examine(settings(), clock))


async def test_a_missing_token_is_told_and_the_rest_is_still_checked(
    settings: Make, clock: MovableClock
) -> None:
    findings = await examine(settings(bot_token=None), clock)
    assert "There is no BOT_TOKEN" in wrong(findings)
    assert any("clock agrees" in finding.words for finding in findings)


async def test_a_token_that_telegram_does_not_know_is_told(settings: Make, clock: MovableClock) -> None:
    assert "does not know this BOT_TOKEN" in wrong(await examine(settings(bot_token="1:other"), clock))


@pytest.mark.parametrize("body", ["<html>", "[]", '{"ok": true}', '{"result": 7}'])
async def test_a_server_that_is_no_bot_api_is_told(
    body: str, settings: Make, clock: MovableClock, telegram: Telegram
) -> None:
    telegram.body = body
    assert "check BOT_API_URL" in wrong(await examine(settings(), clock))


async def test_telegram_out_of_reach_is_told(settings: Make, clock: MovableClock) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        assert "cannot be reached" in wrong(await examine(settings(bot_api_url=root), clock))


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.field)
async def test_a_switch_at_botfather_that_stands_wrong_is_told_with_its_remedy(
    switch: Switch, settings: Make, clock: MovableClock, telegram: Telegram
) -> None:
    telegram.me[switch.field] = not switch.wanted
    assert wrong(await examine(settings(), clock)) == switch.wrong
    assert "@BotFather" in switch.wrong


@pytest.mark.parametrize(
    ("seconds", "words"), [(-3600, "3600 s slow"), (-5, "5 s slow"), (3600, "3599 s fast")]
)
async def test_a_machines_clock_that_is_off_is_told_by_how_much(
    seconds: int, words: str, settings: Make, clock: MovableClock
) -> None:
    clock.advance(timedelta(seconds=seconds))
    assert words in wrong(await examine(settings(), clock))


@pytest.mark.parametrize("seconds", [-2, 0, 2])
async def test_a_machines_clock_within_two_seconds_is_well(
    seconds: int, settings: Make, clock: MovableClock
) -> None:
    clock.advance(timedelta(seconds=seconds))
    assert all(finding.well for finding in await examine(settings(), clock))


async def test_keys_that_others_may_read_are_told(
    settings: Make, clock: MovableClock, tmp_path: Path
) -> None:
    write_keyring(tmp_path / "encryption.keys", new_keyring())
    assert all(finding.well for finding in await examine(settings(), clock))
    (tmp_path / "encryption.keys").chmod(0o640)
    assert "chmod 600" in wrong(await examine(settings(), clock))


async def test_spoilt_keys_are_told(settings: Make, clock: MovableClock, tmp_path: Path) -> None:
    (tmp_path / "encryption.keys").write_text("spoilt\n", "ascii")
    assert "Put it back from a backup" in wrong(await examine(settings(), clock))


async def test_a_data_folder_that_cannot_be_made_is_told(
    settings: Make, clock: MovableClock, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert "cannot be made" in wrong(await examine(settings(data_dir=tmp_path / "file" / "data"), clock))


async def test_a_database_at_its_newest_revision_is_well(
    settings: Make, clock: MovableClock, tmp_path: Path
) -> None:
    revision = await upgrade(settings().database_url)
    write_keyring(tmp_path / "encryption.keys", new_keyring())
    findings = await examine(settings(), clock)
    assert all(finding.well for finding in findings)
    assert any(f"newest revision, {revision}" in finding.words for finding in findings)


async def test_a_database_that_was_never_migrated_is_told(
    settings: Make, clock: MovableClock, tmp_path: Path
) -> None:
    (tmp_path / "backsoon.db").touch()
    write_keyring(tmp_path / "encryption.keys", new_keyring())
    words = wrong(await examine(settings(), clock))
    assert "at revision none" in words
    assert "python -m bot migrate" in words


async def test_a_spoilt_database_is_told(settings: Make, clock: MovableClock, tmp_path: Path) -> None:
    (tmp_path / "backsoon.db").write_bytes(b"Ben wrote this. " * 500)
    write_keyring(tmp_path / "encryption.keys", new_keyring())
    words = wrong(await examine(settings(), clock))
    assert "cannot be read (DatabaseError)" in words
    assert "Ben" not in words


async def test_a_database_whose_keys_are_gone_is_told(settings: Make, clock: MovableClock) -> None:
    await upgrade(settings().database_url)
    assert "is gone" in wrong(await examine(settings(), clock))


async def test_a_machine_that_draws_is_well() -> None:
    assert (await examine_pictures()).well


async def test_pictures_that_cannot_be_drawn_are_told_with_what_to_do() -> None:
    finding = await examine_pictures(Studio((sys.executable, "-c", "")))
    assert not finding.well
    assert "Pictures cannot be drawn" in finding.words
