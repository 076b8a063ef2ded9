"""The disk is full at the return time."""

import resource

from tests.crash.faults.stage import Result, Stage, seconds

# The same as a full disk, whatever table is written to; 53100 is PostgreSQL's disk_full.
FULL = (
    (
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$"
    ),
    *(
        f"CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON {table} EXECUTE FUNCTION full_disk()"
        for table in ("inbox", "outbox", "timers", "pauses", "sent")
    ),
)


async def full(stage: Stage) -> Result:
    """Nothing can be written for a while, and then it can."""
    await stage.call()
    if stage.database is None:
        # No file may grow past its first byte, so that every write fails.
        pid = stage.rig.processes[-1].pid
        soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))
        await _meanwhile(stage)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))
    else:
        for statement in FULL:
            stage.rig.rows(statement)
        await _meanwhile(stage)
        stage.rig.rows("DROP FUNCTION full_disk CASCADE")
    await stage.told(seconds())
    await stage.come_back()
    return stage.result


async def _meanwhile(stage: Stage) -> None:
    await stage.rig.move_to(stage.last_return)
    stage.ask()
    await stage.wait(stage.length(2.0, 60.0) + stage.rng.random())
