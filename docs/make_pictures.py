"""Draws docs/pictures anew: the README's picture, and every screen of a pause in both languages for tour.md.

The bot runs against the playground with a clock that stands still, and Chromium looks at the page, so the
pictures change only when the screens do. Run it with `make pictures`, or for some stories alone with
`python -m docs.make_pictures talk take_back`.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

import playground
from bot import registry
from content.prompts import prompts
from content.quiz import quiz_items
from playground import Person
from scheduler.clock import MovableClock
from tests.browser.couple import Phone, Table, browser, chromium
from tests.end_to_end.rig import Rig

PICTURES = Path(__file__).parent / "pictures"
START = datetime(2026, 3, 2, 20, 20, tzinfo=UTC)  # 21:20 in Berlin
LANGUAGES = {"en": "en", "zh": "zh-hans"}
PLAIN = """
    .toasts { visibility: hidden }
    body, .room { background: var(--wall) !important }
    .message { padding: 10px }
"""
WINDOW = ViewportSize(width=980, height=800)


class Scene:
    """Ann and Ben with their phones, both in one language, and the camera."""

    def __init__(self, rig: Rig, table: Table, language: str) -> None:
        self.rig, self.table, self.language = rig, table, language
        self.ann, self.ben = rig.ann, rig.ben

    def phone(self, person: Person) -> Phone:
        return self.table.ann if person is self.ann else self.table.ben

    async def tap(self, person: Person, press: str, *, private: bool = False) -> None:
        press = self._whole(person, press) if press.endswith(":") else press
        await self.rig.tap(person, self.rig.private(person) if private else self.rig.together, press)

    def _whole(self, person: Person, beginning: str) -> str:
        messages = reversed(self.rig.world.messages(self.rig.together, person))
        presses = (str(button.get("callback_data")) for message in messages for button in message.buttons())
        return next(press for press in presses if press.startswith(beginning))

    async def say(self, person: Person, text: str) -> None:
        await self.rig.say(person, self.rig.private(person), text)

    async def pause(self) -> None:
        """They are a couple, and Ann taps ✋."""
        await self.rig.pair_in_group()
        await self.tap(self.ann, "pause:new")

    async def look(self, name: str, person: Person, *, private: bool = False) -> None:
        """Take a picture of the newest message on this phone."""
        await self.table.settled()
        phone = self.phone(person)
        await phone.open("private" if private else "shared")
        await self.shoot(name, phone.last)

    async def shoot(self, name: str, what: Locator, style: str = PLAIN) -> None:
        await expect(what).to_be_visible()
        await _dress(self.table.page, style)
        await what.screenshot(path=PICTURES / "flow" / f"{name}.{self.language}.png", animations="disabled")


async def pair_in_group(scene: Scene) -> None:
    rig, ann, ben = scene.rig, scene.ann, scene.ben
    await rig.start(ann)
    await scene.look("start", ann, private=True)
    await rig.start(ben)
    rig.world.add_bot(rig.together, ann)
    await scene.look("pair-greeting", ann)
    await scene.tap(ann, ":join")
    await scene.look("pair-first", ben)
    await scene.tap(ben, ":join")
    await scene.look("pair-second", ben)
    await scene.tap(ben, ":yes")
    await scene.look("pair-confirm", ann)
    await scene.tap(ann, ":yes")
    await scene.table.settled()
    await scene.table.ann.open("shared")
    await scene.shoot(
        "couple-panel",
        scene.table.ann.messages.filter(has=scene.table.page.locator('[data-press$="pause:new"]')),
    )


async def pair_by_link(scene: Scene) -> None:
    rig, ann, ben = scene.rig, scene.ann, scene.ben
    await rig.start(ann)
    await scene.tap(ann, "invite:new", private=True)
    url = next(line for line in rig.texts(ann)[-1].splitlines() if "?start=" in line)
    await scene.table.settled()
    await scene.table.ann.open("private")
    # The link is a new one each time; the picture need not be.
    link = scene.table.ann.last.locator(".inline-link")
    await link.evaluate("node => { node.textContent = node.textContent.replace(/=p_.*/, '=p_…'); }")
    await scene.shoot("invite", scene.table.ann.last)
    rig.world.open_link(ben, url)
    await scene.look("invited", ben, private=True)
    await scene.tap(ben, ":yes", private=True)
    await scene.look("invite-answered", ann, private=True)


async def pause_and_return(scene: Scene) -> None:
    rig, ann, ben = scene.rig, scene.ann, scene.ben
    await scene.rig.pair_in_group()
    words = await rig.tap(ann, rig.together, "pause:new")
    await scene.shoot("answer", scene.table.ann.at("toast").filter(has_text=words), "")
    await scene.look("panel", ben)
    await scene.tap(ben, ":times")
    await scene.look("times", ben, private=True)
    await rig.move(minutes=15)
    await scene.look("nearly", ben)
    await rig.move(minutes=5)
    await scene.look("return", ben)
    await scene.tap(ann, ":here")
    await scene.look("one-here", ben, private=True)
    await rig.move(minutes=10)
    await scene.look("nudge", ben, private=True)
    await scene.look("quiet", ann, private=True)
    await scene.tap(ben, ":here")
    await scene.look("back", ben)


async def take_longer(scene: Scene) -> None:
    await scene.pause()
    await scene.tap(scene.ben, ":times")
    await scene.tap(scene.ben, ":plus:20", private=True)
    await scene.look("more-time", scene.ann)


async def let_it_rest(scene: Scene) -> None:
    await scene.pause()
    await scene.rig.move(minutes=20)
    await scene.rig.move(minutes=30)
    await scene.look("open", scene.ben)
    await scene.tap(scene.ben, ":rest")
    await scene.look("rested", scene.ben)


async def talk(scene: Scene) -> None:
    await scene.pause()
    await scene.rig.move(minutes=20)
    await scene.tap(scene.ben, ":talking")
    await scene.look("talking", scene.ben)


async def take_back(scene: Scene) -> None:
    await scene.pause()
    await scene.tap(scene.ann, ":undo")
    await scene.look("undone", scene.ben)


async def both_need_it(scene: Scene) -> None:
    await scene.pause()
    await scene.rig.say(scene.ben, scene.rig.together, "/pause@backsoon_demo_bot")
    await scene.look("both", scene.ann)


async def come_early(scene: Scene) -> None:
    await scene.pause()
    await scene.rig.move(minutes=5)
    for person in (scene.ann, scene.ben):
        await scene.tap(person, ":times")
        await scene.tap(person, ":here", private=True)
    await scene.look("back-early", scene.ann)


async def be_offline(scene: Scene) -> None:
    await scene.pause()
    await scene.rig.move(minutes=65)
    await scene.look("outage", scene.ben)


async def ask_late(scene: Scene) -> None:
    await scene.rig.pair_in_group()
    await scene.rig.stop_bot()
    scene.rig.world.key(scene.ann, scene.rig.together, "✋")
    scene.rig.clock.advance(timedelta(minutes=10))
    await scene.rig.start_bot()
    await scene.look("offline-ask", scene.ann)


async def say_how_long(scene: Scene) -> None:
    await scene.rig.pair_in_group()
    for name, words in (
        ("too-short", "/pause 5"),
        ("too-long", "/pause 50h"),
        ("not-understood", "/pause mmh"),
    ):
        await scene.say(scene.ann, words)
        await scene.look(name, scene.ann, private=True)


async def reach_nobody(scene: Scene) -> None:
    await scene.pause()
    scene.rig.world.remove_bot(scene.rig.together, scene.ann)
    scene.rig.world.block(scene.ben)
    await scene.table.settled()
    await scene.table.ann.open("private")
    await scene.shoot(
        "unreachable", scene.table.ann.messages.filter(has=scene.table.page.locator(".icon-copy"))
    )


async def tell_zone(scene: Scene) -> None:
    await scene.say(scene.ann, "/settings")
    await scene.tap(scene.ann, "settings:zone", private=True)
    await scene.look("zone-ask", scene.ann, private=True)
    await scene.say(scene.ann, "Berlin")
    await scene.look("zone-kept", scene.ann, private=True)
    await scene.tap(scene.ann, "✅", private=True)


async def not_tonight(scene: Scene) -> None:
    await scene.rig.pair_in_group()
    await tell_zone(scene)
    await scene.look("settings", scene.ann, private=True)
    await scene.tap(scene.ann, "pause:new")
    await scene.rig.move(minutes=20)
    await scene.tap(scene.ann, ":tonight")
    await scene.look("tonight", scene.ann, private=True)


async def by_the_clock(scene: Scene) -> None:
    await scene.rig.pair_in_group()
    await scene.say(scene.ann, "/pause 21:55")
    await scene.look("in-length", scene.ann, private=True)


async def calm_down(scene: Scene) -> None:
    await scene.pause()
    await scene.tap(scene.ben, "calm:")
    await scene.look("calm-waiting", scene.ben, private=True)
    await scene.tap(scene.ann, "calm:")
    await scene.look("calm-caller", scene.ann, private=True)
    await scene.tap(scene.ann, ":breathe", private=True)
    await scene.look("breathe", scene.ann, private=True)
    await scene.tap(scene.ben, ":scan:1", private=True)
    await scene.look("body-scan", scene.ben, private=True)


async def be_alone(scene: Scene) -> None:
    await scene.rig.start(scene.ann)
    await scene.tap(scene.ann, "pause:new", private=True)
    await scene.look("pass-on", scene.ann, private=True)


async def look_for_help(scene: Scene) -> None:
    await scene.rig.start(scene.ann)
    for name, words in (
        ("help", "/help"),
        ("phrases", "/phrases"),
        ("privacy", "/privacy"),
        ("safety", "/safety"),
    ):
        await scene.say(scene.ann, words)
        await scene.look(name, scene.ann, private=True)


# A couple's prompts come in an order of its own; the pictures stay the same.
PROMPT = "calming-sound"
WORDS = {
    "en": ("Your key in the door.", "You, humming while the coffee runs."),
    "zh": ("你拿钥匙开门的声音。", "你一边煮咖啡一边哼歌。"),
}


async def check_in(scene: Scene) -> None:
    always = [one for one in prompts() if one.id == PROMPT]
    with mock.patch.object(registry, "prompts", return_value=always):
        await _evening(scene)


async def _evening(scene: Scene) -> None:
    rig, ann, ben = scene.rig, scene.ann, scene.ben
    await rig.pair_in_group()
    await tell_zone(scene)
    await rig.move(minutes=1)
    await scene.tap(ann, "✅")
    await rig.move(hours=23, minutes=20)
    await scene.look("check-in", ben)
    await scene.tap(ann, ":mood:5")
    for person, words in zip((ann, ben), WORDS[scene.language], strict=True):
        rig.world.open_link(person, await rig.tap(person, rig.together, ":answer"))
        await rig.quiet()
        if person is ann:
            await scene.look("check-in-asked", ann, private=True)
        await scene.say(person, words)
        if person is ann:
            await scene.look("check-in-given", ann, private=True)
            await scene.tap(ben, ":mood:2")
            await scene.look("check-in-moods", ben)
            await scene.look("check-in-low", ben, private=True)
    await scene.look("check-in-shown", ann)


async def look_back(scene: Scene) -> None:
    rig, ann, ben = scene.rig, scene.ann, scene.ben
    await scene.pause()
    await rig.move(minutes=20)
    for person in (ann, ben):
        await scene.tap(person, ":here")
    await scene.say(ann, "/nearmiss")
    await scene.look("near-miss", ann, private=True)
    await rig.move(minutes=2)
    await scene.say(ann, "/win")
    await scene.look("win", ann, private=True)
    await rig.say(ben, rig.together, "/review")
    week = rig.world.messages(rig.together, ann)[-2].raw["photo"][-1]["file_id"]
    (PICTURES / "flow" / f"week.{scene.language}.png").write_bytes(rig.world.store.files[week].content)
    await scene.look("review", ann)
    await scene.tap(ann, ":tap:appreciation:patience")
    await scene.tap(ben, ":tap:appreciation:laughing")
    await scene.tap(ben, ":next:appreciation")
    await scene.table.settled()
    await scene.shoot("review-given", scene.table.ann.messages.nth(-2))
    await scene.tap(ann, ":tap:works:talking")
    for step in ("works", "adjust", "near", "celebrate"):
        await scene.tap(ben, f":next:{step}")
    await scene.look("review-alone", ann, private=True)
    await scene.tap(ann, ":propose:phones")
    await scene.look("review-table", ben)
    for person in (ann, ben):
        await rig.tap(person, rig.together, "1", rig.message_with(person, rig.together, ":back:agreement"))
    await scene.look("review-agreed", ben)
    await scene.tap(ben, "review:past")
    await scene.look("review-past", ben, private=True)


async def use_playbook(scene: Scene) -> None:
    """Ann answers the quiz: unsure of the two at times, close with ease, hot under stress."""
    await scene.rig.pair_in_group()
    await scene.say(scene.ann, "/quiz")
    await scene.tap(scene.ann, "quiz:begin", private=True)
    counting = {"anxiety": 6, "avoidance": 2, "conflict.attack": 6}
    for number, item in enumerate(quiz_items(), 1):
        await scene.rig.move(seconds=4)
        value = counting.get(item.scale, 4)
        value = 8 - value if item.reversed else value
        await scene.tap(scene.ann, f":{number}:{value}", private=True)
    await scene.say(scene.ann, "/playbook")
    await scene.look("playbook", scene.ann, private=True)
    await scene.tap(scene.ann, "playbook:partner", private=True)
    await scene.look("playbook-partner", scene.ann, private=True)
    await scene.tap(scene.ann, "playbook:home", private=True)
    await scene.tap(scene.ann, "playbook:trial", private=True)
    await scene.tap(scene.ann, "trial:begin:soothe", private=True)
    await scene.look("playbook-trial", scene.ann, private=True)
    await scene.tap(scene.ben, "pause:new")
    await scene.say(scene.ann, "/calm")
    await scene.look("calm-own", scene.ann, private=True)


STORIES: tuple[Callable[[Scene], Awaitable[None]], ...] = (
    pair_in_group, pair_by_link, pause_and_return, take_longer, let_it_rest, talk, take_back, both_need_it,
    come_early, be_offline, ask_late, say_how_long, reach_nobody, not_tonight, by_the_clock, calm_down,
    be_alone, look_for_help, check_in, look_back, use_playbook,
)  # fmt: skip


@asynccontextmanager
async def scene(running: Browser, language: str, window: ViewportSize = WINDOW) -> AsyncIterator[Scene]:
    """A fresh bot, a fresh couple and a fresh page."""
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    with tempfile.TemporaryDirectory(prefix="backsoon-pictures-") as folder:
        rig = Rig(play, clock, Path(folder))
        for person in (rig.ann, rig.ben):
            rig.world.settle(person, language=LANGUAGES[language])
        await rig.start_bot()
        page = await running.new_page(viewport=window, device_scale_factor=1.5, reduced_motion="reduce")
        await page.goto(play.page_url)
        yield Scene(rig, Table(page, rig), language)
        await page.close()
        await rig.stop_bot()
    await play.stop()


async def _dress(page: Page, style: str) -> None:
    """Set these rules beside the page's own; its Content-Security-Policy lets no others in."""
    await page.evaluate(
        "style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);"
        " document.adoptedStyleSheets = [sheet]; }",
        style,
    )


async def draw_pause(running: Browser) -> None:
    """The README's picture: both phones, one pause."""
    async with scene(running, "en", ViewportSize(width=900, height=800)) as now:
        await now.pause()
        await now.table.settled()
        for phone in (now.table.ann, now.table.ben):
            await phone.open("private")
            await phone.open("shared")
            await expect(phone.times.first).to_have_text("21:40")
        await _dress(now.table.page, PLAIN + " .message { padding: 0 } .phones { padding: 16px 24px 30px }")
        phones = now.table.page.locator("#phones")
        await phones.screenshot(path=PICTURES / "pause.png", animations="disabled")


async def main(wanted: list[str]) -> None:
    (PICTURES / "flow").mkdir(parents=True, exist_ok=True)
    async with browser() as running:
        if not wanted or "pause" in wanted:
            await draw_pause(running)
        for story in STORIES:
            for language in LANGUAGES if not wanted or story.__name__ in wanted else ():
                async with scene(running, language) as now:
                    await story(now)


if __name__ == "__main__":
    if chromium() is None:
        sys.exit("The pictures need chromium on the path (on Debian and Ubuntu: apt-get install chromium).")
    asyncio.run(main(sys.argv[1:]))
