"""Return times by the clock: later today, tomorrow, and a time of day that somebody typed."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from practices import zone
from practices.pause import LONGEST, SHORTEST, call, commit, time_changed
from practices.pause_party import part_in
from practices.quiet import free_half_hour, ring_allowed
from practices.turn import Turn, to_person
from storage.couple_day import day_of
from storage.lanes import Lane
from storage.local_time import instant_of, local, next_reading
from storage.tables import Pause, Person
from storage.views import ONLY_TOMORROW_FROM, PauseState, PersonView

# Times of day that people can promise for tomorrow.
_TOMORROW = (time(9), time(12, 30), time(19))
# "Later today" begins so far from now, at full hours, so many of them.
_LATER = timedelta(minutes=90)
_LATER_CHOICES = 3
_MINUTE = 60


def today_choices(people: Sequence[PersonView], own_zone: str, now: datetime) -> list[datetime]:
    """Full hours later today by this zone's clock, in nobody's quiet hours."""
    today = local(now, own_zone).date()
    hours = (instant_of(today, time(hour), own_zone) for hour in range(24))
    free = [instant for instant in hours if instant >= now + _LATER and ring_allowed(people, instant)]
    return free[:_LATER_CHOICES]


def tomorrow_choices(people: Sequence[PersonView], own_zone: str, now: datetime) -> list[datetime]:
    """9:00, 12:30 and 19:00 tomorrow by this zone's clock, as far as they are in nobody's quiet hours.

    If all are, the first half hour from nine o'clock on that is not; if there is none, nine o'clock.
    """
    tomorrow = day_of(now, own_zone) + timedelta(days=1)
    instants = [instant_of(tomorrow, at, own_zone) for at in _TOMORROW]
    free = [instant for instant in instants if ring_allowed(people, instant)]
    return free or [free_half_hour(people, instants[0]) or instants[0]]


async def offer(
    turn: Turn, person: Person, pause_id: int, page: str = "first", *, instead_of: int | None = None
) -> None:
    """The menu of times, in the presser's private chat; without one, the way there.

    `page`: first, more, today or tonight (a time tomorrow). The last two need to know the presser's zone.
    """
    found = await part_in(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    if not person.private_open:
        turn.reply("okay", start=f"times-{pause.id}")
        return
    if page in ("today", "more") and pause.commitment >= ONLY_TOMORROW_FROM:
        # An older menu: meanwhile the time was changed.
        page = "first"
    if page in ("today", "tonight") and person.zone is None:
        await zone.ask(turn, person, f"pause:{pause.id}:times:{page}", instead_of=instead_of)
        return
    people = await _people(turn, pause)
    choices: list[datetime] = []
    if person.zone is not None and page == "today":
        choices = today_choices(people, person.zone, turn.now)
    elif person.zone is not None and page == "tonight":
        choices = tomorrow_choices(people, person.zone, turn.now)
    shown: dict[str, Any] = {"choices": [to_minutes(choice) for choice in choices]} if choices else {}
    if instead_of is None:
        turn.reply("pause-times-sent")
    turn.say(
        to_person(person.id),
        "pause.times",
        lane=Lane.PAUSE,
        instead_of=instead_of,
        id=pause.id,
        page=page,
        **shown,
    )


async def commit_at(turn: Turn, person: Person, pause_id: int, commitment: int, minutes: int) -> None:
    """Commit a return time that the presser was offered, `minutes` since the epoch."""
    found = await part_in(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    return_at = from_minutes(minutes)
    running = pause.state == PauseState.RUNNING
    if commitment != pause.commitment or (running and return_at <= pause.return_at):
        await time_changed(turn, pause)
    elif return_at < turn.now + SHORTEST:
        turn.reply("old-button")
    elif pause.commitment >= ONLY_TOMORROW_FROM and not _is_later_day(person, return_at, turn.now):
        turn.reply("pause-only-tomorrow", alert=True)
    elif not _allowed(pause, person, return_at, turn.now):
        turn.reply("pause-limit", alert=True)
    else:
        await commit(turn, pause, person, return_at)


def _is_later_day(person: Person, return_at: datetime, now: datetime) -> bool:
    zone = person.zone
    return zone is not None and day_of(return_at, zone) > day_of(now, zone)


def _allowed(pause: Pause, person: Person, return_at: datetime, now: datetime) -> bool:
    """Within a day of the start; or tomorrow, as long as a day has not passed since."""
    if return_at <= pause.started_at + LONGEST:
        return True
    if person.zone is None or now >= pause.started_at + LONGEST:
        return False
    tomorrow = day_of(now, person.zone) + timedelta(days=1)
    return day_of(return_at, person.zone) == tomorrow


async def call_until(
    turn: Turn, person: Person, hour: int, minute: int, *, tomorrow: bool, either: bool, by_message: bool
) -> None:
    """/pause with a time of day. `either`: nothing says which half of the day is meant.

    Until the person's zone is confirmed, the time is echoed as a length and only asked.
    """
    if person.zone is None:
        clock = f"{hour}:{minute}:{int(tomorrow)}:{int(either)}"
        if tomorrow and person.private_open:
            # No length can be guessed from minutes alone.
            await zone.ask(turn, person, f"pause:clock:{clock}")
            return
        length = await _guess(turn, person, hour, minute, tomorrow=tomorrow, either=either)
        turn.say(
            turn.origin_of(person.id),
            "pause.in_length",
            lane=Lane.PAUSE,
            minutes=_minutes(length),
            clock=clock,
        )
        return
    at = next_reading(person.zone, hour, minute, turn.now, tomorrow=tomorrow, either=either)
    if at is not None:
        await call(turn, person, at - turn.now, by_message=by_message)
        return
    later = next_reading(person.zone, hour, minute, turn.now, tomorrow=True)
    within = later is not None and later - turn.now <= LONGEST
    turn.say(
        turn.origin_of(person.id),
        "pause.past",
        lane=Lane.PAUSE,
        until=to_minutes(later) if later is not None and within else None,
    )


async def call_at(turn: Turn, person: Person, minutes: int) -> None:
    """A ✋ until an instant that was offered, `minutes` since the epoch."""
    length = from_minutes(minutes) - turn.now
    if length < SHORTEST:
        turn.reply("old-button")
    else:
        await call(turn, person, length, by_message=False)


async def _guess(
    turn: Turn, person: Person, hour: int, minute: int, *, tomorrow: bool, either: bool
) -> timedelta:
    """How long until a time of day is, if the partner's clock is the person's too; else by its minutes."""
    couple = await turn.work.couples.of(person.id)
    view = await turn.work.couples.view(couple.id) if couple is not None else None
    zones = [partner.zone for partner in view.partners if partner.zone] if view is not None else []
    if zones:
        at = next_reading(zones[0], hour, minute, turn.now, tomorrow=tomorrow, either=either)
        if at is not None and at - turn.now >= SHORTEST:
            return at - turn.now
    ahead = (minute - turn.now.astimezone(UTC).minute) % 60
    return timedelta(minutes=ahead if ahead >= _minutes(SHORTEST) else ahead + 60)


async def _people(turn: Turn, pause: Pause) -> list[PersonView]:
    view = await turn.work.pauses.view(pause.id)
    return [party.person for party in view.parties] if view is not None else []


def to_minutes(instant: datetime) -> int:
    """Whole minutes since the epoch: short enough for a press."""
    return int(instant.timestamp()) // _MINUTE


def from_minutes(minutes: int) -> datetime:
    """The instant again."""
    return datetime.fromtimestamp(min(minutes, 10**8) * _MINUTE, UTC)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // _MINUTE
