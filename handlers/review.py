"""/review, its panel's buttons, and the private words to it."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Act, Context, act_of, press_of, pressed_message, row_id
from handlers.pages import lead_to_private
from practices import review, review_agreement, review_answers
from practices.review_answers import Step
from practices.turn import to_person

_STEPS = "|".join(Step)


async def command(update: Update, context: Context) -> None:
    """/review, and /review history."""
    act = await act_of(update)
    if act is None:
        return
    words = [word.casefold() for word in context.args or ()]
    if not set(words) & {"history", "past", "历史", "以前"}:
        await review.ask(act.turn, act.person)
    elif not lead_to_private(act):
        await review.past(act.turn, act.person)


async def begin(update: Update, context: Context) -> None:
    """The button that begins one, or brings the open one."""
    pressed = await press_of(update)
    if pressed is not None:
        await review.ask(pressed[0].turn, pressed[0].person)


async def past(update: Update, context: Context) -> None:
    """A page of the past ones, in private."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, query = pressed
        turns = act.private and len(parts) > 2
        instead_of = pressed_message(query) if turns else None
        number = int(parts[2]) if turns else 0
        await review.past(act.turn, act.person, number, instead_of=instead_of)


async def at_step(update: Update, context: Context) -> None:
    """A suggestion, own words, taking back, Next."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, _ = pressed
    turn, person, review_id = act.turn, act.person, row_id(parts[1]) or 0
    match parts[2:]:
        case ["next", step]:
            await review.go_on(turn, person, review_id, Step(step))
        case ["words", step]:
            await review_answers.ask(turn, person, review_id, Step(step))
        case ["back", step]:
            await review_answers.take_back(turn, person, review_id, Step(step))
        case ["tap", step, chip]:
            await review_answers.tap(turn, person, review_id, Step(step), chip)
        case ["propose", chip]:
            await review_agreement.propose(turn, person, review_id, chip)
        case ["yes", agreement]:
            await review_agreement.say_yes(turn, person, review_id, row_id(agreement) or 0)


async def own_answer(update: Update, context: Context) -> None:
    """What becomes of words that one alone gave."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    do = {"show": review_answers.show, "keep": review_answers.keep_private, "drop": review_answers.drop}
    message_id = pressed_message(query) if act.private else None
    await do[parts[2]](act.turn, act.person, row_id(parts[1]) or 0, message_id)


async def leave(update: Update, context: Context) -> None:
    """Not writing now."""
    pressed = await press_of(update)
    if pressed is not None:
        act, _, query = pressed
        message_id = pressed_message(query) if act.private else None
        await review_answers.leave(act.turn, act.person, message_id)


async def typed(act: Act, text: str) -> None:
    """Words that were asked for."""
    await review_answers.keep(act.turn, act.person, text, message_id=act.message_id)


async def _enter(act: Act, rest: str) -> None:
    """Into the private chat, to write there."""
    digits, _, name = rest.partition("-")
    review_id = row_id(digits) if digits.isdecimal() else None
    if review_id is None or name not in list(Step):
        act.turn.say(to_person(act.person.id), "review.moved")
        return
    await review_answers.enter(act.turn, act.person, review_id, Step(name))


async def _enter_past(act: Act, _rest: str) -> None:
    await review.past(act.turn, act.person)


PAYLOADS = {"review": _enter, "reviews": _enter_past}

HANDLERS = (
    CommandHandler("review", command),
    CallbackQueryHandler(begin, r"^review:begin$"),
    CallbackQueryHandler(past, r"^review:past(:\d{1,6})?$"),
    CallbackQueryHandler(leave, r"^review:leave$"),
    CallbackQueryHandler(
        at_step,
        rf"^review:\d{{1,19}}:((next|words|back):({_STEPS})|tap:({_STEPS}):[a-z]{{1,12}}|propose:[a-z]{{1,12}}"
        r"|yes:\d{1,19})$",
    ),
    CallbackQueryHandler(own_answer, r"^given:\d{1,19}:(show|keep|drop)$"),
)
