"""The same bot, receiving by webhook and watched from outside."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

import playground
from bot.settings import Settings
from scheduler.clock import MovableClock
from tests.end_to_end.rig import START, Rig

SECRET = "only-telegram-knows-this"


class HookRig(Rig):
    """A rig whose bot listens. With `hook`, Telegram delivers to it."""

    hook = True
    port = 0

    @property
    def settings(self) -> Settings:
        found = super().settings
        listen = f"127.0.0.1:{self.port}"
        if not self.hook:
            return found.model_copy(update={"listen": listen})
        url = f"http://{listen}/telegram/ann-and-ben"
        return found.model_copy(
            update={"listen": listen, "webhook_url": url, "webhook_secret": SecretStr(SECRET)}
        )

    def called(self, method: str) -> int:
        return sum(call.method == method for call in self.play.calls)

    async def look(self, path: str) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[HookRig]:
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    rig = HookRig(play, clock, tmp_path / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        rig.port = free.getsockname()[1]
    await rig.start_bot()
    yield rig
    await rig.stop_bot()
    await play.stop()


async def test_two_pair_and_pause_without_the_bot_ever_asking_for_news(rig: HookRig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/pause@backsoon_demo_bot")
    assert any(button.get("callback_data", "").startswith("pause:") for button in _buttons(rig))
    assert rig.called("getUpdates") == 0
    assert (rig.called("setWebhook"), rig.called("deleteWebhook")) == (1, 0)


async def test_a_restart_tells_telegram_nothing_new_and_takes_what_came_meanwhile(rig: HookRig) -> None:
    await rig.start(rig.ann)
    await rig.stop_bot()
    shown = len(rig.texts(rig.ann))
    rig.world.say(rig.ann, rig.private(rig.ann), "/help")
    await rig.start_bot()
    # The retry's turn comes by real seconds.
    await rig.quiet()
    assert len(rig.texts(rig.ann)) > shown + 1
    assert rig.called("setWebhook") == 1


async def test_without_the_setting_the_next_start_asks_for_news_again(rig: HookRig) -> None:
    await rig.stop_bot()
    rig.world.start(rig.ann)
    rig.hook = False
    await rig.start_bot()
    await rig.quiet()
    assert len(rig.texts(rig.ann)) == 2
    assert rig.called("getUpdates") > 0


async def test_a_running_bot_is_ready_and_its_figures_are_about_no_one(rig: HookRig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/pause@backsoon_demo_bot")
    await rig.move(minutes=21)
    assert (await rig.look("/readyz"))[0] == 200
    status, page = await rig.look("/metrics")
    assert status == 200
    for line in (
        'backsoon_turns_total{kind="press",outcome="done"}',
        'backsoon_latency_seconds_count{kind="message"}',
        'backsoon_timer_lateness_seconds_count{kind="pause"}',
        'backsoon_calls_total{method="sendMessage",outcome="done"}',
        "backsoon_lease_held 1.0",
        "backsoon_timers_pending 2.0",
    ):
        assert line in page
    secrets = (rig.ann.name, rig.ben.name, rig.ann.id, rig.ben.id, rig.together, SECRET, rig.play.token)
    assert [secret for secret in secrets if str(secret) in page] == []


def _buttons(rig: HookRig) -> list[dict[str, str]]:
    last = rig.world.last(rig.together, rig.ben)
    return [dict(button) for button in last.buttons()]
