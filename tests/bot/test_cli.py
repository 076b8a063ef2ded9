"""The command line, mostly as a real process: its sentences and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.commands import doctor
from bot.settings import Settings

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
