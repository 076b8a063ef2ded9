from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from playground import Person, World
from playground.entities import cut
from tests.playground.hands import Api

BACK = datetime(2026, 11, 21, 20, 20, tzinfo=UTC)


async def test_a_return_time_is_shown_in_each_readers_own_time(
    world: World, ann: Person, ben: Person, group: int, bot: telegram.Bot
) -> None:
    text = "✋🏽 Back at 20:20 UTC."
    entity = telegram.MessageEntity("date_time", 12, 9, unix_time=BACK, date_time_format="t")
    sent = await bot.send_message(group, text, entities=[entity])
    assert sent.entities[0].unix_time == BACK
    assert world.read(group, ann)[-1] == "✋🏽 Back at 21:20."
    assert world.read(group, ben)[-1] == "✋🏽 Back at 15:20."


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [("", "then"), ("r", "then"), ("t", "21:20"), ("wDt", "Saturday 21 November 2026 21:20")],
)
async def test_formats_follow_telegrams_letters(
    world: World, ann: Person, api: Api, wanted: str, seen: str
) -> None:
    world.start(ann)
    entity = {
        "type": "date_time",
        "offset": 0,
        "length": 4,
        "unix_time": 1795292400,
        "date_time_format": wanted,
    }
    assert (await api("sendMessage", chat_id=ann.id, text="then", entities=[entity])).status == 200
    assert world.read(ann.id, ann)[-1] == seen


@pytest.mark.parametrize(
    ("entity", "error"),
    [
        (
            {"type": "date_time", "unix_time": 1, "date_time_format": "x"},
            "Invalid date-time format specified",
        ),
        (
            {"type": "date_time", "unix_time": 1, "date_time_format": "rt"},
            "Invalid date-time format specified",
        ),
        ({"type": "date_time"}, "date_time needs unix_time"),
        ({"type": "bold", "length": 99}, "ENTITY_BOUNDS_INVALID"),
        ({"type": "bold", "offset": -1}, "ENTITY_BOUNDS_INVALID"),
        ({"type": "bold", "offset": 1}, "entity begins in a middle of a UTF-16 symbol"),
        ({"type": "bold", "length": 1}, "entity ends in a middle of a UTF-16 symbol"),
        ({"type": "shiny"}, "unknown type shiny"),
        ({"type": "text_link"}, "text_link needs url"),
    ],
)
async def test_an_entity_that_telegram_would_refuse_is_refused(
    world: World, ann: Person, api: Api, entity: dict[str, Any], error: str
) -> None:
    world.start(ann)
    given = {"offset": 0, "length": 2} | entity
    sent = await api("sendMessage", chat_id=ann.id, text="🖐 at nine", entities=[given])
    assert sent.error[0] == 400
    assert error in sent.error[1]


async def test_mentions_of_strangers_vanish_and_of_members_stay(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    stranger = {"id": 5, "is_bot": False, "first_name": "?"}
    given = [
        {"type": "text_mention", "offset": 0, "length": 3, "user": ben.user()},
        {"type": "text_mention", "offset": 4, "length": 3, "user": stranger},
    ]
    sent = await api("sendMessage", chat_id=group, text="Ben Dan", entities=given)
    assert [entity["user"]["id"] for entity in sent.result["entities"]] == [ben.id]


async def test_html_becomes_entities(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    html = (
        '<b>✋ Back at <tg-time unix="1795292400" format="t">20:20 UTC</tg-time></b>, '
        f'<a href="tg://user?id={ann.id}">Ann</a> &amp; <a href="https://example.org">more</a> <i>&lt;3</i>'
    )
    message = (await api("sendMessage", chat_id=ann.id, text=html, parse_mode="HTML")).result
    assert message["text"] == "✋ Back at 20:20 UTC, Ann & more <3"
    marks = {entity["type"]: cut(message["text"], entity) for entity in message["entities"]}
    assert marks == {
        "bold": "✋ Back at 20:20 UTC",
        "date_time": "20:20 UTC",
        "text_mention": "Ann",
        "text_link": "more",
        "italic": "<3",
    }
    assert world.read(ann.id, ann)[-1] == "✋ Back at 21:20, Ann & more <3"


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("<b>open", "Can't find end tag corresponding to start tag"),
        ("<b><i>x</b></i>", 'Unexpected end tag "b" at byte offset 7'),
        ("<blink>x</blink>", 'Unsupported start tag "blink" at byte offset 0'),
        ("1 < 2", "Unexpected character in the tag at byte offset 2"),
        ("<tg-time>x</tg-time>", "must have a unix attribute"),
    ],
)
async def test_broken_html_is_refused(world: World, ann: Person, api: Api, html: str, error: str) -> None:
    world.start(ann)
    sent = await api("sendMessage", chat_id=ann.id, text=html, parse_mode="HTML")
    assert sent.error[1].startswith("Bad Request: can't parse entities: ")
    assert error in sent.error[1]
    assert (await api("sendMessage", chat_id=ann.id, text="x", parse_mode="Markdown")).status == 400


async def test_telegram_marks_commands_mentions_and_links_itself(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    text = "🖐 /pause@backsoon_demo_bot or @ann_example, see https://example.org/a?b=1."
    marks = (await api("sendMessage", chat_id=ann.id, text=text)).result["entities"]
    assert [(mark["type"], cut(text, mark)) for mark in marks] == [
        ("bot_command", "/pause@backsoon_demo_bot"),
        ("mention", "@ann_example"),
        ("url", "https://example.org/a?b=1"),
    ]


async def test_outer_white_space_goes_and_entities_move_along(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    given = [{"type": "bold", "offset": 2, "length": 6}]
    message = (await api("sendMessage", chat_id=ann.id, text="  bold  ", entities=given)).result
    assert (message["text"], message["entities"]) == ("bold", [{"type": "bold", "offset": 0, "length": 4}])
