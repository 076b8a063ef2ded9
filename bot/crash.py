"""What is kept of an error that nobody foresaw: a line in `DATA_DIR/logs/errors.log`, without its words."""

import os
from datetime import datetime
from pathlib import Path

from bot.trace import describe


def keep(error: BaseException, data_dir: Path, at: datetime) -> Path | None:
    """Append the error's types and code positions; returns the log file, None where it cannot be written."""
    path = data_dir / "logs" / "errors.log"
    types, trace = describe(error)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as file:
            file.write(f"{at.isoformat(timespec='seconds')} {types}\n")
            file.writelines(f"    {place}\n" for place in trace.split(" > "))
    except OSError:
        return None
    return path
