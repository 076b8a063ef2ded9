from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

import playground as play
from playground import Person, World
from playground.store import BOT_ID
from tests.playground.hands import START, Api, HandClock


class Page:
    """What the page's own scripts do."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session, self.url = session, url

    async def state(self) -> dict[str, Any]:
        async with self.session.get(f"{self.url}play/state") as answer:
            return dict(await answer.json())

    async def act(self, person: int, do: str, **more: Any) -> tuple[int, dict[str, Any]]:
        return await self.post("act", person=person, do=do, **more)

    async def post(self, what: str, **body: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}play/{what}", json=body) as answer:
            return answer.status, await answer.json()


@pytest.fixture
def page(session: aiohttp.ClientSession, playground: play.Playground) -> Page:
    return Page(session, playground.page_url)


async def test_the_demo_begins_with_ann_and_ben_and_their_group_without_the_bot(
    clock: HandClock, session: aiohttp.ClientSession
) -> None:
    seeded = await play.start(clock)
    try:
        state = await Page(session, seeded.page_url).state()
    finally:
        await seeded.stop()
    assert [(one["name"], one["language"], one["zone"], one["started"]) for one in state["people"]] == [
        ("Ann", "en", "Europe/Berlin", False),
        ("Ben", "en", "Europe/Berlin", False),
    ]
    ann, ben = (one["id"] for one in state["people"])
    assert [(chat["type"], chat["title"], chat["members"]) for chat in state["chats"]] == [
        ("private", "Ann", [ann, BOT_ID]),
        ("private", "Ben", [ben, BOT_ID]),
        ("group", "Ann & Ben", [ann, ben]),
    ]


async def test_the_state_shows_messages_keyboards_answers_and_the_log(
    world: World, ann: Person, ben: Person, group: int, page: Page, api: Api
) -> None:
    keys = {"keyboard": [[{"text": "✋", "style": "primary"}]], "is_persistent": True}
    carrier = (await api("sendMessage", chat_id=group, text="keys", reply_markup=keys)).result["message_id"]
    markup = {"inline_keyboard": [[{"text": "✋", "callback_data": "p"}]]}
    panel = (
        await api("sendMessage", chat_id=group, text="panel", reply_markup=markup, disable_notification=True)
    ).result["message_id"]
    _, tapped = await page.act(ben.id, "tap", chat=group, message_id=panel, data="p")
    await api("answerCallbackQuery", callback_query_id=tapped["callback_id"], text="Pause.", show_alert=True)
    state = await page.state()
    assert state["now"] == START.timestamp()
    assert state["bot"] == {"id": BOT_ID, "username": "backsoon_demo_bot", "name": "Backsoon"}
    chat = state["chats"][-1]
    assert chat["keyboards"][str(ann.id)] == {
        "rows": keys["keyboard"],
        "persistent": True,
        "carrier": carrier,
    }
    last = chat["messages"][-1]
    assert (last["message_id"], last["silent"], last["edited"], last["reply_markup"]) == (
        panel,
        True,
        False,
        markup,
    )
    answer = state["answers"][0]
    assert (answer["person"], answer["text"], answer["alert"]) == (ben.id, "Pause.", True)
    newest = state["log"][-1]
    assert (newest["direction"], newest["what"], newest["ok"]) == ("out", "answerCallbackQuery", True)
    await page.post("clock", advance=61)
    assert (await page.state())["answers"] == []


async def test_every_act_of_the_page_does_what_its_name_says(
    world: World, ann: Person, ben: Person, page: Page, api: Api
) -> None:
    _, made = await page.act(ann.id, "make_group", title="Ann & Ben", members=[ben.id])
    chat = made["chat"]
    await page.act(ben.id, "add_bot", chat=chat)
    keys = {"keyboard": [[{"text": "✋"}]]}
    await api("sendMessage", chat_id=chat, text="keys", reply_markup=keys)
    _, said = await page.act(ann.id, "say", chat=chat, text="hello")
    _, replied = await page.act(ben.id, "say", chat=chat, text="hi", reply_to=said["message_id"])
    assert world.last(chat, ann).raw["reply_to_message"]["text"] == "hello"
    await page.act(ben.id, "delete", chat=chat, message_id=replied["message_id"])
    assert world.last(chat, ann).text == "hello"
    await page.act(ann.id, "key", chat=chat, text="✋")
    assert world.last(chat, ann).text == "✋"
    await page.act(ann.id, "start", payload="abc")
    assert world.last(ann.id, ann).text == "/start abc"
    await page.act(ben.id, "open_link", url="https://t.me/backsoon_demo_bot?start=def")
    assert world.last(ben.id, ben).text == "/start def"
    await page.act(ann.id, "block")
    assert world.store.people[ann.id].blocked
    await page.act(ann.id, "unblock")
    assert not world.store.people[ann.id].blocked
    _, added = await page.act(ann.id, "add_person", chat=chat, name="Cleo")
    assert [one.name for one in world.members(chat)] == ["Ann", "Ben", "Cleo"]
    await page.act(ann.id, "remove_person", chat=chat, members=added["added"])
    await page.act(ann.id, "add_person", chat=chat, members=added["added"])
    await page.act(added["added"][0], "leave", chat=chat)
    await page.act(added["added"][0], "add_person", chat=chat, name="Cleo")
    assert world.last(chat, ann).raw["from"]["first_name"] == "Cleo"
    await page.act(ann.id, "remove_person", chat=chat, name="Cleo")
    assert [one.name for one in world.members(chat)] == ["Ann", "Ben"]
    await page.act(ann.id, "promote", chat=chat)
    assert (await page.state())["chats"][2]["bot_admin"] is True
    await page.act(ann.id, "demote", chat=chat)
    _, upgraded = await page.act(ann.id, "upgrade", chat=chat)
    state = await page.state()
    assert {one["id"]: one["upgraded_to"] for one in state["chats"]}[chat] == upgraded["chat"]
    await page.act(ann.id, "remove_bot", chat=upgraded["chat"])
    assert BOT_ID not in (await page.state())["chats"][-1]["members"]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"do": "dance"}, "There is no act 'dance'"),
        ({"do": "say", "chat": 5, "text": "x"}, "There is no chat 5."),
        ({"do": "say", "text": "x"}, "The act needs a number 'chat'."),
        ({"do": "say", "chat": 5}, "The act needs a text 'text'."),
        ({"do": "start", "person": 5}, "There is no person 5."),
        ({"do": "tap", "chat": 100_001, "message_id": 9, "data": "x"}, "That message is not there any more."),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(
    ann: Person, page: Page, body: dict[str, Any], error: str
) -> None:
    status, answer = await page.post("act", **({"person": ann.id} | body))
    assert status == 400
    assert answer["ok"] is False
    assert answer["error"].startswith(error)


async def test_the_clock_moves_forward_only(clock: HandClock, page: Page) -> None:
    status, answer = await page.post("clock", advance=1200)
    assert (status, answer["now"]) == (200, (START + timedelta(minutes=20)).timestamp())
    assert clock.now() == START + timedelta(minutes=20)
    assert (await page.post("clock", advance=-1))[0] == 400
    assert (await page.post("clock", advance="soon"))[0] == 400


async def test_people_can_be_added_and_their_phones_changed(world: World, ann: Person, page: Page) -> None:
    status, added = await page.post("people", name="Cleo", language="zh", zone="Asia/Shanghai")
    assert status == 200
    assert world.store.people[added["id"]].zone == "Asia/Shanghai"
    async with page.session.patch(f"{page.url}play/people/{ann.id}", json={"language": "zh"}) as answer:
        assert answer.status == 200
    assert (ann.language, ann.zone) == ("zh", "Europe/Berlin")
    assert (await page.post("people", name=" "))[0] == 400
    assert (await page.post("people", name="Dan", zone="Mars/Base"))[0] == 400


async def test_faults_can_be_asked_for_and_cleared(world: World, ann: Person, page: Page, api: Api) -> None:
    world.start(ann)
    await page.post("faults", method="sendMessage", kind="429", times=2, retry_after=3)
    assert (await api("sendMessage", chat_id=ann.id, text="x")).status == 429
    async with page.session.delete(f"{page.url}play/faults") as answer:
        assert answer.status == 200
    assert (await api("sendMessage", chat_id=ann.id, text="x")).status == 200
    assert (await page.post("faults", kind="fire"))[0] == 400


async def test_the_bots_calls_can_be_read(world: World, ann: Person, page: Page, api: Api) -> None:
    world.start(ann)
    await api("sendMessage", chat_id=ann.id, text="x")
    async with page.session.get(f"{page.url}play/calls") as answer:
        calls = await answer.json()
    assert [(call["n"], call["method"], call["ok"], call["error"]) for call in calls] == [
        (0, "sendMessage", True, None)
    ]
    async with page.session.get(f"{page.url}play/calls?after=1") as answer:
        assert await answer.json() == []


async def test_a_change_is_announced_at_once(world: World, ann: Person, page: Page) -> None:
    async with page.session.get(f"{page.url}play/events") as events, asyncio.timeout(5):
        assert events.content_type == "text/event-stream"
        first = await events.content.readuntil(b"\n\n")
        world.start(ann)
        second = await events.content.readuntil(b"\n\n")
    versions = [int(event.decode().removeprefix("data: ")) for event in (first, second)]
    assert versions[1] > versions[0]
    assert (await page.state())["version"] == versions[1]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "[broken"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_a_page_from_elsewhere_cannot_look_or_drive(page: Page, headers: dict[str, str]) -> None:
    for path in ("", "page/index.html", "play/state", "play/events", "play/calls"):
        async with page.session.get(page.url + path, headers=headers) as answer:
            assert answer.status == 403
    async with page.session.post(f"{page.url}play/clock", json={"advance": 60}, headers=headers) as answer:
        assert answer.status == 403
    async with page.session.get(f"{page.url}play/state", headers={"Origin": page.url[:-1]}) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"


async def test_only_files_of_the_page_are_served(page: Page) -> None:
    async with page.session.get(page.url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
    for name in ("nothing.js", "..%2Fserver.py", ".hidden"):
        async with page.session.get(f"{page.url}page/{name}") as answer:
            assert answer.status == 404


async def test_stopping_ends_polls_and_event_streams_at_once(
    clock: HandClock, session: aiohttp.ClientSession
) -> None:
    running = await play.start(clock)
    api = Api(session, running.api_root, running.token)
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    async with session.get(f"{running.page_url}play/events") as events, asyncio.timeout(5):
        await running.world.until(lambda: running.world.store.updates.polled)
        await running.stop()
        assert (await poll).result == []
        assert (await events.content.read()).startswith(b"data: ")


async def test_the_playground_listens_on_this_machine_only(clock: HandClock) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await play.start(clock, host="example.org")


async def test_each_phone_has_the_commands_and_the_words_of_its_chat_and_language(
    ann: Person, ben: Person, world: World, group: int, page: Page, api: Api
) -> None:
    async def say(description: str, scope: str, **more: str) -> None:
        commands = [{"command": "pause", "description": description}]
        await api("setMyCommands", commands=commands, scope={"type": scope}, **more)

    await say("anywhere", "default")
    await say("here", "all_private_chats")
    await say("这里", "all_private_chats", language_code="zh")
    await api("setMyDescription", description="A pause for two.")
    await api("setMyDescription", description="两个人的暂停", language_code="zh")
    world.settle(ben, "zh-hans")
    state = await page.state()
    shown = {
        (chat["title"], person): [one["description"] for one in commands]
        for chat in state["chats"]
        for person, commands in chat["commands"].items()
    }
    a, b = str(ann.id), str(ben.id)
    assert shown == {
        ("Ann", a): ["here"],
        ("Ben", b): ["这里"],
        ("Ann & Ben", a): ["anywhere"],
        ("Ann & Ben", b): ["anywhere"],
    }
    assert [one["bot_description"] for one in state["people"]] == ["A pause for two.", "两个人的暂停"]
