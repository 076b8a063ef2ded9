"""One line a record, key=value, to stderr. No record can carry what a person wrote, a name or a token.

Our own records, as in `structlog.stdlib.get_logger(__name__).info("turn failed", inbox=7)`, show their event,
their numbers under `NUMBER_KEYS`, and under `WORD_KEYS` a code-like word. Any other whole number is taken for
an id and shows as a short code, the same each time: hashed with a key that comes of the installation's
encryption keys. Records of libraries show no words at all:
who spoke, how loudly and where in the code. Exceptions show their types and code positions, never their
messages, which may quote parameters, texts and URLs.
"""

import hashlib
import hmac
import logging
import re
import secrets
import sys
import threading
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

from bot.trace import describe, position
from storage.keys import Keyring

ROOMS = ("bot", "handlers", "practices", "screens", "scheduler", "storage", "content", "playground")
# fmt: off
WORD_KEYS = frozenset((
    "address", "call", "code", "command", "field", "host", "key", "kind", "lane", "method", "outcome",
    "panel", "phase", "place", "practice", "reason", "revision", "screen", "signal", "state", "step", "timer",
    "version", "was", "zone",
))
# fmt: on
# Everything else that is a whole number may be somebody's id.
NUMBER_KEYS = frozenset(("attempt", "count", "epoch", "inbox", "lane", "rows", "seconds", "status"))
# Words whose digits are no ids.
_NAMED_BY_NUMBER = frozenset(("code", "event", "host", "reason", "revision", "version", "zone"))
HIDDEN = "<hidden>"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}|(?<=/bot)\d+(?::|%3[Aa])[^/\s\"]+")
_ID = re.compile(r"-?\d{3,}")
_CODE_WORD = re.compile(r"[A-Za-z0-9_.:/+-]{1,100}")
_PLAIN = (float, bool, date, timedelta, type(None))


class IdCodes:
    """Short codes for ids: nobody who has the log alone can tell whose they are."""

    def __init__(self) -> None:
        # Until the installation's keys are read; codes then differ from start to start.
        self._key = secrets.token_bytes(32)

    def know(self, keyring: Keyring) -> None:
        """Use the installation's first key, so that codes stay the same for as long as it is kept."""
        first = next(iter(keyring.keys.values()))
        self._key = hmac.digest(first, b"backsoon ids in logs", hashlib.sha256)

    def code(self, number: int | str) -> str:
        """`"#1f09ac3e"`, for this id always."""
        return f"#{hmac.digest(self._key, str(number).encode(), hashlib.sha256).hex()[:8]}"


ids = IdCodes()


def configure(level: str, secrets: Iterable[str] = ()) -> None:
    """Send every log record of this process to stderr, redacted.

    `level` applies to our rooms; libraries speak from WARNING on. `secrets` are redacted wherever they occur.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(secrets))
    root = logging.getLogger()
    for old in tuple(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for room in ROOMS:
        logging.getLogger(room).setLevel(level)
    logging.captureWarnings(True)
    logging.raiseExceptions = False
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, structlog.stdlib.filter_by_level, _hand_over],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    _catch_the_uncaught()


class RedactingFormatter(logging.Formatter):
    """Renders a record as one line of key=value pairs that is safe to keep."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(filter(None, secrets))
        self._render = structlog.processors.LogfmtRenderer(
            key_order=["at", "level", "logger", "event"], bool_as_flag=False
        )

    def format(self, record: logging.LogRecord) -> str:
        fields: EventDict = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            **_own_fields(record),
        }
        if record.exc_info and record.exc_info[1]:
            fields["error"], fields["trace"] = describe(record.exc_info[1])
        return self._redact(str(self._render(None, "", fields)).replace("\n", " "))

    def _redact(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, "<token>")
        return _TOKEN.sub("<token>", line)


def _own_fields(record: logging.LogRecord) -> EventDict:
    fields = getattr(record, "backsoon", None)
    if not isinstance(fields, dict):
        return {"event": "library", "at_code": position(record.pathname, record.lineno, record.funcName)}
    return {key: _safe(key, value) for key, value in fields.items()}


def _safe(key: str, value: Any) -> Any:
    if isinstance(value, BaseException):
        return type(value).__name__
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        if key != "event" and not (key in WORD_KEYS and _CODE_WORD.fullmatch(value)):
            return HIDDEN
        return value if key in _NAMED_BY_NUMBER else _ID.sub(lambda found: ids.code(found[0]), value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if key in NUMBER_KEYS else ids.code(value)
    return value if isinstance(value, _PLAIN) else HIDDEN


def _hand_over(_logger: WrappedLogger, _method: str, event: EventDict) -> tuple[tuple[str], dict[str, Any]]:
    """Hand an event of ours to the standard library, fields aside, so that one formatter sees all records."""
    exc_info = event.pop("exc_info", None)
    if exc_info is True:
        exc_info = sys.exc_info()
    event.pop("stack_info", None)
    event.pop("positional_args", None)
    return (str(event.get("event")),), {"exc_info": exc_info, "extra": {"backsoon": dict(event)}}


def _catch_the_uncaught() -> None:
    log = logging.getLogger("bot.uncaught")

    def report(error: BaseException | None, kind: type[BaseException], trace: TracebackType | None) -> None:
        log.error("uncaught", exc_info=(kind, error or kind(), trace))

    sys.unraisablehook = lambda args: report(args.exc_value, args.exc_type, args.exc_traceback)
    threading.excepthook = lambda args: report(args.exc_value, args.exc_type, args.exc_traceback)
