"""The command line, `python -m bot COMMAND`: run, demo and so on, each a module of `bot.commands`."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import EXIT_DONE, EXIT_FAILED, EXIT_REFUSED, StartRefused

if TYPE_CHECKING:
    from bot.settings import Settings

DEMO_PORT = 8777
_CLOSING = """\
Settings come from the environment and from .env in the current folder; .env.example explains each of them.
Exit codes: 0 done or stopped on request, 1 a check failed or the program did, 2 the start was refused."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code. Nothing is ever shown but plain sentences."""
    args = _parser().parse_args(arguments)
    settings: Settings | None = None
    try:
        from bot.settings import load_settings

        settings = load_settings()
        return int(importlib.import_module(f"bot.commands.{args.command}").main(args, settings))
    except StartRefused as refusal:
        print(refusal.sentence, file=sys.stderr)
        return EXIT_REFUSED
    except KeyboardInterrupt:
        return EXIT_DONE
    except BrokenPipeError:
        return EXIT_FAILED
    except Exception as error:
        print(_apology(error, settings.data_dir if settings else Path("data")), file=sys.stderr)
        return EXIT_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Backsoon, a Telegram bot for couples: a pause with a promised return time.",
        epilog=_CLOSING,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    run = commands.add_parser("run", help="run the bot on Telegram (needs BOT_TOKEN)")
    run.add_argument("--or-demo", action="store_true", help="without a BOT_TOKEN, start the demo instead")
    demo = commands.add_parser("demo", help="try the bot on a page with two phones: no token, no Telegram")
    for command in (run, demo):
        command.add_argument(
            "--port",
            type=_port,
            default=DEMO_PORT,
            help=f"where the demo's page answers on 127.0.0.1 (default {DEMO_PORT}; 0 takes a free one)",
        )
    commands.add_parser("doctor", help="check this installation and say what to do about each failure")
    commands.add_parser("status", help="what waits and for how long; may run beside the bot")
    commands.add_parser("migrate", help="bring the database to the newest revision")
    copy = commands.add_parser("copy", help="move an installation to another database, such as PostgreSQL")
    copy.add_argument("--from", dest="source", required=True, metavar="URL", help="the database there is")
    copy.add_argument("--to", dest="target", required=True, metavar="URL", help="an empty one")
    keys = commands.add_parser("keys", help="the keys to what people wrote; both may run beside the bot")
    actions = keys.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("new", help="add a key, current from now on")
    actions.add_parser("rotate", help="seal with the current key what older ones sealed")
    return parser


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")


def _apology(error: BaseException, data_dir: Path) -> str:
    from bot import crash
    from scheduler.clock import SystemClock

    kept = crash.keep(error, data_dir, SystemClock().now())
    where = (
        f"where it happened is in {kept}"
        if kept
        else f"{data_dir}/logs cannot be written, so nothing was kept"
    )
    return f"Backsoon stopped over an error of its own ({type(error).__name__}); {where}."
