"""`run`: the bot on Telegram."""

from argparse import Namespace

from bot import log, loop
from bot.commands import demo
from bot.errors import EXIT_DONE, StartRefused
from bot.settings import Settings

NO_TOKEN = "There is no BOT_TOKEN in the environment or in .env"  # noqa: S105


def main(args: Namespace, settings: Settings) -> int:
    if settings.bot_token is None:
        if not args.or_demo:
            raise StartRefused(f"{NO_TOKEN}: ask @BotFather for one, or try the bot without, with: make demo")
        print(f"{NO_TOKEN}, so this is the demo: the same bot, on a page with two phones.", flush=True)
        return demo.main(args, settings)

    from bot.service import run_bot

    log.configure(settings.log_level, [settings.bot_token.get_secret_value()])
    loop.run(run_bot(settings))
    return EXIT_DONE
