"""What somebody's newest finished attempt says, worked out anew each time that it is asked for."""

from collections.abc import Sequence

from practices.quiz_pattern import pattern
from practices.quiz_scoring import Scored, score, then_and_now
from storage.quiz_views import Profile, Result
from storage.quizzes import Sheet
from storage.work import Work


async def profile(work: Work, items: Sequence[Scored], reader_id: int) -> Profile | None:
    """The reader's own profile, for their eyes alone; None before they finished an attempt.

    `items`: those of the quiz; answers to an item that is no longer one of them count for nothing.
    """
    sheets = await work.quizzes.sheets(reader_id, 2)
    if not sheets:
        return None
    newest, *earlier = sheets
    result = scored(items, newest)
    return Profile(
        reader_id,
        newest.attempt_id,
        newest.finished_at,
        result,
        pattern(result),
        earlier[0].finished_at if earlier else None,
        then_and_now(scored(items, earlier[0]), result) if earlier else None,
    )


def scored(items: Sequence[Scored], sheet: Sheet) -> Result:
    """What one attempt says; answers to an item that is no longer one of `items` count for nothing."""
    known = {item.id for item in items}
    return score(
        items, {item: value for item, value in sheet.answers.items() if item in known}, sheet.seconds
    )
