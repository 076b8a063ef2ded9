"""Names and words of whatever signs are shown safely, and can be sent."""

import unicodedata
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

import playground
from bot.api import BotApi
from content.steady import steady
from content.texts import texts
from scheduler.clock import MovableClock
from screens.words import shown_name
from tests.end_to_end.hands import rows
from tests.end_to_end.rig import START, Rig
from tests.end_to_end.test_check_in import begin, open_page
from tests.end_to_end.test_review import write

ODD = (
    "\u202eevil", "a\u2066b\u2069", "Ann\u200b\u200d", "\ud800Ann", "Ann\udfff", "a" + "\u0301" * 10_000,
    "<b>Ann</b>", "{ $name }",
    "&lt;a href='tg://user?id=1'&gt;", "Ann\n\n\nBen", "\u2028\u2029", "\u200b\u2060", "\ufffe", "",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_name_of_odd_signs_is_shown_safely(name: str) -> None:
    shown = shown_name(name)
    assert shown.encode("utf-8")
    assert "\n" not in shown
    assert len(shown) <= 40
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not turning & {unicodedata.bidirectional(char) for char in shown}
    assert any(unicodedata.category(char)[0] not in "CMZ" or char == "\ufffe" for char in shown)
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


WORDS = (
    "\u202eevil \u2066b\u200b\u200d\u2028 <b>x</b> &amp; {$name} `*_",
    "a" + "\u0301" * 190,
    "a" + "\u0301" * 10_000,
)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: ascii(words[:12]))
async def test_words_of_whatever_signs_are_taken_or_kindly_refused_in_every_place(
    tmp_path: Path, words: str
) -> None:
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    rig = Rig(play, clock, tmp_path / "data")
    await rig.start_bot()
    try:
        await begin(rig)
        own, typed = rig.private(rig.ann), words[:4096]
        for command, steps in (("/calm", (":list", ":add")), ("/win", (":line",)), ("/settings", (":zone",))):
            await rig.say(rig.ann, own, command)
            for step in steps:
                await rig.tap(rig.ann, own, step)
            await rig.say(rig.ann, own, typed)
            await rig.move(seconds=20)
        for person in (rig.ann, rig.ben):
            await open_page(rig, person)
            await rig.say(person, rig.private(person), typed)
        await rig.say(rig.ann, rig.together, "/review")
        for person in (rig.ann, rig.ben):
            await write(rig, person, "appreciation", typed)
        for step in ("appreciation", "works", "adjust", "near", "celebrate"):
            await rig.tap(rig.ben, rig.together, f":next:{step}")
        await write(rig, rig.ann, "agreement", typed)
        await rig.move(seconds=20)
        if "<b>" in words:
            # Signs of a markup stand there as they were typed.
            assert "<b>x</b> &amp; {$name} `*_" in "".join(rig.texts(rig.ben, rig.together))
        shown = [str(call.params["text"]) for call in play.calls if "text" in call.params]
        assert [text for text in shown if steady(text) != text] == []
        # The playground refuses what Telegram would: too long, malformed, or with entities that don't fit.
        assert [call.error for call in play.calls if not call.ok] == []
        assert rows(rig, "SELECT seq FROM inbox WHERE state = 'dead'") == []
    finally:
        await rig.stop_bot()
        await play.stop()
        rig.onlooker.close()
