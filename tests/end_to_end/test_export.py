"""/export over real HTTP: the ZIP arrives, is opened, and its message goes after a day."""

import io
import json
from typing import Any
from zipfile import ZipFile

from playground import Message, Person
from tests.end_to_end.hands import rows
from tests.end_to_end.rig import Rig
from tests.end_to_end.test_check_in import begin, open_page


def file_of(rig: Rig, person: Person) -> Message | None:
    found = [one for one in rig.world.messages(rig.private(person), person) if "document" in one.raw]
    return found[-1] if found else None


def opened(rig: Rig, message: Message) -> ZipFile:
    return ZipFile(io.BytesIO(rig.world.store.files[message.raw["document"]["file_id"]].content))


async def export(rig: Rig, person: Person) -> tuple[Message, dict[str, Any], str]:
    """Ask for a copy: its message, its data, its page."""
    await rig.say(person, rig.private(person), "/export")
    message = file_of(rig, person)
    assert message is not None
    archive = opened(rig, message)
    return message, json.loads(archive.read("data.json")), archive.read("index.html").decode()


async def test_a_copy_holds_ones_own_and_what_both_share_and_goes_after_a_day(rig: Rig) -> None:
    await begin(rig)
    for person, words in ((rig.ann, "that you waited"), (rig.ben, "your laugh")):
        await open_page(rig, person)
        await rig.say(person, rig.private(person), words)
    await rig.say(rig.ann, rig.together, "/review")
    seen_by_ben = rig.texts(rig.ben), rig.texts(rig.ben, rig.together)
    message, data, page = await export(rig, rig.ann)
    assert message.raw["document"]["file_name"] == "backsoon-2026-03-03.zip"
    assert "24 hours" in message.text
    assert rig.texts(rig.ann)[-2:] == ["Your copy is ready, just below.", message.text]
    for words in ("that you waited", "your laugh"):
        assert words in page
        assert words in json.dumps(data)
    [picture] = data["pictures"]
    assert opened(rig, message).read(picture["file"]).startswith(b"\x89PNG")
    assert (rig.texts(rig.ben), rig.texts(rig.ben, rig.together)) == seen_by_ben
    await rig.move(hours=23, minutes=59)
    assert file_of(rig, rig.ann) is not None
    await rig.move(minutes=2)
    assert file_of(rig, rig.ann) is None
    assert rows(rig, "SELECT id FROM exports") == []
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_a_copy_that_was_asked_for_survives_a_restart(rig: Rig) -> None:
    await rig.start(rig.ann)
    rig.play.faults.add("500", "sendDocument", times=1000)
    rig.world.say(rig.ann, rig.private(rig.ann), "/export")
    await rig.world.until(lambda: any(call.method == "sendDocument" for call in rig.play.calls))
    await rig.stop_bot()
    assert file_of(rig, rig.ann) is None
    rig.play.faults.clear()
    await rig.start_bot()
    await rig.move(minutes=2)
    message = file_of(rig, rig.ann)
    assert message is not None
    assert opened(rig, message).testzip() is None
    assert rig.texts(rig.ann)[-2] == "Your copy is ready, just below."


async def test_in_the_group_export_leads_to_the_private_chat(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/export")
    shown = rig.world.last(rig.together, rig.ann)
    assert [button.get("url", "").endswith("start=privacy") for button in shown.buttons()] == [False, True]
    assert file_of(rig, rig.ann) is None
    await rig.say(rig.ann, rig.private(rig.ann), "/privacy")
    await rig.tap(rig.ann, rig.private(rig.ann), "export:make")
    assert file_of(rig, rig.ann) is not None


async def test_the_fourth_copy_of_a_day_is_kindly_put_off(rig: Rig) -> None:
    await rig.start(rig.ann)
    for _ in range(3):
        await export(rig, rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/export")
    assert rig.texts(rig.ann)[-1].startswith("You had three copies today.")
    await rig.move(hours=24, minutes=1)
    await export(rig, rig.ann)


async def test_a_copy_goes_from_the_chat_when_one_whose_words_it_holds_is_forgotten(rig: Rig) -> None:
    await rig.pair_in_group()
    await export(rig, rig.ann)
    await rig.say(rig.ben, rig.private(rig.ben), "/forget")
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    assert file_of(rig, rig.ann) is None
    _, data, page = await export(rig, rig.ann)
    assert [person["name"] for person in data["tables"]["persons"]] == ["Ann"]
    assert "Ben" not in page


async def test_after_an_end_both_can_take_what_they_shared_along_for_thirty_days(rig: Rig) -> None:
    await begin(rig)
    for person, words in ((rig.ann, "that you waited"), (rig.ben, "your laugh")):
        await open_page(rig, person)
        await rig.say(person, rig.private(person), words)
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    await rig.move(days=29)
    for person in (rig.ann, rig.ben):
        page = (await export(rig, person))[2]
        assert "that you waited" in page
        assert "your laugh" in page
    await rig.move(days=2)
    for person, own in ((rig.ann, "that you waited"), (rig.ben, "your laugh")):
        data = (await export(rig, person))[1]
        assert not {"that you waited", "your laugh"} - {own} & set(json.dumps(data).split('"'))
