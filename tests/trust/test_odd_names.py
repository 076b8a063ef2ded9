"""A name of whatever signs stands on one line, turns nothing around, and can be sent."""

import unicodedata

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.api import BotApi
from content.texts import texts
from screens.words import shown_name

ODD = (
    "\u202eevil", "a\u2066b\u2069", "Ann\u200b\u200d", "\ud800Ann", "Ann\udfff", "a" + "\u0301" * 10_000,
    "<b>Ann</b>", "{ $name }",
    "&lt;a href='tg://user?id=1'&gt;", "Ann\n\n\nBen", "\u2028\u2029", "\ufffe", "",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_name_of_odd_signs_is_shown_safely(name: str) -> None:
    shown = shown_name(name)
    assert shown.encode("utf-8")
    assert "\n" not in shown
    assert len(shown) <= 40
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not turning & {unicodedata.bidirectional(char) for char in shown}
    # Signs of a markup stand there as they are: entities alone say what is bold.
    said = texts().rich("en", "pause-one-here", name=shown)
    assert shown in said.text
    assert all(said.text[one.offset : one.offset + one.length] != shown for one in said.entities)


async def test_half_a_sign_in_somebodys_words_keeps_nothing_from_being_sent() -> None:
    bodies = []

    async def take(request: web.Request) -> web.Response:
        bodies.append(await request.post())
        return web.json_response({"ok": True, "result": {}})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", take)
    async with TestServer(app) as server:
        api = BotApi("1:token", str(server.make_url("")).rstrip("/"))
        await api.start()
        await api.call("sendMessage", {"chat_id": 1, "text": "a\ud800b"})
        await api.stop()
    assert bodies[0]["text"] == "a\ufffdb"
