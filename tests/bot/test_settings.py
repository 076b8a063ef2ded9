"""What an operator sets, and what is said when it is malformed."""

import re
from pathlib import Path

import pytest

from bot.errors import StartRefused
from bot.settings import EXPECTED, Settings, load_settings

HOUSE = Path(__file__).parents[2]
NAMES = {name.upper() for name in Settings.model_fields}
TOKEN = "123456:" + "AbC-_" * 7


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty current folder, and an environment without settings."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal() -> str:
    with pytest.raises(StartRefused) as refused:
        load_settings()
    return refused.value.sentence


def test_without_any_setting_everything_lies_in_the_data_folder(folder: Path) -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.data_dir == folder / "data"
    assert settings.database_url == f"sqlite+aiosqlite:///{folder}/data/backsoon.db"
    assert settings.database_path == folder / "data" / "backsoon.db"
    assert settings.encryption_keys_file == folder / "data" / "encryption.keys"
    assert settings.log_level == "INFO"
    assert not settings.data_dir.exists()


def test_the_env_file_is_read_and_the_environment_wins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text(f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=warning\nSOMETHING_ELSE=1\n", "utf-8")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.log_level == "DEBUG"


def test_another_data_folder_takes_the_database_and_the_keys_along(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", "elsewhere/")
    settings = load_settings()
    assert settings.database_path == folder / "elsewhere" / "backsoon.db"
    assert settings.encryption_keys_file == folder / "elsewhere" / "encryption.keys"


def test_an_empty_value_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.setenv(name, "")
    assert load_settings().bot_token is None


@pytest.mark.parametrize(
    "root", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/", "https://bots.example/api/"]
)
def test_any_bot_api_root_is_taken_with_or_without_a_slash_at_its_end(
    root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_API_URL", root)
    assert load_settings().bot_api_url == root.rstrip("/")


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+aiosqlite"])
def test_a_database_may_be_named_without_its_driver(
    scheme: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}:///couples.db")
    assert load_settings().database_url == f"sqlite+aiosqlite:///{folder}/couples.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
@pytest.mark.parametrize(
    ("rest", "taken"),
    [
        ("ann:s%40cret@db.example.org:5433/couples", "ann:s%40cret@db.example.org:5433/couples"),
        ("ann@/couples?host=/var/run/postgresql", "ann@/couples?host=%2Fvar%2Frun%2Fpostgresql"),
        ("db.example.org/couples?sslmode=require", "db.example.org/couples?ssl=require"),
    ],
)
def test_a_database_on_postgresql_is_named_as_its_tools_name_it(
    scheme: str, rest: str, taken: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://{rest}")
    settings = load_settings()
    assert settings.database_url == f"postgresql+asyncpg://{taken}"
    assert settings.database_path is None
    assert "s%40cret" not in repr(settings)


def test_a_database_may_lie_in_a_data_folder_that_is_not_there_yet(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///data/couples.db")
    assert load_settings().database_path == folder / "data" / "couples.db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "s3cret-without-colon"),
        ("BOT_TOKEN", "123456:s3cret word"),
        ("BOT_API_URL", "s3cret.example"),
        ("BOT_API_URL", "ftp://s3cret.example"),
        ("BOT_API_URL", "https://"),
        ("BOT_API_URL", "https://s3cret.example:port"),
        ("BOT_API_URL", "https://s3cret.example/?a=b"),
        ("DATABASE_URL", "mysql://ann:s3cret@127.0.0.1/couples"),
        ("DATABASE_URL", "postgresql://ann:s3cret@127.0.0.1"),
        ("DATABASE_URL", "postgresql://ann:s3cret@127.0.0.1/"),
        ("DATABASE_URL", "postgresql://ann:s3cret@127.0.0.1:port/couples"),
        ("DATABASE_URL", "postgresql+psycopg://ann:s3cret@127.0.0.1/couples"),
        ("DATABASE_URL", "postgresql://ann:s3cret@127.0.0.1/couples?command_timeout=1"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "sqlite:///s3cret/not/there/couples.db"),
        ("DATABASE_URL", "sqlite:///."),
        ("DATA_DIR", "s3cret-file"),
        ("ENCRYPTION_KEYS_FILE", "."),
        ("LOG_LEVEL", "s3cret"),
        ("WEBHOOK_URL", "s3cret.example/telegram"),
        ("WEBHOOK_URL", "ftp://s3cret.example/telegram"),
        ("WEBHOOK_URL", "https://ann:s3cret@bot.example/telegram"),
        ("WEBHOOK_URL", "https://bot.example/telegram?s3cret"),
        ("WEBHOOK_URL", "https://bot.example/{s3cret}"),
        ("WEBHOOK_URL", "https://bot.example/metrics"),
        ("WEBHOOK_SECRET", "s3cret-too-short"[:15]),
        ("WEBHOOK_SECRET", "s3cret with spaces in it"),
        ("WEBHOOK_SECRET", "s3cret" * 43),
        ("LISTEN", "s3cret"),
        ("LISTEN", "127.0.0.1"),
        ("LISTEN", "127.0.0.1:65536"),
        ("LISTEN", ":8080"),
        ("LISTEN", "::1:8080"),
    ],
)
def test_a_malformed_setting_is_one_sentence_that_names_it_and_hides_its_value(
    name: str, value: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "s3cret-file").touch()
    monkeypatch.setenv(name, value)
    assert refusal() == f"{name} {EXPECTED[name.lower()]}."


def test_a_webhook_without_its_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example/telegram")
    assert refusal() == f"WEBHOOK_SECRET {EXPECTED['webhook_secret']}."


@pytest.mark.parametrize(
    ("webhook", "listen", "at"),
    [
        (False, "", None),
        (True, "", ("127.0.0.1", 8080)),
        (False, "0.0.0.0:9000", ("0.0.0.0", 9000)),  # noqa: S104
        (True, "[::1]:9000", ("::1", 9000)),
        (False, "localhost:0", ("localhost", 0)),
    ],
)
def test_the_bot_listens_only_where_it_is_told_to_or_has_a_webhook(
    webhook: bool, listen: str, at: tuple[str, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if webhook:
        monkeypatch.setenv("WEBHOOK_URL", "https://bot.example:8443/telegram")
        monkeypatch.setenv("WEBHOOK_SECRET", "ann_and_ben-" * 2)
    monkeypatch.setenv("LISTEN", listen)
    assert load_settings().listen_at == at


def test_settings_never_show_the_webhooks_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_SECRET", "ann_and_ben-" * 2)
    assert "ann_and_ben" not in f"{load_settings()!r} {load_settings()}"


def test_an_env_file_that_is_no_text_is_one_sentence(folder: Path) -> None:
    (folder / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe")
    assert refusal().startswith("The file .env cannot be read")


def test_settings_never_show_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert TOKEN not in f"{load_settings()!r} {load_settings()}"


def test_every_setting_says_what_is_expected() -> None:
    assert set(EXPECTED) == set(Settings.model_fields)


def test_the_example_file_documents_every_setting_and_no_other() -> None:
    text = (HOUSE / ".env.example").read_text("utf-8")
    assert set(re.findall(r"^(?:# )?([A-Z_]+)=", text, re.MULTILINE)) == NAMES
    for block in text.strip().split("\n\n")[1:]:
        *comments, setting = block.splitlines()
        assert re.match(r"(# )?[A-Z_]+=", setting), "a block ends with its setting"
        assert comments, f"{setting} has no explanation"
        assert all(re.match(r"# [A-Z]?[^=]+$", comment) for comment in comments)


def test_the_operators_guide_documents_every_setting_and_no_other() -> None:
    text = (HOUSE / "docs" / "operator.md").read_text("utf-8")
    section = text.split("## Settings", 1)[1].split("\n## ", 1)[0]
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| .+? \| (.*?) \|$", section, re.MULTILINE))
    assert set(rows) == NAMES
    assert all(len(words.split()) > 3 for words in rows.values())


def test_an_example_file_as_it_stands_is_a_good_env_file(folder: Path) -> None:
    text = (HOUSE / ".env.example").read_text("utf-8")
    (folder / ".env").write_text(re.sub(r"^# ([A-Z_]+=)", r"\1", text, flags=re.MULTILINE), "utf-8")
    settings = load_settings()
    assert settings.database_path == folder / "data" / "backsoon.db"
    assert settings.encryption_keys_file == folder / "data" / "encryption.keys"
