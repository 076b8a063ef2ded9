"""kill -9 of the real process under load. CRASH_KILLS asks for more of it, CRASH_SEED for another course."""

import os
import sys
from pathlib import Path

from tests.crash import course

KILLS = int(os.environ.get("CRASH_KILLS", "10"))
SEED = int(os.environ.get("CRASH_SEED", "3"))


async def test_nothing_accepted_is_lost_and_nothing_handled_twice_whenever_the_bot_is_killed(
    tmp_path: Path, database_url: str
) -> None:
    figures = await course.run(tmp_path / "data", database_url, kills=KILLS, seed=SEED)
    sys.stdout.write(f"seed {SEED}: {figures}\n")
