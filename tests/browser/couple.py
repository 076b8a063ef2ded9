"""Chromium, and the hands that a couple lays on the page."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright

from tests.end_to_end.rig import Rig

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE = ViewportSize(width=1180, height=860)
NARROW = ViewportSize(width=360, height=740)
GRAVE = ("serious", "critical")


def chromium() -> str | None:
    """The machine's own Chromium; None only where it may be missing."""
    found = shutil.which("chromium")
    if found is None and os.environ.get("CI") == "true":
        raise RuntimeError("CI must have chromium on its path")
    return found


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window, for as long as the block runs."""
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield running
        finally:
            await running.close()


class Phone:
    """One phone on the page, by its person's name."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name
        self.node = page.locator(f'[data-phone="{name.lower()}"]')

    def at(self, testid: str) -> Locator:
        """Whatever carries this `data-testid`."""
        return self.node.get_by_test_id(testid)

    @property
    def messages(self) -> Locator:
        return self.at("message")

    @property
    def last(self) -> Locator:
        """The newest message of the chat that is open."""
        return self.messages.last

    @property
    def times(self) -> Locator:
        """The clock times in the newest message."""
        return self.last.locator("time")

    def button(self, press: str) -> Locator:
        """The newest button whose callback data ends so, such as `:yes`."""
        return self.node.locator(f'[data-press$="{press}"]').last

    async def tap(self, press: str) -> None:
        await self.button(press).click()

    @property
    def copy_buttons(self) -> Locator:
        """Buttons that put a text on the clipboard."""
        return self.at("inline-button").filter(has=self.page.locator(".icon-copy"))

    async def rings(self) -> int:
        """How often this phone rang since the page was opened."""
        return int(await self.node.get_attribute("data-rings") or 0)

    async def open(self, chat: str) -> None:
        """Turn to the `private` or the `shared` chat."""
        await self.at(f"tab-{chat}").click()

    async def say(self, text: str) -> None:
        await self.at("composer").fill(text)
        await self.at("composer").press("Enter")

    async def live_in(self, *, language: str | None = None, zone: str | None = None) -> None:
        """Set the language or the zone above the phone."""
        for testid, value in (("language", language), ("zone", zone)):
            if value is not None:
                await self.at(testid).select_option(value)


class Table:
    """The page as both partners sit before it. `problems` are errors of the page's own scripts."""

    def __init__(self, page: Page, rig: Rig) -> None:
        self.page, self.rig = page, rig
        self.ann, self.ben = Phone(page, "Ann"), Phone(page, "Ben")
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda line: self.problems.append(line.text) if line.type == "error" else None)

    async def settled(self) -> None:
        """Wait until the bot has nothing left to do, and the page shows it."""
        await self.rig.quiet()
        await self.page.wait_for_function(
            "version => Number(document.documentElement.dataset.version) >= version",
            arg=self.rig.world.store.bus.version,
        )

    async def move(self, step: str) -> None:
        """Press one of the clock's buttons, `1m`, `20m` or `1d`, and wait until it is so late."""
        async with self.page.expect_response("**/play/clock"):
            await self.page.get_by_test_id(f"clock-plus-{step}").click()

    def step(self, number: int) -> Locator:
        """One of the three steps of the invitation."""
        return self.page.get_by_test_id(f"step-{number}")

    async def grave(self, inside: str = "body") -> list[str]:
        """What axe finds serious or critical now, one line each."""
        await self.page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
        found: dict[str, Any] = await self.page.evaluate(
            "inside => axe.run(inside, {resultTypes: ['violations']})", inside
        )
        return [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found["violations"]
            if one["impact"] in GRAVE
            for node in one["nodes"]
        ]

    async def too_wide(self) -> int:
        """How many pixels the page is wider than its window."""
        width: int = await self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return width
