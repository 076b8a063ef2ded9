from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import telegram

import playground as play
from playground import Person, World, schema
from playground.methods import METHODS
from tests.playground.hands import Api

PUBLISHED = Path(__file__).parents[1] / "data" / "bot_api_schema.json"


def test_the_packaged_schema_is_the_published_one_for_just_the_methods_that_exist() -> None:
    published = json.loads(PUBLISHED.read_text("utf-8"))
    packaged = schema.load()
    assert set(packaged["methods"]) == {*METHODS, "getUpdates"}
    for name, params in packaged["methods"].items():
        assert params == published["methods"][name]["params"]
    for name, spec in packaged["types"].items():
        assert spec == published["types"][name]
    used = {"Integer", "Float", "Boolean", "String", *packaged["types"]}
    specs = [*packaged["methods"].values(), *(spec["fields"] for spec in packaged["types"].values())]
    named = {wanted.split()[-1] for spec in specs for one in spec.values() for wanted in one["types"]}
    assert named <= used


async def test_a_method_that_the_playground_lacks_is_not_found(bot: telegram.Bot, api: Api) -> None:
    assert (await api("sendDice", chat_id=1)).error == (404, "Not Found")
    with pytest.raises(telegram.error.EndPointNotFound):
        await bot.do_api_request("sendRichMessage", {"chat_id": 1})


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"text": "x"}, 'parameter "chat_id" of sendMessage is required'),
        ({"chat_id": 1, "text": "x", "loud": True}, 'parameter "loud" of sendMessage is unknown'),
        ({"chat_id": 1.5, "text": "x"}, 'parameter "chat_id" must be Integer or String'),
        ({"chat_id": True, "text": "x"}, 'parameter "chat_id" must be Integer or String'),
        ({"chat_id": 1, "text": 5}, 'parameter "text" must be String'),
        ({"chat_id": 1, "text": "x", "disable_notification": "maybe"}, "must be Boolean"),
        ({"chat_id": 1, "text": "x", "entities": {"type": "bold"}}, "must be Array of MessageEntity"),
        ({"chat_id": 1, "text": "x", "entities": [{"type": "bold", "offset": 0}]}, "Array of MessageEntity"),
        ({"chat_id": 1, "text": "x", "reply_markup": {"keyboard": [[{"text": "a", "zoom": 1}]]}}, "must be"),
        ({"chat_id": 1, "text": "x", "reply_markup": "{not json"}, "must be InlineKeyboardMarkup or"),
    ],
)  # fmt: skip
async def test_a_call_that_does_not_fit_the_schema_is_refused(
    playground: play.Playground, api: Api, params: dict[str, Any], error: str
) -> None:
    refused = await api("sendMessage", **params)
    assert refused.error[0] == 400
    assert error in refused.error[1]
    assert playground.calls[-1].error == refused.error[1]


async def test_forms_queries_and_json_mean_the_same(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "1"}]]}
    form = {
        "chat_id": str(ann.id),
        "text": "123",
        "disable_notification": "True",
        "reply_markup": json.dumps(markup),
    }
    url = f"{api.root}/bot{api.token}/sendmessage"
    for send in (
        api.session.post(url, data=form),
        api.session.get(url, params=form),
        api.session.post(url, json={"chat_id": ann.id, "text": "123", "disable_notification": True,
                                    "reply_markup": markup}),
    ):  # fmt: skip
        async with send as answer:
            message = (await answer.json())["result"]
        assert message["text"] == "123"
        assert message["reply_markup"] == markup
        assert world.last(ann.id, ann).silent


async def test_a_wrong_token_is_unauthorized(playground: play.Playground, api: Api) -> None:
    other = Api(api.session, playground.api_root, "1:wrong")
    assert (await other("getMe")).error == (401, "Unauthorized")
    assert playground.calls == []


async def test_every_call_is_recorded(
    playground: play.Playground, world: World, ann: Person, api: Api
) -> None:
    world.start(ann)
    await api("sendMessage", chat_id=ann.id, text="hi")
    await api("getUpdates", offset=0, timeout=0)
    sent, polled = playground.calls
    assert (sent.method, sent.params, sent.ok, sent.error) == (
        "sendMessage",
        {"chat_id": ann.id, "text": "hi"},
        True,
        None,
    )
    assert sent.result["message_id"] == world.last(ann.id, ann).id
    assert sent.at == world.store.now()
    assert polled.params == {"offset": 0, "timeout": 0}
