from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.receive.admit import ALLOWED_UPDATES, Admitted, admit

BOT, NAME = 700, "Backsoon_demo_bot"
ANN = {"id": 1, "is_bot": False, "first_name": "Ann"}
US = {"id": BOT, "is_bot": True, "first_name": "Backsoon"}
OTHER_BOT = {"id": 701, "is_bot": True, "first_name": "Other"}
GROUP = {"id": -5, "type": "group", "title": "home"}
PRIVATE = {"id": 1, "type": "private"}


def message(text: str | None = None, chat: dict[str, Any] = GROUP, **more: Any) -> dict[str, Any]:
    body = {"message_id": 9, "date": 1, "chat": chat, "from": ANN, **more}
    return {"update_id": 3, "message": body if text is None else {**body, "text": text}}


def press(data: object = "pause:new", **more: Any) -> dict[str, Any]:
    query = {"id": "7", "from": ANN, "message": {"message_id": 9, "date": 1, "chat": GROUP}, "data": data}
    return {"update_id": 3, "callback_query": {**query, **more}}


def let_in(raw: object) -> Admitted | None:
    return admit(raw, BOT, NAME)


@pytest.mark.parametrize(
    "text",
    ["✋", "🤚", "🖐", "🖐️", "✋🏽", "✋✋", " ✋\n", "/pause", "/p", "/PAUSE", "/pause@backsoon_demo_bot",
     "/p@BACKSOON_DEMO_BOT "],
)  # fmt: skip
@pytest.mark.parametrize("chat", [GROUP, PRIVATE])
def test_a_hand_is_let_in_everywhere_and_counts_as_one(text: str, chat: dict[str, Any]) -> None:
    update = let_in(message(text, chat))
    assert update is not None
    assert (update.signal, update.kind, update.person, update.chat) == (True, "message", 1, chat["id"])


@pytest.mark.parametrize("text", ["/pause 45", "/p@backsoon_demo_bot 1h", "/pause nonsense"])
def test_a_pause_with_a_length_has_its_own_measure(text: str) -> None:
    update = let_in(message(text))
    assert update is not None
    assert (update.signal, update.about_pause) == (False, True)


@pytest.mark.parametrize(
    "text",
    ["hello", "✋ please", "stop ✋", "👋", "@backsoon_demo_bot ✋", "/ pause", "/pause@other_bot",
     "/pause@other_bot 45", "pause", "/päuse", "🖐🖖", "5", ""],
)  # fmt: skip
def test_whatever_else_is_said_in_a_group_is_not_let_in(text: str) -> None:
    assert let_in(message(text)) is None


@pytest.mark.parametrize("text", ["hello", "stop ✋", "/pause@other_bot", "/start p_abc"])
def test_everything_said_in_private_is_let_in(text: str) -> None:
    update = let_in(message(text, PRIVATE))
    assert update is not None
    assert not update.signal


def test_a_reply_to_us_is_let_in_and_one_to_anybody_else_is_not() -> None:
    assert let_in(message("thanks", reply_to_message={"message_id": 1, "from": US})) is not None
    assert let_in(message("thanks", reply_to_message={"message_id": 1, "from": ANN})) is None
    assert let_in(message("thanks", reply_to_message={"message_id": 1, "from": OTHER_BOT})) is None


def test_a_picture_in_a_group_is_not_let_in() -> None:
    assert let_in(message(photo=[{"file_id": "x"}], caption="/pause")) is None


@pytest.mark.parametrize(
    "service",
    ["new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id",
     "group_chat_created", "supergroup_chat_created"],
)  # fmt: skip
def test_comings_and_goings_are_let_in_whoever_caused_them(service: str) -> None:
    for sender in (ANN, OTHER_BOT):
        body: dict[str, Any] = {service: True, "from": sender}
        update = let_in(message(**body))
        assert update is not None
        assert update.membership


def test_other_bots_are_not_let_in() -> None:
    assert let_in(message("/pause", **{"from": OTHER_BOT})) is None


def test_our_own_standing_in_a_chat_is_let_in() -> None:
    update = let_in({"update_id": 3, "my_chat_member": {"chat": GROUP, "from": ANN, "date": 1}})
    assert update is not None
    assert (update.kind, update.membership) == ("my_chat_member", True)


@pytest.mark.parametrize(
    ("data", "signal", "about_pause"),
    [("pause:new", True, False), ("pause:late:20", True, False), ("pause:late:no", False, True),
     ("pause:12:here", False, True), ("pair:4:join", False, False)],
)  # fmt: skip
def test_presses_are_let_in_each_by_its_own_measure(data: str, signal: bool, about_pause: bool) -> None:
    update = let_in(press(data))
    assert update is not None
    assert (update.kind, update.signal, update.about_pause) == ("press", signal, about_pause)


@pytest.mark.parametrize(
    "raw",
    [press(None), press(5), press(id=7), press(**{"from": None}), press(message=None),
     {"update_id": "3", "message": {}}, {"update_id": True}, {"message": message("✋")["message"]},
     message("✋", chat={"id": "x"}), message("✋", chat={}), {"update_id": 3}, {"update_id": 3, "poll": {}},
     {"update_id": 3, "edited_message": message("✋")["message"]}, None, [], "✋", 3],
)  # fmt: skip
def test_what_cannot_be_answered_is_not_let_in(raw: object) -> None:
    assert let_in(raw) is None


def test_only_what_is_let_in_is_asked_for() -> None:
    assert set(ALLOWED_UPDATES) == {"message", "edited_message", "callback_query", "my_chat_member"}


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["✋", "/p", BOT])
)
names = st.sampled_from(
    ["update_id", "message", "callback_query", "my_chat_member", "chat", "from", "text", "id", "type", "data",
     "reply_to_message", "is_bot", "new_chat_members"]
)  # fmt: skip
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names | st.text(), inner),
    max_leaves=25,
)
updates = st.builds(
    lambda number, kind, body: {"update_id": number, kind: body},
    st.integers() | anything,
    st.sampled_from(ALLOWED_UPDATES),
    st.dictionaries(names, anything, max_size=8),
)


@given(anything | updates)
def test_nothing_that_arrives_can_make_it_fail(raw: object) -> None:
    update = let_in(raw)
    if update is not None:
        assert isinstance(update.update_id, int)
        assert isinstance(update.person, int)
        assert isinstance(update.chat, int)


@pytest.mark.parametrize(
    ("text", "chat", "inside"),
    [
        ("better words", PRIVATE, True),
        ("better words", GROUP, False),
        ("✋", PRIVATE, False),
        ("/pause 45", PRIVATE, False),
        ("/pause", GROUP, False),
    ],
)
def test_of_edits_only_private_words_are_let_in(text: str, chat: dict[str, Any], inside: bool) -> None:
    body = message(text, chat)["message"] | {"edit_date": 2}
    update = let_in({"update_id": 3, "edited_message": body})
    assert (update is not None) is inside
    if update is not None:
        assert (update.kind, update.signal, update.about_pause) == ("edited_message", False, False)


def test_a_bots_own_edit_is_not_let_in() -> None:
    body = message("words", PRIVATE)["message"] | {"from": US, "edit_date": 2}
    assert let_in({"update_id": 3, "edited_message": body}) is None
