"""The error table, row by row, as python-telegram-bot raises what the Bot API says."""

import pytest
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
    TimedOut,
)

from bot.deliver.errors import TABLE, Verdict, classify, seconds_to_wait

V = Verdict
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)
QUERY = "Bad Request: query is too old and response timeout expired or query ID is invalid"
NO_TEXT = "Bad Request: there is no text in the message to edit"
NO_RIGHT_TO = "Bad Request: not enough rights to send"
NO_RIGHT = "Bad Request: not enough rights to send text messages to the chat"
PIN = "Bad Request: not enough rights to manage pinned messages in the chat"

NEVER = "Forbidden: bot can't initiate conversation with a user"
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"

ROWS: list[tuple[TelegramError, str, Verdict, str | None]] = [
    (RetryAfter(7), "flood", V.WAIT, None),
    (ChatMigrated(-100123), "upgraded", V.MIGRATED, None),
    (InvalidToken("Unauthorized"), "token", V.HOLD, None),
    (EndPointNotFound("sendDance does not exist"), "no_such_method", V.BUG, None),
    (Conflict("Conflict: terminated by other getUpdates request"), "conflict", V.RETRY, None),
    (Forbidden("Forbidden: bot was blocked by the user"), "blocked", V.GONE, "blocked"),
    (Forbidden("Forbidden: user is deactivated"), "deactivated", V.GONE, "blocked"),
    (
        Forbidden(NEVER),
        "never_started",
        V.GONE,
        "never_started",
    ),
    (Forbidden("Forbidden: bot was kicked from the group chat"), "kicked", V.GONE, "kicked"),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), "kicked", V.GONE, "kicked"),
    (Forbidden("Forbidden: bot is not a member of the supergroup chat"), "not_a_member", V.GONE, "kicked"),
    (Forbidden("Forbidden: the group chat was deleted"), "group_deleted", V.GONE, "not_found"),
    (Forbidden("Forbidden: the group chat was deactivated"), "group_deactivated", V.GONE, "not_found"),
    (Forbidden("Forbidden: not enough rights to send text messages"), "no_rights", V.GONE, "no_rights"),
    (Forbidden("Forbidden: have no write access to the chat"), "no_write_access", V.GONE, "no_rights"),
    (Forbidden("Forbidden: the moon is in the wrong house"), "unknown_403", V.DROP, None),
    (BadRequest("Bad Request: chat not found"), "chat_not_found", V.GONE, "not_found"),
    (BadRequest("Bad Request: PEER_ID_INVALID"), "peer_id_invalid", V.GONE, "not_found"),
    (BadRequest(NOT_MODIFIED), "not_modified", V.DONE, None),
    (BadRequest("Bad Request: message to edit not found"), "edit_not_found", V.ANEW, None),
    (BadRequest("Bad Request: message can't be edited"), "edit_refused", V.ANEW, None),
    (BadRequest("Bad Request: MESSAGE_ID_INVALID"), "message_id_invalid", V.ANEW, None),
    (BadRequest("Bad Request: message to delete not found"), "delete_not_found", V.DONE, None),
    (BadRequest("Bad Request: message can't be deleted"), "delete_refused", V.DONE, None),
    (BadRequest("Bad Request: message can't be deleted for everyone"), "delete_refused", V.DONE, None),
    (BadRequest(NO_TEXT), "no_text_to_edit", V.ANEW, None),
    (BadRequest("Bad Request: wrong file identifier/HTTP URL specified"), "file_id", V.UPLOAD, None),
    (BadRequest("Bad Request: wrong remote file identifier specified"), "file_id", V.UPLOAD, None),
    (BadRequest("Bad Request: FILE_REFERENCE_EXPIRED"), "file_reference", V.UPLOAD, None),
    (BadRequest("Bad Request: IMAGE_PROCESS_FAILED"), "picture", V.PLAIN, None),
    (BadRequest("Bad Request: PHOTO_INVALID_DIMENSIONS"), "picture_shape", V.PLAIN, None),
    (BadRequest(f"{NO_RIGHT_TO} photos to the chat"), "no_photo_rights", V.PLAIN, None),
    (BadRequest(f"{NO_RIGHT_TO} documents to the chat"), "no_file_rights", V.PLAIN, None),
    (BadRequest("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN"), "photos_forbidden", V.PLAIN, None),
    (BadRequest("Bad Request: CHAT_SEND_DOCS_FORBIDDEN"), "files_forbidden", V.PLAIN, None),
    (BadRequest(QUERY), "query_too_old", V.DROP, None),
    (BadRequest(PIN), "no_pin_rights", V.DROP, None),
    (BadRequest(NO_RIGHT), "no_rights", V.GONE, "no_rights"),
    (BadRequest("Bad Request: have no write access to the chat"), "no_write_access", V.GONE, "no_rights"),
    (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), "send_forbidden", V.GONE, "no_rights"),
    (
        BadRequest(UPGRADED),
        "upgraded_text",
        V.GONE,
        "not_found",
    ),
    (BadRequest("Bad Request: can't parse entities: unsupported start tag"), "parse_entities", V.BUG, None),
    (BadRequest("Bad Request: message is too long"), "too_long", V.BUG, None),
    (BadRequest("Bad Request: message text is empty"), "empty", V.BUG, None),
    (BadRequest("Bad Request: text must be non-empty"), "empty_unseen", V.BUG, None),
    (BadRequest("Bad Request: reply markup is too long"), "markup_too_long", V.BUG, None),
    (BadRequest("Bad Request: BUTTON_DATA_INVALID"), "button_data", V.BUG, None),
    (BadRequest("Bad Request: BUTTON_URL_INVALID"), "button", V.BUG, None),
    (BadRequest("Bad Request: invalid date-time format specified"), "date_time_format", V.BUG, None),
    (BadRequest("Bad Request: SOMETHING_NEW"), "unknown_400", V.DROP, None),
    (TimedOut(), "network", V.RETRY, None),
    (NetworkError("httpx.ReadError: "), "network", V.RETRY, None),
    (NetworkError("Internal Server Error: restart"), "network", V.RETRY, None),
    (NetworkError("Bad Gateway"), "network", V.RETRY, None),
    (TelegramError("Invalid server response"), "unknown", V.RETRY, None),
]


@pytest.mark.parametrize(("error", "kind", "verdict", "why"), ROWS, ids=[str(row[0])[:40] for row in ROWS])
def test_each_error_means_one_thing(
    error: TelegramError, kind: str, verdict: Verdict, why: str | None
) -> None:
    rule = classify(error)
    assert (rule.kind, rule.verdict, rule.why) == (kind, verdict, why)


def test_every_row_of_the_table_is_tested() -> None:
    assert {rule.kind for rule in TABLE} == {kind for _, kind, _, _ in ROWS}


def test_a_row_of_the_table_that_no_error_reaches_is_none() -> None:
    reached = {id(classify(error)) for error, _, _, _ in ROWS}
    assert [rule.kind for rule in TABLE if id(rule) not in reached] == []


def test_errors_are_matched_whatever_their_case() -> None:
    assert classify(BadRequest("CHAT NOT FOUND")).kind == "chat_not_found"


def test_whoever_is_gone_has_a_reason() -> None:
    assert all((rule.verdict is Verdict.GONE) == (rule.why is not None) for rule in TABLE)


def test_a_flood_names_its_seconds_and_nothing_else_does() -> None:
    assert seconds_to_wait(RetryAfter(7)) == 7.0
    assert seconds_to_wait(TimedOut()) == 0.0
