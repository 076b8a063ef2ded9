"""One line a record, key=value, to stderr. No record can carry what a person wrote, a name or a token.

Our own records, as in `structlog.stdlib.get_logger(__name__).info("turn failed", inbox=7)`, show their event,
their numbers, and under the keys in `WORD_KEYS` a code-like word. Records of libraries show no words at all:
who spoke, how loudly and where in the code. Exceptions show their types and code positions, never their
messages, which may quote parameters, texts and URLs.
"""

import logging
import re
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

ROOMS = ("bot", "handlers", "practices", "screens", "scheduler", "storage", "content", "playground")
# fmt: off
WORD_KEYS = frozenset((
    "address", "call", "code", "command", "field", "host", "key", "kind", "lane", "method", "outcome",
    "panel", "phase", "place", "practice", "reason", "revision", "screen", "signal", "state", "step", "timer",
    "version", "was", "zone",
))
# fmt: on
HIDDEN = "<hidden>"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}|(?<=/bot)\d+(?::|%3[Aa])[^/\s\"]+")
_CODE_WORD = re.compile(r"[A-Za-z0-9_.:/+-]{1,100}")
_PLAIN = (int, float, bool, date, timedelta, type(None))


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
        known = key == "event" or (key in WORD_KEYS and _CODE_WORD.fullmatch(value))
        return value if known else HIDDEN
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
