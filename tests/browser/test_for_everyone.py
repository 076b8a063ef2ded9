"""By keyboard alone, on a small screen, in the light and in the dark."""

from playwright.async_api import Page, expect

from tests.browser.couple import NARROW, Phone, Table
from tests.end_to_end.rig import Rig

MOST_TABS = 60


async def _tab_to(page: Page, phone: Phone, selector: str) -> None:
    """Walk on with the Tab key until the focus is on it."""
    for _ in range(MOST_TABS):
        if await phone.node.locator(f"{selector}:focus").count():
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


async def test_pairing_and_pausing_need_no_mouse(table: Table) -> None:
    page, ann, ben = table.page, table.ann, table.ben

    async def press(phone: Phone, selector: str) -> None:
        await expect(phone.node.locator(selector).last).to_be_visible()
        await _tab_to(page, phone, selector)
        await page.keyboard.press("Enter")
        await table.settled()

    await press(ann, '[data-testid="add-bot"]')
    await press(ann, '[data-press$=":join"]')
    await press(ben, '[data-press$=":join"]')
    await press(ben, '[data-press$=":yes"]')
    await press(ann, '[data-press$=":yes"]')
    await press(ben, '[data-testid="reply-key"]')
    await expect(ann.times.first).to_have_text("21:20")
    await ann.at("tab-shared").focus()
    await page.keyboard.press("ArrowLeft")
    await expect(ann.at("tab-private")).to_be_focused()
    await expect(ann.at("tab-private")).to_have_attribute("aria-selected", "true")


async def test_messages_are_walked_and_answered_by_keyboard(rig: Rig, table: Table) -> None:
    rig.world.say(rig.ann, rig.together, "first")
    rig.world.say(rig.ann, rig.together, "second")
    page, ben = table.page, table.ben
    await expect(ben.last).to_contain_text("second")
    await ben.last.focus()
    await page.keyboard.press("ArrowUp")
    await expect(ben.messages.filter(has_text="first")).to_be_focused()
    await page.keyboard.press("r")
    await page.keyboard.type("I hear you")
    await page.keyboard.press("Enter")
    await expect(table.ann.last.locator(".quote")).to_contain_text("first")


async def test_an_alert_holds_its_phone_until_it_is_read(rig: Rig, table: Table) -> None:
    await rig.pair_in_group()
    cleo = rig.world.add_person("Cleo", "en", "Europe/Berlin")
    rig.world.add_member(rig.together, cleo, rig.ann)
    await table.settled()
    await table.ben.at("owner").select_option(str(cleo.id))
    third = Phone(table.page, "Cleo")
    await third.open("shared")
    await third.tap("pause:new")
    alert = third.at("alert")
    await expect(alert).to_contain_text("couple")
    await expect(third.at("alert-ok")).to_be_focused()
    assert await table.grave() == []
    await table.page.keyboard.press("Enter")
    await expect(alert).to_have_count(0)
    await expect(third.button("pause:new")).to_be_focused()


async def test_nothing_on_the_page_shuts_anyone_out_in_the_light_or_in_the_dark(
    rig: Rig, table: Table
) -> None:
    assert await _grave_in_both(table) == []
    await rig.pair_in_group()
    await table.ben.live_in(language="zh-hans", zone="Asia/Shanghai")
    await table.ann.at("reply-key").click()
    await expect(table.ben.times.first).to_have_text("04:20")
    assert await _grave_in_both(table) == []
    await table.page.get_by_test_id("dev-toggle").click()
    await table.ann.at("menu").click()
    await table.ben.open("private")
    await expect(table.page.get_by_test_id("dev-log")).to_contain_text("sendMessage")
    assert await _grave_in_both(table) == []


async def _grave_in_both(table: Table) -> list[str]:
    found: list[str] = []
    for scheme in ("light", "dark"):
        await table.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme}: {one}" for one in await table.grave()]
    return found


async def test_a_small_screen_shows_one_phone_and_scrolls_only_down(rig: Rig, table: Table) -> None:
    await rig.pair_in_group()
    page = table.page
    await page.set_viewport_size(NARROW)
    await expect(table.ben.node).to_be_hidden()
    assert await table.too_wide() == 0
    await table.ann.at("reply-key").click()
    await expect(table.ann.times.first).to_have_text("21:20")
    await page.get_by_test_id("show-ben").click()
    await expect(table.ben.times.first).to_be_visible()
    assert await table.too_wide() == 0
    await page.get_by_test_id("dev-toggle").click()
    await expect(page.get_by_test_id("dev-log")).to_be_visible()
    assert await table.too_wide() == 0
    assert await table.grave() == []
