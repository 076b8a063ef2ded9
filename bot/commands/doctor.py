"""`doctor`: check this installation and say what to do about each failure."""

import asyncio
from argparse import Namespace

from bot import log
from bot.errors import EXIT_DONE, EXIT_FAILED
from bot.settings import Settings


def main(_args: Namespace, settings: Settings) -> int:
    from bot.doctor import Finding, examine, examine_pictures
    from scheduler.clock import SystemClock

    log.configure(settings.log_level)

    async def find() -> list[Finding]:
        return [*await examine(settings, SystemClock()), await examine_pictures()]

    findings = asyncio.run(find())
    for finding in findings:
        print(f"{'ok   ' if finding.well else 'WRONG'}  {finding.words}")
    return EXIT_DONE if all(finding.well for finding in findings) else EXIT_FAILED
