"""What a messenger does, so does a phone on the page."""

import json
from typing import Any

import aiohttp
from playwright.async_api import expect

from tests.browser.couple import Table
from tests.end_to_end.rig import Rig

GIF = bytes.fromhex("47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001000002024401003b")


async def _call(rig: Rig, method: str, **fields: Any) -> dict[str, Any]:
    """One Bot API call, as the bot would make it."""
    url = f"{rig.play.api_root}/bot{rig.play.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, **fields) as answer:
        body: dict[str, Any] = await answer.json()
    assert body["ok"], body
    return body


async def _begun(rig: Rig) -> None:
    """Both have opened their private chats."""
    for person in (rig.ann, rig.ben):
        await rig.start(person)


async def test_the_commands_open_by_a_slash_and_are_sent_by_enter(rig: Rig, table: Table) -> None:
    await _begun(rig)
    ann = table.ann
    await ann.open("private")
    await ann.at("composer").press_sequentially("/pa")
    await expect(ann.at("command-list").get_by_role("button")).to_have_text(["/pausePause the talk now"])
    await ann.at("composer").press("ArrowUp")
    await expect(ann.at("command-pause")).to_be_focused()
    await table.page.keyboard.press("Escape")
    await expect(ann.at("command-pause")).to_have_count(0)
    await expect(ann.at("composer")).to_be_focused()
    await ann.at("composer").fill("")
    await ann.at("commands").click()
    await expect(ann.at("command-help")).to_be_visible()
    assert await table.grave() == []
    await ann.at("command-pause").click()
    await expect(ann.messages.filter(has_text="/pause")).to_have_count(1)
    await expect(ann.at("composer")).to_have_value("")


async def test_an_animation_plays_and_its_words_stand_below(rig: Rig, table: Table) -> None:
    await _begun(rig)
    await table.ann.open("private")
    form = aiohttp.FormData({"chat_id": str(rig.ann.id), "caption": "Breathe out slowly."})
    form.add_field("animation", GIF, filename="breath.gif", content_type="image/gif")
    await _call(rig, "sendAnimation", data=form)
    await expect(table.ann.last).to_contain_text("Breathe out slowly.")
    picture = table.ann.last.locator("img.photo")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("node => node.decode().then(() => node.naturalWidth)") == 1


async def test_a_picture_changes_in_its_place_and_a_file_opens(rig: Rig, table: Table) -> None:
    await _begun(rig)
    await table.ann.open("private")
    form = aiohttp.FormData({"chat_id": str(rig.ann.id), "caption": "Your week."})
    form.add_field("photo", GIF, filename="week.png", content_type="image/gif")
    sent = await _call(rig, "sendPhoto", data=form)
    picture = table.ann.messages.filter(has_text="Your week.").locator("img.photo")
    await expect(picture).to_be_visible()
    first = str(await picture.get_attribute("src"))
    media = json.dumps({"type": "photo", "media": "attach://photo", "caption": "Your week."})
    form = aiohttp.FormData(
        {"chat_id": str(rig.ann.id), "message_id": str(sent["result"]["message_id"]), "media": media}
    )
    form.add_field("photo", GIF, filename="dark.png", content_type="image/gif")
    await _call(rig, "editMessageMedia", data=form)
    await expect(picture).not_to_have_attribute("src", first)
    form = aiohttp.FormData({"chat_id": str(rig.ann.id), "caption": "To keep."})
    form.add_field("document", b"%PDF-1.7", filename="report.pdf", content_type="application/pdf")
    await _call(rig, "sendDocument", data=form)
    link = table.ann.at("file")
    await expect(link).to_contain_text("report.pdf")
    root = rig.play.api_root
    href = await link.get_attribute("href")
    async with aiohttp.ClientSession() as session, session.get(f"{root}{href}") as file:
        assert (await file.read(), file.content_type) == (b"%PDF-1.7", "application/pdf")
    assert await table.grave() == []


async def test_silent_and_loud_messages_are_told_apart(rig: Rig, table: Table) -> None:
    await _begun(rig)
    await table.settled()
    ben = table.ben
    badge = ben.at("tab-private").get_by_test_id("unread")
    before = await ben.rings()
    counted = int(await badge.inner_text())
    await _call(
        rig, "sendMessage", json={"chat_id": rig.ben.id, "text": "quiet", "disable_notification": True}
    )
    await expect(badge).to_have_text(str(counted + 1))
    assert await ben.rings() == before
    await _call(rig, "sendMessage", json={"chat_id": rig.ben.id, "text": "heard"})
    await expect(badge).to_have_text(str(counted + 2))
    assert await ben.rings() == before + 1
    await ben.open("private")
    await expect(ben.messages.filter(has_text="quiet")).to_have_attribute("data-sound", "silent")
    await expect(ben.messages.filter(has_text="heard")).to_have_attribute("data-sound", "loud")


async def test_edits_deletions_colours_and_copy_buttons_show(rig: Rig, table: Table) -> None:
    await _begun(rig)
    ann = table.ann
    await ann.open("private")
    rows = [[{"text": "Copy", "copy_text": {"text": "I need a break."}, "style": "success"}]]
    sent = await _call(
        rig,
        "sendMessage",
        json={"chat_id": rig.ann.id, "text": "one", "reply_markup": {"inline_keyboard": rows}},
    )
    which = {"chat_id": rig.ann.id, "message_id": sent["result"]["message_id"]}
    copy = ann.last.get_by_role("button", name="Copy", exact=True)
    await expect(copy).to_have_css("background-color", "rgb(43, 106, 69)")
    await copy.click()
    await expect(ann.at("toast")).to_have_text("Copied")
    await _call(rig, "editMessageText", json={**which, "text": "better words"})
    await expect(ann.last).to_contain_text("better words")
    await expect(ann.last).to_contain_text("edited")
    await _call(rig, "deleteMessage", json=which)
    await expect(ann.messages.filter(has_text="better words")).to_have_count(0)


async def test_what_cannot_be_done_is_said_on_the_phone(rig: Rig, table: Table) -> None:
    await _begun(rig)
    ann = table.ann
    await expect(ann.at("composer")).to_be_visible()
    rig.world.remove_member(rig.together, rig.ann, rig.ben)
    # Her page has not heard of it yet when she writes, or it offers to join again.
    await ann.at("join-again").click()
    await expect(ann.at("composer")).to_be_visible()
    await table.page.route(
        "**/play/act",
        lambda route: route.fulfill(
            status=400, json={"ok": False, "error": "That message is not there any more."}
        ),
    )
    await ann.say("hello")
    await expect(ann.at("toast")).to_have_text("That message is not there any more.")
    await expect(ann.at("composer")).to_have_value("hello")
    table.problems.clear()  # the browser's own line about the refused request


async def test_developers_see_what_the_bot_was_told_and_what_it_called(rig: Rig, table: Table) -> None:
    await table.page.get_by_test_id("dev-toggle").click()
    await table.ann.open("private")
    await table.ann.at("start").click()
    log = table.page.get_by_test_id("dev-log")
    await expect(log.locator('[data-direction="in"]').first).to_contain_text("message")
    await expect(log.locator('[data-direction="out"]').first).to_contain_text("sendMessage")
    await table.page.get_by_test_id("fault-500").click()
    await table.ann.say("/start")
    await expect(log.locator('[data-ok="false"]').first).to_contain_text("fault: 500")
