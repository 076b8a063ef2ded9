"""What each error of the Bot API means for what was being delivered. The first row that matches counts.

python-telegram-bot's BadRequest and TimedOut are NetworkErrors, so rows are ordered: classify by this table,
never by a class alone. Texts are matched without regard to case, anywhere in the error's text.
"""

from dataclasses import dataclass
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)


class Verdict(StrEnum):
    """What to do."""

    RETRY = "retry"  # with back-off; the call may have been carried out all the same
    WAIT = "wait"  # exactly as long as Telegram says
    HOLD = "hold"  # nothing can be delivered: keep everything, try again slowly
    GONE = "gone"  # nobody is reached there: stop, tell the practice
    DONE = "done"  # it is already as it should be
    ANEW = "anew"  # the message is lost: send a new one
    UPLOAD = "upload"  # Telegram has our file no longer under its id: send it along
    PLAIN = "plain"  # the picture itself is not taken: send its words alone
    DROP = "drop"  # never retry, disable nothing
    BUG = "bug"  # ours: drop, and say so loudly
    MIGRATED = "migrated"  # the group has a new id: tell the practice


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: an error class, a stretch of its text (any of them, if empty), the verdict.

    `kind` names the row in logs; `why` is what a practice is told of those who are gone.
    """

    kind: str
    error: type[TelegramError]
    text: str
    verdict: Verdict
    why: str | None = None


TABLE: tuple[Rule, ...] = (
    Rule("flood", RetryAfter, "", Verdict.WAIT),
    Rule("upgraded", ChatMigrated, "", Verdict.MIGRATED),
    Rule("token", InvalidToken, "", Verdict.HOLD),
    Rule("no_such_method", EndPointNotFound, "", Verdict.BUG),
    Rule("conflict", Conflict, "", Verdict.RETRY),
    # 403
    Rule("blocked", Forbidden, "bot was blocked by the user", Verdict.GONE, "blocked"),
    Rule("deactivated", Forbidden, "user is deactivated", Verdict.GONE, "blocked"),
    Rule("never_started", Forbidden, "bot can't initiate conversation", Verdict.GONE, "never_started"),
    Rule("kicked", Forbidden, "bot was kicked from", Verdict.GONE, "kicked"),
    Rule("not_a_member", Forbidden, "bot is not a member of", Verdict.GONE, "kicked"),
    Rule("group_deleted", Forbidden, "group chat was deleted", Verdict.GONE, "not_found"),
    Rule("group_deactivated", Forbidden, "group chat was deactivated", Verdict.GONE, "not_found"),
    Rule("no_rights", Forbidden, "not enough rights", Verdict.GONE, "no_rights"),
    Rule("no_write_access", Forbidden, "have no write access to the chat", Verdict.GONE, "no_rights"),
    Rule("unknown_403", Forbidden, "", Verdict.DROP),
    # 400
    Rule("chat_not_found", BadRequest, "chat not found", Verdict.GONE, "not_found"),
    Rule("peer_id_invalid", BadRequest, "peer_id_invalid", Verdict.GONE, "not_found"),
    Rule("not_modified", BadRequest, "message is not modified", Verdict.DONE),
    Rule("edit_not_found", BadRequest, "message to edit not found", Verdict.ANEW),
    Rule("edit_refused", BadRequest, "message can't be edited", Verdict.ANEW),
    Rule("message_id_invalid", BadRequest, "message_id_invalid", Verdict.ANEW),
    Rule("delete_not_found", BadRequest, "message to delete not found", Verdict.DONE),
    Rule("delete_refused", BadRequest, "message can't be deleted", Verdict.DONE),
    Rule("no_text_to_edit", BadRequest, "there is no text in the message to edit", Verdict.ANEW),
    Rule("file_id", BadRequest, "file identifier", Verdict.UPLOAD),
    Rule("file_reference", BadRequest, "file_reference_", Verdict.UPLOAD),
    Rule("picture", BadRequest, "image_process_failed", Verdict.PLAIN),
    Rule("picture_shape", BadRequest, "photo_", Verdict.PLAIN),
    Rule("no_photo_rights", BadRequest, "not enough rights to send photos", Verdict.PLAIN),
    Rule("no_file_rights", BadRequest, "not enough rights to send documents", Verdict.PLAIN),
    Rule("photos_forbidden", BadRequest, "chat_send_photos_forbidden", Verdict.PLAIN),
    Rule("files_forbidden", BadRequest, "chat_send_docs_forbidden", Verdict.PLAIN),
    Rule("query_too_old", BadRequest, "query is too old", Verdict.DROP),
    Rule("no_pin_rights", BadRequest, "not enough rights to manage pinned messages", Verdict.DROP),
    Rule("no_rights", BadRequest, "not enough rights", Verdict.GONE, "no_rights"),
    Rule("no_write_access", BadRequest, "have no write access to the chat", Verdict.GONE, "no_rights"),
    Rule("send_forbidden", BadRequest, "chat_write_forbidden", Verdict.GONE, "no_rights"),
    Rule("upgraded_text", BadRequest, "group chat was upgraded", Verdict.GONE, "not_found"),
    Rule("parse_entities", BadRequest, "can't parse entities", Verdict.BUG),
    Rule("too_long", BadRequest, "message is too long", Verdict.BUG),
    Rule("empty", BadRequest, "message text is empty", Verdict.BUG),
    Rule("empty_unseen", BadRequest, "text must be non-empty", Verdict.BUG),
    Rule("markup_too_long", BadRequest, "reply markup is too long", Verdict.BUG),
    Rule("button_data", BadRequest, "button_data_invalid", Verdict.BUG),
    Rule("button", BadRequest, "button_", Verdict.BUG),
    Rule("date_time_format", BadRequest, "invalid date-time format", Verdict.BUG),
    Rule("unknown_400", BadRequest, "", Verdict.DROP),
    # No answer, 5xx, or an answer that is no JSON: the outcome is unknown.
    Rule("network", NetworkError, "", Verdict.RETRY),
    Rule("unknown", TelegramError, "", Verdict.RETRY),
)


def classify(error: TelegramError) -> Rule:
    """The row of the table that this error falls under."""
    text = error.message.lower()
    return next(rule for rule in TABLE if isinstance(error, rule.error) and rule.text in text)


def seconds_to_wait(outcome: object) -> float:
    """What a flood error asks for; 0 for anything else."""
    if not isinstance(outcome, RetryAfter):
        return 0.0
    asked = outcome.retry_after
    return float(asked if isinstance(asked, int) else asked.total_seconds())
