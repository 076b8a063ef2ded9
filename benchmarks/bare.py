"""Two bots that are measured beside: one that stores nothing, and one that keeps its timers in JobQueue."""

from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.peer import TOKEN
from benchmarks.plain import TEXT
from benchmarks.watch import Watch


async def _hand(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message is not None
    await message.chat.send_message(TEXT.format(at="21:40"))


async def _job(context: ContextTypes.DEFAULT_TYPE) -> None:
    """Never due while measured."""


def run(root: str, *, jobs: int | None = None) -> None:
    """Run until SIGTERM. `jobs`: how many jobs its JobQueue gets before it is ready; None for no queue."""
    watch = Watch()

    async def begin(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        if jobs is not None:
            queue = application.job_queue
            assert queue is not None
            for number in range(jobs):
                queue.run_once(_job, timedelta(hours=1, seconds=number % 3600), name=str(number))
        watch.start()
        print("ready", flush=True)

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{root}/bot").post_init(begin)
    application = (builder if jobs is not None else builder.job_queue(None)).build()
    application.add_handler(MessageHandler(filters.Text(["\u270b"]), _hand))
    application.run_polling()
