"""What is wrong with an installation, and what to do about it: the checks behind `python -m bot doctor`."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx

from bot.deliver.studio import NotDrawn, Studio
from bot.settings import Settings
from scheduler.clock import Clock
from screens.screen import Picture

PATIENCE = 10.0
"""Seconds to wait for Telegram."""

DRIFT_ALLOWED = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: whether it is well, and a sentence that says what to do where it is not."""

    well: bool
    words: str


@dataclass(frozen=True, slots=True)
class Switch:
    """A setting at BotFather as getMe tells it. Source: Bot API, type User."""

    field: str
    wanted: bool
    well: str
    wrong: str


SWITCHES = (
    Switch(
        "can_join_groups",
        True,
        "The bot may be added to groups.",
        "The bot cannot be added to groups: send /setjoingroups to @BotFather and choose Enable.",
    ),
    Switch(
        "can_read_all_group_messages",
        False,
        "Privacy mode is on.",
        "Privacy mode is off, so Telegram sends the bot every word of a group: send /setprivacy to "
        "@BotFather, choose Enable, then remove the bot from its groups and add it again.",
    ),
    Switch(
        "supports_inline_queries",
        False,
        "Inline mode is off.",
        "Inline mode is on, and nothing answers there: send /setinline to @BotFather and turn it off.",
    ),
    Switch(
        "can_connect_to_business",
        False,
        "Business mode is off.",
        "Business mode is on, which could hand the bot other people's chats: in @BotFather open /mybots, "
        "Bot Settings, Business Mode, and turn it off.",
    ),
    Switch(
        "has_topics_enabled",
        False,
        "Private chats have one thread.",
        "Private chats are split into topics: in @BotFather open the bot's settings and turn Threaded Mode "
        "off.",
    ),
)


async def examine(settings: Settings, clock: Clock) -> list[Finding]:
    """Every check, in the order in which a person would mend things. Nothing is changed."""
    return [
        *await _telegram(settings, clock),
        _data_folder(settings.data_dir),
        await _database(settings),
        _keys(settings),
    ]


async def examine_pictures(studio: Studio | None = None) -> Finding:
    """Whether a picture comes out, with words in both languages; `studio`: where, unless the usual one."""
    studio = studio or Studio()
    try:
        await studio.draw(Picture("proof", {"language": "en", "words": "Back soon 很快回来"}))
    except NotDrawn as error:
        return Finding(
            False,
            f"Pictures cannot be drawn ({error}), so words go without them: delete the folder .venv, then "
            "run make doctor again.",
        )
    finally:
        await studio.close()
    return Finding(True, "Pictures can be drawn.")


async def _telegram(settings: Settings, clock: Clock) -> list[Finding]:
    """Ask getMe; without a token ask the root alone, which still tells the time."""
    token = settings.bot_token
    path = f"/bot{token.get_secret_value()}/getMe" if token else "/"
    asked = clock.now()
    try:
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            answer = await client.get(settings.bot_api_url + path)
    except httpx.HTTPError as error:
        return [
            Finding(
                False,
                f"Telegram cannot be reached at {settings.bot_api_url} ({type(error).__name__}): check this "
                "machine's network, or BOT_API_URL.",
            )
        ]
    reached = Finding(True, f"Telegram can be reached at {settings.bot_api_url}.")
    told = [reached, _machine_clock(answer.headers.get("date"), asked, clock.now())]
    if not token:
        return [*told, Finding(False, "There is no BOT_TOKEN: ask @BotFather for one and put it into .env.")]
    return [*told, *_me(answer)]


def _me(answer: httpx.Response) -> list[Finding]:
    if answer.status_code in (401, 404):
        return [Finding(False, "Telegram does not know this BOT_TOKEN: copy it again from @BotFather.")]
    try:
        body = answer.json()
        me: dict[str, Any] = body["result"]
        username = str(me["username"])
    except (ValueError, KeyError, TypeError):
        return [
            Finding(
                False,
                f"What answered getMe with status {answer.status_code} is no Bot API server in good health: "
                "check BOT_API_URL, or try again in a minute.",
            )
        ]
    return [
        Finding(True, f"The token belongs to @{username}."),
        *(_switch(switch, me) for switch in SWITCHES),
    ]


def _switch(switch: Switch, me: dict[str, Any]) -> Finding:
    well = bool(me.get(switch.field, False)) is switch.wanted
    return Finding(well, switch.well if well else switch.wrong)


def _machine_clock(date: str | None, asked: datetime, answered: datetime) -> Finding:
    """Hold the machine's clock against a `Date` header, which is cut to whole seconds."""
    try:
        theirs = parsedate_to_datetime(date or "")
        earliest, latest = theirs - answered, theirs + timedelta(seconds=1) - asked
    except (ValueError, TypeError):
        return Finding(True, "Telegram's answer told no time, so the machine's clock was not checked.")
    if earliest <= DRIFT_ALLOWED and latest >= -DRIFT_ALLOWED:
        return Finding(True, "The machine's clock agrees with Telegram's.")
    slow = earliest > timedelta()
    drift = abs(earliest if slow else latest)
    return Finding(
        False,
        f"The machine's clock is {drift.total_seconds():.0f} s {'slow' if slow else 'fast'}, so return times "
        "would be off by as much: turn on its time service (on Debian: timedatectl set-ntp true).",
    )


def _data_folder(folder: Path) -> Finding:
    if folder.is_dir():
        if os.access(folder, os.W_OK | os.X_OK):
            return Finding(True, f"The data folder {folder} can be written.")
        return Finding(False, f"The data folder {folder} cannot be written: mend its owner and rights.")
    above = next(parent for parent in folder.parents if parent.exists())
    if above.is_dir() and os.access(above, os.W_OK | os.X_OK):
        return Finding(True, f"The data folder {folder} will be made at the first start.")
    return Finding(
        False, f"The data folder {folder} cannot be made in {above}: mend rights, or set DATA_DIR."
    )


async def _database(settings: Settings) -> Finding:
    path = settings.database_path
    if path is None:
        return await _server(settings)
    if not path.exists():
        return Finding(True, f"The database {path} will be made at the first start.")
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK):
        return Finding(False, f"The database {path} cannot be written: mend its owner and rights.")
    from storage.migrate import current

    try:
        present, newest = await current(settings.database_url)
    except Exception as error:
        return Finding(
            False,
            f"The database {path} cannot be read ({type(error).__name__}): put back a backup, with its keys.",
        )
    return _revision(present, newest)


async def _server(settings: Settings) -> Finding:
    from storage.migrate import current

    try:
        present, newest = await current(settings.database_url)
    except Exception as error:
        cause = getattr(error, "orig", None) or error
        return Finding(
            False,
            f"The PostgreSQL database does not answer ({type(cause).__name__}): check DATABASE_URL, and "
            "that its server runs.",
        )
    if present is None:
        return Finding(True, "The PostgreSQL database answers; its tables will be made at the first start.")
    return _revision(present, newest)


def _revision(present: str | None, newest: str) -> Finding:
    if present == newest:
        return Finding(True, f"The database is at its newest revision, {newest}.")
    return Finding(
        False,
        f"The database is at revision {present or 'none'}, the program expects {newest}: back it up, then "
        "run python -m bot migrate; where the database is the newer one, upgrade the program instead.",
    )


def _keys(settings: Settings) -> Finding:
    from storage.keys import KeysUnusable, read_keyring

    path = settings.encryption_keys_file
    if not path.exists():
        if settings.database_path and settings.database_path.exists():
            return Finding(
                False,
                f"The encryption keys file {path} is gone: put it back, or the database cannot be read.",
            )
        return Finding(True, f"The encryption keys file {path} will be made at the first start.")
    try:
        read_keyring(path)
    except KeysUnusable as error:
        return Finding(False, f"{error} Put it back from a backup.")
    if path.stat().st_mode & 0o077:
        return Finding(False, f"Others may read the encryption keys file: run chmod 600 {path}")
    return Finding(True, f"The encryption keys file {path} is there, readable by its owner alone.")
