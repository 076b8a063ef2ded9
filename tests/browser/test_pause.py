"""The whole main job by hand, in a real browser."""

from playwright.async_api import expect

from tests.browser.couple import Table
from tests.end_to_end.rig import Rig


async def test_two_in_two_zones_pair_pause_are_called_and_both_return(rig: Rig, table: Table) -> None:
    ann, ben = table.ann, table.ben
    await ben.live_in(language="zh-hans", zone="Asia/Shanghai")
    for phone in (ann, ben):
        await phone.open("private")
        await phone.at("start").click()
        await expect(phone.button("invite:new")).to_be_visible()
        await phone.open("shared")

    await ann.at("add-bot").click()
    for phone, press in ((ann, ":join"), (ben, ":join"), (ben, ":yes"), (ann, ":yes")):
        await phone.tap(press)
        await table.settled()
    for phone in (ann, ben):
        await expect(phone.at("reply-key")).to_have_text("✋")
    await expect(table.step(1)).to_have_attribute("data-done", "true")

    await ann.at("reply-key").click()
    await expect(ann.times.first).to_have_text("21:20")
    await expect(ben.times.first).to_have_text("04:20")
    await expect(ben.at("message").last).to_have_attribute("data-sound", "loud")
    await expect(table.step(2)).to_have_attribute("data-done", "true")

    for _ in range(15):
        await table.move("1m")
    await expect(ben.button(":will")).to_be_visible()
    await expect(ben.last).to_have_attribute("data-sound", "silent")
    await table.move("20m")
    await expect(ben.button(":here")).to_be_visible()
    await expect(ben.times.first).to_have_text("04:20")
    await expect(table.step(3)).to_have_attribute("data-done", "true")

    await ann.tap(":here")
    await expect(ann.at("toast")).to_be_visible()
    await ben.tap(":here")
    for phone, words in ((ann, "You're both here."), (ben, "你们都回来了。")):
        await expect(phone.last).to_contain_text(words)


async def test_a_length_typed_in_private_reaches_the_other_in_their_own_hour(rig: Rig, table: Table) -> None:
    await rig.pair_in_group()
    await table.ben.live_in(zone="America/New_York")
    await table.ann.open("private")
    await table.ann.say("/pause 45")
    await expect(table.ben.times.first).to_have_text("15:45")
    await table.ann.open("shared")
    await expect(table.ann.times.first).to_have_text("21:45")


async def test_more_time_is_one_new_message_that_rings_on_both_phones(rig: Rig, table: Table) -> None:
    await rig.pair_in_group()
    await table.ann.at("reply-key").click()
    await expect(table.ben.times.first).to_have_text("21:20")
    rings = await table.ben.rings()
    await table.ben.tap(":times")
    await table.ben.open("private")
    await table.ben.tap(":20")
    await table.ben.open("shared")
    await expect(table.ben.times.first).to_have_text("21:40")
    await expect(table.ann.times.first).to_have_text("21:40")
    assert await table.ben.rings() == rings + 1
