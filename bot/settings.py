"""What an operator can set: environment variables, or lines of `.env` in the current folder."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import StartRefused

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_SQLITE = re.compile(r"sqlite(?:\+aiosqlite)?:///(?P<path>[^?#]+)")
_POSTGRESQL = re.compile(
    r"postgres(?:ql)?(?:\+asyncpg)?://(?P<place>[^?#]*/[^/?#]+)(?:\?(?P<query>[^#]*))?", re.DOTALL
)
# What may follow the database's name: where its socket is, and how the connection is encrypted.
_OPTIONS = {"host": "host", "ssl": "ssl", "sslmode": "ssl"}
_WEBHOOK = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(?P<path>(/[A-Za-z0-9._~-]*)*)")
_OWN_PATHS = ("/healthz", "/readyz", "/metrics")
# What setWebhook takes as secret_token is 1 to 256 of these; shorter ones can be guessed.
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_LISTEN = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})", re.ASCII)
DEFAULT_LISTEN = "127.0.0.1:8080"

EXPECTED = {
    "data_dir": "must name a folder, or a place where one can be made, such as ./data",
    "bot_token": "must be the token that @BotFather gave: digits, a colon, then letters and digits",
    "bot_api_url": "must be the root of a Bot API server, such as https://api.telegram.org",
    "database_url": "must name an SQLite file in a folder that exists, such as sqlite:///data/backsoon.db, "
    "or a PostgreSQL database, such as postgresql://ann:secret@db.example.org/backsoon",
    "log_level": "must be one of DEBUG, INFO, WARNING, ERROR and CRITICAL",
    "encryption_keys_file": "must name a file, such as ./data/encryption.keys",
    "webhook_url": "must be the address at which Telegram reaches this bot, without a query and other than "
    "/healthz, /readyz and /metrics, such as https://bot.example.org/telegram",
    "webhook_secret": "must be 16 to 256 letters, digits, - and _, as openssl rand -hex 32 makes them, and "
    "is needed with WEBHOOK_URL",
    "listen": "must be a host and a port, such as 127.0.0.1:8080",
}


class Settings(BaseSettings):
    """Validated settings; paths are absolute. Read them with `load_settings`."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    data_dir: Annotated[Path, Field(validate_default=True)] = Path("data")
    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: Annotated[str, Field(repr=False, validate_default=True)] = Field(
        default_factory=lambda data: f"sqlite+aiosqlite:///{data['data_dir']}/backsoon.db"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"
    encryption_keys_file: Annotated[Path, Field(validate_default=True)] = Field(
        default_factory=lambda data: data["data_dir"] / "encryption.keys"
    )

    webhook_url: str | None = None
    webhook_secret: Annotated[SecretStr | None, Field(validate_default=True)] = None
    listen: str | None = None

    @property
    def listen_at(self) -> tuple[str, int] | None:
        """Where to serve health, figures and Telegram's deliveries: host and port. None: nowhere."""
        listen = self.listen or (DEFAULT_LISTEN if self.webhook_url else None)
        if listen is None:
            return None
        host, _, port = listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def database_path(self) -> Path | None:
        """The SQLite file, absolute; it may not exist yet. None: the database is on PostgreSQL."""
        return sqlite_file(self.database_url)

    @field_validator("data_dir")
    @classmethod
    def _folder(cls, path: Path) -> Path:
        path = _absolute(path)
        if (path.exists() and not path.is_dir()) or "?" in str(path):
            raise _malformed()
        return path

    @field_validator("bot_token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not _TOKEN.fullmatch(token.get_secret_value()):
            raise _malformed()
        return token

    @field_validator("bot_api_url")
    @classmethod
    def _api_root(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise _malformed()
        if any(char.isspace() or not char.isprintable() for char in url):
            raise _malformed()
        _ = parts.port  # raises ValueError where it is no number
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _either_kind(cls, url: str) -> str:
        return database_address(url)

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, level: Any) -> Any:
        return level.strip().upper() if isinstance(level, str) else level

    @field_validator("encryption_keys_file")
    @classmethod
    def _file(cls, path: Path) -> Path:
        path = _absolute(path)
        if path.is_dir():
            raise _malformed()
        return path

    @field_validator("webhook_url")
    @classmethod
    def _reachable(cls, url: str | None) -> str | None:
        match = _WEBHOOK.fullmatch(url or "")
        if url is not None and (match is None or match["path"] in _OWN_PATHS):
            raise _malformed()
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _long_secret(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("webhook_url") is None:
            return None
        if secret is None or not _SECRET.fullmatch(secret.get_secret_value()):
            raise _malformed()
        return secret

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, listen: str | None) -> str | None:
        match = _LISTEN.fullmatch(listen or "")
        if listen is not None and (match is None or int(match["port"]) > 65535):
            raise _malformed()
        return listen

    @model_validator(mode="after")
    def _database_has_a_folder(self) -> Self:
        path = self.database_path
        if path is not None and path.parent != self.data_dir and not path.parent.is_dir():
            raise PydanticCustomError("malformed", "database_url")
        return self


def load_settings() -> Settings:
    """The settings as they are now.

    Raises:
        StartRefused: one is malformed, or `.env` cannot be read. The sentence never shows a value.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise StartRefused(_sentence(error)) from None
    except (OSError, UnicodeDecodeError):
        raise StartRefused("The file .env cannot be read: it must be UTF-8 text that you may read.") from None


def sqlite_file(address: str) -> Path | None:
    """The file of an SQLite database's address. None: it is on PostgreSQL."""
    match = _SQLITE.fullmatch(address)
    return Path(match["path"]) if match else None


def database_address(url: str) -> str:
    """The address of a database as its driver takes it; paths are absolute.

    Raises:
        ValueError: it is none of SQLite's or PostgreSQL's.
    """
    if match := _SQLITE.fullmatch(url):
        path = _absolute(Path(match["path"]))
        if ":memory:" in url or path.is_dir():
            raise _malformed()
        return f"sqlite+aiosqlite:///{path}"
    match = _POSTGRESQL.fullmatch(url)
    if not match:
        raise _malformed()
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    options = parse_qsl(match["query"] or "", strict_parsing=bool(match["query"]))
    if not {name for name, _ in options} <= set(_OPTIONS):
        raise _malformed()
    query = urlencode({_OPTIONS[name]: value for name, value in options})
    address = f"postgresql+asyncpg://{match['place']}" + (f"?{query}" if query else "")
    try:
        parts = make_url(address)
    except (ArgumentError, ValueError):
        raise _malformed() from None
    return parts.render_as_string(hide_password=False)


def _absolute(path: Path) -> Path:
    """The path from the root on; malformed if it names an unknown home, or nothing that could be a file."""
    try:
        absolute = path.expanduser().absolute()
        absolute.exists()
    except (RuntimeError, OSError):
        raise _malformed() from None
    return absolute


def _malformed() -> PydanticCustomError:
    return PydanticCustomError("malformed", "malformed")


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = str(first["loc"][0]) if first["loc"] else first["msg"]
    return f"{name.upper()} {EXPECTED[name]}."
