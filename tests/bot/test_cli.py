"""The command line, mostly as a real process: its sentences and exit codes."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bot import cli
from bot.commands import doctor
from bot.lock import hold_lock
from bot.settings import Settings
from storage.keys import new_keyring, write_keyring

HOUSE = Path(__file__).parents[2]
HEAVY = ("pydantic", "telegram", "sqlalchemy", "aiohttp", "httpx", "cryptography", "structlog")


@pytest.fixture
def bare() -> dict[str, str]:
    """An environment without settings."""
    settings = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in settings}
    return {**kept, "PYTHONPATH": str(HOUSE), "PYTHONUNBUFFERED": "1"}


def backsoon(*arguments: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, text=True, timeout=60
    )


def test_running_without_a_token_is_one_sentence(tmp_path: Path, bare: dict[str, str]) -> None:
    done = backsoon("run", folder=tmp_path, environment=bare)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("There is no BOT_TOKEN in the environment or in .env")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["run", "demo", "doctor", "migrate"])
def test_a_malformed_setting_stops_every_command_with_one_sentence(
    command: str, tmp_path: Path, bare: dict[str, str]
) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=s3cret\n", "utf-8")
    done = backsoon(command, folder=tmp_path, environment=bare)
    assert done.returncode == 2
    assert done.stderr.startswith("BOT_TOKEN must be")
    assert done.stderr.count("\n") == 1
    assert "s3cret" not in done.stderr + done.stdout


def test_the_help_names_every_command_and_the_exit_codes(tmp_path: Path, bare: dict[str, str]) -> None:
    done = backsoon("--help", folder=tmp_path, environment=bare)
    assert done.returncode == 0
    for word in ("run", "demo", "doctor", "migrate", "Exit codes", ".env.example"):
        assert word in done.stdout


@pytest.mark.parametrize("arguments", [[], ["dance"], ["demo", "--port", "99999"], ["demo", "--port", "²"]])
def test_a_command_line_that_is_not_understood_is_refused(
    arguments: list[str], tmp_path: Path, bare: dict[str, str]
) -> None:
    done = backsoon(*arguments, folder=tmp_path, environment=bare)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: python -m bot")
    assert "Traceback" not in done.stderr


def test_the_doctor_fails_where_telegram_cannot_be_reached(tmp_path: Path, bare: dict[str, str]) -> None:
    nowhere = {**bare, "BOT_API_URL": "http://127.0.0.1:1", "BOT_TOKEN": "1:token"}
    done = backsoon("doctor", folder=tmp_path, environment=nowhere)
    assert done.returncode == 1
    assert done.stderr == ""
    first, *rest = done.stdout.splitlines()
    assert first.startswith("WRONG  Telegram cannot be reached at http://127.0.0.1:1")
    assert all(line.startswith("ok     ") for line in rest)


def test_migrating_makes_a_database_and_a_second_time_changes_nothing(
    tmp_path: Path, bare: dict[str, str]
) -> None:
    first = backsoon("migrate", folder=tmp_path, environment=bare)
    assert (first.returncode, first.stderr) == (0, "")
    key, revision = first.stdout.splitlines()
    assert key.startswith("Made a new encryption key")
    assert re.fullmatch(r"The database is at revision \w+, the newest\.", revision)
    assert (tmp_path / "data" / "backsoon.db").exists()
    second = backsoon("migrate", folder=tmp_path, environment=bare)
    assert (second.returncode, second.stdout) == (0, f"{revision}\n")


def test_migrating_under_a_running_bot_is_refused(tmp_path: Path, bare: dict[str, str]) -> None:
    with hold_lock(tmp_path / "data"):
        done = backsoon("migrate", folder=tmp_path, environment=bare)
    assert done.returncode == 2
    assert done.stderr.startswith("Another Backsoon already works on")
    assert not (tmp_path / "data" / "backsoon.db").exists()


def test_a_spoilt_database_ends_without_a_traceback_on_the_screen(
    tmp_path: Path, bare: dict[str, str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "backsoon.db").write_bytes(b"Ben wrote this. " * 500)
    write_keyring(tmp_path / "data" / "encryption.keys", new_keyring())
    done = backsoon("migrate", folder=tmp_path, environment=bare)
    assert done.returncode == 1
    assert done.stderr.startswith("Backsoon stopped over an error of its own (DatabaseError)")
    assert done.stderr.count("\n") == 1
    assert "SQLITE_NOTADB" in (tmp_path / "data" / "logs" / "errors.log").read_text("utf-8")


def test_the_command_line_itself_is_light(tmp_path: Path, bare: dict[str, str]) -> None:
    script = f"import sys, bot.cli; print([name for name in {HEAVY} if name in sys.modules])"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=bare, capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_an_unforeseen_error_shows_a_sentence_and_keeps_where_it_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise LookupError("Ben said it")

    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(doctor, "main", fail)
    assert cli.main(["doctor"]) == 1
    shown = capsys.readouterr().err
    log = tmp_path / "data" / "logs" / "errors.log"
    assert shown.startswith("Backsoon stopped over an error of its own (LookupError)")
    assert str(log) in shown
    assert shown.count("\n") == 1
    kept = log.read_text("utf-8")
    assert "LookupError" in kept
    assert "tests/bot/test_cli.py" in kept
    assert "Ben" not in kept + shown
    assert log.stat().st_mode & 0o777 == 0o600


def test_an_unforeseen_error_that_cannot_be_kept_still_shows_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise LookupError

    (tmp_path / "logs").touch()
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(doctor, "main", fail)
    assert cli.main(["doctor"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_stopping_a_command_early_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(doctor, "main", stopped)
    assert cli.main(["doctor"]) == 0


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_run_or_demo_without_a_token_says_so_in_one_line_and_serves_the_page(
    ending: signal.Signals, tmp_path: Path, bare: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "bot", "run", "--or-demo", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, env=bare, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith(
                "There is no BOT_TOKEN in the environment or in .env, so"
            )
            pages = (re.search(r"http://127\.0\.0\.1:\d+\S*", line) for line in process.stdout)
            page = next(filter(None, pages))
            assert httpx.get(page[0]).status_code == 200
            process.send_signal(ending)
            assert process.wait(timeout=5) == 0
        finally:
            process.kill()


def test_a_demo_whose_port_is_taken_is_one_sentence(tmp_path: Path, bare: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = backsoon("demo", "--port", str(port), folder=tmp_path, environment=bare)
    assert (done.returncode, done.stderr) == (2, f"Port {port} is taken: choose another with --port.\n")
