"""kill -9 of the real process while it makes somebody's copy: the copy still comes, and comes once."""

from collections.abc import Callable

from playground import Person
from tests.crash.rig import Rig


def copies(rig: Rig) -> int:
    """How many files have reached anybody."""
    return sum(call.method == "sendDocument" and call.ok for call in rig.calls)


def told(rig: Rig, ann: Person) -> list[str]:
    return [one.text for one in rig.world.messages(rig.world.private_chat(ann), ann)]


async def test_killed_while_it_is_made_or_sent_a_copy_comes_once_and_its_progress_ends(rig: Rig) -> None:
    ann = rig.world.add_person("Ann", "en")
    private = rig.world.private_chat(ann)

    def at(step: str) -> Callable[[], bool]:
        return lambda: rig.rows("SELECT id FROM exports WHERE step = ?", step) != []

    await rig.start()
    rig.world.start(ann)
    await rig.quiet()
    # A pause, so that there is something to collect.
    rig.world.say(ann, private, "✋")
    await rig.quiet()
    moments: dict[str, Callable[[], bool]] = {
        "collecting": at("collecting"),
        "drawing": at("drawing"),
        "on its way": lambda: any(call.method == "sendDocument" for call in rig.calls[rig.lives[-1] :]),
    }
    for number, (moment, there) in enumerate(moments.items(), start=1):
        before = copies(rig)
        rig.world.say(ann, private, "/export")
        await rig.watch(there, within=20)
        assert there(), moment
        await rig.kill()
        # Telegram may have it although the bot never learnt so; nothing else may come twice.
        unknown = copies(rig) - before
        await rig.start()
        await rig.until(lambda: copies(rig) > before + unknown)  # noqa: B023 - waited for here
        await rig.until(lambda: told(rig, ann).count("Your copy is ready, just below.") == number)  # noqa: B023
        await rig.quiet()
        assert copies(rig) == before + unknown + 1
        assert unknown <= (moment == "on its way")
    assert rig.rows("SELECT count(*) FROM exports WHERE step = 'ready'") == [(3,)]
    assert rig.complaints() == []
