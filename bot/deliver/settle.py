"""What is written down after a call: all of it in the one transaction that takes the rows away."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.api import Upload
from bot.deliver.delivery import Delivery, Message, age_allows_deletion
from bot.deliver.errors import Rule, Verdict
from content.animations import animation
from storage.lanes import Lane
from storage.panels import DELETABLE
from storage.tables import Panel
from storage.work import Work

# A cosmetic call that fails so often is let go.
_CALL_ATTEMPTS = 5
# A failing call takes its own time on top: with it, attempts are at most four seconds apart.
_URGENT_PAUSE = 3.0
_LONGEST_PAUSE = 60.0
_AFTER_MOVE = 1.0


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What else follows.

    `told`: an event waits for the worker. `kept`: the rows are still there; `rest`: for so many seconds
    untouched; `lost`: the message that they would change is not.
    """

    told: bool = False
    rest: float = 0.0
    lost: bool = False
    kept: bool = False


def back_off(lane: Lane, attempts: int) -> float:
    """Seconds until the next attempt, after so many failed ones before this."""
    longest = _URGENT_PAUSE if lane is Lane.PAUSE else _LONGEST_PAUSE
    return min(longest, 2.0 ** min(attempts, 10))


async def delivered(work: Work, delivery: Delivery, result: Any, now: datetime) -> Aftermath:
    """Telegram took it. `result`: of the method; none if the message is as it should be already."""
    await work.outbox.remove(delivery.ids)
    if delivery.kind == "call":
        if delivery.method.startswith("send") and result is not None:
            await _remember_words(work, delivery, int(result["message_id"]), now)
        return _answered(work, delivery, result, now)
    message_id = _message_id(delivery, result)
    # Read before anything is written, so that all of it is written at once.
    stands = await work.panels.get(delivery.panel, delivery.chat_id) if delivery.panel is not None else None
    if not await _remember_words(work, delivery, message_id, now):
        return Aftermath()
    if delivery.animation is not None:
        await _remember_file(work, delivery.animation, result)
    if delivery.panel is not None:
        _remember_panel(work, delivery, stands, delivery.panel, message_id, now)
    if not delivery.report:
        return Aftermath()
    event = {
        "key": delivery.panel,
        "screen": delivery.screen,
        "commitment": delivery.commitment,
        "chat_id": delivery.chat_id,
        "message_id": message_id,
        "at": now.isoformat(),
    }
    work.inbox.tell("shown", event, now)
    return Aftermath(told=True)


async def refused(
    work: Work,
    delivery: Delivery,
    rule: Rule,
    now: datetime,
    *,
    wait: float = 0.0,
    moved_to: int | None = None,
) -> Aftermath:
    """Telegram did not take it, or nobody knows. `wait`: seconds it asked for; `moved_to`: the new chat."""
    match rule.verdict:
        case Verdict.DONE:
            return await _done(work, delivery, now)
        case Verdict.ANEW:
            return await _lost(work, delivery, rule, now)
        case Verdict.UPLOAD:
            return await _upload(work, delivery)
        case Verdict.GONE:
            return await _gone(work, delivery, rule.why or "not_found", now)
        case Verdict.MIGRATED:
            return await _moved(work, delivery, moved_to, now)
        case Verdict.DROP | Verdict.BUG:
            await work.outbox.remove(delivery.ids)
            return Aftermath()
        case Verdict.WAIT:
            return await _rest(work, delivery, wait, now)
        case Verdict.HOLD | Verdict.PLAIN:
            return Aftermath(kept=True)
        case Verdict.RETRY:
            return await _again(work, delivery, now)


async def undeliverable(work: Work, ids: tuple[int, ...], event: dict[str, Any], now: datetime) -> None:
    """Take rows away that nobody can be shown, and tell the practice."""
    await work.outbox.remove(ids)
    work.inbox.tell("gone", event, now)


def _answered(work: Work, delivery: Delivery, result: Any, now: datetime) -> Aftermath:
    if not delivery.method.startswith("get") or result is None:
        return Aftermath()
    event = {
        "method": delivery.method,
        "address": delivery.address,
        "params": dict(delivery.asked),
        "result": result,
    }
    work.inbox.tell("result", event, now)
    return Aftermath(told=True)


async def _remember_words(work: Work, delivery: Delivery, message_id: int, now: datetime) -> bool:
    """What this message says, and whose words. False: one of them was forgotten while it was on its way."""
    if not await work.erasures.all_known(delivery.words_of):
        address, gone = f"chat:{delivery.chat_id}", {"message_id": message_id}
        until = now + DELETABLE
        work.outbox.add_call(address, "deleteMessage", gone, lane=delivery.lane, now=now, expires_at=until)
        await work.panels.forget_message(delivery.chat_id, message_id)
        return False
    if delivery.address.startswith("chat:") and not delivery.words_of:
        # Somebody whom the bot does not know, or no longer: nothing is written down about them.
        return True
    name = None if delivery.kind == "call" else delivery.name
    if delivery.is_edit:
        await work.panels.add_words(delivery.chat_id, message_id, delivery.words_of)
    else:
        work.panels.remember_sent(
            delivery.chat_id, message_id, panel_key=name, words_of=delivery.words_of, now=now
        )
    return True


def _message_id(delivery: Delivery, result: Any) -> int:
    if delivery.is_edit:
        return int(delivery.params["message_id"])
    return int(result["message_id"])


def _remember_panel(
    work: Work, delivery: Delivery, panel: Panel | None, key: str, message_id: int, now: datetime
) -> None:
    if panel is None:
        panel = Panel(key=key, chat_id=delivery.chat_id, message_id=message_id, sent_at=now)
        work.panels.add(panel)
    elif panel.message_id != message_id:
        _retire(work, delivery, Message(panel.message_id, panel.sent_at), now)
        panel.message_id = message_id
        panel.sent_at = now
    panel.screen = delivery.stands
    panel.digest = delivery.digest
    panel.edited_at = now


def _retire(work: Work, delivery: Delivery, message: Message, now: datetime) -> None:
    """The older message goes, or at least its buttons do."""
    young = age_allows_deletion(message, now)
    method = "deleteMessage" if young else "editMessageReplyMarkup"
    address = f"chat:{delivery.chat_id}"
    work.outbox.add_call(address, method, {"message_id": message.id}, lane=delivery.lane, now=now)


async def _done(work: Work, delivery: Delivery, now: datetime) -> Aftermath:
    if delivery.kind != "call" and delivery.is_edit:
        return await delivered(work, delivery, None, now)
    await work.outbox.remove(delivery.ids)
    return Aftermath()


async def _lost(work: Work, delivery: Delivery, rule: Rule, now: datetime) -> Aftermath:
    if delivery.kind == "call" or not delivery.is_edit:
        await work.outbox.remove(delivery.ids)
        return Aftermath()
    if delivery.panel is not None:
        await work.panels.forget(delivery.panel, delivery.chat_id)
        if delivery.old is not None and rule.kind == "edit_refused":
            _retire(work, delivery, delivery.old, now)
    elif rule.kind == "no_text_to_edit":
        # A picture: it goes, and words come in its place.
        gone = {"message_id": delivery.params["message_id"]}
        work.outbox.add_call(delivery.address, "deleteMessage", gone, lane=delivery.lane, now=now)
    return Aftermath(lost=True, kept=True)


async def _remember_file(work: Work, name: str, result: Any) -> None:
    file_id = result.get("animation", {}).get("file_id")
    if file_id:
        await work.media.remember(name, animation(name).digest, file_id)


async def _upload(work: Work, delivery: Delivery) -> Aftermath:
    if delivery.animation is None or isinstance(delivery.params.get("animation"), Upload):
        # The file itself was refused: sending it once more would change nothing.
        await work.outbox.remove(delivery.ids)
        return Aftermath()
    await work.media.forget(delivery.animation)
    return Aftermath(kept=True)


async def _gone(work: Work, delivery: Delivery, why: str, now: datetime) -> Aftermath:
    event = {
        "chat_id": delivery.chat_id,
        "address": delivery.address,
        "name": delivery.name,
        "kind": delivery.kind,
        "why": why,
    }
    if delivery.address.startswith("couple:") and delivery.kind != "call":
        # The couple may be reached elsewhere as soon as the practice has learned of this.
        work.inbox.tell("gone", event, now)
        rest = back_off(delivery.lane, delivery.attempts)
        await _rest(work, delivery, rest, now)
        return Aftermath(told=True, rest=rest, kept=True)
    await undeliverable(work, delivery.ids, event, now)
    return Aftermath(told=True)


async def _moved(work: Work, delivery: Delivery, moved_to: int | None, now: datetime) -> Aftermath:
    work.inbox.tell("migrated", {"old": delivery.chat_id, "new": moved_to}, now)
    if delivery.address.startswith("chat:"):
        # Its message stays behind in the old chat.
        await work.outbox.remove(delivery.ids)
        return Aftermath(told=True)
    rest = max(_AFTER_MOVE, back_off(delivery.lane, delivery.attempts))
    await _rest(work, delivery, rest, now)
    return Aftermath(told=True, rest=rest, kept=True)


async def _again(work: Work, delivery: Delivery, now: datetime) -> Aftermath:
    lasting = delivery.promised or delivery.method.startswith("get")
    if delivery.kind == "call" and not lasting and delivery.attempts + 1 >= _CALL_ATTEMPTS:
        await work.outbox.remove(delivery.ids)
        return Aftermath()
    return await _rest(work, delivery, back_off(delivery.lane, delivery.attempts), now)


async def _rest(work: Work, delivery: Delivery, seconds: float, now: datetime) -> Aftermath:
    await work.outbox.postpone(delivery.ids, now + timedelta(seconds=seconds))
    return Aftermath(rest=seconds, kept=True)
