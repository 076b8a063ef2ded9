"""The quiz by hand, in a real browser: taken, stopped, looked at, shown to the other and taken back."""

from playwright.async_api import expect

from content.quiz import item_text, quiz_items
from tests.browser.couple import Phone, Table
from tests.end_to_end.rig import Rig

ITEMS = quiz_items()
STOPPED_AT = 12


async def answer(rig: Rig, table: Table, phone: Phone, number: int) -> None:
    """Answer the item of this number as somebody who reaches out, after a look at it."""
    item = ITEMS[number - 1]
    await expect(phone.last).to_contain_text(item_text("zh", item.id).text)
    await rig.move(seconds=4)
    counts = 6 if item.scale in ("anxiety", "conflict.pursue") else 2
    await phone.tap(f":{number}:{8 - counts if item.reversed else counts}")
    await table.settled()


async def test_it_is_taken_in_chinese_shown_in_english_and_taken_back(rig: Rig, table: Table) -> None:
    ann, ben = table.ann, table.ben
    await ann.live_in(language="zh-hans")
    await table.settled()
    await rig.pair_in_group()
    # The proposal of times has come.
    await rig.move(minutes=2)
    for phone in (ann, ben):
        await phone.open("private")
    before = await ben.messages.count()

    await ann.say("/quiz")
    await ann.tap("quiz:begin")
    await table.settled()
    for number in range(1, STOPPED_AT):
        await answer(rig, table, ann, number)
    await ann.tap(":stop")
    await table.settled()
    await table.page.reload()
    await ann.open("private")
    await ben.open("private")
    await ann.say("/quiz")
    await table.settled()
    await ann.tap(":go")
    await table.settled()
    assert await table.grave('[data-phone="ann"]') == []
    for number in range(STOPPED_AT, len(ITEMS) + 1):
        await answer(rig, table, ann, number)

    await ann.tap("profile:picture")
    await table.settled()
    picture = ann.last.locator("img.photo")
    assert await picture.evaluate(
        "node => node.decode().then(() => [node.naturalWidth, node.naturalHeight])"
    ) == [
        1080,
        1350,
    ]
    await ann.tap("quiz:result")
    await table.settled()
    await ann.tap("profile:report")
    await table.settled()
    await expect(ann.at("file").last).to_contain_text("backsoon.pdf")
    await ann.tap("quiz:result")
    await table.settled()
    await ann.tap("share:new")
    await table.settled()
    await ann.tap(":see:both")
    await table.settled()
    await expect(ben.messages).to_have_count(before)
    await ann.node.locator('[data-press*=":yes:"]').last.click()
    await table.settled()
    await expect(ben.messages).to_have_count(before + 1)

    await ben.tap(":open")
    await expect(ben.last).to_contain_text("Where I am now · Ann")
    await expect(ben.last.locator("img.photo")).to_be_visible()
    await ann.tap(":back")
    await table.settled()
    await expect(ben.messages).to_have_count(before)
