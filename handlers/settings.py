"""/settings with its pages, and the question what time it is where somebody is."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from content import zones
from content.times import parse_clock
from handlers.context import Act, Context, act_of, press_of, pressed_message
from practices import couple, settings, zone


async def command(update: Update, context: Context) -> None:
    """/settings, answered in private wherever it was said."""
    act = await act_of(update)
    if act is not None:
        await settings.show(act.turn, act.person)


async def _enter(act: Act, _rest: str) -> None:
    await settings.show(act.turn, act.person)


async def _enter_zone(act: Act, _rest: str) -> None:
    await zone.ask_again(act.turn, act.person)


PAYLOADS = {"settings": _enter, "zone": _enter_zone}


async def page(update: Update, context: Context) -> None:
    """Another page in place; a picker's page names the hour it begins at."""
    pressed = await _pressed(update)
    if pressed is None:
        return
    act, parts, message_id = pressed
    hour = int(parts[2]) if len(parts) > 2 else None
    await settings.show(act.turn, act.person, parts[1], instead_of=message_id, hour=hour)


async def choose(update: Update, context: Context) -> None:
    """A setting is chosen; its page shows it."""
    pressed = await _pressed(update)
    if pressed is None:
        return
    act, parts, message_id = pressed
    what, chosen = parts[2], parts[3]
    if what == "language":
        await settings.set_language(act.turn, act.person, chosen, instead_of=message_id)
    elif what == "quiet":
        await settings.switch_quiet(act.turn, act.person, on=chosen == "on", instead_of=message_id)
    elif what == "keyboard":
        await settings.switch_keyboard(act.turn, act.person, on=chosen == "on", instead_of=message_id)
    else:
        await settings.set_quiet(act.turn, act.person, what, int(chosen), instead_of=message_id)


async def lead_on(update: Update, context: Context) -> None:
    """To the zone's question, or to the end of the pairing."""
    pressed = await _pressed(update)
    if pressed is None:
        return
    act, parts, message_id = pressed
    if parts[1] == "zone":
        await zone.ask(act.turn, act.person, "settings:home", instead_of=message_id)
    else:
        act.turn.reply("okay")
        await couple.ask_unpair(act.turn, act.person)


async def zone_pressed(update: Update, context: Context) -> None:
    """A clock reading, a city, yes, no, or not now."""
    pressed = await _pressed(update)
    if pressed is None:
        return
    act, parts, message_id = pressed
    turn, person = act.turn, act.person
    if parts[1] == "offset":
        choices = zones.at_offset(int(parts[2]), turn.now, person.language)
        found = [(choice.zone, choice.label) for choice in choices]
        await zone.answered(turn, person, found, instead_of=message_id)
    elif parts[1] == "set":
        await zone.keep(turn, person, zones.canonical(parts[2]) or parts[2], instead_of=message_id)
    elif parts[1] == "right":
        await zone.right(turn, person, instead_of=message_id)
    elif parts[1] == "leave":
        await zone.leave(turn, person, message_id=message_id)
    else:
        await zone.ask_again(turn, person, instead_of=message_id)


async def place(act: Act, text: str) -> None:
    """A typed place, or what the writer's clock shows."""
    turn, person = act.turn, act.person
    clock = parse_clock(text)
    if clock is not None:
        choices = zones.showing(clock.hour, clock.minute, turn.now, person.language, either=clock.either)
        sure = True
    else:
        found = zones.find(text, person.language)
        choices, sure = list(found.choices), found.sure
    await zone.answered(turn, person, [(choice.zone, choice.label) for choice in choices], sure=sure)


async def _pressed(update: Update) -> tuple[Act, list[str], int | None] | None:
    """The act, the data's parts, and the private message that may be changed in place."""
    pressed = await press_of(update)
    if pressed is None:
        return None
    act, parts, query = pressed
    return act, parts, pressed_message(query) if act.private else None


HANDLERS = (
    CommandHandler("settings", command),
    CallbackQueryHandler(page, r"^settings:(home|language|quiet|from|to|keyboard)(:\d{1,2})?$"),
    CallbackQueryHandler(
        choose, r"^settings:set:(language:(en|zh)|(quiet|keyboard):(on|off)|(from|to):\d{1,4})$"
    ),
    CallbackQueryHandler(lead_on, r"^settings:(zone|unpair)$"),
    CallbackQueryHandler(zone_pressed, r"^zone:(ask|right|leave|offset:-?\d{1,4}|set:[\w/+-]{1,50})$"),
)
