"""What tests of the whole bot do besides tapping and typing: look into the file, forge, press at once."""

from playground import Message, Person
from playground.model import Answer
from playground.pressing import press
from tests.end_to_end.rig import Rig


def rows(rig: Rig, query: str, *params: object) -> list[tuple[object, ...]]:
    """What the database holds."""
    return rig.onlooker.rows(query, *params)


def is_known(rig: Rig, person: Person) -> bool:
    """Whether anything was written down about this person."""
    return bool(rows(rig, "SELECT id FROM persons WHERE telegram_id = ?", person.id))


def couples(rig: Rig) -> int:
    """How many couples there are now."""
    return len(rows(rig, "SELECT id FROM couples WHERE ended_at IS NULL"))


def in_file(rig: Rig, words: str) -> bool:
    """Whether these words stand anywhere in the database, as they were typed."""
    return rig.onlooker.holds(words)


async def forge(rig: Rig, person: Person, message: Message, data: str) -> Answer:
    """Press with data that no button of this message carries, or that it carried before."""
    store = rig.world.store
    made = press(store, store.chat(message.chat_id), message, person.id, data)
    answer = await rig.world.answered(made.id)
    await rig.quiet()
    return answer


def data_of(message: Message, end: str) -> str:
    """The data of the button whose data ends so."""
    return next(
        str(one["callback_data"]) for one in message.buttons() if str(one.get("callback_data")).endswith(end)
    )


def hands(rig: Rig, chat: int) -> list[Message]:
    """The messages in a chat that carry the couple's ✋, as Ann or Ben sees them."""
    reader = rig.ann if rig.world.messages(chat, rig.ann) else rig.ben
    return [one for one in rig.world.messages(chat, reader) if one.labels == ["✋ Pause"]]
