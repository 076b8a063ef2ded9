"""The two ways in which the playground says no: to the bot, and to a person."""

from __future__ import annotations

_PREFIX = {
    400: "Bad Request: ",
    401: "",
    403: "Forbidden: ",
    404: "",
    409: "Conflict: ",
    429: "Too Many Requests: ",
    500: "Internal Server Error: ",
}


class ApiError(Exception):
    """What a Bot API call answers instead of a result: HTTP code, description, parameters."""

    def __init__(self, code: int, text: str, **parameters: int) -> None:
        self.code = code
        self.description = _PREFIX.get(code, "") + text
        self.parameters = parameters
        super().__init__(self.description)


class WorldError(ValueError):
    """Something that a person cannot do in their app; the message is one sentence."""


def bad(text: str, **parameters: int) -> ApiError:
    """A 400 with Telegram's own words."""
    return ApiError(400, text, **parameters)


def forbidden(text: str) -> ApiError:
    """A 403 with Telegram's own words."""
    return ApiError(403, text)


def retry_after(seconds: int) -> ApiError:
    """A 429 that names how long to wait."""
    return ApiError(429, f"retry after {seconds}", retry_after=seconds)


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
UPGRADED = "group chat was upgraded to a supergroup chat"
