from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

import playground
from scheduler.clock import MovableClock
from tests.browser.couple import WIDE, Table, browser, chromium
from tests.end_to_end.rig import START, Rig


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if chromium() is None:
        for item in items:
            if "tests/browser/" in item.path.as_posix():
                item.add_marker(pytest.mark.skip("the browser tests need chromium on the path"))


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot and the playground; Ann and Ben live in Berlin until told otherwise."""
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    running = Rig(play, clock, tmp_path / "data")
    await running.start_bot()
    yield running
    await running.stop_bot()
    await play.stop()


@pytest.fixture
async def table(rig: Rig) -> AsyncIterator[Table]:
    """The page in a wide window. At the end, its scripts must have complained of nothing."""
    expect.set_options(timeout=10_000)
    async with browser() as running:
        page = await running.new_page(viewport=WIDE, locale="en-GB", reduced_motion="reduce")
        page.set_default_timeout(10_000)
        sitting = Table(page, rig)
        await page.goto(rig.play.page_url)
        await expect(sitting.ann.node).to_be_visible()
        yield sitting
        assert sitting.problems == []
