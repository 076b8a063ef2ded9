from playwright.async_api import expect

from tests.browser.couple import Table


async def test_a_link_copied_on_one_phone_opens_on_the_other_and_pairs(table: Table) -> None:
    ann, ben = table.ann, table.ben
    await ann.open("private")
    await ann.at("start").click()
    await ann.tap("invite:new")
    await ann.copy_buttons.last.click()
    await expect(ben.at("link-card")).to_contain_text("Ann")
    await ben.at("link-open").click()
    await ben.tap(":yes")
    await table.settled()
    await ann.tap(":yes")
    for phone in (ann, ben):
        await expect(phone.at("reply-key")).to_have_text("✋")
    await ben.at("reply-key").click()
    for phone in (ann, ben):
        await expect(phone.times.first).to_have_text("21:20")


async def test_the_page_shows_what_the_bot_is_before_start(table: Table) -> None:
    api = table.rig.play
    texts = api.world.store.profile.texts
    texts["description", ""] = "A pause for two."
    texts["description", "zh"] = "两个人的暂停。"
    await table.ben.live_in(language="zh-hans")
    for phone, words in ((table.ann, "A pause for two."), (table.ben, "两个人的暂停。")):
        await phone.open("private")
        await expect(phone.node).to_contain_text(words)
