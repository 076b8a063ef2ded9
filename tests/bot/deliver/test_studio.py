"""The process that draws: one, light, replaceable."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.deliver import studio as studio_module
from bot.deliver.studio import NotDrawn, Studio
from screens.screen import Picture

PROOF = Picture("proof", {"language": "en", "words": "Back soon"})
DEAF = (sys.executable, "-c", "import sys; sys.stdin.read()")


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    studio = Studio()
    yield studio
    await studio.close()


def alive(pid: int | None) -> bool:
    assert pid is not None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    # Whoever has ended but was not asked after, as in a container without an init.
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


async def test_there_is_no_process_before_the_first_drawing_and_one_for_all_after_it(studio: Studio) -> None:
    assert studio.pid is None
    first, second = await asyncio.gather(studio.draw(PROOF), studio.draw(PROOF))
    assert first == second
    assert first.startswith(b"\x89PNG")
    pid = studio.pid
    await studio.draw(PROOF)
    assert studio.pid == pid


async def test_closing_ends_the_process(studio: Studio) -> None:
    await studio.draw(PROOF)
    pid = studio.pid
    await studio.close()
    assert studio.pid is None
    assert not alive(pid)


async def test_a_process_that_was_killed_is_replaced(studio: Studio) -> None:
    drawn = await studio.draw(PROOF)
    assert studio.pid is not None
    os.kill(studio.pid, signal.SIGKILL)
    try:
        again = await studio.draw(PROOF)
    except NotDrawn:
        # Its death had not been noticed yet.
        again = await studio.draw(PROOF)
    assert again == drawn


async def test_a_process_that_hangs_is_ended_after_its_time() -> None:
    studio = Studio(DEAF, patience=0.2)
    with pytest.raises(NotDrawn, match="TimeoutError"):
        await studio.draw(PROOF)
    assert studio.pid is None


async def test_a_process_gives_way_to_a_new_one_before_it_grows(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio_module, "_MOST_DRAWINGS", 2)
    await studio.draw(PROOF)
    pid = studio.pid
    await studio.draw(PROOF)
    assert not alive(pid)
    await studio.draw(PROOF)
    assert studio.pid not in (None, pid)


async def test_an_idle_process_is_ended(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio_module, "_LONGEST_REST", 0.01)
    await studio.draw(PROOF)
    pid = studio.pid
    async with asyncio.timeout(10):
        while alive(pid):  # noqa: ASYNC110 - a process ends
            await asyncio.sleep(0)
    monkeypatch.setattr(studio_module, "_LONGEST_REST", 60)
    assert (await studio.draw(PROOF)).startswith(b"\x89PNG")


async def test_data_that_do_not_fit_cost_one_drawing_and_not_the_process(studio: Studio) -> None:
    await studio.draw(PROOF)
    pid = studio.pid
    with pytest.raises(NotDrawn) as refused:
        await studio.draw(Picture("proof", {"language": "en", "secret": "my words"}))
    assert str(refused.value) == "TypstError"
    assert (await studio.draw(PROOF)).startswith(b"\x89PNG")
    assert studio.pid == pid


def test_the_process_knows_nothing_of_the_bot() -> None:
    script = (
        "import sys, content.pictures.worker, content.pictures.drawing\n"
        "print({name.partition('.')[0] for name in sys.modules}"
        " & {'bot', 'handlers', 'practices', 'screens', 'storage', 'telegram', 'sqlalchemy'})"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


async def test_the_process_ends_with_the_bot_however_that_ends() -> None:
    """Killed, a bot can say nothing to it any more."""
    script = (
        "import asyncio, os, signal\n"
        "from bot.deliver.studio import Studio\n"
        "from tests.bot.deliver.test_studio import PROOF\n"
        "async def main():\n"
        "    studio = Studio()\n"
        "    await studio.draw(PROOF)\n"
        "    print(studio.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[3]
    )
    told, _ = await bot.communicate()
    assert bot.returncode == -signal.SIGKILL
    async with asyncio.timeout(10):
        while alive(int(told)):  # noqa: ASYNC110 - a process ends
            await asyncio.sleep(0)
