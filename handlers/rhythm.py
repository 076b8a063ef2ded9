"""/rhythm and /break, the panel that proposes the times, and the pages behind it."""

from datetime import date

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from content.dates import parse_day
from handlers.context import Act, Context, act_of, press_of, pressed_message, private_press_of, row_id
from practices import rhythm_break, rhythm_changes
from practices.rhythm_changes import open_page

_SWITCH = {"on": True, "off": False}
_DISTANCES = {"together": False, "apart": True, "zones": None}


async def command(update: Update, context: Context) -> None:
    """/rhythm, answered in private wherever it was said."""
    act = await act_of(update)
    if act is not None:
        await open_page(act.turn, act.person)


async def break_(update: Update, context: Context) -> None:
    """/break, with or without the day up to which it lasts."""
    act = await act_of(update)
    if act is None:
        return
    argument = " ".join(context.args or ())
    today = await rhythm_break.today_of(act.turn, act.person)
    if not argument or today is None:
        await open_page(act.turn, act.person, "break")
        return
    last_day = parse_day(argument, today)
    if last_day is None:
        act.turn.say(act.turn.origin_of(act.person.id), "rhythm.break_unread")
    else:
        await rhythm_break.begin_by_words(act.turn, act.person, last_day)


async def _enter(act: Act, _rest: str) -> None:
    await open_page(act.turn, act.person)


PAYLOADS = {"rhythm": _enter}


async def page(update: Update, context: Context) -> None:
    """A page, in place; a picker's page names the hour it begins at."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    in_place = await _in_place(act, pressed_message(query))
    hour = int(parts[2]) if len(parts) > 2 else None
    await open_page(act.turn, act.person, parts[1], instead_of=in_place, hour=hour)


async def closeness(update: Update, context: Context) -> None:
    """One's own choice about prompts of closeness."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    on = _SWITCH[parts[2]]
    await rhythm_changes.set_intimate(act.turn, act.person, on=on, instead_of=pressed_message(query))


async def agree(update: Update, context: Context) -> None:
    """Yes or no to what was proposed, or on again after a rest."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, couple_id = act.turn, act.person, row_id(parts[1]) or 0
    spot = await _in_place(act, pressed_message(query))
    match parts[2:]:
        case ["yes", check_in, day, review]:
            seen = (int(check_in), int(day), int(review))
            await rhythm_changes.accept(turn, person, couple_id, seen, instead_of=spot)
        case ["no"]:
            await rhythm_changes.decline(turn, person, couple_id, instead_of=spot)
        case ["wake"]:
            await rhythm_changes.wake(turn, person, couple_id, instead_of=spot)


async def change(update: Update, context: Context) -> None:
    """A button that changes something of the couple whose id it carries."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, couple_id = act.turn, act.person, row_id(parts[1]) or 0
    spot = await _in_place(act, pressed_message(query))
    match parts[2:]:
        case ["check-in" | "review" as which, "on" | "off" as on]:
            await rhythm_changes.switch(turn, person, couple_id, which, on=_SWITCH[on], instead_of=spot)
        case ["check-in" | "review" as which, minute]:
            await rhythm_changes.set_time(turn, person, couple_id, which, int(minute), instead_of=spot)
        case ["day", day, on]:
            await rhythm_changes.set_day(turn, person, couple_id, int(day), on=_SWITCH[on], instead_of=spot)
        case ["weekday", day]:
            await rhythm_changes.set_weekday(turn, person, couple_id, int(day), instead_of=spot)
        case ["clock", zone]:
            await rhythm_changes.set_zone(turn, person, couple_id, zone, instead_of=spot)
        case ["distance", where]:
            apart = _DISTANCES[where]
            await rhythm_changes.set_apart(turn, person, couple_id, apart=apart, instead_of=spot)


async def holiday(update: Update, context: Context) -> None:
    """A day is chosen for a holiday, or one is ended early; the button names the day."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    try:
        last_day = date.fromisoformat(parts[3])
    except ValueError:
        act.turn.reply("old-button")
        return
    do = rhythm_break.begin if parts[2] == "break" else rhythm_break.end
    spot = await _in_place(act, pressed_message(query))
    await do(act.turn, act.person, row_id(parts[1]) or 0, last_day, instead_of=spot)


async def _in_place(act: Act, message_id: int | None) -> int | None:
    """The private page that may turn in place; the panel stays what it is."""
    if not act.private or message_id is None:
        return None
    shown = await act.turn.work.panels.what(act.person.telegram_id, message_id)
    return None if shown is not None and shown.startswith("rhythm:") else message_id


_PAGES = "home|check-in|review|days|weekday|clock|distance|closeness|break"
_COUPLE = r"^rhythm:\d{1,19}:"
_CHANGES = (
    r"(check-in|review):(on|off|\d{1,4})|day:[0-6]:(on|off)|weekday:[0-6]"
    r"|clock:[\w/+-]{1,50}|distance:(together|apart|zones)"
)

HANDLERS = (
    CommandHandler("rhythm", command),
    CommandHandler("break", break_),
    CallbackQueryHandler(page, rf"^rhythm:(({_PAGES})|(check-in|review)-time(:\d{{1,2}})?)$"),
    CallbackQueryHandler(closeness, r"^rhythm:closeness:(on|off)$"),
    CallbackQueryHandler(agree, rf"{_COUPLE}(yes:\d{{1,4}}:[0-6]:\d{{1,4}}|no|wake)$"),
    CallbackQueryHandler(change, rf"{_COUPLE}({_CHANGES})$"),
    CallbackQueryHandler(holiday, rf"{_COUPLE}(break|back):\d{{4}}-\d\d-\d\d$"),
)
