"""Answers to presses: given right after the commit of their turn, best effort, outside the outbox."""

import asyncio

from bot.api import BotApi
from bot.deliver.answer import answer_press
from content.texts import language_of
from practices.turn import Answer
from screens.answers import answer_text


class PressAnswers:
    """Answers presses without keeping the next turn waiting."""

    def __init__(self, api: BotApi, bot_username: str) -> None:
        self._api = api
        self._bot_username = bot_username
        self._tasks: set[asyncio.Task[None]] = set()

    def give(self, query_id: str, language: str | None, answer: Answer | None) -> None:
        """Answer a press; with none, its button just comes to rest.

        `language`: ours, or Telegram's code for one.
        """
        text = url = None
        if answer is not None and answer.start is not None:
            url = f"https://t.me/{self._bot_username}?start={answer.start}"
        elif answer is not None:
            text = answer_text(language_of(language), answer.name, answer.params)
        alert = answer is not None and answer.alert
        task = asyncio.create_task(answer_press(self._api, query_id, text, alert, url))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Give what is under way a moment."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=1)
