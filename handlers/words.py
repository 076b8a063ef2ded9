"""Private words that answer a question of ours; without one they are not understood."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update
from telegram.ext import MessageHandler, filters

from handlers import calm, check_in, moments, review, settings
from handlers.context import Act, Context, act_of
from practices import calm as calming
from practices import moments as remembering
from practices import review_answers, zone
from practices.turn import to_person

Hear = Callable[[Act, str], Awaitable[None]]

# By the first word of `Person.expects`: who takes the next text.
EXPECTED: Mapping[str, Hear] = {
    zone.ASKED: settings.place,
    calming.ASKED: calm.typed,
    review_answers.ASKED: review.typed,
    remembering.ASKED: moments.typed,
}


async def words(update: Update, context: Context) -> None:
    """A private text."""
    act, message = await act_of(update), update.effective_message
    if act is None or message is None or message.text is None:
        return
    if await check_in.answered(act, message):
        return
    expected = act.turn.work.persons.expected(act.person, act.turn.now) or ""
    hear = EXPECTED.get(expected.partition(":")[0])
    if hear is None:
        act.turn.say(to_person(act.person.id), "common.unknown")
    else:
        await hear(act, message.text)


# Registered after the pause's signals and every command.
HANDLERS = (
    MessageHandler(
        filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.TEXT & ~filters.COMMAND, words
    ),
)
