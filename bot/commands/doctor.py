"""`doctor`: check this installation and say what to do about each failure."""

import asyncio
from argparse import Namespace

from bot import log
from bot.errors import EXIT_DONE, EXIT_FAILED
from bot.settings import Settings


def main(_args: Namespace, settings: Settings) -> int:
    from bot.doctor import examine
    from scheduler.clock import SystemClock

    log.configure(settings.log_level)
    findings = asyncio.run(examine(settings, SystemClock()))
    for finding in findings:
        print(f"{'ok   ' if finding.well else 'WRONG'}  {finding.words}")
    return EXIT_DONE if all(finding.well for finding in findings) else EXIT_FAILED
