from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

import playground
from scheduler.clock import MovableClock
from tests.browser.couple import WIDE, Table, browser, chromium
from tests.end_to_end.rig import START, Rig

HERE = Path(__file__).parent
PATIENCE = 10_000  # milliseconds


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop, so that all tests of this folder can share one Chromium."""
    for item in items:
        if HERE in item.path.parents and "table" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip from one place, so that the summary says it in one line."""
    if "table" in getattr(item, "fixturenames", ()) and chromium() is None:
        pytest.skip("the browser tests need chromium on the path")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running() -> AsyncIterator[Browser]:
    """Chromium."""
    expect.set_options(timeout=PATIENCE)
    async with browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def rig(running: Browser, tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot and the playground; Ann and Ben live in Berlin until told otherwise."""
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    at_work = Rig(play, clock, tmp_path / "data")
    await at_work.start_bot()
    yield at_work
    await at_work.stop_bot()
    await play.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def table(rig: Rig, running: Browser) -> AsyncIterator[Table]:
    """The page in a wide window. At the end, its scripts must have complained of nothing."""
    page = await running.new_page(viewport=WIDE, locale="en-GB", reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    sitting = Table(page, rig)
    await page.goto(rig.play.page_url)
    await expect(sitting.ann.node).to_be_visible()
    yield sitting
    await page.close()
    assert sitting.problems == []
